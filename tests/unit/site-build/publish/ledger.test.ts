import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../../src/library/cache/cache.ts';
import { type Change, type Ledger, openLedger } from '../../../../src/site-build/publish/ledger.ts';

let root: string;
let cache: Cache;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'ledger-'));
  cache = openCache(root);
});

afterEach(() => {
  cache.close();
  rmSync(root, { recursive: true });
});

const open = (output = '/site') => openLedger(cache, output);
const entry = (digest: string) => ({ key: `key of ${digest}`, digest, stamp: '1:1' });

describe('a ledger', () => {
  it('remembers entries of one output directory, and forgets them for another', () => {
    open().record('index.html', entry('1'));
    expect([...open().entries]).toEqual([['index.html', entry('1')]]);
    expect([...open('/elsewhere').entries]).toEqual([]);
    expect([...open('/elsewhere').changes()]).toEqual([]);
  });

  it('is settled from the end of one build to the beginning of the next', () => {
    expect(open().isSettled).toBe(false);
    open().settle();
    expect(open().isSettled).toBe(true);
    expect(open('/elsewhere').isSettled).toBe(false);
    open('/elsewhere').settle();
    open().settle();
    open().begin();
    expect(open().isSettled).toBe(false);
  });

  it('stores in the database whether it is settled, in case the log is lost', () => {
    const withoutLog = (name: string) => {
      mkdirSync(path.join(root, name));
      copyFileSync(path.join(root, 'warraq.sqlite'), path.join(root, name, 'warraq.sqlite'));
      const copy = openCache(path.join(root, name));
      const { isSettled, entries } = openLedger(copy, '/site');
      copy.close();
      return [isSettled, [...entries.keys()]];
    };
    const ledger = open();
    ledger.record('index.html', entry('1'));
    ledger.settle();
    expect(withoutLog('after')).toEqual([true, ['index.html']]);
    ledger.begin();
    ledger.record('new.html', entry('2'));
    expect(withoutLog('during')).toEqual([false, ['index.html']]);
  });

  it('forgets the changes and keeps the entries after a successful build', () => {
    const ledger = open();
    ledger.record('index.html', entry('1'));
    ledger.settle();
    expect([[...open().entries.keys()], [...open().changes()]]).toEqual([['index.html'], []]);
  });

  it('records no change if the bytes are the same', () => {
    open().record('index.html', entry('1'));
    open().settle();
    open().record('index.html', { ...entry('1'), key: 'of another engine', stamp: '2:1' });
    open().renew('index.html', { ...entry('1'), stamp: '3:1' });
    expect([...open().changes()]).toEqual([]);
    expect(open().entries.get('index.html')).toEqual({ ...entry('1'), stamp: '3:1' });
  });
});

/** What one failed build did to a file. Several of them can follow a successful build. */
type Step = 'make' | 'make another' | 'remove';

const steps: Record<Step, (ledger: Ledger) => void> = {
  make: (ledger) => ledger.record('a.html', entry('1')),
  'make another': (ledger) => ledger.record('a.html', entry('2')),
  remove: (ledger) => ledger.remove('a.html'),
};

describe('the changes since a successful build', () => {
  it.each<[before: 'absent' | 'present', steps: Step[], change: Change | undefined]>([
    ['absent', ['make'], 'added'],
    ['absent', ['make', 'make another'], 'added'],
    ['absent', ['make', 'remove'], undefined],
    ['absent', ['make', 'remove', 'make another'], 'added'],
    ['present', ['make'], undefined],
    ['present', ['make another'], 'changed'],
    ['present', ['make another', 'make another'], 'changed'],
    ['present', ['remove'], 'removed'],
    ['present', ['make another', 'remove'], 'removed'],
    ['present', ['remove', 'make another'], 'changed'],
    ['present', ['remove', 'make another', 'remove'], 'removed'],
  ])('to a file that was %s, by builds that %j: %s', (before, done, change) => {
    if (before === 'present') steps.make(open());
    open().settle();
    for (const step of done) {
      const ledger = open();
      ledger.begin();
      steps[step](ledger);
    }
    expect([...open().changes()]).toEqual(change === undefined ? [] : [['a.html', change]]);
  });

  it('include a removed file that is not in the ledger: a build whose cache was lost has published it', () => {
    open().remove('stray.html');
    expect([...open().changes()]).toEqual([['stray.html', 'removed']]);
  });
});
