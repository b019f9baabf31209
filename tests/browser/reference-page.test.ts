import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support/browser.ts';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());
const article = `${origin}/${reference.id}/`;

/** Locators of the 13 parts of the reference page, in the page's order. They find a part by what a reader sees. */
const parts: [name: string, find: (page: Page) => Locator][] = [
  ['the category', (page) => page.getByRole('article').getByRole('link', { name: reference.category, exact: true })],
  ['the headline', (page) => page.getByRole('heading', { level: 1, name: reference.title, exact: true })],
  ['the author', (page) => page.getByRole('article').getByRole('link', { name: reference.author, exact: true })],
  ['the date', (page) => page.getByRole('article').getByText(reference.published)],
  ['the last update', (page) => page.getByText('آخر تحديث:')],
  ['the lead image', (page) => page.getByRole('figure').filter({ hasText: reference.caption })],
  ['the byline', (page) => page.getByText(`${reference.byline}:`)],
  ['the body', (page) => page.getByRole('heading', { level: 2, name: reference.subheading })],
  ['the short link', (page) => page.getByText('رابط مختصر', { exact: true })],
  ['the share row', (page) => shareRow(page).getByRole('link', { name: 'شارك عبر واتساب' })],
  ['the comment form', (page) => page.getByText('اترك تعليقًا', { exact: true })],
  ['the terms of commenting', (page) => page.getByText('شروط التعليق:')],
  ['related stories', (page) => page.getByRole('link', { name: reference.related })],
];

function shareRow(page: Page): Locator {
  return page.getByRole('region', { name: 'شارك المقال' });
}

/** The short link at the end, as it is shown. */
function shownLink(page: Page): Locator {
  return page.getByRole('region', { name: 'رابط مختصر' }).locator('.address');
}

describe.each([360, 1280])('the article at %i px', (width) => {
  it('shows the 13 parts of the reference page in their order', async () => {
    const page = await newPage({ width });
    await page.goto(article);
    for (const [name, find] of parts) {
      expect(await find(page).count(), name).toBe(1);
      expect(await find(page).isVisible(), name).toBe(true);
    }
    expect(await inDocumentOrder(page)).toEqual(parts.map(([name]) => name));
  });

  it('says how long it takes to read, between its author and its last update', async () => {
    const page = await newPage({ width });
    await page.goto(article);
    const lines = await page.getByRole('article').locator('.facts > *').allInnerTexts();
    const [editor, _published, reading, updated] = lines.slice(lines.indexOf(`تحرير: ${reference.author}`));
    expect(editor).toBeDefined();
    expect(reading).toBe('دقيقتان للقراءة');
    expect(updated).toMatch(/^آخر تحديث:/);
  });

  it('begins its text with its reporter', async () => {
    const page = await newPage({ width });
    await page.goto(article);
    expect(await textOf(page.locator('.prose p').first())).toMatch(/^كتب سامي الخطيب: قال سكان الحي/);
  });

  it('is Arabic from right to left and never scrolls sideways', async () => {
    const page = await newPage({ width });
    await page.goto(article);
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe('the article on a phone', () => {
  it('has tools that fit a finger, in one row above its picture', async () => {
    const page = await newPage({ width: 320 });
    await page.goto(article);
    // The whole field of the short link copies it.
    const tools = page.locator('.article-tools :is(summary, .save, .short-address):visible');
    const boxes = await Promise.all((await tools.all()).map((tool) => tool.boundingBox()));
    expect(boxes.length).toBe(4);
    const tops = boxes.map((box) => box?.y ?? 0);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(1);
    for (const box of boxes) expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
  });

  it('opens the system sheet with its title and its short link, where there is one', async () => {
    const page = await newPage({ width: 360 });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: (data: ShareData) => {
          document.title = `${data.title} ${data.url}`;
          return Promise.resolve();
        },
      });
    });
    await page.goto(article);
    await page.locator('.share-menu summary').click();
    expect(await page.title()).toBe(`${reference.title} ${reference.shortLink}`);
    expect(await page.locator('.share-menu').getAttribute('open')).toBeNull();
  });

  it('is one column: each part begins below the one before it', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(article);
    const tops = await Promise.all(parts.map(async ([, find]) => (await find(page).boundingBox())?.y ?? 0));
    const sameLine = 24;
    for (const [index, top] of tops.entries()) {
      expect(top, parts[index]?.[0]).toBeGreaterThan((tops[index - 1] ?? 0) - sameLine);
    }
  });
});

describe('the layers of the style sheets', () => {
  it('keep their order, so that the layer that resets margins is overridden', async () => {
    const page = await newPage();
    await page.goto(article);
    const subheading = page.getByRole('heading', { level: 2, name: reference.subheading });
    const { above, below } = await subheading.evaluate((heading) => {
      const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
      return {
        above: box(heading).top - box(heading.previousElementSibling).bottom,
        below: box(heading.nextElementSibling).top - box(heading).bottom,
      };
    });
    expect(below).toBeGreaterThan(0);
    expect(above).toBeGreaterThan(below);
  });
});

describe('the article', () => {
  it('has one h1, and the wording of the reference page', async () => {
    const page = await newPage();
    await page.goto(article);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    const figure = page.getByRole('figure').filter({ hasText: reference.caption });
    expect(await figure.getByRole('img', { name: 'جسر فوق نهر عريض' }).count()).toBe(1);
    expect(await textOf(figure)).toContain(reference.credit);
    expect(await textOf(page.getByRole('blockquote'))).toContain(reference.quotation);
    expect(await textOf(shownLink(page))).toBe(reference.shortLink);
    const text = await textOf(page.locator('main'));
    expect(text).toContain('لن يُنشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *.');
    for (const term of reference.terms) expect(text).toContain(term);
    expect(text).toContain(reference.inSection);
  });

  it('shows the time of its update relative to now, and on the clock after a press that moves nothing', async () => {
    const page = await newPage();
    await page.clock.setFixedTime(new Date('2022-02-03T09:00:00+02:00'));
    await page.goto(article);
    const updated = page.getByText('آخر تحديث:');
    expect(await textOf(updated)).toMatch(/آخر تحديث: منذ أسبوعين$/);
    expect(await updated.locator('time').getAttribute('datetime')).toBe('2022-01-20T09:00:00+02:00');
    const exact = page.getByText('20 يناير 2022، 09:00', { exact: true });
    expect(await exact.isVisible()).toBe(false);
    const before = await page.locator('.prose').boundingBox();
    await updated.click();
    expect(await exact.isVisible()).toBe(true);
    expect(await page.locator('.prose').boundingBox()).toEqual(before);
    await page.keyboard.press('Escape');
    expect(await exact.isVisible()).toBe(false);
  });

  it('asks for name, e-mail and comment, and refuses to send without them', async () => {
    const page = await newPage();
    await page.goto(article);
    for (const label of ['الاسم', 'البريد الإلكتروني', 'التعليق']) {
      const field = page.getByRole('textbox', { name: label });
      expect(await field.count(), label).toBe(1);
      expect(await field.evaluate((input: HTMLInputElement) => input.required), label).toBe(true);
    }
    await page.getByRole('button', { name: 'إرسال التعليق' }).click();
    expect(page.url()).toBe(article);
  });

  it('shares its title and its short link', async () => {
    const page = await newPage();
    await page.goto(article);
    const address = await shareRow(page).getByRole('link', { name: 'شارك عبر واتساب' }).getAttribute('href');
    const shared = decodeURIComponent(address ?? '');
    expect(shared).toContain(reference.title);
    expect(shared).toContain(reference.shortLink);
  });

  it('sends no requests to other hosts', async () => {
    const page = await newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    await page.goto(article, { waitUntil: 'networkidle' });
    expect(foreign).toEqual([]);
  });
});

describe('the article without JavaScript', () => {
  it('has all parts, absolute dates, and no controls that need JavaScript', async () => {
    const page = await newPage({ width: 360, javaScript: false });
    await page.goto(article);
    for (const [name, find] of parts) expect(await find(page).isVisible(), name).toBe(true);
    expect(await textOf(page.getByText('آخر تحديث:'))).toContain(reference.updated);
    expect(await textOf(shownLink(page))).toBe(reference.shortLink);
    expect(await page.getByRole('button', { name: 'نسخ الرابط' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'تكبير الخط' }).count()).toBe(0);
  });

  it('opens a list of networks at its top', async () => {
    const page = await newPage({ width: 320, javaScript: false });
    await page.goto(article);
    await page.locator('.share-menu summary').click();
    const networks = page.locator('.share-menu').getByRole('link');
    expect(await networks.allInnerTexts()).toEqual(['واتساب', 'تلغرام', 'إكس', 'فيسبوك', 'البريد']);
    for (const network of await networks.all()) {
      const box = await network.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.x).toBeGreaterThanOrEqual(0);
    }
  });

  it('loads its picture without scrolling', async () => {
    const page = await newPage({ width: 360, javaScript: false });
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(`${response.status()} ${response.request().resourceType()}`));
    await page.goto(article, { waitUntil: 'networkidle' });
    expect(loaded).toContain('200 image');
  });

  it('links to a related one', async () => {
    const page = await newPage({ width: 360, javaScript: false });
    await page.goto(article);
    await page.getByRole('link', { name: reference.related }).click();
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe(reference.related);
  });
});

/** Returns the names of the parts in the order of the document. */
async function inDocumentOrder(page: Page): Promise<string[]> {
  const handles = await Promise.all(parts.map(([, find]) => find(page).elementHandle()));
  const order = await page.evaluate(
    (elements) =>
      elements
        .map((element, index) => ({ element: element as Element, index }))
        .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
        .map(({ index }) => index),
    handles,
  );
  return order.map((index) => parts[index]?.[0] ?? '');
}
