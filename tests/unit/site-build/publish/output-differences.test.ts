import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestText } from '../../../../src/lib/digest.ts';
import { openCache } from '../../../../src/library/cache/cache.ts';
import { measureFile } from '../../../../src/library/file-stamps.ts';
import { type Ledger, openLedger } from '../../../../src/site-build/publish/ledger.ts';
import { findDifferences, startInspection } from '../../../../src/site-build/publish/output-differences.ts';

let root: string;
let ledger: Ledger;
let cacheDirectory: string;
const place = (file: string) => path.join(root, file);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'inspection-'));
  cacheDirectory = `${root}-cache`;
  ledger = openLedger(openCache(cacheDirectory), root);
});

afterEach(() => {
  openCache(cacheDirectory).close();
  for (const directory of [root, cacheDirectory]) rmSync(directory, { recursive: true });
});

function publish(names: readonly string[]): void {
  openCache(cacheDirectory).transaction(() => {
    for (const name of names) {
      writeFileSync(place(name), name);
      ledger.record(name, { key: name, digest: digestText(name), stamp: measureFile(place(name))?.stamp ?? '' });
    }
  });
  ledger.settle();
}

/** Opens the ledger as the next build does. */
const reopened = () => openLedger(openCache(cacheDirectory), root);

function disturb(): void {
  rmSync(place('1'));
  writeFileSync(place('2'), 'شيء آخر');
  utimesSync(place('3'), 1, 1);
  writeFileSync(place('foreign'), 'غريب');
}

const differences = () => ({
  missing: ['1'],
  altered: ['2'],
  touched: [['3', measureFile(place('3'))?.stamp]],
});

it('finds missing, altered and touched files, and other files if the last build was not successful', () => {
  publish(['1', '2', '3', '4']);
  disturb();
  expect(findDifferences(reopened(), root)).toEqual(differences());
  ledger.begin();
  expect(findDifferences(reopened(), root)).toEqual({
    ...differences(),
    altered: [...differences().altered, 'foreign'],
  });
});

it.each([
  ['in a thread, as for a large output', 4],
  ['inline, as for a small one', 5],
])('finds the same differences %s', async (_, minFiles) => {
  publish(['1', '2', '3', '4']);
  disturb();
  const inspect = startInspection(reopened(), root, { minFiles });
  expect(await inspect()).toEqual(differences());
});
