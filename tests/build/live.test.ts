import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const start = Date.UTC(2026, 0, 1, 6);
const moment = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
/** The builds take place 20 hours after the first entry. */
const now = (start + 20 * 3_600_000) / 1000;

const article = (live: string) =>
  markdown(
    { title: 'عاصفة على الساحل', author: 'huda', date: moment(0), category: 'world', id: 'k7q3m', live },
    'مقدمة.',
  );
const entryFile = (number: number) => `live/k7q3m/${String(number).padStart(3, '0')}.md`;
const entry = (number: number, body = `كلمةالتحديث${number} وحاشية[^1].\n\n[^1]: شرح.`) =>
  markdown({ time: moment(number), ...(number % 10 === 0 && { key: true }) }, body);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const secret = 'سرّالمستقبل';

let site: KeptSite;
const changed = () => site.changedFiles().map((line) => line.split('\t')[1]);
const entriesOf = (file: string) => [...site.read(file).matchAll(/<li id="(live-\d+)"/g)].map(([, id]) => id);
const page = 'k7q3m/index.html';

beforeAll(async () => {
  site = await createKeptSite(
    {
      ...smallestSite,
      'articles/live.md': article('open'),
      ...Object.fromEntries(numbers(81).map((number) => [entryFile(number), entry(number)])),
      [entryFile(40)]: entry(40, 'راجع [التحديث](#live-079).'),
      [entryFile(79)]: entry(79, 'راجع [التحديث](#live-040).'),
      [entryFile(999)]: markdown({ time: moment(60 * 48), title: secret, key: true, pin: true }, `${secret} نصًّا.`),
    },
    { environment: { SOURCE_DATE_EPOCH: String(now) } },
  );
  const { exitCode, output } = await site.build();
  expect([exitCode, output]).toEqual([0, expect.stringContaining('تحديث واحد مؤجَّل')]);
});

describe('live coverage', () => {
  it('has its newest entries on the page of the article, and the others on numbered pages', () => {
    expect(entriesOf(page)).toEqual(numbers(30).map((number) => `live-0${82 - number}`));
    expect(entriesOf('k7q3m/live/1/index.html').length).toBe(50);
    expect(entriesOf('k7q3m/live/2/index.html')).toEqual(['live-051']);
    expect(site.read(page)).toContain('<section class="live" data-live="open"');
  });

  it('leads from entry to entry whatever their pages', () => {
    expect(site.read('k7q3m/live/1/index.html')).toContain('<a href="/k7q3m/#live-079">');
    expect(site.read(page)).toContain('<a href="/k7q3m/#live-040">');
  });

  it('has no anchor twice on a page', () => {
    for (const file of [page, 'k7q3m/live/1/index.html']) {
      const ids = [...site.read(file).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length).toBe(new Set(ids).size);
    }
  });

  it('leaves nothing of the future in the output', () => {
    for (const file of site.files().filter((name) => /\.(?:html|xml|json|txt)$/.test(name)))
      expect(readFileSync(path.join(site.directories.outputDirectory, file), 'utf8'), file).not.toContain(secret);
  });

  it('changes at most eight files with a new entry, none of them a full page, a list, a feed of the site or the index', async () => {
    await site.write({ [entryFile(82)]: entry(82) });
    expect((await site.buildAndCompare()).differences).toEqual([]);
    expect(changed()).toEqual([
      'index.html',
      'k7q3m/index.html',
      'k7q3m/live/2/index.html',
      'k7q3m/rss.xml',
      'sitemap-2026-01.xml',
    ]);
    expect(entriesOf('k7q3m/live/2/index.html')).toEqual(['live-052', 'live-051']);
  });

  it('follows edits, deletions and the pin', async () => {
    await site.write({
      [entryFile(70)]: markdown({ time: moment(70), pin: true, title: 'خلاصة' }, 'نص جديد.'),
      [entryFile(81)]: null,
    });
    expect((await site.buildAndCompare()).differences).toEqual([]);
    expect(entriesOf(page)).not.toContain('live-081');
    expect(site.read(page)).toMatch(/<div data-live-summary>\s*<section class="live-summary"/);
  });

  it('says that it is closed, and is then found by the search', async () => {
    await site.write({ 'articles/live.md': article('closed') });
    expect((await site.buildAndCompare()).differences).toEqual([]);
    const html = site.read(page);
    expect(html).toContain('<section class="live" data-live="closed"');
    expect(html).toMatch(/انتهت هذه التغطية، وكان آخر تحديث فيها يوم [^<]+ 2026 الساعة 07:22\./);
    expect(html).not.toContain('data-live-refresh');
    expect(changed()).not.toContain('k7q3m/live/1/index.html');
    expect(changed().some((file) => file?.startsWith('pagefind/'))).toBe(true);
  });
});
