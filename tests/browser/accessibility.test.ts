import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { textOf } from '../support/browser.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { site, origin, newPage } = await visitSite(sampleSite());
const { front, articles, category, author, tag, series, month, corrections, withdrawn, search, missing } =
  findSamplePages(site);

/** The URL path of an old article with a correction. */
const corrected =
  articles.find((address) => site.read(`${address.slice(1)}index.html`).includes('class="corrections"')) ?? '';

const pages: [name: string, address: string][] = [
  ['the front page', front],
  ['an article', richestArticle()],
  ['live coverage', '/f3k7m/'],
  ['a category', category],
  ['an author', author],
  ['a tag', tag],
  ['a series', series],
  [
    'an article of a series',
    articles.find((one) => site.read(`${one.slice(1)}index.html`).includes('in-series')) ?? '',
  ],
  ['a month', month],
  ['an article with a correction', corrected],
  ['the corrections', corrections],
  ['a withdrawn article', withdrawn],
  ['search', search],
  ['the page for followers', '/feeds/'],
  ['the index of authors', '/a/'],
  ['the index of tags', '/t/'],
  ['the 404 page', missing],
];

describe('in the light and the dark theme axe finds nothing', () => {
  const both = async (address: string, width: number) => {
    const page = await newPage({ width });
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      expect(await violations(page), theme).toEqual([]);
    }
  };

  it.each(pages)('on %s', (_, address) => both(address, 1280));

  it.each(pages.slice(0, 2))('on %s on a phone', (_, address) => both(address, 360));

  it('in the open menu', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(origin + category);
    await page.locator('.menu summary').click();
    expect(await violations(page)).toEqual([]);
  });
});

describe('the themes', () => {
  it('differ, so that both are really tested', async () => {
    const page = await newPage();
    await page.goto(origin + front);
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).not.toBe(light);
  });
});

describe('from the keyboard', () => {
  it.each([
    ['the front page', front],
    ['an article', articles[0]],
  ])('the first stop of %s is a visible link that skips to the content', async (_, address) => {
    const page = await newPage({ width: 360 });
    await page.goto(`${origin}${address}`);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await textOf(skip)).toBe('تخطَّ إلى المحتوى');
    const box = await skip.boundingBox();
    expect(box?.height).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('every stop of an article shows where the focus is', async () => {
    const page = await newPage({ width: 1280 });
    await page.goto(origin + richestArticle());
    const unmarked: string[] = [];
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const mark = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, html: element.outerHTML };
      });
      if (mark && !mark.visible) unmarked.push(mark.html.slice(0, 120));
    }
    expect(unmarked).toEqual([]);
  });
});

describe('nothing scrolls sideways', () => {
  it.each(pages)('at 320 px: %s', async (_, address) => {
    const page = await newPage({ width: 320 });
    await page.goto(origin + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

/** Returns the article with the most HTML tags, as the one that shows most of what articles can contain. */
function richestArticle(): string {
  const htmlOf = (address: string) => site.read(`${address.slice(1)}index.html`);
  const tags = (address: string) => htmlOf(address).match(/<[a-z]/g)?.length ?? 0;
  const ordinary = articles.filter((address) => !htmlOf(address).includes(' data-live='));
  const [richest] = ordinary.toSorted((a, b) => tags(b) - tags(a));
  if (richest === undefined) throw new Error('The sample site has no articles.');
  return richest;
}

async function background(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement).backgroundColor;
    const body = getComputedStyle(document.body).backgroundColor;
    return `${root} ${body}`;
  });
}
