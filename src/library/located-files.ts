import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { decodePart } from '../lib/decode-path.ts';
import { findNearest } from '../schema/nearest.ts';
import { type FileDirectories, publicDirectories } from './public-files.ts';

/**
 * Finds a file that an author names and returns its absolute path. `src` is relative to the content-relative file
 * `from`, or to `public/` if it starts with `/`. Also finds files whose names are percent-encoded in `src` or decomposed (NFD), but none
 * outside the two directories, except through a symbolic link: `leavesDirectories` tells those.
 */
export function locateFile(src: string, from: string, directories: FileDirectories): string | undefined {
  const isPublic = src.startsWith('/');
  const folder = isPublic ? '.' : path.dirname(from);
  for (const base of isPublic ? publicDirectories(directories) : [directories.contentDirectory]) {
    for (const spelling of spellings(src)) {
      const file = path.resolve(base, folder, isPublic ? spelling.slice(1) : spelling);
      if (file.startsWith(base + path.sep) && path.extname(file) !== '' && existsSync(file)) return file;
    }
  }
  return undefined;
}

/** Whether a file in one of the two directories is reached by a symbolic link that leads out of both of them. */
export function leavesDirectories(file: string, { contentDirectory, publicDirectory }: FileDirectories): boolean {
  const target = realpathSync(file);
  return ![contentDirectory, publicDirectory].some(
    (directory) => existsSync(directory) && target.startsWith(realpathSync(directory) + path.sep),
  );
}

function spellings(src: string): Set<string> {
  const written = [src, decodePart(src)];
  return new Set(written.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]));
}

/** Whether a path that an author names leads out of the directory that it starts in, whatever lies there. */
export function leadsOutside(src: string, from: string, directories: FileDirectories): boolean {
  const { contentDirectory, publicDirectory } = directories;
  const [base, file] = src.startsWith('/')
    ? [publicDirectory, path.join(publicDirectory, src)]
    : [contentDirectory, path.join(contentDirectory, path.dirname(from), src)];
  return !file.startsWith(base + path.sep);
}

/** Finds the nearest name of a file that is not there: the same path with `/` for `\`, or a file of the same folder. */
export function nearestName(
  written: string,
  from: string,
  directories: FileDirectories,
  isWanted: (name: string) => boolean,
): string | undefined {
  const slashed = written.replaceAll('\\', '/');
  if (slashed !== written && locateFile(slashed, from, directories) !== undefined) return slashed;
  return findNearest(written, filesNear(written, from, directories, isWanted));
}

/**
 * Lists the files in the folder that `src` points into, each in the form in which `src` would name it; only those whose
 * name `isWanted` accepts.
 */
export function filesNear(
  src: string,
  from: string,
  directories: FileDirectories,
  isWanted: (name: string) => boolean,
): string[] {
  const bases = src.startsWith('/')
    ? publicDirectories(directories)
    : [path.join(directories.contentDirectory, path.dirname(from))];
  const folder = src.includes('/') ? src.slice(0, src.lastIndexOf('/') + 1) : '';
  if (leadsOutside(src, from, directories)) return [];
  const names = bases.flatMap((base) => filesIn(path.join(base, folder)));
  return [...new Set(names)].filter(isWanted).map((name) => folder + name);
}

/** Lists the names of the files in a directory, without those of its folders; none if there is no such directory. */
function filesIn(directory: string): string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Names a file as content does: content-relative with `/`, or starting with `/` for the files of `public/`. */
export function sourceName(file: string, directories: FileDirectories): string {
  const inPublic = publicDirectories(directories).find((directory) => file.startsWith(directory + path.sep));
  const name =
    inPublic === undefined ? path.relative(directories.contentDirectory, file) : `/${path.relative(inPublic, file)}`;
  return name.split(path.sep).join('/');
}
