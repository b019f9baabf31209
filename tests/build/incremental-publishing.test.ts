import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { messages } from '../../src/schema/messages.ts';
import { formatProblems } from '../../src/schema/problem.ts';
import { commandStrings } from '../../src/strings/commands.ts';
import { withoutProgress } from '../support/build-site.ts';
import {
  articleFile,
  articleText,
  changingNow,
  idOf,
  newsroom,
  paragraphs,
  settings,
} from '../support/changing-newsroom.ts';
import { createKeptSite, type KeptSite, listChanges, readDigests } from '../support/kept-site.ts';

/** All articles share one author, one section and one tag, so that their lists have several pages. */
const count = 65;
const shared = { author: 'huda', category: 'city', tags: ['النقل'] };
const dateOf = (number: number) => new Date(Date.UTC(2026, 0, 20) + number * 3_600_000).toISOString();
const text = (number: number, matter: Record<string, unknown> = {}, body = paragraphs(number)) =>
  articleText({ number, matter: { ...shared, date: dateOf(number), ...matter }, body });
const page = (number: number) => `${idOf(number)}/index.html`;
const inMdx = 6;
const files = newsroom({
  // As many as there are articles at first, so that the oldest loses its card when one is published.
  'site.yaml': stringify({ ...settings, 'share-cards': count }),
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) => index + 1).map((number) => [
      articleFile(number, number === inMdx ? 'mdx' : 'md'),
      text(number),
    ]),
  ),
});

/** Pages that every build renders, because they show the whole archive and have no key. */
const unkeyed = [
  '404.html',
  'archive/index.html',
  'feeds/index.html',
  'index.html',
  'saved/index.html',
  'search/index.html',
];
const allPages = [
  ...Array.from({ length: count }, (_, index) => page(index + 1)),
  ...['c/city', 'a/huda', 't/النقل'].flatMap((list) => [
    `${list}/index.html`,
    `${list}/1/index.html`,
    `${list}/2/index.html`,
  ]),
  'c/culture/index.html',
  'c/sport/index.html',
  'a/index.html',
  'a/omar/index.html',
  '2026/01/index.html',
  'about/index.html',
  ...unkeyed,
];

let site: KeptSite;
/** Lists the changes of the last build outside the search index. */
const changes = () => site.changedFiles().filter((line) => !line.includes('\tpagefind/'));
const changedPaths = () => changes().map((line) => line.split('\t')[1]);
const summary = (rendered: number, reused: number, removed: number) =>
  commandStrings.build.pages({ rendered, reused, removed });

beforeAll(async () => {
  site = await createKeptSite(files, { environment: { SOURCE_DATE_EPOCH: String(changingNow) } });
  const { output, exitCode } = await site.build();
  expect([exitCode, output]).toEqual([0, expect.stringContaining(summary(allPages.length, 0, 0))]);
  expect(
    site
      .files()
      .filter((file) => file.endsWith('.html'))
      .sort(),
  ).toEqual(allPages.toSorted());
});

describe('the reported and actual changes of a build', () => {
  it('are none if no content has changed', async () => {
    const { output } = await site.build();
    expect(output).toContain(summary(unkeyed.length, allPages.length - unkeyed.length, 0));
    expect(output).toContain(commandStrings.build.changedFiles(0, ''));
    expect(site.changedFiles()).toEqual([]);
  });

  it('are one page if the body of an old article was edited', async () => {
    await site.write({ [articleFile(5)]: text(5, {}, `${paragraphs(5)}\n\nوأُضيف هذا السطر مساءً.`) });
    const { output } = await site.build();
    expect(output).toContain(summary(unkeyed.length + 1, allPages.length - unkeyed.length - 1, 0));
    expect(changes()).toEqual([`changed\t${page(5)}`]);
  });

  it('are one page if an old article in MDX was edited, although MDX is compiled with the pages', async () => {
    const body = `${paragraphs(inMdx)}\n\n<PullQuote by="سائق الحافلة">تبدّل كل شيء</PullQuote>`;
    await site.write({ [articleFile(inMdx, 'mdx')]: text(inMdx, {}, body) });
    const { output } = await site.build();
    expect(output).toContain(summary(unkeyed.length + 1, allPages.length - unkeyed.length - 1, 0));
    expect(changes()).toEqual([`changed\t${page(inMdx)}`]);
    expect(await site.compareWithScratch()).toEqual([]);
  });

  it('are sixteen files outside the search index, and a removed share card, if an article without a tag was published: among them no full list page, the two articles beside it, and the one without its card', async () => {
    await site.write({ [articleFile(70)]: text(70, { date: '2026-01-25T09:00:00Z', tags: [] }) });
    const { output } = await site.build();
    expect(output).toContain(summary(unkeyed.length + 7, allPages.length - unkeyed.length - 6, 0));
    const isCard = (line: string) => line.includes('\t_cards/');
    expect(changes().filter(isCard).toSorted()).toEqual([
      expect.stringMatching(/^added\t_cards\/[\da-f]{20}\.png$/),
      expect.stringMatching(/^removed\t_cards\/[\da-f]{20}\.png$/),
    ]);
    expect(changes().filter((line) => !isCard(line))).toEqual([
      'changed\t2026/01/index.html',
      'changed\ta/huda/index.html',
      'changed\ta/huda/rss.xml',
      'changed\tatom.xml',
      'changed\tc/city/index.html',
      'changed\tc/city/rss.xml',
      'changed\tfeed.json',
      'changed\tindex.html',
      `changed\t${page(1)}`,
      `changed\t${page(64)}`,
      `changed\t${page(65)}`,
      `added\t${page(70)}`,
      'changed\trss.xml',
      'changed\tsitemap-2026-01.xml',
      'changed\tsitemap-news.xml',
    ]);
    const indexed = site.changedFiles().filter((line) => line.includes('\tpagefind/'));
    expect(indexed.filter((line) => !/\tpagefind\/(2026-01-20\/|entities\/|parts\.json$)/.test(line))).toEqual([]);
  });

  it('are the same files if the article was withdrawn again', async () => {
    const published = changedPaths();
    await site.write({ [articleFile(70)]: null });
    const { output } = await site.build();
    expect(output).toContain(summary(unkeyed.length + 6, allPages.length - unkeyed.length - 6, 1));
    expect(changedPaths()).toEqual(published);
    expect(changes()).toContain(`removed\t${page(70)}`);
  });

  it('are two files more for each tag of an article', async () => {
    const withoutTag = changedPaths();
    await site.write({ [articleFile(70)]: text(70, { date: '2026-01-25T09:00:00Z' }) });
    await site.build();
    expect(changedPaths()).toEqual([...withoutTag, 't/النقل/index.html', 't/النقل/rss.xml']);
  });

  it('include those of a failed build before it', async () => {
    const before = readDigests(site.directories.outputDirectory);
    const photograph = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a35c2e' } })
      .jpeg()
      .toBuffer();
    const image = path.join(site.directories.contentDirectory, 'articles/2026/01/photo.jpg');
    writeFileSync(image, photograph.subarray(0, photograph.length / 2));
    const matter = { image: { src: 'photo.jpg', alt: 'رصيف' }, title: 'عنوان صُحّح' };
    await site.write({ [articleFile(30)]: text(30, matter), [articleFile(31)]: null, [articleFile(70)]: null });
    const failed = await site.build();
    expect([failed.exitCode, failed.output]).toEqual([1, expect.stringContaining('photo.jpg')]);

    writeFileSync(image, photograph);
    await site.write({ [articleFile(32)]: text(32, { title: 'عنوان صُحّح أيضًا' }) });
    expect(await site.build()).toMatchObject({ exitCode: 0 });
    expect(site.changedFiles()).toEqual(listChanges(before, readDigests(site.directories.outputDirectory)));
    expect(site.changedFiles()).toEqual(
      expect.arrayContaining([`changed\t${page(30)}`, `removed\t${page(31)}`, `changed\t${page(32)}`]),
    );
    await rm(image);
    await site.write({ [articleFile(30)]: text(30), [articleFile(31)]: text(31), [articleFile(32)]: text(32) });
    expect(await site.buildAndCompare()).toMatchObject({ exitCode: 0, differences: [] });
  });
});

describe('a broken link', () => {
  const soundLine = `اقرأ [التقرير](/${idOf(41)}/).`;
  const brokenLine = `${soundLine} و[الغائب](/kzzzz/).`;
  const sound = text(40, {}, `${paragraphs(40)}\n\n${soundLine}`);
  const broken = text(40, {}, `${paragraphs(40)}\n\n${brokenLine}`);
  const reportOf = (source: string, url: string): string => {
    const column = source.lastIndexOf('[', source.indexOf(url)) + 1;
    return formatProblems([{ file: articleFile(40), line: 15, column, source, message: messages.brokenLink(url) }]);
  };

  it('fails this build and the next one, which renders nothing, with the same report, until the link is fixed', async () => {
    const report = reportOf(brokenLine, '/kzzzz/');
    await site.write({ [articleFile(40)]: broken });
    expect(withoutProgress(await site.build())).toEqual({ exitCode: 1, output: `${report}\n` });
    expect(withoutProgress(await site.build())).toEqual({ exitCode: 1, output: `${report}\n` });
    await site.write({ [articleFile(40)]: sound });
    expect(await site.build()).toMatchObject({ exitCode: 0 });
  });

  it('is also a link to a deleted article: the file with the link is reported until the article is back', async () => {
    await site.write({ [articleFile(41)]: null });
    const expected = reportOf(soundLine, `/${idOf(41)}/`);
    expect(withoutProgress(await site.build())).toEqual({ exitCode: 1, output: `${expected}\n` });
    expect(withoutProgress(await site.build())).toEqual({ exitCode: 1, output: `${expected}\n` });
    await site.write({ [articleFile(41)]: text(41) });
    expect(await site.buildAndCompare()).toMatchObject({ exitCode: 0, differences: [] });
  });
});
