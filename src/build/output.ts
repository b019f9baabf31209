import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export interface OutputFile {
  /** Site-absolute, decoded: `/k7q3m/index.html`. */
  path: string;
  absolute: string;
}

/** Every file of the output directory, in a stable order. */
export async function listOutput(directory: string): Promise<OutputFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      return { absolute, path: `/${path.relative(directory, absolute).split(path.sep).join('/')}` };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export async function measureOutput(files: readonly OutputFile[]): Promise<number> {
  let bytes = 0;
  for (const { absolute } of files) bytes += (await stat(absolute)).size;
  return bytes;
}

/** The path that readers see of an HTML file: `/k7q3m/` for `/k7q3m/index.html`. */
export function pagePath(file: string): string {
  return file.replace(/index\.html$/, '');
}

export function readPage(file: OutputFile): Promise<string> {
  return readFile(file.absolute, 'utf8');
}
