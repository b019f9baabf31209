import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Piscina } from 'piscina';
import type { Ledger } from './ledger.ts';
import { digestOutput, listFiles, measureFile } from './output.ts';

/** How an output directory stands against what its ledger remembers; paths are output-relative. */
export interface Differences {
  /** Remembered, and not there. */
  missing: string[];
  /** There, and other than remembered or not remembered at all, with their bytes. */
  altered: [file: string, size: number][];
  /** As remembered but for their stamps, which are given. */
  touched: [file: string, stamp: string][];
}

export interface InspectedDirectories {
  outputDirectory: string;
  cacheDirectory: string;
}

/** With fewer files, a thread starts later than they have been looked at. */
const worthThread = 20_000;

/**
 * Begins to look for differences, in a thread of its own where there are many files, and gives what they are when it is asked.
 * Nothing may be written to the output or the ledger before that.
 */
export function startInspection(ledger: Ledger, directories: InspectedDirectories): () => Promise<Differences> {
  const lookHere = async () => findDifferences(ledger, directories.outputDirectory);
  if (ledger.entries.size < worthThread) return lookHere;
  const pool = new Piscina({
    filename: new URL('inspection-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
  });
  const found = pool.run(directories, { name: 'inspect' }).catch(lookHere);
  return () => found.finally(() => pool.destroy());
}

/** After a build that ended well the ledger names every file; looking for others would take as long as all the rest. */
export function findDifferences(ledger: Ledger, outputDirectory: string): Differences {
  const differences: Differences = { missing: [], altered: [], touched: [] };
  const { missing, altered, touched } = differences;
  const files = ledger.isSettled ? [] : listFiles(outputDirectory);
  for (const file of new Set([...ledger.entries.keys(), ...files])) {
    const absolute = path.join(outputDirectory, file);
    const measured = measureFile(absolute);
    const known = ledger.entries.get(file);
    if (!measured) missing.push(file);
    else if (known?.stamp === measured.stamp) continue;
    else if (known && digestOutput(readFileSync(absolute)) === known.digest) touched.push([file, measured.stamp]);
    else altered.push([file, measured.size]);
  }
  return differences;
}
