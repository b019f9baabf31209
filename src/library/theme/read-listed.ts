import { readFile } from 'node:fs/promises';

/** Reads a file that was listed a moment ago; undefined if it has been deleted since, as `dev` meets it. */
export async function readListed(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
