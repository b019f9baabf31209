import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { withPath, writeNamedFile } from '../../library/system-errors.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Output } from './output.ts';

/**
 * Holds the files that a build has made until all of them are made and checked, so that a build that fails leaves the output as it
 * was. What a failed or killed build has staged is used by the next one, if it has the same key there.
 */
export interface OutputStage {
  /** What was staged in this build, by output-relative path; the stamps are '' until the files are in the output. */
  entries: ReadonlyMap<string, LedgerEntry>;
  /** Returns the bytes of an output that an earlier build staged under the same key, without making it. */
  reuse(output: Output): Uint8Array | undefined;
  /** Whether an earlier build staged an output under the same key, so that `reuse` may return it. */
  isLeft(output: Output): boolean;
  /** `isInOutput` says that the output has these bytes already, so that only the key has to be recorded. */
  add(file: string, staged: Staged, bytes: Uint8Array, isInOutput: boolean): void;
  /** Takes over a file that another process has staged with `stageBytes`, unless it is in the output already. */
  adopt(file: string, staged: Staged, isInOutput: boolean): void;
  /** Reads a file that was staged in this build; undefined if it is in the output already, or was not staged. */
  read(file: string): Buffer | undefined;
  /** Moves a staged file to its absolute place, replacing atomically what is there. */
  moveTo(absolute: string, file: string): void;
  /** Removes everything that is staged. */
  clear(): void;
}

/** Under which key a file is staged, and the digest of its bytes. */
export type Staged = Pick<LedgerEntry, 'key' | 'digest'>;

export function openStage(directory: string): OutputStage {
  mkdirSync(directory, { recursive: true });
  const left = new Map(readdirSync(directory).map((name) => [name.slice(0, name.lastIndexOf('-')), name]));
  const entries = new Map<string, LedgerEntry>();
  /** Names of files that an earlier build staged and that have been read and found whole. */
  const verified = new Set<string>();
  const inOutput = new Set<string>();
  const sourceOf = (file: string): string | undefined => {
    const entry = entries.get(file);
    return entry && !inOutput.has(file) ? path.join(directory, nameOf(file, entry)) : undefined;
  };
  const adopt = (file: string, { key, digest }: Staged, isInOutput: boolean) => {
    entries.set(file, { key, digest, stamp: '' });
    if (isInOutput) inOutput.add(file);
  };
  const nameOfLeft = ({ path: file, key }: Output) =>
    key === undefined || left.size === 0 ? undefined : left.get(prefixOf(file, key));
  return {
    entries,
    isLeft: (output) => nameOfLeft(output) !== undefined,
    reuse(output) {
      const name = nameOfLeft(output);
      if (name === undefined) return undefined;
      const bytes = readFileSync(path.join(directory, name));
      if (!name.endsWith(`-${digestBytes(bytes)}`)) return undefined;
      verified.add(name);
      return bytes;
    },
    add(file, staged, bytes, isInOutput) {
      adopt(file, staged, isInOutput);
      if (!isInOutput && !verified.has(nameOf(file, staged))) stageBytes(directory, file, staged, bytes);
    },
    adopt,
    read(file) {
      const source = sourceOf(file);
      return source === undefined ? undefined : readFileSync(source);
    },
    moveTo(absolute, file) {
      const source = sourceOf(file);
      if (source !== undefined) move(source, absolute);
    },
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Writes a file into the stage in `directory`. */
export function stageBytes(directory: string, file: string, staged: Staged, bytes: Uint8Array): void {
  writeNamedFile(path.join(directory, nameOf(file, staged)), bytes);
}

/** All files lie in one folder: folders of their own would cost as much time as the files. */
function nameOf(file: string, { key, digest }: Staged): string {
  return `${prefixOf(file, key)}-${digest}`;
}

function prefixOf(file: string, key: string): string {
  return digestText(`${file}\n${key}`);
}

/** Renames a file, or copies it if the output is on another file system, under a temporary name that is renamed in turn. */
function move(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const temporary = path.join(path.dirname(target), `.${path.basename(source).slice(-20)}.tmp`);
    try {
      copyFileSync(source, temporary);
    } catch (failure) {
      rmSync(temporary, { force: true });
      throw withPath(failure, target);
    }
    renameSync(temporary, target);
    rmSync(source);
  }
}
