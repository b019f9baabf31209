import { XMLParser } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

interface Row {
  typed: string;
  /** The HTML on the page, from `.md` and from `.mdx` alike. */
  page: string;
  /** The HTML in the feed, if it is different. */
  feed?: string;
}

const hidden = '<span class="visually-hidden" data-pagefind-ignore="">، رابط خارجي</span>';

function external(url: string): Pick<Row, 'page' | 'feed'> {
  return {
    page: `<a href="${url}" rel="noopener" data-external=""><bdi>${url}</bdi>${hidden}</a>`,
    feed: `<a href="${url}"><bdi>${url}</bdi></a>`,
  };
}

/** Input of authors that other tools render wrongly, and the correct HTML. */
const rows: Row[] = [
  { typed: 'صحيفة و**«الأهرام»** إن', page: 'صحيفة و<strong>«الأهرام»</strong> إن' },
  { typed: '**«الأهرام»**و«الأخبار»', page: '<strong>«الأهرام»</strong> و«الأخبار»' },
  { typed: '**القاهرة،**و', page: '<strong>القاهرة،</strong> و' },
  { typed: 'و**"الأهرام"** قالت', page: 'و<strong>«الأهرام»</strong> قالت' },
  { typed: 'و**الأهرام** و', page: 'و<strong>الأهرام</strong> و' },
  { typed: 'زر https://example.com/a، ثم', ...external('https://example.com/a') },
  { typed: 'زر https://example.com/b؟', ...external('https://example.com/b') },
  { typed: '«https://example.com/c» نعم', ...external('https://example.com/c') },
  { typed: 'زر https://example.com/d, ثم', ...external('https://example.com/d') },
  { typed: 'زر (https://example.com/e)، ثم', ...external('https://example.com/e') },
  {
    typed: '١. أولا\n٢. ثانيا',
    page: '<ol data-digits="arab">\n<li>أولا</li>\n<li>ثانيا</li>\n</ol>',
    feed: '<ol style="list-style-type: arabic-indic">\n<li>أولا</li>\n<li>ثانيا</li>\n</ol>',
  },
  { typed: 'قال "نعم"', page: '<p>قال «نعم»</p>' },
  { typed: 'ـــــ', page: '<hr>' },
  { typed: '\u200f## مَن هو؟', page: '<h2 id="من-هو">مَن هو؟</h2>' },
  { typed: 'قال:نعم والساعة 10:30 و(2:3)', page: 'قال: نعم والساعة 10:30 و(2:3)' },
  { typed: 'وغادر .. ثم عاد ...', page: 'وغادر… ثم عاد…' },
  { typed: '"قال “نعم” ثم"، ومضى', page: '«قال ‹نعم› ثم»، ومضى' },
  { typed: 'اتصل على +961 1 234 567 الآن', page: 'اتصل على <bdi dir="ltr">+961 1 234 567</bdi> الآن' },
  { typed: 'هاتف 0122 555 0190', page: 'هاتف <bdi dir="ltr">0122 555 0190</bdi>' },
  { typed: '4-1 للبرج', page: '<bdi dir="rtl">\u061c4-1</bdi> للبرج' },
  { typed: '<span lang="en">Hello!</span>', page: '<span lang="en" dir="ltr">Hello!</span>' },
  { typed: 'كتاب C++ (2022).', page: 'كتاب <bdi>C++</bdi> (2022).' },
  { typed: 'فاز 3-2 وخسر 1-4', page: 'فاز 3-2 وخسر 1-4' },
];

const footnote = 'نص الخبر[^١]\n\n[^١]: من دفتر المراسل.';
const body = [...rows.map(({ typed }) => typed), footnote].join('\n\n');

describe('the input of authors', () => {
  let site: BuiltSite;
  let feed: Record<'md' | 'mdx', string>;
  beforeAll(async () => {
    const article = (id: string) =>
      markdown({ title: 'خبر', author: 'huda', date: '2026-01-13', category: 'world', id }, body);
    site = await buildSite({
      ...smallestSite,
      'articles/a.md': article('m1m1m'),
      'articles/b.mdx': article('x1x1x'),
    });
    expect(site.output).toContain('بُني الموقع');
    const items: { link: string; 'content:encoded': string }[] = new XMLParser().parse(site.read('rss.xml')).rss.channel
      .item;
    const contentOf = (id: string) => items.find(({ link }) => link.includes(id))?.['content:encoded'] ?? '';
    feed = { md: contentOf('m1m1m'), mdx: contentOf('x1x1x') };
  });

  describe.each([
    ['md', 'm1m1m/index.html'],
    ['mdx', 'x1x1x/index.html'],
  ] as const)('in .%s', (format, page) => {
    it.each(rows)('is rendered correctly on the page: $typed', (row) => {
      expect(plainTags(site.read(page))).toContain(row.page);
    });

    it.each(rows)('is rendered correctly in the feed: $typed', (row) => {
      const withoutArticleIds = plainTags(feed[format]).replaceAll(/( id="[^"]*)-[0-9a-z]{5}"/g, '$1"');
      expect(withoutArticleIds).toContain(row.feed ?? row.page);
    });

    it('has Arabic footnotes', () => {
      for (const text of [site.read(page), feed[format]]) {
        expect(text).toContain('الحواشي');
        expect(text).toMatch(/>١<\/a>/);
        expect(text).toContain('من دفتر المراسل.');
        expect(text).not.toMatch(/Footnotes|Back to/);
      }
    });

    it('leaves no syntax of Markdown and no straight quotes in the feed', () => {
      const text = feed[format].replaceAll(/<[^>]*>/g, '');
      expect(text).not.toMatch(/\*\*|"|\.\.|\[\^/);
    });
  });
});

/** Removes the differences between MDX and Markdown in void elements and empty attributes. */
function plainTags(html: string): string {
  return html
    .replaceAll(/ ?\/>/g, '>')
    .replaceAll('data-external>', 'data-external="">')
    .replaceAll('data-pagefind-ignore>', 'data-pagefind-ignore="">');
}
