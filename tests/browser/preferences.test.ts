import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultPalettes } from '../../src/lib/palette.ts';
import { textOf } from '../support/browser.ts';
import { reference } from '../support/newsroom.ts';
import { referenceSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const { origin, newPage } = await visitSite(referenceSite());
const article = `${origin}/${reference.id}/`;

describe('the theme button', () => {
  it('changes the theme, says which one it is now, and keeps it on the next page before anything is painted', async () => {
    const page = await newPage({ theme: 'light' });
    await page.goto(article);
    const paper = await background(page);
    await page.getByRole('button', { name: 'المظهر: تلقائي' }).click();
    await page.getByRole('button', { name: 'المظهر: داكن' }).waitFor();
    const dark = await background(page);
    expect(dark).not.toBe(paper);
    await page.goto(`${origin}/`, { waitUntil: 'commit' });
    await page.locator('body').waitFor({ state: 'attached' });
    expect(await background(page)).toBe(dark);
  });

  it('comes back to the theme of the system', async () => {
    const page = await newPage({ theme: 'light' });
    await page.goto(article);
    const paper = await background(page);
    const button = page.getByRole('button', { name: /^المظهر:/ });
    for (let press = 0; press < 3; press++) await button.click();
    expect(await button.getAttribute('aria-label')).toBe('المظهر: تلقائي');
    expect(await background(page)).toBe(paper);
  });
});

describe('the colour around the page', () => {
  const [paper, night] = [defaultPalettes.light.paper, defaultPalettes.dark.paper];

  it('is that of the chosen theme, also on the next page, and then that of the system again', async () => {
    const page = await newPage({ theme: 'light' });
    await page.goto(article);
    expect(await colors(page)).toEqual([paper, night]);
    const button = page.getByRole('button', { name: /^المظهر:/ });
    await button.click();
    expect(await colors(page)).toEqual([night, night]);
    await page.goto(`${origin}/`);
    expect(await colors(page)).toEqual([night, night]);
    await button.click();
    expect(await colors(page)).toEqual([paper, paper]);
    await button.click();
    expect(await colors(page)).toEqual([paper, night]);
  });

  it('is the colour of the paper', async () => {
    for (const [theme, color] of [
      ['light', paper],
      ['dark', night],
    ] as const) {
      const page = await newPage({ theme });
      await page.goto(article);
      expect(await hexadecimal(page)).toBe(color);
    }
  });
});

describe('the text-size buttons', () => {
  const press = async (page: Page, name: string): Promise<void> => {
    const button = page.getByRole('button', { name });
    if (!(await button.isVisible())) await page.locator('.text-size summary').click();
    await button.click();
  };

  it('enlarge the text and not the masthead, and for the next visit too', async () => {
    const page = await newPage();
    await page.goto(article);
    const before = await sizes(page);
    await press(page, 'تكبير الخط');
    const after = await sizes(page);
    expect(after.body).toBeGreaterThan(before.body);
    expect(after.navigation).toBe(before.navigation);
    await page.reload();
    expect(await sizes(page)).toEqual(after);
  });

  it('enlarge all of its text: headline, standfirst, facts, caption, comments', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(article);
    const before = await allSizes(page);
    await press(page, 'تكبير الخط');
    const after = await allSizes(page);
    expect(Object.values(before).every((size) => size >= 13)).toBe(true);
    expect(before.figcaption).toBeGreaterThanOrEqual(14);
    for (const [selector, size] of Object.entries(before)) {
      expect((after[selector] ?? 0) / size, selector).toBeCloseTo(1.12, 2);
    }
  });

  it('enlarge what is read on lists too, inside a phone', async () => {
    const page = await newPage({ width: 320 });
    await page.goto(article);
    for (let step = 0; step < 3; step++) await press(page, 'تكبير الخط');
    for (const path of ['/', '/c/culture/', '/t/', '/search/', '/feeds/']) {
      await page.goto(new URL(path, page.url()).href);
      const scale = await page.evaluate(() => {
        const size = (element: Element) => Number.parseFloat(getComputedStyle(element).getPropertyValue('font-size'));
        const sample = document.createElement('p');
        sample.style.fontSize = 'var(--type-2)';
        const [inside, outside] = [document.querySelector('main'), document.body].map((place) => {
          place?.append(sample);
          return size(sample);
        });
        return (inside ?? 0) / (outside ?? 1);
      });
      expect(scale, path).toBeCloseTo(1.42, 2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
  });

  it('keep all text inside a phone at every size', async () => {
    const page = await newPage({ width: 320 });
    await page.goto(article);
    for (let step = 0; step < 3; step++) await press(page, 'تكبير الخط');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('open by one button, and close by Escape, by a press outside and by the list of networks', async () => {
    const page = await newPage({ width: 360 });
    await page.goto(article);
    const smaller = page.getByRole('button', { name: 'تصغير الخط' });
    const open = () => page.locator('.text-size summary').click();
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => page.locator('h1').click(),
      () => page.locator('.share-menu summary').click(),
    ]) {
      await open();
      expect(await smaller.isVisible()).toBe(true);
      await close();
      await expect.poll(() => smaller.isVisible()).toBe(false);
    }
  });

  it('make it smaller again', async () => {
    const page = await newPage();
    await page.goto(article);
    const before = await sizes(page);
    await press(page, 'تصغير الخط');
    expect((await sizes(page)).body).toBeLessThan(before.body);
  });
});

describe('on paper', () => {
  it('the article is black on white, with its short link and without buttons', async () => {
    const page = await newPage({ theme: 'dark' });
    await page.goto(article);
    await page.emulateMedia({ media: 'print' });
    expect(await background(page)).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
    expect(await page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)).toBe(
      'rgb(0, 0, 0)',
    );
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: 'التعليق' }).count()).toBe(0);
    expect(await page.getByText(reference.shortLink).last().isVisible()).toBe(true);
  });
});

const texts = ['h1', '.standfirst', '.facts', 'figcaption', '.opening', '.prose h2', '.discussion h2', '.terms'];

/** Returns the sizes of the kinds of text that an article has. */
function allSizes(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.map((selector) => {
          const element = document.querySelector(`.article ${selector}`);
          return [selector, element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN];
        }),
      ),
    texts,
  );
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** Returns the colours for a light and a dark system. */
function colors(page: Page): Promise<string[]> {
  return page
    .locator('meta[name="theme-color"]')
    .evaluateAll((metas) => metas.map((meta) => meta.getAttribute('content') ?? ''));
}

async function hexadecimal(page: Page): Promise<string> {
  const parts = (await background(page)).match(/\d+/g) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

function sizes(page: Page): Promise<{ body: number; navigation: number }> {
  return page.evaluate((words) => {
    const size = (element: Element | null | undefined) =>
      element ? Number.parseFloat(getComputedStyle(element).fontSize) : Number.NaN;
    const paragraph = [...document.querySelectorAll('article p')].find((found) => found.textContent?.includes(words));
    return { body: size(paragraph), navigation: size(document.querySelector('nav a')) };
  }, 'قال سكان الحي');
}

describe('the button that reads aloud', () => {
  /** Opens the article in a browser whose voices become known after the page; its utterances end when the test says so. */
  const openWithVoices = async (lang: string) => {
    const page = await newPage();
    await page.addInitScript((language) => {
      const voices: object[] = [];
      const spoken: SpeechSynthesisUtterance[] = [];
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => voices,
        speak: (utterance: SpeechSynthesisUtterance) => spoken.push(utterance),
        cancel: () => {},
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      window.SpeechSynthesisUtterance = class extends EventTarget {
        text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      } as unknown as typeof SpeechSynthesisUtterance;
      Object.assign(window, {
        spoken,
        tellVoices: () => {
          voices.push({ lang: language });
          synthesis.dispatchEvent(new Event('voiceschanged'));
        },
      });
    }, lang);
    await page.goto(article);
    return page;
  };
  type Speech = Window & { spoken: SpeechSynthesisUtterance[]; tellVoices(): void };
  const tell = (page: Page) => page.evaluate(() => (window as unknown as Speech).tellVoices());
  const spoken = (page: Page) => page.evaluate(() => (window as unknown as Speech).spoken.map(({ text }) => text));
  const end = (page: Page) =>
    page.evaluate(() => (window as unknown as Speech).spoken.at(-1)?.dispatchEvent(new Event('end')));

  it('appears when the browser knows an Arabic voice, and moves nothing', async () => {
    const page = await openWithVoices('ar-EG');
    const button = page.getByRole('button', { name: 'استمع' });
    const top = () => page.locator('.prose').evaluate((text) => text.getBoundingClientRect().top);
    expect(await button.isVisible()).toBe(false);
    const before = await top();
    await tell(page);
    expect(await button.isVisible()).toBe(true);
    expect(await top()).toBe(before);
  });

  it('stays hidden without an Arabic voice', async () => {
    const page = await openWithVoices('en-GB');
    await tell(page);
    expect(await page.locator('[data-listen]').isVisible()).toBe(false);
  });

  it('reads from the headline on, marks what is read, pauses, goes on at the same sentence and ends', async () => {
    const page = await openWithVoices('ar-SA');
    await tell(page);
    await page.getByRole('button', { name: 'استمع' }).click();
    const pause = page.getByRole('button', { name: 'أوقف مؤقتًا' });
    await pause.waitFor();
    const [first = ''] = await spoken(page);
    expect(await textOf(page.locator('h1'))).toContain(first);
    expect(await page.locator('h1[data-read]').count()).toBe(1);
    await end(page);
    const [, second] = await spoken(page);
    await pause.click();
    await page.getByRole('button', { name: 'تابع الاستماع' }).click();
    expect((await spoken(page)).at(-1)).toBe(second);
    await page.getByRole('button', { name: 'أنهِ الاستماع' }).click();
    expect(await page.locator('[data-read]').count()).toBe(0);
    expect(await page.locator(':focus').textContent()).toBe('استمع');
  });

  it('reads the text, and not the list of its headings', async () => {
    const page = await openWithVoices('ar-SA');
    await page.locator('.prose').evaluate((prose) => {
      prose.insertAdjacentHTML('afterbegin', '<nav><ol><li>فهرس المقال</li></ol></nav>');
    });
    await tell(page);
    await page.getByRole('button', { name: 'استمع' }).click();
    const pause = page.getByRole('button', { name: 'أوقف مؤقتًا' });
    await pause.waitFor();
    while ((await pause.count()) > 0) await end(page);
    const heard = (await spoken(page)).join(' ');
    expect(heard).toContain('قال سكان الحي');
    expect(heard).not.toContain('فهرس المقال');
  });

  it('keeps its controls in view, and says when the voice fails', async () => {
    const page = await openWithVoices('ar-SA');
    await tell(page);
    await page.getByRole('button', { name: 'استمع' }).click();
    const pause = page.getByRole('button', { name: 'أوقف مؤقتًا' });
    await pause.waitFor();
    for (const end of [0, 1]) {
      await page.evaluate((part) => scrollTo(0, part * document.body.scrollHeight), end);
      const bottom = await pause.evaluate((button) => innerHeight - button.getBoundingClientRect().bottom);
      expect(bottom).toBeGreaterThan(0);
    }
    await page.evaluate(() => (window as unknown as Speech).spoken.at(-1)?.dispatchEvent(new Event('error')));
    await page.getByText('تعذّر الاستماع.').waitFor();
    expect(await pause.count()).toBe(0);
  });

  it('can be pressed again when its script did not come', async () => {
    const page = await openWithVoices('ar-SA');
    await page.route('**/listen-script*', (route) => route.abort(), { times: 1 });
    await tell(page);
    await page.getByRole('button', { name: 'استمع' }).click();
    await page.getByText('تعذّر الاستماع.').waitFor();
    await page.getByRole('button', { name: 'استمع' }).click();
    await page.getByRole('button', { name: 'أوقف مؤقتًا' }).waitFor();
  });
});
