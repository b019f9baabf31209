import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerEntry } from '../../../../src/site-build/publish/ledger.ts';
import type { OutputFolder } from '../../../../src/site-build/publish/output.ts';
import { unknownFolders } from '../../../../src/site-build/publish/output-folders.ts';

const folder = (name: string): OutputFolder => ({ folder: name, key: 'ب', size: 2, make: async () => undefined });

const unknown = (keys: Record<string, string>): string[] => {
  const entries = Object.entries(keys).map(([file, key]): [string, LedgerEntry] => [
    file,
    { key, digest: '', stamp: '' },
  ]);
  const ledger = { entries: new Map(entries) } as Ledger;
  return unknownFolders([folder('search/one'), folder('search/two')], ledger).map((found) => found.folder);
};

describe('a folder that has to be made, whatever is in the output', () => {
  const one = { 'search/one/a': 'ب of 2', 'search/one/b/c': 'ب of 2' };
  it.each<[what: string, keys: Record<string, string>, found: string[]]>([
    ['has no files', one, ['search/two']],
    ['has files of another key', { ...one, 'search/two/a': 'أ of 1' }, ['search/two']],
    ['is recorded in part', { ...one, 'search/two/a': 'ب of 2' }, ['search/two']],
    ['is not one that is recorded completely', { ...one, 'search/two/a': 'ب of 1' }, []],
    ['is not recorded by files beside it', { ...one, 'search/twofold': 'ب of 1', 'two/a': 'ب of 1' }, ['search/two']],
  ])('%s', (_what, keys, found) => {
    expect(unknown(keys)).toEqual(found);
  });
});
