import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { buildSite } from '../support/build-site.ts';
import { markdown } from '../support/newsroom.ts';
import { visitSite } from '../support/visit.ts';
import type { Files } from '../support/write-content.ts';

/** What authors type, and its letters and signs from the left to the right of the screen, without spaces. */
const rows: [typed: string, shown: string][] = [
  ['0122 555 0190', '01225550190'],
  ['03-2555-0190', '03-2555-0190'],
  ['(03) 2555 0190', '(03)25550190'],
  ['00962-6-555190', '00962-6-555190'],
  ['٠١٢٢ ٥٥٥ ٠١٩٠', '٠١٢٢٥٥٥٠١٩٠'],
  ['5500 0000 0000 0004', '5500000000000004'],
  ['978-977-12-3456-7', '978-977-12-3456-7'],
  ['EG38 0019 0005 0000', 'EG38001900050000'],
  ['1.4.2-3', '1.4.2-3'],
  ['4-1', '1-4'],
  ['0 - 4', '4-0'],
  ['٤-١', '١-٤'],
  ['2034-2035', '2035-2034'],
  ['9:00-17:00', '17:00-9:00'],
  ['12-5-2034', '2034-5-12'],
  ['25%', '%25'],
  ['8 GB', '8GB'],
  ['90 km/h', '90km/h'],
  ['2034 World Cup', '2034WorldCup'],
  ['1. FC Union', '1.FCUnion'],
  ['Boeing 777-300', 'Boeing777-300'],
  ['2-B', '2-B'],
  ['4G', '4G'],
  ['ISO 22000', 'ISO22000'],
  ['R. M.', 'R.M.'],
  ['.NET', '.NET'],
  ['C++', 'C++'],
  ['--force', '--force'],
  ['\u200e-7', '-7'],
  ['Москва 24', 'Москва24'],
  ['Αθήνα 2004', 'Αθήνα2004'],
  ['東京、大阪。', '東京、大阪。'],
  ['ⴰⵣⵓⵍ 5', 'ⴰⵣⵓⵍ5'],
  ['שלום', 'םולש'],
];

const ids = rows.map((_, index) => `dr${String(index).padStart(3, '0')}`);
const escaped = (typed: string) => typed.replace(/[*_#|]/g, '\\$&').replace(/^(\d+)\./, '$1\\.');

function bodyOf(typed: string): string {
  const written = escaped(typed);
  return [
    `وجدت في الصندوق ${written} ثم مضت.`,
    `| الصندوق | ما فيه |\n|---|---|\n| الأول | ${written} |`,
    'وبعد الجدول عنوان.',
    `### ${written}`,
    'وبعد العنوان قائمة.',
    `- ${written}`,
  ].join('\n\n');
}

const files: Files = {
  'site.yaml': stringify({
    title: 'دار .NET',
    tagline: 'صندوق C++ كل يوم',
    description: 'صناديق وأوراق',
    url: 'https://sunduq.example',
    footer: { text: 'دار C++ (2034)', links: [{ title: 'عن C++', url: '/about/' }] },
  }),
  'authors/salma.yaml': stringify({ name: 'فريق C++ (سلمى)', role: 'محررة C++', bio: 'تكتب C++.' }),
  'categories/boxes.yaml': stringify({ name: 'لغة C++', description: 'صناديق C++.' }),
  'pages/about.md': markdown({ title: 'عن C++' }, 'صندوق.'),
  'articles/labels.mdx': markdown(
    {
      id: 'sb001',
      title: 'صندوق C++',
      author: 'salma',
      date: '2024-01-01',
      category: 'boxes',
      kicker: 'كتاب C++',
      tags: ['C++', '.NET'],
      reporter: 'نور C++',
      source: 'وكالة C++',
      image: { src: 'box.svg', alt: '', caption: 'غلاف C++ (قديم)', credit: 'C++' },
    },
    [
      '<PullQuote by="C++">\n\nنعم.\n\n</PullQuote>',
      '<Timeline title="سيرة C++">\n\n<Moment when="C++ (2011)">\n\nبدأت.\n\n</Moment>\n\n</Timeline>',
      '<FactBox title="C++">\n\nلغة.\n\n</FactBox>',
      '![غلاف](box.svg "غلاف C++ | C++")',
    ].join('\n\n'),
  ),
  'articles/box.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path d="M0 0h9v9H0z"/></svg>',
  ...Object.fromEntries(
    rows.map(([typed], index) => [
      `articles/${ids[index]}.md`,
      markdown(
        { id: ids[index], title: `${typed} في صندوق`, author: 'salma', date: '2024-01-01', category: 'boxes' },
        bodyOf(typed),
      ),
    ]),
  ),
};

const built = await buildSite(files);
if (built.exitCode !== 0) throw new Error(built.output);
const { origin, newPage } = await visitSite(built);

/** Returns the letters of each text that an element shows in `typed`, from the left to the right of the screen. */
function shownIn(locator: Locator, typed: string): Promise<string[]> {
  return locator.evaluate((element, wanted) => {
    const isSeen = (character: string) => !/[\s\p{Cf}]/u.test(character);
    const letters: { character: string; x: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest('script, style, template, noscript, option, .visually-hidden')) continue;
      for (const [at, character] of [...node.data].entries()) {
        if (!isSeen(character)) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        letters.push({ character, x: range.getBoundingClientRect().x });
      }
    }
    const needle = [...wanted].filter(isSeen).join('');
    const text = letters.map(({ character }) => character).join('');
    const found: string[] = [];
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      const part = letters.slice(at, at + needle.length).sort((a, b) => a.x - b.x);
      found.push(part.map(({ character }) => character).join(''));
    }
    return found;
  }, typed);
}

async function collect(page: Page, selector: string): Promise<Record<string, string[]>> {
  const shown: Record<string, string[]> = {};
  for (const [index, [typed]] of rows.entries())
    shown[typed] = await shownIn(page.locator(selector.replace('ID', ids[index] ?? '')), typed);
  return shown;
}

const expected = Object.fromEntries(rows.map(([typed, shown]) => [typed, [shown]]));

describe('the order on the screen', () => {
  it('is the same in a sentence, a cell, a heading, an item and a headline', async () => {
    const page = await newPage();
    const places = {
      sentence: '.prose > p:first-of-type',
      cell: 'tbody td:last-child',
      heading: '.prose h2',
      item: '.prose li',
      headline: 'h1',
    };
    for (const [index, [typed, shown]] of rows.entries()) {
      await page.goto(`${origin}/${ids[index]}/`);
      const seen: Record<string, string[]> = {};
      for (const [place, selector] of Object.entries(places))
        seen[place] = await shownIn(page.locator(selector), typed);
      expect(seen, typed).toEqual(Object.fromEntries(Object.keys(places).map((place) => [place, [shown]])));
    }
  });

  it('is the same in the lists of a section', async () => {
    const page = await newPage();
    const shown: Record<string, string[]> = {};
    for (let address: string | null = '/c/boxes/'; address !== null; ) {
      await page.goto(origin + address);
      for (const [index, [typed]] of rows.entries()) {
        const headline = page.locator(`.story .headline a[href="/${ids[index]}/"]`);
        if ((await headline.count()) > 0) shown[typed] = await shownIn(headline, typed);
      }
      const older = page.locator('.listing-navigation a[rel=next]');
      address = (await older.count()) > 0 ? await older.getAttribute('href') : null;
    }
    expect(shown).toEqual(expected);
  });

  it('is the same in results of the search, in the headline and in the excerpt', async () => {
    const page = await newPage();
    await page.goto(`${origin}/search/?q=${encodeURIComponent('صندوق')}`);
    const more = page.locator('[data-search-more]');
    await page.locator('a[data-field=title]').first().waitFor();
    while (await more.isVisible()) {
      const before = await page.locator('a[data-field=title]').count();
      await more.click();
      await page.locator('a[data-field=title]').nth(before).waitFor();
    }
    const result = 'li:has(> h3 > a[href^="/ID/"])';
    expect(await collect(page, `${result} a[data-field=title]`)).toEqual(expected);
    for (const [typed, orders] of Object.entries(await collect(page, `${result} [data-field=excerpt]`)))
      expect(new Set(orders), typed).toEqual(new Set(expected[typed]));
  });

  it.each(['/', '/sb001/', '/c/boxes/', '/a/salma/', '/about/', '/feeds/', '/404.html'])(
    'is right in every label on %s',
    async (address) => {
      const page = await newPage();
      await page.goto(origin + address);
      const orders = await shownIn(page.locator('body'), 'C++');
      expect(orders.length).toBeGreaterThan(2);
      expect(new Set(orders)).toEqual(new Set(['C++']));
      expect(new Set(await shownIn(page.locator('body'), '.NET'))).toEqual(new Set(['.NET']));
    },
  );
});
