import { describe, expect, it } from 'vitest';
import { sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(sampleSite());

describe.each(['/rss.xml', '/atom.xml'])('the feed at %s, opened in a browser,', (address) => {
  it('is a page from right to left that says what it is, with its headlines', async () => {
    const page = await newPage({ width: 360, height: 800 });
    await page.goto(origin + address);
    const shown = await page.evaluate(() => {
      const root = document.documentElement;
      const isSeen = (element: Element) => element.getClientRects().length > 0;
      const items = [...root.querySelectorAll('item, entry')];
      const [first] = items;
      return {
        root: root.localName,
        direction: getComputedStyle(root).direction,
        notice: getComputedStyle(root, '::before').content,
        titles: items.filter((item) => isSeen(item) && isSeen(item.querySelector('title') ?? item)).length,
        items: items.length,
        seen: [...(first?.children ?? [])].filter(isSeen).map(({ localName }) => localName),
        isWide: root.scrollWidth > innerWidth,
      };
    });
    const isAtom = address.endsWith('atom.xml');
    expect(shown).toEqual({
      root: isAtom ? 'feed' : 'rss',
      direction: 'rtl',
      notice: expect.stringContaining('هذه خلاصة يقرؤها برنامج لمتابعة الأخبار'),
      titles: shown.items,
      items: expect.any(Number),
      seen: isAtom ? ['title', 'author', 'summary'] : expect.arrayContaining(['title', 'creator', 'description']),
      isWide: false,
    });
    expect(shown.items).toBeGreaterThan(3);
    expect(shown.seen).toHaveLength(3);
  });
});

describe('the page of feeds', () => {
  it('copies the URL of each feed, and says which was copied', async () => {
    const page = await newPage({ clipboard: true });
    await page.goto(`${origin}/feeds/`);
    await page.getByRole('button', { name: 'انسخ عنوان خلاصة «أخبار العالم»' }).click();
    await page.getByRole('status').filter({ hasText: 'نُسخ عنوان خلاصة «أخبار العالم».' }).waitFor({ timeout: 5000 });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://alwarraq.example/c/world/rss.xml');
  });

  it('shows the URLs without scripts, and no copy buttons', async () => {
    const page = await newPage({ javaScript: false, width: 360 });
    await page.goto(`${origin}/feeds/`);
    expect(await page.getByText('https://alwarraq.example/rss.xml', { exact: true }).isVisible()).toBe(true);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });
});
