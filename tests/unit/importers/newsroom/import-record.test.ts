import { describe, expect, it } from 'vitest';
import {
  composeImportRecords,
  type Decision,
  decide,
  type ImportRecord,
  parseImportRecords,
  recordKey,
  UnreadableRecord,
} from '../../../../src/importers/newsroom/import-record.ts';

const record = (key: string, site = 'old.example'): ImportRecord => ({
  key,
  site,
  stem: `articles/2022/01/${key}`,
  id: '3f9ab',
  digest: 'a1',
});

describe('records of imports', () => {
  const records = new Map(
    [record('b\nline'), record('أ'), record('b', 'other.example')].map((one) => [recordKey(one), one]),
  );

  it('are read as they were written, sorted, one on each line', () => {
    const text = composeImportRecords(records);
    expect(text.split('\n')).toHaveLength(4);
    expect(parseImportRecords(text)).toEqual(records);
    expect(composeImportRecords(new Map([...records].reverse()))).toBe(text);
  });

  it.each([
    ['<<<<<<< HEAD\n', 1],
    [`${composeImportRecords(records)}{"key":"x"}\n`, 4],
    ['\n{"key":', 2],
  ])('%j is refused with the number of its line', (text, line) => {
    expect(() => parseImportRecords(text)).toThrow(new UnreadableRecord(line));
  });
});

it.each<[composed: string, current: string | undefined, recorded: string | undefined, decision: Decision]>([
  ['new', undefined, undefined, 'came'],
  ['new', undefined, 'old', 'came'],
  ['same', 'same', undefined, 'unchanged'],
  ['same', 'same', 'same', 'unchanged'],
  ['new', 'old', 'old', 'updated'],
  ['old', 'edited', 'old', 'kept'],
  ['old', 'edited', undefined, 'kept'],
  ['new', 'edited', 'old', 'changed-on-both-sides'],
])('a file composed as %s, here as %s and recorded as %s is %s', (composed, current, recorded, decision) => {
  expect(decide(composed, current, recorded)).toBe(decision);
});
