import { ContentError } from '../library/content/content-error.ts';
import { commandStrings } from '../strings/commands.ts';

/**
 * Throws a `ContentError` if Vite cannot compile in the folder of the engine: it reads `%`, `#` and `?` in paths as parts of URLs
 * (https://github.com/vitejs/vite/issues/14097). Content, output and cache may be in such a folder.
 */
export function refuseProjectPath(engineDirectory: string): void {
  const [sign] = /[%#?]/.exec(engineDirectory) ?? [];
  if (sign !== undefined) throw new ContentError(commandStrings.build.badProjectPath(engineDirectory, sign));
}
