import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../../../src/library/library.ts';
import { checkHostLimits } from '../../../src/site-build/host-limits.ts';
import { writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'limits-'));
});

afterEach(() => rm(root, { recursive: true }));

const advice = 'images: { service: cloudflare }';

it.each([
  ['https://sada.example', '', true],
  ['https://sada.pages.dev', '', false],
  ['https://sada.workers.dev', '', false],
  ['https://sada.example', 'images:\n  service: cloudflare\n', false],
])('a site at %s is told of the service of its host if it can use it (%j)', async (url, images, isTold) => {
  const [contentDirectory, publicDirectory, cacheDirectory] = ['content', 'public', 'cache'].map((name) =>
    path.join(root, name),
  ) as [string, string, string];
  await writeContent(contentDirectory, {
    'site.yaml': `title: صدى\ndescription: أخبار\nurl: ${url}\nhost:\n  name: cloudflare\n  files: 1\n${images}`,
  });
  const library = await openLibrary({
    contentDirectory,
    publicDirectory,
    cacheDirectory,
    now: Date.parse('2026-12-01'),
    includeUnpublished: false,
    fingerprint: 'test',
  });
  expect(library.problems).toEqual([]);
  const sizes = new Map(['_images/1f-480.webp', '_images/1f-800.webp'].map((name) => [name, 9]));
  const told = () => checkHostLimits(library, sizes);
  expect(told).toThrow('ولا يقبل cloudflare');
  if (isTold) expect(told).toThrow(advice);
  else expect(told).not.toThrow(advice);
});
