import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { strings } from '../../src/strings/interface.ts';
import { violations } from '../support/axe.ts';
import { textOf } from '../support/browser.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { site, origin, newPage } = await visitSite(sampleSite());
const { front, articles, category, author, tag, series, month, corrections, withdrawn, search, missing } =
  findSamplePages(site);

/** The URL path of an old article with a correction. */
const corrected = articleWith('class="corrections"');

const pages: [name: string, address: string][] = [
  ['the front page', front],
  ['an article', richestArticle()],
  ['live coverage', '/f3k7m/'],
  ['a category', category],
  ['an author', author],
  ['a tag', tag],
  ['a series', series],
  ['an article of a series', articleWith('in-series')],
  ['a month', month],
  ['an article with a list of its headings', articleWith('class="contents')],
  ['an article with a correction', corrected],
  ['the corrections', corrections],
  ['a withdrawn article', withdrawn],
  ['search', search],
  ['the page for followers', '/feeds/'],
  ['the index of authors', '/a/'],
  ['the index of tags', '/t/'],
  ['the list of saved articles, which is empty', '/saved/'],
  ['the 404 page', missing],
];

/** What readers open in pages, with the press that opens it. */
const opened: [name: string, address: string, open: (page: Page) => Promise<void>][] = [
  ['the menu', category, (page) => page.locator('.menu summary').click()],
  ['the menu of an article', articles[0] ?? '', (page) => page.locator('.menu summary').click()],
  ['the networks to share in', articles[0] ?? '', (page) => page.locator('.share-menu summary').click()],
  ['the list of headings', articleWith('class="contents'), (page) => page.locator('.in-text .title').click()],
  ['a gallery', articleWith('class="gallery"'), openGallery],
  ['the choices of the search', search, (page) => page.locator('.narrowing summary').click()],
  ['the list of saved articles', articles[0] ?? '', openSavedList],
];

const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

async function expectNoViolations(page: Page): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia(look);
    expect(await violations(page), JSON.stringify(look)).toEqual([]);
  }
}

describe('in both themes and in forced colours axe finds nothing', () => {
  const visit = async (address: string, width: number) => {
    const page = await newPage({ width });
    await page.goto(origin + address, { waitUntil: 'networkidle' });
    await expectNoViolations(page);
  };

  it.each(pages)('on %s', (_, address) => visit(address, 1280));

  it.each(pages.slice(0, 2))('on %s on a phone', (_, address) => visit(address, 360));
});

describe('what is opened on a phone has no fault for axe, is high enough and fits:', () => {
  it.each(opened)('%s', async (_, address, open) => {
    const page = await newPage({ width: 320 });
    await page.goto(origin + address);
    await open(page);
    expect(await page.evaluate(findLowTargets)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectNoViolations(page);
  });
});

async function openGallery(page: Page): Promise<void> {
  await page.locator('.gallery .enlarge').first().click();
  await page.getByRole('dialog').waitFor();
}

async function openSavedList(page: Page): Promise<void> {
  await page.getByRole('button', { name: strings.saved.save, exact: true }).first().click();
  await page.getByText(strings.saved.added).waitFor();
  await page.goto(`${origin}/saved/`);
  await page.getByRole('button', { name: strings.saved.deleteAll }).waitFor();
}

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

describe('at 320 px nothing scrolls sideways, and all that is pressed is as high as a fingertip', () => {
  it.each(pages)('on %s', async (_, address) => {
    const page = await newPage({ width: 320 });
    await page.goto(origin + address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.evaluate(findLowTargets)).toEqual([]);
  });
});

describe('the front page on a phone', () => {
  it('shows the lead and three more headlines at once, and has six screens', async () => {
    const page = await newPage({ width: 360, height: 800 });
    await page.goto(origin + front);
    const ends = await page.locator('main .headline').evaluateAll((headlines) => {
      return headlines.map((headline) => headline.getBoundingClientRect().bottom).filter((end) => end <= innerHeight);
    });
    expect(ends.length).toBeGreaterThanOrEqual(4);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(6 * 800);
  });
});

describe('a list on a wide screen', () => {
  const lists = pages.filter(([name]) => ['a category', 'an author', 'a tag', 'a month', 'a series'].includes(name));

  it.each(lists)('takes the whole width and offers a feed: %s', async (name, address) => {
    const page = await newPage({ width: 1280 });
    await page.goto(origin + address);
    const [heading, stories] = await Promise.all([edges(page, '.page-heading'), edges(page, 'main .story')]);
    // The number of each part of a series stands before it.
    expect(stories).toEqual(name === 'a series' ? { start: stories.start, end: heading.end } : heading);
    expect(await page.locator('main a[href$="/rss.xml"]').count()).toBe(hasFeed(address) ? 1 : 0);
  });
});

/** Whether a page names a feed of its own, or the site's: a tag of few articles has none. */
function hasFeed(address: string): boolean {
  return !address.startsWith('/t/') || site.exists(`${decodeURI(address).slice(1)}rss.xml`);
}

/** Returns where the first of some elements begins and the last ends, from the right. */
function edges(page: Page, selector: string): Promise<{ start: number; end: number }> {
  return page.locator(selector).evaluateAll((elements) => {
    const boxes = elements.map((element) => element.getBoundingClientRect());
    return {
      start: Math.round(Math.max(...boxes.map(({ right }) => right))),
      end: Math.round(Math.min(...boxes.map(({ left }) => left))),
    };
  });
}

/** Runs in the page. Links in running text are as high as its lines; a field is pressed by its label too. */
function findLowTargets(): string[] {
  const isInText = (element: Element) => {
    const text = element.closest('p, li, td, dd, figcaption, blockquote')?.textContent ?? '';
    return getComputedStyle(element).display === 'inline' && text.trim() !== element.textContent?.trim();
  };
  const heightOf = (element: Element) => {
    const after = getComputedStyle(element, '::after');
    const spread = after.position === 'absolute' ? Number.parseFloat(after.height) || 0 : 0;
    const pressed = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])];
    return Math.max(spread, ...pressed.map((one) => one.getBoundingClientRect().height));
  };
  return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden]') === null,
    )
    .filter((element) => element.getBoundingClientRect().width > 1 && !isInText(element) && heightOf(element) < 43.5)
    .map((element) => `${heightOf(element)}: ${element.outerHTML.slice(0, 160)}`);
}

/** Returns the path of the first article with this in its HTML. */
function articleWith(html: string): string {
  const found = articles.find((address) => site.read(`${address.slice(1)}index.html`).includes(html));
  if (found === undefined) throw new Error(`No article of the sample site has ${html}.`);
  return found;
}

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
