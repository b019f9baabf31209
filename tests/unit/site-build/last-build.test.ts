import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cache, openCache } from '../../../src/library/cache/cache.ts';
import { shownSite } from '../../../src/library/shown-site.ts';
import type { Site } from '../../../src/schema/site.ts';
import { openBuildMemory } from '../../../src/site-build/last-build.ts';
import { site } from '../../support/library.ts';

let directory: string;
let cache: Cache;
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'last-build-'));
  cache = openCache(directory);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const moved = { ...site, url: 'https://new.example' };
const kept = { ...moved, feeds: { ...site.feeds, tagAuthority: 'news.example' } };
const accepted = { ...moved, feeds: { ...site.feeds, tagAuthority: 'new.example' } };
const staging = shownSite(site, { siteUrl: 'https://try.example' });
const preview = shownSite(site, { isPreview: true });

test.each<[name: string, builds: Site[], lost: (string | undefined)[]]>([
  ['the same site', [site, site], [undefined, undefined]],
  [
    'a site that has moved, until a setting says whose the ids are',
    [site, moved, moved, kept, moved],
    [undefined, 'news.example', 'news.example', undefined, 'news.example'],
  ],
  [
    'a site whose owner accepts the new ids',
    [site, moved, accepted, moved],
    [undefined, 'news.example', undefined, undefined],
  ],
  ['a staging site', [site, staging, preview, site], [undefined, undefined, undefined, undefined]],
])('the lost authority of %s is told', (_name, builds, lost) => {
  const told = builds.map((built) => {
    const memory = openBuildMemory(cache, '/site');
    const authority = memory.lostAuthority(built);
    memory.remember(built);
    return authority;
  });
  expect(told).toEqual(lost);
});

test('the lost authority is told of the site, whichever directory it is built into', () => {
  openBuildMemory(cache, '/site').remember(site);
  expect(openBuildMemory(cache, '/other').lostAuthority(moved)).toBe('news.example');
});

test.each([
  [site, 'readers'],
  [staging, 'staging'],
  [preview, 'editors'],
] as const)('the audience of the last build is remembered for its output directory', (built, audience) => {
  openBuildMemory(cache, '/site').remember(built);
  openBuildMemory(cache, '/another').remember(site);
  expect(openBuildMemory(cache, '/site')).toMatchObject({ audience, url: built.url });
  expect(openBuildMemory(cache, '/other')).toMatchObject({ audience: undefined, url: undefined });
});
