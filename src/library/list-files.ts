import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Lists every file below a directory, relative to it, with `/`, in no particular order; none if there is no such
 * directory. `accepts` is called for each file and each folder; a folder that it rejects is left out with all its
 * files.
 */
export function listFiles(directory: string, accepts: (entry: Dirent) => boolean = () => true): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(directory, folder), { withFileTypes: true })) {
      if (!accepts(entry)) continue;
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else files.push(name);
    }
  };
  if (statSync(directory, { throwIfNoEntry: false })) walk('');
  return files;
}
