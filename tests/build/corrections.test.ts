import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleFile, articleText, idOf, newsroom } from '../support/changing-newsroom.ts';
import { readFeed } from '../support/feed-parsers.ts';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown } from '../support/newsroom.ts';

const at = (moment: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(moment) / 1000) });
const dateOf = (number: number) => new Date(Date.UTC(2026, 0, 20, number)).toISOString();
const text = (number: number, matter: Record<string, unknown> = {}, body?: string) =>
  articleText({
    number,
    matter: { author: 'huda', category: 'city', tags: ['النقل'], date: dateOf(number), ...matter },
    ...(body !== undefined && { body }),
  });
const correction = (date: string, words: string) => ({ date, kind: 'تصويب', text: words });
const earlier = [correction('2026-01-25 10:00', 'عدد المقاعد ستون.')];
const page = (number: number) => `${idOf(number)}/index.html`;

/** The articles that change; those around them are their neighbours. */
const corrected = 8;
const gone = 5;

/** Strings that each occur only in the withdrawn article, its picture and its file. */
const secrets = ['سحبالعنوان', 'سحبالتمهيد', 'سحبالملخص', 'سحبالمتن', 'سحبالوسم', 'سحبالمراسل', 'سحبالصورة', '#123abc'];
const [title, kicker, summary, body, tag, reporter, alt, ink] = secrets as [string, ...string[]];
const goneMatter = {
  title,
  kicker,
  summary,
  tags: [tag],
  reporter,
  image: { src: 'gone.svg', alt },
  aliases: ['/old/gone/'],
};
const goneBody = `${body}\n\n## عنوان في المتن\n\n[الملف](gone.txt)`;

let site: KeptSite;
const changes = () =>
  site
    .changedFiles()
    .map((line) => line.split('\t')[1] ?? '')
    .filter((file) => !file.startsWith('pagefind/'));
const everything = () =>
  site
    .files()
    .map((file) => `${file}\n${readUnpacked(path.join(site.directories.outputDirectory, file))}`)
    .join('\n');

beforeAll(async () => {
  const others = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => index + 1).map((number) => [articleFile(number), text(number)]),
  );
  site = await createKeptSite(
    newsroom({
      ...others,
      [articleFile(gone)]: text(gone, goneMatter, goneBody),
      [path.posix.join(path.posix.dirname(articleFile(gone)), 'gone.svg')]:
        `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="${ink}" d="M0 0h1200v800H0z"/></svg>`,
      [path.posix.join(path.posix.dirname(articleFile(gone)), 'gone.txt')]: `${body} في ملف`,
      [articleFile(3)]: text(3, { corrections: earlier }, `انظر [ما كتبناه](/${idOf(gone)}/#عنوان-في-المتن).`),
      'pages/links.md': markdown({ title: 'روابط' }, `[قديم](/old/gone/)، و[آخر](/${idOf(gone)}/).`),
    }),
  );
  const { exitCode, output } = await site.build(at('2026-02-01T00:00Z'));
  expect([exitCode, output]).toEqual([0, expect.anything()]);
});

describe('a newsroom that has corrected an article before', () => {
  it('changes no more files by a correction than by an edit, besides the list of corrections and its feed', async () => {
    await site.write({ [articleFile(corrected)]: text(corrected, {}, 'متن عُدّل.') });
    await site.build(at('2026-02-01T00:00Z'));
    const edited = changes();
    await site.write({
      [articleFile(corrected)]: text(
        corrected,
        { corrections: [correction('2026-01-31 14:05', 'الجسر في حمص.')] },
        'متن عُدّل.',
      ),
    });
    await site.build(at('2026-02-01T00:00Z'));
    const ofList = ['corrections/index.html', 'corrections/rss.xml'];
    // An edit of the text says when it was: the date of a correction does the same.
    const ofDate = ['sitemap-2026-01.xml'];
    expect(changes().filter((file) => !edited.includes(file))).toEqual([...ofList, ...ofDate]);
    expect(changes().filter((file) => /^k\d+\/index\.html$/.test(file))).toEqual([page(corrected)]);
  });

  it('tells it to subscribers, in its article and in a feed of its own', () => {
    const [newest] = readFeed(site.read('corrections/rss.xml'), 'rss').items;
    expect(newest).toMatchObject({
      id: `tag:sada.example,2026:${idOf(corrected)}/correction-202601311105`,
      title: `تصويب: تقرير المدينة رقم ${corrected}`,
      link: `https://sada.example/${idOf(corrected)}/#correction-202601311105`,
      published: '2026-01-31T11:05:00.000Z',
      html: expect.stringContaining('<p>الجسر في حمص.</p>'),
    });
    const item = readFeed(site.read('rss.xml'), 'rss').items.find(({ link }) => link?.endsWith(`/${idOf(corrected)}/`));
    expect(item?.updated).toBe('2026-01-31T11:05:00.000Z');
    expect(item?.html).toContain('<p><strong>تصويب</strong> (31 يناير 2026، 14:05): الجسر في حمص.</p>');
  });

  it('shows it above the text for three days, and then below it', async () => {
    const placeIn = (html: string) => html.indexOf('id="correction-202601311105"') < html.indexOf('class="prose"');
    expect(placeIn(site.read(page(corrected)))).toBe(true);
    const { differences } = await site.buildAndCompare(at('2026-02-04T00:00Z'));
    expect(differences).toEqual([]);
    expect(placeIn(site.read(page(corrected)))).toBe(false);
    expect(changes().filter((file) => !file.startsWith('sitemap-news'))).toEqual([page(corrected)]);
  });
});

describe('an article that is withdrawn', () => {
  it.each(secrets)('would be noticed, because it leaves its strings in the output: %s', (word) => {
    expect(everything()).toContain(word);
  });

  it('leaves nothing in the output, and its address answers to old links', async () => {
    const withdrawn = { date: '2026-02-02 09:00', reason: 'لم يثبت ما قاله المصدر.' };
    await site.write({ [articleFile(gone)]: text(gone, { ...goneMatter, withdrawn }, goneBody) });
    const { exitCode, differences } = await site.buildAndCompare(at('2026-02-04T00:00Z'));
    expect([exitCode, differences]).toEqual([0, []]);
    const bytes = everything();
    expect(secrets.filter((word) => bytes.includes(word))).toEqual([]);
    const notice = site.read(page(gone));
    expect(notice).toContain('<meta name="robots" content="noindex">');
    expect(notice).toContain('سُحب هذا الخبر');
    expect(notice).toContain(withdrawn.reason);
    expect(notice).toContain('2 فبراير 2026، 09:00');
    expect(site.read('old/gone/index.html')).toContain(`url=/${idOf(gone)}/`);
  });
});

/** Reads a file of the search index, which Pagefind compresses with gzip, sometimes after a few bytes of its own. */
function readUnpacked(file: string): string {
  const content = readFileSync(file);
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  return (isPacked ? gunzipSync(content) : content).toString('utf8');
}
