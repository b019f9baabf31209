import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCachedFiles } from '../../../../src/library/cache/cached-files.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'kept-files-'));
});
afterEach(() => rm(root, { recursive: true }));

const content = (text: string) => async () => new Uint8Array(Buffer.from(text));
const take = async (text: string) => {
  const taken = await openCachedFiles(path.join(root, 'folder')).take('name.png', content(text));
  return Buffer.from(taken).toString();
};

describe('a cached file', () => {
  it.each(['one', ''])('is made once: «%s»', async (text) => {
    expect([await take(text), await take('other')]).toEqual([text, text]);
  });

  const file = () => path.join(root, 'folder/name.png');
  it.each<[harm: string, act: () => Promise<void>]>([
    ['cut short', () => truncate(file(), 12)],
    ['emptied', () => truncate(file(), 0)],
    ['overwritten', () => writeFile(file(), 'something else that is as long')],
    ['changed by one byte', async () => writeFile(file(), (await readFile(file(), 'latin1')).replace('o', 'O'))],
    ['removed', () => rm(file())],
  ])('is made and cached again after it was %s', async (_, act) => {
    await take('one');
    await act();
    expect([await take('again'), await take('other')]).toEqual(['again', 'again']);
  });
});

it('caches nothing if nothing was made', async () => {
  const files = openCachedFiles(root);
  expect(await files.take('name', async () => undefined)).toBeUndefined();
  expect(await files.take('name', content('now'))).toEqual(new Uint8Array(Buffer.from('now')));
});
