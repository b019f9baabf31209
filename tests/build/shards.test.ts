import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type BuildResult, listFiles, runBuild, type SiteDirectories } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { writeContent } from '../support/write-content.ts';

const years = [2021, 2022, 2023, 2024];
const perYear = 6;

/** A body so long that six of them fill a part of the search index. */
const longBody = Array(6400).fill('والنص طويل، فيه ما في الأخبار الطويلة كلها.').join('\n\n');

/**
 * Articles of one section over four years, so that related articles are from other years too. Those of one year are
 * long.
 */
const articles = Object.fromEntries(
  years.flatMap((year) =>
    Array.from({ length: perYear }, (_, index) => {
      const matter = {
        title: `خبر ${index + 1} من عام ${year}`,
        author: 'huda',
        category: 'world',
        date: `${year}-0${index + 1}-10T09:00:00+02:00`,
        id: `a${year - 2000}${index}x`,
        tags: ['نهر'],
      };
      const body = `متن الخبر ${index + 1}. وله بقية من عام ${year}.${year === 2022 ? `\n\n${longBody}` : ''}`;
      return [`articles/${year}/${index}.md`, markdown(matter, body)];
    }),
  ),
);

let root: string;
const place = (name: string) => path.join(root, name);
const directoriesOf = (name: string): SiteDirectories => ({
  contentDirectory: place('content'),
  outputDirectory: place(`${name}/site`),
  cacheDirectory: place(`${name}/cache`),
});
const build = (name: string, ...options: string[]): Promise<BuildResult> =>
  runBuild(directoriesOf(name), { SOURCE_DATE_EPOCH: '1735689600' }, undefined, options);

beforeAll(async () => {
  root = await mkdtemp(path.join(inject('temporaryRoot'), 'shards-'));
  const { 'articles/first.md': _, ...newsroom } = smallestSite;
  const settings = `${newsroom['site.yaml']}share-cards: 15\n`;
  await writeContent(place('content'), { ...newsroom, 'site.yaml': settings, ...articles });
});

describe('a site built in two shards', () => {
  let joined: BuildResult;
  beforeAll(async () => {
    await build('whole');
    await build('old', '--years', '2021..2022', '--shard', place('old'));
    await build('new', '--years', '2023..2024', '--shard', place('new'));
    joined = await build('joined', '--join', place('old'), '--join', place('new'));
  });

  it('has the same bytes as a site built on one machine', async () => {
    const files = listFiles(place('whole/site'));
    expect(listFiles(place('joined/site'))).toEqual(files);
    for (const file of files) {
      const [one, other] = await Promise.all(
        ['whole', 'joined'].map((name) => readFile(place(`${name}/site/${file}`))),
      );
      expect(other?.equals(one as Buffer), file).toBe(true);
    }
  });

  it.each([
    ['old', '2021-01-10'],
    ['new', '2023-01-10'],
  ])('has the search part within the years of the shard «%s», which the shard has built', (shard, part) => {
    const parts = listFiles(place(`${shard}/site`)).flatMap((file) => /^pagefind\/([\d-]+)\//.exec(file)?.[1] ?? []);
    expect([...new Set(parts)]).toEqual([part]);
    expect(listFiles(place(`whole/site/pagefind/${part}`)).length).toBeGreaterThan(0);
  });

  it('is joined without rendering the article pages of the shards again', () => {
    expect(joined.output).toContain(`وبقيت ${years.length * perYear} صفحةً على حالها`);
  });
});

describe('the command line', () => {
  it.each<[options: string[], told: string]>([
    [['--years', '2021..2020', '--shard', 'x'], 'لا تُقرأ السنوات «2021..2020». اكتبها هكذا: 2019..2021 أو 2024.'],
    [['--years', '2021'], 'الخياران --years و--shard يُكتبان معًا، ولا يُكتب معهما --join.'],
    [['--shard', 'x'], 'الخياران --years و--shard يُكتبان معًا، ولا يُكتب معهما --join.'],
    [['--whatever'], 'لا يعرف الأمر الخيار --whatever.'],
    [['--join', 'nowhere'], 'ليس في المجلد nowhere جزء من الموقع.'],
  ])('%j is refused in Arabic', async (options, told) => {
    const { exitCode, output } = await build('refused', ...options);
    expect(output).toContain(told);
    expect(exitCode).toBe(1);
  });
});
