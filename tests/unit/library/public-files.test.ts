import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore } from '../../../src/library/files/files.ts';
import { filesNear, locateFile, sourceName } from '../../../src/library/located-files.ts';
import { listPublicFiles } from '../../../src/library/public-files.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'public-files-'));
});

afterEach(() => rm(root, { recursive: true }));

const directories = () => ({
  contentDirectory: path.join(root, 'content'),
  publicDirectory: path.join(root, 'engine/public'),
});

async function list(files: Files): Promise<[path: string, content: string][]> {
  await writeContent(root, files);
  const found = listPublicFiles(directories()).files.map(
    async ({ path: at, absolute }): Promise<[string, string]> => [at, await readFile(absolute, 'utf8')],
  );
  return (await Promise.all(found)).sort();
}

describe('the files that the site has as they are', () => {
  it('come from the engine and from the newsroom, whose own go before the engine’s', async () => {
    const files = {
      'engine/public/favicon.svg': 'engine',
      'engine/public/robots.txt': 'engine',
      'content/public/favicon.svg': 'newsroom',
      'content/public/files/تقرير.pdf': 'newsroom',
    };
    expect(await list(files)).toEqual([
      ['favicon.svg', 'newsroom'],
      ['files/تقرير.pdf', 'newsroom'],
      ['robots.txt', 'engine'],
    ]);
  });

  it.each(['CNAME', '.nojekyll', '.well-known/security.txt', '_headers', '.htaccess', 'a~b.pdf'])(
    'are copied: %s',
    async (name) => {
      expect(await list({ [`content/public/${name}`]: 'x' })).toEqual([[name, 'x']]);
    },
  );

  it.each([
    '.git/config',
    '.gitignore',
    '.gitkeep',
    '.DS_Store',
    'a/.DS_Store',
    '._logo.png',
    'Thumbs.db',
    'a/thumbs.db',
    'desktop.ini',
    'ads.txt~',
    '.ads.txt.swp',
  ])('are not what programs leave there: %s', async (name) => {
    expect(await list({ [`content/public/${name}`]: 'x' })).toEqual([]);
  });

  it('are not outside the folder: a symbolic link is followed only to a file within it', async () => {
    const files = {
      'content/public/a.pdf': 'x',
      'content/public/inside.pdf': { linksTo: 'a.pdf' },
      'content/public/outside.pdf': { linksTo: '../site.yaml' },
      'content/public/folder': { linksTo: '.' },
      'content/public/nothing': { linksTo: 'none' },
      'content/site.yaml': 'title: صدى',
    };
    expect(await list(files)).toEqual([
      ['a.pdf', 'x'],
      ['inside.pdf', 'x'],
    ]);
    const { links } = listPublicFiles(directories());
    expect(links.sort()).toEqual(['public/folder', 'public/nothing', 'public/outside.pdf']);
  });

  it('are found by what an author writes', async () => {
    await writeContent(root, {
      'content/public/logo.png': '1',
      'content/public/files/تقرير.pdf': '2',
      'engine/public/logo.png': '3',
      'engine/public/card.png': '4',
    });
    const found = (src: string) => {
      const file = locateFile(src, 'articles/a.md', directories());
      return file && [path.relative(root, file), sourceName(file, directories())];
    };
    expect(found('/logo.png')).toEqual(['content/public/logo.png', '/logo.png']);
    expect(found('../public/logo.png')).toEqual(['content/public/logo.png', '/logo.png']);
    expect(found('/card.png')).toEqual(['engine/public/card.png', '/card.png']);
    expect(found('/files/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf')?.[1]).toBe('/files/تقرير.pdf');
    expect(found('/../site.yaml')).toBeUndefined();
    expect(filesNear('/lgo.png', 'articles/a.md', directories(), () => true).sort()).toEqual([
      '/card.png',
      '/logo.png',
    ]);
  });

  it('are linked to at their own address, however an author names them', async () => {
    await writeContent(root, { 'content/public/files/تقرير.pdf': '22' });
    const store = createFileStore({ ...directories(), cacheDirectory: path.join(root, 'cache') });
    const resolved = (src: string) => store.resolve(src, 'articles/a.md');
    expect(await resolved('/files/تقرير.pdf')).toMatchObject({ url: '/files/تقرير.pdf', bytes: 2 });
    expect(await resolved('../public/files/تقرير.pdf#page=2')).toMatchObject({
      url: `/files/${encodeURI('تقرير')}.pdf#page=2`,
    });
  });
});
