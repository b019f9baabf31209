import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tinypool } from 'tinypool';
import { digestBytes } from '../../lib/digest.ts';
import { measureFile } from '../../library/file-stamps.ts';
import type { Ledger } from './ledger.ts';
import { listOutput } from './output.ts';

/** How an output directory stands against what its ledger remembers; paths are output-relative. */
export interface Differences {
  /** Remembered, and not there. */
  missing: string[];
  /** There, and other than remembered or not remembered at all, with their bytes. */
  altered: [file: string, size: number][];
  /** As remembered but for their stamps, which are given. */
  touched: [file: string, stamp: string][];
}

/** With fewer files, a thread starts later than they have been looked at. */
const minFilesForThread = 20_000;

/**
 * Begins to look for differences, in a thread of its own where there are many files, and gives what they are when it is asked.
 * Nothing may be written to the output or the ledger before that. The thread is told the stamps and does not open the cache:
 * a damaged one may be discarded meanwhile.
 */
export function startInspection(ledger: Ledger, outputDirectory: string): () => Promise<Differences> {
  if (ledger.entries.size < minFilesForThread) return async () => findDifferences(ledger, outputDirectory);
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

/** `stamp path` of each file, between NUL characters: one text is handed to a thread sooner than a map. */
function stampsOf({ entries }: Ledger): string {
  return Array.from(entries, ([file, { stamp }]) => `${stamp} ${file}`).join('\0');
}

/** The files that have other stamps than these, or are missing. */
export function findUnlike({ stamps, outputDirectory }: { stamps: string; outputDirectory: string }): string[] {
  if (stamps === '') return [];
  return stamps.split('\0').flatMap((line) => {
    const end = line.indexOf(' ');
    const file = line.slice(end + 1);
    return measureFile(path.join(outputDirectory, file))?.stamp === line.slice(0, end) ? [] : [file];
  });
}

/** After a build that ended well the ledger names every file; looking for others would take as long as all the rest. */
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
    else altered.push([file, measured.size]);
  }
  return differences;
}
