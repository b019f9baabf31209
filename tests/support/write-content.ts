import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The contents of files, by their paths relative to the directory. */
export type Files = Record<string, string | Uint8Array | SymbolicLink | SparseFile>;

export interface SymbolicLink {
  linksTo: string;
}

/** A file of so many zeros, which take no room on the disk. */
export interface SparseFile {
  bytes: number;
}

export async function writeContent(directory: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(file, content);
    else if ('linksTo' in content) await symlink(content.linksTo, file);
    else {
      await writeFile(file, '');
      await truncate(file, content.bytes);
    }
  }
}
