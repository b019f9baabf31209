import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import { digestBytes } from '../../lib/digest.ts';
import { measureFile } from '../../library/file-stamps.ts';
import type { Ledger } from './ledger.ts';
import { listOutput } from './output.ts';

/** How an output directory differs from its ledger; paths are output-relative. */
export interface Differences {
  /** Files in the ledger that do not exist. */
  missing: string[];
  /** Files that are not in the ledger, or whose bytes differ from it. */
  altered: string[];
  /** Files that differ from the ledger only in their stamps, with their current stamps. */
  touched: [file: string, stamp: string][];
}

/** Below this many files, checking them inline is faster than starting a thread. */
const minFilesForThread = 20_000;

/**
 * Starts looking for differences, in a worker thread if the ledger has at least `minFiles` files, and returns a
 * function that resolves to them. Nothing may be written to the output or the ledger before it has resolved. The thread
 * receives the stamps as an argument instead of opening the cache, because a damaged cache may be discarded while the
 * thread runs.
 */
export function startInspection(
  ledger: Ledger,
  outputDirectory: string,
  { minFiles = minFilesForThread, isVerifying = false }: { minFiles?: number; isVerifying?: boolean | undefined } = {},
): () => Promise<Differences> {
  // Every recorded file counts as unlike, and is then compared by its digest.
  if (isVerifying) return async () => findDifferences(ledger, outputDirectory, [...ledger.entries.keys()]);
  if (ledger.entries.size < minFiles) return async () => findDifferences(ledger, outputDirectory);
  const pool = new Tinypool({ filename: import.meta.url, minThreads: 0, maxThreads: 1 });
  const unlike: Promise<string[]> = pool.run({ stamps: stampsOf(ledger), outputDirectory }, { name: 'findUnlike' });
  return async () => {
    try {
      return findDifferences(ledger, outputDirectory, await unlike);
    } finally {
      await pool.destroy();
    }
  };
}

/**
 * Writes the ledger's stamps as `stamp path` for each file, separated by NUL: a single string is passed to a thread
 * faster than a map.
 */
function stampsOf({ entries }: Ledger): string {
  return Array.from(entries, ([file, { stamp }]) => `${stamp} ${file}`).join('\0');
}

/** Finds the files that are missing or whose stamps differ from `stamps`. */
export function findUnlike({ stamps, outputDirectory }: { stamps: string; outputDirectory: string }): string[] {
  if (stamps === '') return [];
  return stamps.split('\0').flatMap((line) => {
    const end = line.indexOf(' ');
    const file = line.slice(end + 1);
    return measureFile(path.join(outputDirectory, file))?.stamp === line.slice(0, end) ? [] : [file];
  });
}

/** Compares an output with its ledger. Looks for files outside the ledger only if the last build was not successful. */
export function findDifferences(
  ledger: Ledger,
  outputDirectory: string,
  unlike = findUnlike({ stamps: stampsOf(ledger), outputDirectory }),
): Differences {
  const differences: Differences = { missing: [], altered: [], touched: [] };
  const { missing, altered, touched } = differences;
  const others = ledger.isSettled ? [] : listOutput(outputDirectory).filter((file) => !ledger.entries.has(file));
  for (const file of [...unlike, ...others]) {
    const absolute = path.join(outputDirectory, file);
    const measured = measureFile(absolute);
    const known = ledger.entries.get(file);
    if (!measured) missing.push(file);
    else if (known && digestBytes(readFileSync(absolute)) === known.digest) touched.push([file, measured.stamp]);
    else altered.push(file);
  }
  return differences;
}
