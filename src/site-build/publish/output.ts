import { rmdirSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../library/list-files.ts';

/** A single file of the site, and how it is made. */
export interface Output {
  /** Output-relative, decoded, with `/`: `k7q3m/index.html`. */
  path: string;
  /**
   * Digest of everything that its bytes depend on. A file without a key is made in each build, and written if it has
   * changed.
   */
  key?: string;
  make(): Promise<Uint8Array>;
  /** Set if making it may have to wait for a photo that is being encoded. */
  waits?: boolean;
  /** Composes what another process needs to make the file; undefined if only this one can. */
  composeTask?(): PageTask;
}

/** A page as another process renders it. */
export interface PageTask {
  /** See `RenderedPath`. */
  pathname: string;
  /** The file of its route. */
  component: string;
  /** Everything that it shows, as data that can be cloned. */
  props: unknown;
}

/** Files that are made together: everything below one folder of the output, such as `pagefind/2026-11`. */
export interface OutputFolder {
  folder: string;
  key: string;
  /** Roughly how many files it has, for the progress bar. */
  size: number;
  /** Writes the files into a directory that exists and is empty. */
  make(directory: string): Promise<void>;
}

/** What hosts keep at the root of an output directory. It is never removed; files of the site may be written there. */
export const hostOwned: readonly string[] = ['.git', '.well-known', 'CNAME'];

/** Lists the files of an output directory, without those that hosts keep there. */
export function listOutput(outputDirectory: string): string[] {
  return listFiles(
    outputDirectory,
    ({ name, parentPath }) => parentPath !== outputDirectory || !hostOwned.includes(name),
  );
}

/** Removes a folder and its parents, up to the first that is not empty. */
export function removeEmptyFolders(directory: string, folder: string): void {
  try {
    for (let at = folder; at !== '.' && at !== ''; at = path.posix.dirname(at)) rmdirSync(path.join(directory, at));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' && (error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error;
    }
  }
}

/** Returns the URL path of a page: `/k7q3m/` for `k7q3m/index.html`. */
export function pagePath(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/**
 * Returns the file that a host serves at a decoded path: `k7q3m/index.html` for `/k7q3m/`, `rss.xml` for `/rss.xml`.
 */
export function outputFile(address: string): string {
  const file = address.slice(1);
  return address.endsWith('/') ? `${file}index.html` : file;
}
