import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  articleFile,
  articleText,
  changingNewsroom,
  changingNow,
  paragraphs,
  settings,
} from '../support/changing-newsroom.ts';
import { createKeptSite, type KeptSite, listChanges, readDigests } from '../support/kept-site.ts';

/** Two states of a newsroom. Between them every page changes, and pages are added and removed. */
const states: Record<string, string | null>[] = [
  {
    'site.yaml': stringify({ ...settings, tagline: 'كل صباح' }),
    [articleFile(12)]: null,
    [articleFile(20)]: articleText({ number: 20 }),
    [articleFile(16)]: articleText({ number: 16, body: `${paragraphs(16)}\n\nوأُضيف هذا السطر مساءً.` }),
  },
  {
    'site.yaml': stringify(settings),
    [articleFile(12)]: articleText({ number: 12 }),
    [articleFile(20)]: null,
    [articleFile(16)]: articleText({ number: 16 }),
  },
];

const seed = 20_260_125;
const moments = randomFractions(seed, 12).map((fraction, index) => ({
  index,
  fraction,
  percent: Math.round(fraction * 100),
}));

describe('the build after a killed one', () => {
  let sites: KeptSite[];
  let wholeMs: number;
  const killed: number[] = [];

  beforeAll(async () => {
    sites = await Promise.all(
      [0, 1].map(() => createKeptSite(changingNewsroom, { environment: { SOURCE_DATE_EPOCH: String(changingNow) } })),
    );
    for (const site of sites) expect(await site.build()).toMatchObject({ exitCode: 0 });
    const started = performance.now();
    await Promise.all(sites.map((site) => site.build()));
    wholeMs = 1.3 * (performance.now() - started);
  });

  /** Kills the build of a site, builds again and checks the output and the lists of changed files. */
  const killAndBuild = async (site: KeptSite, index: number, fraction: number) => {
    const { outputDirectory, cacheDirectory } = site.directories;
    const changesFile = path.join(cacheDirectory, 'changed-files.txt');
    const before = readDigests(outputDirectory);
    await site.write(states[index % 2] as Record<string, string | null>);
    rmSync(changesFile);
    const started = performance.now();
    const build = site.start();
    await Promise.race([sleep(fraction * wholeMs), build.result]);
    build.kill();
    if ((await build.result).exitCode !== 0) killed.push(fraction);
    // A build that ended before the kill shows that builds are faster now, say because the machine is less busy.
    else wholeMs = Math.min(wholeMs, performance.now() - started);
    const told = existsSync(changesFile) ? readFileSync(changesFile, 'utf8').split('\n').filter(Boolean) : [];
    const { exitCode, output, differences } = await site.buildAndCompare();
    expect([exitCode, output]).toEqual([0, expect.stringContaining('بُني الموقع')]);
    expect(differences).toEqual([]);
    const changes = listChanges(before, readDigests(outputDirectory));
    expect([...new Set([...told, ...site.changedFiles()])].sort(byPath)).toEqual(changes);
  };

  it.each(moments.filter(({ index }) => index % 2 === 0))(
    'has the same output as one from scratch and, together with the killed one, lists all changed files: kills $index and next, the first at $percent % of the build',
    async ({ index, fraction }) => {
      const turn = index / 2;
      const other = moments[index + 1]?.fraction ?? 0;
      await Promise.all([
        killAndBuild(sites[0] as KeptSite, turn, fraction),
        killAndBuild(sites[1] as KeptSite, turn, other),
      ]);
    },
  );

  it('had something to repair: most builds were killed before their end', () => {
    expect(killed.length).toBeGreaterThan(moments.length / 2);
  });
});

/**
 * Returns random fractions of the duration of a build, from a quarter, when it still reads, up to its end. `start` is
 * the seed.
 */
function randomFractions(start: number, count: number): number[] {
  let state = start;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.25 + 0.75 * (state / 2 ** 32);
  });
}

function byPath(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map((line) => line.split('\t')[1]);
  return left < right ? -1 : 1;
}
