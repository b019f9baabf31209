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
      notice: expect.stringContaining('هذا ملف RSS لتطبيقات قراءة الأخبار'),
      titles: shown.items,
      items: expect.any(Number),
      seen: isAtom ? ['title', 'author', 'summary'] : expect.arrayContaining(['title', 'creator', 'description']),
      isWide: false,
    });
    expect(shown.items).toBeGreaterThan(3);
    expect(shown.seen).toHaveLength(3);
  });
});

describe('the page for followers', () => {
  it('copies the URL of each feed, and says which was copied', async () => {
    const page = await newPage({ clipboard: true });
    await page.goto(`${origin}/feeds/`);
    await page.getByRole('button', { name: 'انسخ العنوان: أخبار العالم' }).click();
    await page.getByRole('status').filter({ hasText: 'نُسخ عنوان متابعة «أخبار العالم».' }).waitFor({ timeout: 5000 });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://alwarraq.example/c/world/rss.xml');
  });

  it('leads without scripts to channels, the newsletter and feeds, and shows no address and no copy button', async () => {
    const page = await newPage({ javaScript: false, width: 360 });
    await page.goto(`${origin}/feeds/`);
    for (const name of ['واتساب', 'تلغرام', 'تابع الصحيفة كلها', 'في Feedly', 'RSS: أخبار العالم'])
      expect(await page.getByRole('main').getByRole('link', { name, exact: true }).isVisible(), name).toBe(true);
    for (const address of await page.locator('main output').all())
      expect((await address.boundingBox())?.width ?? 0).toBeLessThanOrEqual(1);
    expect(await page.locator('main button.needs-script:visible').count()).toBe(0);
    const form = page.locator('main form');
    expect(await form.getAttribute('action')).toBe('https://news.alwarraq.example/subscribe');
    expect(await form.locator('[type=hidden]').getAttribute('value')).toBe('weekly');
    const { height, width } = await page.evaluate(() => document.documentElement.getBoundingClientRect());
    expect([width, height < 2100]).toEqual([360, true]);
  });
});
