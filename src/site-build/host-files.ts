import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { digestText } from '../lib/digest.ts';
import { ContentError } from '../library/content/content-error.ts';
import type { Environment } from '../library/environment.ts';
import type { Library } from '../library/types.ts';
import { hostFilePaths, hostFiles } from '../model/host-files.ts';
import { findRedirects } from '../model/redirects.ts';
import { commandStrings } from '../strings/commands.ts';
import type { Output } from './publish/output.ts';

/**
 * Plans the files with rules for the site's host, such as `_redirects`, including the rules that the owner keeps in
 * `public/`. Throws a `ContentError` if those cannot be parsed.
 */
export async function planHostFiles(
  library: Library,
  { publicDirectory }: Pick<Environment, 'publicDirectory'>,
): Promise<Output[]> {
  const { site } = library;
  const own = new Map<string, string>();
  for (const file of hostFilePaths(site.host.name)) {
    const text = await readFile(path.join(publicDirectory, file), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    if (file.endsWith('.json')) refuseBadJson(file, text);
    own.set(file, text);
  }
  return hostFiles(findRedirects(library), site, own).map((file) => ({
    path: file.path,
    key: digestText(file.content),
    make: async () => Buffer.from(file.content),
  }));
}

/** The parts of Vercel's settings to which rules are added. */
const vercelSettings = z.looseObject({
  redirects: z.array(z.unknown()).optional(),
  headers: z.array(z.looseObject({ headers: z.array(z.looseObject({ key: z.string() })) })).optional(),
});

function refuseBadJson(file: string, text: string): void {
  try {
    if (vercelSettings.safeParse(JSON.parse(text)).success) return;
    throw new SyntaxError();
  } catch (error) {
    const line = Number(/\(line (\d+) column \d+\)$/.exec((error as SyntaxError).message)?.[1] ?? 1);
    throw new ContentError([{ file: `public/${file}`, line, message: commandStrings.build.badHostFile(file) }]);
  }
}
