import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobName, listCleanBlobs } from '../../../../src/library/content/tracked-files.ts';

const text = (words: string) => `---\ntitle: خبر\n---\n\n${words}\n`;
const nameOf = (words: string) => blobName(Buffer.from(text(words)));

let root: string;
let content: string;

const git = (...words: string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' });
const write = (name: string, words: string) => writeFileSync(path.join(content, name), text(words));

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'tracked-'));
  content = path.join(root, 'content');
  mkdirSync(path.join(content, 'articles'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

it('names a blob as Git does', () => {
  write('articles/خبر.md', 'متن');
  git('init', '--quiet');
  expect(git('hash-object', 'content/articles/خبر.md').trim()).toBe(nameOf('متن'));
});

describe('the blobs of a directory in a working tree', () => {
  const states: [state: string, change: () => void, known: boolean][] = [
    ['as it was added', () => {}, true],
    ['with another time only', () => utimesSync(path.join(content, 'articles/خبر.md'), 1, 1), true],
    ['edited', () => write('articles/خبر.md', 'متن آخر'), false],
    [
      'edited, with the same size and time',
      () => {
        const file = path.join(content, 'articles/خبر.md');
        const { atime, mtime } = statSync(file);
        write('articles/خبر.md', 'نتم');
        utimesSync(file, atime, mtime);
      },
      false,
    ],
    ['deleted', () => rmSync(path.join(content, 'articles/خبر.md')), false],
    ['taken from the index', () => git('rm', '--quiet', '--cached', 'content/articles/خبر.md'), false],
    ['assumed to be unchanged', () => git('update-index', '--assume-unchanged', 'content/articles/خبر.md'), false],
    ['left out of the checkout', () => git('update-index', '--skip-worktree', 'content/articles/خبر.md'), false],
  ];
  it.each(states)('have a file that is %s, or do not', async (_state, change, isKnown) => {
    write('articles/خبر.md', 'متن');
    write('articles/other.md', 'متن ثان');
    git('init', '--quiet');
    git('add', '.');
    change();
    const expected = new Map([['articles/other.md', nameOf('متن ثان')]]);
    if (isKnown) expected.set('articles/خبر.md', nameOf('متن'));
    expect(await listCleanBlobs(content)).toEqual(expected);
  });

  it('have neither files that are ignored or new, nor those of a repository within', async () => {
    git('init', '--quiet');
    appendFileSync(path.join(root, '.gitignore'), 'hidden.md\n');
    for (const name of ['articles/hidden.md', 'articles/new.md']) write(name, 'متن');
    mkdirSync(path.join(content, 'articles/inner'));
    execFileSync('git', ['init', '--quiet'], { cwd: path.join(content, 'articles/inner') });
    write('articles/inner/a.md', 'متن');
    expect(await listCleanBlobs(content)).toEqual(new Map());
  });

  it('are not known where Git knows nothing', async () => {
    expect(await listCleanBlobs(path.join(root, 'nowhere'))).toBeUndefined();
  });
});
