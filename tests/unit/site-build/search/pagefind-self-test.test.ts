import { expect, test, vi } from 'vitest';
import { codedIndex } from '../../../../src/site-build/search/bundle-files.ts';
import { readFragment, writeFragment } from '../../../../src/site-build/search/pagefind-index.ts';
import { findFault, isCodeSound } from '../../../../src/site-build/search/pagefind-self-test.ts';

test('the installed Pagefind passes the self-test', async () => {
  const warn = vi.spyOn(console, 'warn');
  expect(await findFault()).toBeUndefined();
  expect(await isCodeSound()).toBe(true);
  expect(warn).not.toHaveBeenCalled();
});

const countsFromTwo: typeof codedIndex = async (records) =>
  (await codedIndex(records)).map((file) => {
    if (!file.path.endsWith('.pf_fragment')) return file;
    const fragment = readFragment(file.content);
    return { ...file, content: writeFragment({ ...fragment, content: `زائد ${fragment.content}` }) };
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
