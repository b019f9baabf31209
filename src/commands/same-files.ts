import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { standardInput } from './statistics-files.ts';

/** Files without those that were given before, under the same name or another. */
export interface DifferentFiles {
  files: string[];
  /** Each with the file before it that is the same. */
  repeated: { file: string; first: string }[];
}

/** Tells apart files that have different bytes. Only files of one size are read for that. */
export async function findDifferentFiles(all: readonly string[]): Promise<DifferentFiles> {
  const files: string[] = [];
  const repeated: DifferentFiles['repeated'] = [];
  for (const file of all) {
    const first = await firstAsync(files, (before) => areSame(before, file));
    if (first === undefined) files.push(file);
    else repeated.push({ file, first });
  }
  return { files, repeated };
}

async function firstAsync(files: readonly string[], isWanted: (file: string) => Promise<boolean>) {
  for (const file of files) if (await isWanted(file)) return file;
  return undefined;
}

/** A file that is not there, or no ordinary one, is reported when it is read. */
async function areSame(one: string, other: string): Promise<boolean> {
  if (one === standardInput || other === standardInput) return false;
  if (path.resolve(one) === path.resolve(other)) return true;
  const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)));
  if (a === undefined || b === undefined || !a.isFile() || !b.isFile() || a.size !== b.size) return false;
  return (await digestOf(one)) === (await digestOf(other));
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
