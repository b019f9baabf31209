import { hash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface FileState {
  /** Inode, mtime and size: changes whenever the file is written, even with the same content. */
  stamp: string;
  digest: string;
}

/** The files of an output directory, by relative path. */
export type OutputTree = ReadonlyMap<string, FileState>;

/** What a build did to its output. Each field is a number of files. */
export interface OutputChange {
  added: number;
  /** Files whose content differs from before. */
  changed: number;
  removed: number;
  /** Files that were written again with the same content. */
  rewritten: number;
}

/** Lists and hashes the files of a directory. Files that have not been written since `before` are not read again. */
export function readOutput(directory: string, before: OutputTree = new Map()): OutputTree {
  const tree = new Map<string, FileState>();
  for (const file of listFiles(directory)) {
    const { ino, mtimeNs, size } = lstatSync(file, { bigint: true });
    const stamp = `${ino} ${mtimeNs} ${size}`;
    const name = path.relative(directory, file);
    const known = before.get(name);
    const digest = known?.stamp === stamp ? known.digest : hash('sha1', readFileSync(file));
    tree.set(name, { stamp, digest });
  }
  return tree;
}

export function compareOutputs(before: OutputTree, after: OutputTree): OutputChange {
  const change = { added: 0, changed: 0, removed: 0, rewritten: 0 };
  for (const [file, { stamp, digest }] of after) {
    const old = before.get(file);
    if (old === undefined) change.added += 1;
    else if (old.digest !== digest) change.changed += 1;
    else if (old.stamp !== stamp) change.rewritten += 1;
  }
  for (const file of before.keys()) if (!after.has(file)) change.removed += 1;
  return change;
}

function* listFiles(directory: string): Generator<string> {
  for (const entry of readEntries(directory)) {
    const absolute = path.join(directory, entry.name);
    if (entry.isDirectory()) yield* listFiles(absolute);
    else yield absolute;
  }
}

function readEntries(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
