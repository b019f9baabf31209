import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withPath } from './system-errors.ts';

/**
 * Writes a file atomically, by renaming a temporary one: no other process ever reads half of it. The temporary file has a short
 * name of its own, since a longer one could exceed what the disk accepts.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
  await writeFile(temporary, content).catch((error: unknown) => {
    throw withPath(error, file);
  });
  await rename(temporary, file);
}

/** Parses a JSON file; undefined if it is missing or damaged. */
export async function readJson<Value>(file: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value;
  } catch {
    return undefined;
  }
}
