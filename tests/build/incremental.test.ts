import { readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { commandStrings } from '../../src/strings/commands.ts';
import { startBuild } from '../support/build-site.ts';
import {
  articleFile,
  articleText,
  changingNewsroom,
  changingNow,
  drawings,
  idOf,
  numbers,
  paragraphs,
  settings,
} from '../support/changing-newsroom.ts';
import { createKeptSite, type KeptSite, listChanges, readDigests } from '../support/kept-site.ts';
import { markdown } from '../support/newsroom.ts';

const at = (seconds: number) => ({ SOURCE_DATE_EPOCH: String(seconds) });
const page = (number: number) => `${idOf(number)}/index.html`;
const mdx = articleText({ number: numbers.mdx, body: '<PullQuote by="سائق الحافلة">تبدّل كل شيء</PullQuote>' });
/** Articles lose their share cards, and get them back, as newer ones come and go. */
const limitedSettings = { ...settings, 'share-cards': 6 };
const movedSettings = {
  ...limitedSettings,
  title: 'صدى البلدة',
  tagline: 'كل صباح',
  footer: { text: 'لا يُنقل إلا بذكر المصدر.', links: [{ title: 'أرشيف', url: '/archive/' }] },
  share: ['telegram'],
};
const readSettings = {
  ...movedSettings,
  'time-zone': 'Pacific/Auckland',
  digits: 'arab',
  months: 'levant',
  hijri: true,
  typesetting: false,
  'reading-speed': 60,
};
const permalinkSettings = { ...readSettings, permalink: 'readable', url: 'https://balda.example' };

interface ContentChange {
  change: string;
  files: Record<string, string | null>;
  /** A file of the output, and words in it that show the change. */
  shows?: [file: string, words: string];
  /** A file that must no longer exist. */
  leaves?: string;
  /** True if no file of the output may change. */
  changesNothing?: true;
  now?: number;
}

const contentChanges: ContentChange[] = [
  {
    change: 'the body of an article was edited',
    files: { [articleFile(16)]: articleText({ number: 16, body: `${paragraphs(16)}\n\nوأُضيف هذا السطر مساءً.` }) },
    shows: [page(16), 'وأُضيف هذا السطر مساءً.'],
  },
  {
    change: 'the title of an article was edited, and it got a reporter',
    files: {
      [articleFile(4)]: articleText({
        number: 4,
        matter: { title: 'عنوان صُحّح بعد النشر', reporter: 'سامى الخطيب' },
      }),
    },
    shows: ['2026/01/index.html', 'عنوان صُحّح بعد النشر'],
  },
  {
    change: 'an article was published',
    files: { [articleFile(21)]: articleText({ number: 21, matter: { title: 'خبر جديد' } }) },
    shows: ['index.html', 'خبر جديد'],
  },
  { change: 'an article was deleted', files: { [articleFile(12)]: null }, leaves: page(12) },
  {
    change: 'the file of an article was renamed but not its id, on which the short link depends',
    files: { [articleFile(11)]: null, 'articles/2026/تقرير-الجسر.md': articleText({ number: 11 }) },
    shows: [page(11), 'تقرير المدينة رقم 11'],
    changesNothing: true,
  },
  {
    change: 'an author was renamed, and the reporter got a file',
    files: {
      'authors/huda.yaml': stringify({ name: 'هدى الخطيب', gender: 'female' }),
      'authors/sami.yaml': stringify({ name: 'سامي الخطيب' }),
    },
    shows: ['a/sami/index.html', 'عنوان صُحّح بعد النشر'],
  },
  {
    change: 'a section was renamed',
    files: { 'categories/culture.yaml': stringify({ name: 'فنون وآداب', order: 2 }) },
    shows: [page(2), 'فنون وآداب'],
  },
  {
    change: 'a standalone page was renamed',
    files: { 'pages/about.md': null, 'pages/us.md': markdown({ title: 'من نحن' }, 'صحيفة محلية يكتبها أهلها.') },
    shows: [page(2), 'من نحن'],
    leaves: 'about/index.html',
  },
  {
    change: 'a lead image and an image in a body were changed',
    files: {
      'articles/2026/01/station.svg': drawings.after,
      'articles/2026/01/map.svg': drawings.after.replace('#e8dcc0', '#c0d0e8'),
    },
  },
  {
    change: 'an alias was added and another removed',
    files: {
      [articleFile(numbers.aliased)]: articleText({
        number: numbers.aliased,
        matter: { summary: 'ملخص كتبته صاحبة التقرير.', aliases: ['/old/2020/second/'] },
      }),
    },
    shows: ['old/2020/second/index.html', idOf(numbers.aliased)],
    leaves: 'old/2019/first/index.html',
  },
  {
    change: 'an article was made a draft',
    files: { [articleFile(14)]: articleText({ number: 14, matter: { draft: true } }) },
    leaves: page(14),
  },
  {
    change: 'the draft was published again',
    files: { [articleFile(14)]: articleText({ number: 14 }) },
    shows: [page(14), 'تقرير المدينة رقم 14'],
  },
  {
    change: 'the body of an article in MDX was edited',
    files: { [articleFile(numbers.mdx, 'mdx')]: mdx },
    shows: [page(numbers.mdx), 'سائق الحافلة'],
  },
  {
    change: 'the settings of the page chrome and of sharing were changed',
    files: { 'site.yaml': stringify(movedSettings) },
    shows: [page(2), 'لا يُنقل إلا بذكر المصدر.'],
  },
  {
    change: 'the settings of dates, digits, typesetting and reading speed were changed',
    files: { 'site.yaml': stringify(readSettings) },
    shows: [page(2), 'كانون الثاني'],
  },
  {
    change: 'the settings of URLs were changed',
    files: {
      'site.yaml': stringify(permalinkSettings),
      [articleFile(numbers.linking)]: articleText({ number: numbers.linking }),
    },
    shows: ['2026/01/تقرير-الجسر/index.html', 'https://balda.example'],
  },
  {
    change: 'the file of an article with a readable permalink was renamed',
    files: { 'articles/2026/تقرير-الجسر.md': null, 'articles/2026/جسر-المدينة.md': articleText({ number: 11 }) },
    shows: ['2026/01/جسر-المدينة/index.html', 'تقرير المدينة رقم 11'],
    leaves: '2026/01/تقرير-الجسر/index.html',
  },
  {
    change: 'the date of a future article was reached',
    files: {},
    now: changingNow + 2 * 86_400,
    shows: ['index.html', 'تقرير الغد'],
  },
  { change: 'SOURCE_DATE_EPOCH was set back to before that date', files: {} },
];

describe('the output of an incremental build is the same as from scratch', () => {
  let site: KeptSite;
  beforeAll(async () => {
    const files = { ...changingNewsroom, 'site.yaml': stringify(limitedSettings) };
    site = await createKeptSite(files, { environment: at(changingNow) });
    expect((await site.build()).output).toContain(commandStrings.build.pages({ rendered: 36, reused: 0, removed: 0 }));
  });

  it.each(contentChanges)(
    'after $change',
    async ({ files, shows, leaves, changesNothing = false, now = changingNow }) => {
      const before = readDigests(site.directories.outputDirectory);
      await site.write(files);
      const { exitCode, output, differences } = await site.buildAndCompare(at(now));
      expect([exitCode, output]).toEqual([0, expect.stringContaining('بُني الموقع')]);
      expect(differences).toEqual([]);

      const changes = listChanges(before, readDigests(site.directories.outputDirectory));
      expect(site.changedFiles()).toEqual(changes);
      expect(changes.length === 0).toBe(changesNothing);
      if (shows) expect(site.read(shows[0])).toContain(shows[1]);
      if (leaves) expect(changes).toContain(`removed\t${leaves}`);
    },
  );

  const sheet = () => site.files().find((file) => file.endsWith('.css')) ?? '';
  const image = () => site.files().find((file) => file.endsWith('.svg') && file.startsWith('_images/')) ?? '';
  const index = () => site.files().find((file) => file.endsWith('.pf_index')) ?? '';
  const files = {
    'a page': () => page(2),
    'a feed': () => 'rss.xml',
    'a style sheet': sheet,
    'a picture': image,
    'a part of the search index': index,
  };
  const harms: [harm: string, act: (file: string) => void][] = [
    ['overwritten', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length, 'x'))],
    ['deleted', (file) => rmSync(file)],
    ['touched', (file) => utimesSync(file, new Date(0), new Date(0))],
  ];

  it.each(harms)(
    'after a page, a feed, a style sheet, a picture and a part of the search index were %s',
    async (_, act) => {
      const before = readDigests(site.directories.outputDirectory);
      for (const find of Object.values(files)) act(path.join(site.directories.outputDirectory, find()));
      expect((await site.build()).exitCode).toBe(0);
      expect(await site.compareWithScratch()).toEqual([]);
      expect(readDigests(site.directories.outputDirectory)).toEqual(before);
      expect(site.changedFiles()).toEqual([]);
    },
  );

  it('after the whole output was deleted', async () => {
    rmSync(site.directories.outputDirectory, { recursive: true });
    expect((await site.build()).exitCode).toBe(0);
    expect(await site.compareWithScratch()).toEqual([]);
  });
});

const cacheFile = 'warraq.sqlite';

describe('the output is the same as from scratch after its cache', () => {
  let site: KeptSite;
  beforeAll(async () => {
    site = await createKeptSite(changingNewsroom, { environment: at(changingNow) });
    expect((await site.build()).exitCode).toBe(0);
  });

  const inCache = (name: string) => path.join(site.directories.cacheDirectory, name);
  const database = (work: (database: DatabaseSync) => void) => {
    const opened = new DatabaseSync(inCache(cacheFile));
    work(opened);
    opened.close();
  };
  /** Moves everything in the write-ahead log into the database file. */
  const settleLog = () => database((opened) => opened.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  const half = (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2));
  const foreignDatabase = () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(inCache(cacheFile + suffix), { force: true });
    database((opened) => opened.exec('CREATE TABLE notes (text TEXT)'));
  };
  const spoilValues = (table: string) => () =>
    database((opened) => opened.prepare(`UPDATE "${table}" SET value = ?`).run(Buffer.from('{"stamp":')));

  const inTurn = (...acts: (() => void)[]) => {
    for (const act of acts) act();
  };

  it('had no time to encode photos, which pages then showed in one piece', async () => {
    const noise = { noise: { type: 'gaussian', mean: 128, sigma: 40 } } as const;
    const photo = sharp({ create: { width: 500, height: 300, channels: 3, background: '#844', ...noise } }).jpeg();
    await site.write({
      [articleFile(16)]: articleText({
        number: 16,
        matter: { image: { src: 'bridge.jpg', alt: 'جسر' } },
        body: `${paragraphs(16)}\n\n![منظر](bridge.jpg)`,
      }),
      'articles/2026/01/bridge.jpg': await photo.toBuffer(),
    });
    const options = ['--image-minutes', '0'];
    const hurried = await startBuild(site.directories, at(changingNow), undefined, options).result;
    expect([hurried.exitCode, hurried.output]).toEqual([0, expect.stringContaining('فنُشرت صورة واحدة كما هي')]);
    const shown = site.read(page(16)).match(/_images\/[\da-f]+-\w+\.\w+/g) ?? [];
    expect(new Set(shown.map((name) => name.replace(/[\da-f]{20}/, '')))).toEqual(new Set(['_images/-original.jpg']));
    expect((await site.build()).exitCode).toBe(0);
    expect(await site.compareWithScratch()).toEqual([]);
  });

  it.each<[harm: string, act: () => void]>([
    ['was truncated to half', () => inTurn(settleLog, () => half(inCache(cacheFile)))],
    ['was emptied', () => inTurn(settleLog, () => truncateSync(inCache(cacheFile), 0))],
    ['was replaced by the database of another program', foreignDatabase],
    [
      'had a damaged rendered body',
      () => inTurn(spoilValues('bodies'), () => rmSync(inCache('../site/k0002/index.html'))),
    ],
    ['had damaged measures of pictures', spoilValues('measured-images')],
    ['had a damaged ledger', spoilValues('outputs')],
    ['had damaged links', () => inTurn(spoilValues('links'), () => rmSync(inCache('../site/k0002/index.html')))],
  ])('%s, which is reported in one line', async (_, act) => {
    act();
    const { exitCode, output } = await site.build();
    expect(output.split('\n').filter((line) => line === commandStrings.cacheRenewed)).toHaveLength(1);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('بُني الموقع')]);
    expect(await site.compareWithScratch()).toEqual([]);
  });

  it.each<[harm: string, act: () => void]>([
    ['lost its last transactions', () => half(inCache(`${cacheFile}-wal`))],
    ['lost its write-ahead log', () => rmSync(inCache(`${cacheFile}-wal`))],
    ['was emptied', () => inTurn(settleLog, () => truncateSync(inCache(cacheFile), 0))],
    ['was deleted', () => rmSync(site.directories.cacheDirectory, { recursive: true })],
  ])('%s while an article was withdrawn', async (_, act) => {
    settleLog();
    await site.write({ [articleFile(30)]: articleText({ number: 30 }) });
    expect(await site.build()).toMatchObject({ exitCode: 0 });
    expect(site.exists(page(30))).toBe(true);
    act();
    await site.write({ [articleFile(30)]: null });
    expect((await site.build()).exitCode).toBe(0);
    expect(await site.compareWithScratch()).toEqual([]);
  });
});
