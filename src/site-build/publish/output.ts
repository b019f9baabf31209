import { rmdirSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../library/list-files.ts';

/** A file that the site consists of, and how it is made. */
export interface Output {
  /** Output-relative, decoded, with `/`: `k7q3m/index.html`. */
  path: string;
  /** Digest of all that its bytes depend on; without one it is made in each build, and written where it has changed. */
  key?: string;
  make(): Promise<Uint8Array>;
}

/** Files that are made together: everything below one folder of the output, as `pagefind/2026-11`. */
export interface OutputFolder {
  folder: string;
  key: string;
  /** About how many files it has, for those who wait for it. */
  size: number;
  /** Writes the files into a directory that exists and is empty. */
  make(directory: string): Promise<void>;
}

/** Lists the files of an output directory, without those of a repository that it may hold. */
export function listOutput(outputDirectory: string): string[] {
  return listFiles(outputDirectory, (entry) => !(entry.isDirectory() && entry.name === '.git'));
}

/** Removes a folder of a directory, and those above it, as far as nothing is in them. */
export function removeEmptyFolders(directory: string, folder: string): void {
  try {
    for (let at = folder; at !== '.' && at !== ''; at = path.posix.dirname(at)) rmdirSync(path.join(directory, at));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' && (error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error;
    }
  }
}

/** The path that readers see of an HTML file: `/k7q3m/` for `k7q3m/index.html`. */
export function pagePath(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** The file that a host answers a decoded address with: `k7q3m/index.html` for `/k7q3m/`, `rss.xml` for `/rss.xml`. */
export function outputFile(address: string): string {
  const file = address.slice(1);
  return address.endsWith('/') ? `${file}index.html` : file;
}
