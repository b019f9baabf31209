import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handToAstro } from '../../../src/library/astro-handover.ts';
import { discardCache } from '../../../src/library/cache/cache.ts';
import { currentBody, currentLibrary } from '../../../src/library/current-library.ts';
import type { Environment } from '../../../src/library/environment.ts';
import { watchLibrary } from '../../../src/library/watched-library.ts';
import { smallestSite } from '../../support/newsroom.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;
const write = (files: Files) => writeContent(path.join(root, 'content'), files);

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'watched-'));
  await write(smallestSite);
  const environment = {
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: true,
    staysOpen: true,
    fingerprint: 'engine',
  };
  handToAstro({ environment: environment as Environment });
});

afterEach(() => {
  discardCache(path.join(root, 'cache'));
  return rm(root, { recursive: true });
});

test('pages and the server of dev share one library, until they are told that the content has changed', async () => {
  const watched = watchLibrary();
  handToAstro({ watchedLibrary: watched });
  const first = await currentLibrary();
  expect(first).toBe(await watched.whole());
  expect((await currentBody('articles/first.md')).html).toContain('<p>');
  await write({ 'articles/first.md': '---\ntitle: "عنوان\n---\nمتن.' });
  expect(await currentLibrary()).toBe(first);

  watched.renew();
  const whole = await watched.whole();
  expect(new Set(whole.problems.map(({ file }) => file))).toEqual(new Set(['articles/first.md']));
  expect(await watched.whole()).toBe(whole);
  const readable = await currentLibrary();
  expect(readable.articles).toEqual([]);
  expect(await currentLibrary()).toBe(readable);

  await write({ 'articles/first.md': smallestSite['articles/first.md'] as string });
  watched.renew();
  expect((await currentLibrary()).articles).toHaveLength(1);
});

test('changes that come while the library is read need one more reading, which sees the last of them', async () => {
  const watched = watchLibrary();
  const first = watched.whole();
  // The reading begins.
  await Promise.resolve();
  const later = ['ثان', 'ثالث'].map((title) => {
    watched.renew();
    const opening = watched.whole();
    // At once, so that the last write is the last one, and the first reading is still under way.
    writeFileSync(
      path.join(root, 'content/articles/first.md'),
      String(smallestSite['articles/first.md']).replace(/title: .*/, `title: ${title}`),
    );
    return opening;
  });
  const [second, third] = await Promise.all(later);
  expect(second).toBe(third);
  expect(second).not.toBe(await first);
  expect(second?.articles.map(({ title }) => title)).toEqual(['ثالث']);
});
