import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codedIndex } from '../../../../src/site-build/search/bundle-files.ts';
import { findFault, isCodeSound, judgeCode } from '../../../../src/site-build/search/pagefind-self-test.ts';

test('the installed Pagefind passes the self-test', async () => {
  const warn = vi.spyOn(console, 'warn');
  expect(await findFault()).toBeUndefined();
  expect(await isCodeSound()).toBe(true);
  expect(warn).not.toHaveBeenCalled();
});

const countsFromTwo: typeof codedIndex = async (records) =>
  (await codedIndex(records)).map((file) => {
    if (!file.path.endsWith('.pf_fragment')) return file;
    const text = gunzipSync(file.content).toString();
    return { ...file, content: gzipSync(text.replaceAll('"content":"', '"content":"x ')) };
  });

test.each<[string, typeof codedIndex, RegExp]>([
  [
    'forgets a record',
    (records) => codedIndex(records.slice(1)),
    /^words: found “\/title\/” instead of “\/singular\/ \/title\/”$/,
  ],
  ['counts words differently', countsFromTwo, /^places of words: “في” instead of “الحريقِ،”$/],
  ['fails', () => Promise.reject(new Error('no memory')), /no memory/],
])('a Pagefind that %s does not pass', async (_name, index, fault) => {
  expect(await findFault(index)).toMatch(fault);
});

async function newMark(): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'warraq-mark-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return path.join(directory, 'renderers/search-1');
}

test('a Pagefind that passed is not tested again', async () => {
  const mark = await newMark();
  const findNothing = vi.fn(async () => undefined);
  expect([await judgeCode(mark, findNothing), await judgeCode(mark, findNothing)]).toEqual([true, true]);
  expect(findNothing).toHaveBeenCalledTimes(1);
});

test('a Pagefind that failed is reported, and tested again', async () => {
  const mark = await newMark();
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await judgeCode(mark, async () => 'no memory')).toBe(false);
  expect(warn.mock.calls).toEqual([
    ["Search falls back to Pagefind's own analysis of Arabic. This Pagefind fails the self-test: no memory"],
  ]);
  expect(existsSync(mark)).toBe(false);
  expect(await judgeCode(mark, async () => undefined)).toBe(true);
});
