import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { buildSite } from '../support/build-site.ts';
import { markdown } from '../support/newsroom.ts';
import { visitSite } from '../support/visit.ts';

const [first, second] = ['يا نَهْرُ أَيْنَ تَمْضي في المَساءِ وَحيدا', 'وَعَلى ضِفافِكَ نَنْسُجُ الأَيَّامَ عيدا'];
const long = 'شطر أطول من نصف العمود مهما صغر الخط لأن فيه من الكلام ما لا يسعه سطر';
const line = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
const row = (cell: string) => `|${` ${cell} |`.repeat(14)}`;
const sections = ['محليات', 'ثقافة', 'اقتصاد', 'رياضة', 'علوم', 'مجتمع', 'صحة', 'سياحة', 'منوعات'];
const article = (title: string, id: string, body: string, image?: object) =>
  markdown(
    { title, author: 'huda', date: '2026-11-20T10:00:00+02:00', category: 's9', id, ...(image && { image }) },
    body,
  );

const site = await buildSite({
  'site.yaml': 'title: وكالة أنباء الضفة الشرقية للنهر\ndescription: أخبار الضفتين\nurl: https://diffa.example\n',
  'authors/huda.yaml': 'name: هدى السالم\n',
  ...Object.fromEntries(
    sections.map((name, at) => [`categories/s${at + 1}.yaml`, `name: ${name}\norder: ${at + 1}\n`]),
  ),
  'articles/verse.md': article(
    'أبيات',
    'vrs01',
    `> شعر: ليلى\n> ${first} *** ${second}\n> ${second} *** ${first}\n\nنص.\n\n> شعر\n> ${long} *** ${long}\n> لازمة`,
  ),
  'articles/paper.md': article(
    'ورق',
    'ppr01',
    `\`\`\`\n${line}\n\`\`\`\n\n${row('عمود طويل')}\n${row('---')}\n${row('قيمة')}`,
  ),
  'articles/small.md': article('صورة', 'sma01', '![نقطة](small.png)\n\n![بحر](wide.png)'),
  'articles/pictures.mdx': article(
    'صور',
    'pct01',
    '<Gallery caption="النهر">\n\n![بحر](wide.png "البحر | تصوير: هدى")\n\n![نقطة](small.png)\n\n![نهر](wide.png)\n\n</Gallery>',
    { src: 'wide.png', alt: 'نهر', caption: 'الضفة الشرقية للنهر قبل أن تصل إليه أولى السفن صباحًا' },
  ),
  'articles/small.png': await picture(60, 40),
  'articles/wide.png': await picture(1600, 900),
});
if (site.exitCode !== 0) throw new Error(site.output);
const { origin, newPage } = await visitSite(site);

function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2f4858' } })
    .png()
    .toBuffer();
}

async function open(path: string, options: Parameters<typeof newPage>[0]): Promise<Page> {
  const page = await newPage(options);
  await page.goto(`${origin}${path}`);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Returns how much wider than the window a page is. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function boxes(page: Page, selector: string): Promise<Box[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}

describe('verse', () => {
  it.each([
    ['on a wide screen', 1280, 'screen'],
    ['on paper', 700, 'print'],
  ] as const)('stands in two columns of one width, each half in one line, %s', async (_, width, media) => {
    const page = await open('/vrs01/', { width });
    await page.emulateMedia({ media });
    const [a, b, c, d] = await boxes(page, '.verse:first-of-type .half');
    if (!a || !b || !c || !d) throw new Error('There are no halves.');
    expect([a.y, c.y]).toEqual([b.y, d.y]);
    expect(c.y).toBeGreaterThan(a.y);
    expect(new Set([a, b, c, d].map((box) => Math.round(box.width))).size).toBe(1);
    expect(b.x + b.width).toBeLessThan(a.x);
    expect(a.height).toBeLessThan(60);
    expect(await overflow(page)).toBe(0);
  });

  it('has the second half under the first on a phone, further in', async () => {
    const page = await open('/vrs01/', { width: 360 });
    const [a, b] = await boxes(page, '.verse:first-of-type .half');
    if (!a || !b) throw new Error('There are no halves.');
    expect(b.y).toBeGreaterThanOrEqual(a.y + a.height);
    const starts = await page.locator('.verse:first-of-type .half').evaluateAll((halves) =>
      halves.slice(0, 2).map((half) => {
        const range = document.createRange();
        range.selectNodeContents(half);
        return range.getBoundingClientRect().right;
      }),
    );
    expect(starts[1]).toBeLessThan(starts[0] ?? 0);
  });

  it.each([320, 360, 700, 1280])('with long halves does not overflow %i pixels at any text size', async (width) => {
    const page = await open('/vrs01/', { width });
    for (const size of ['-1', '0', '1', '2', '3']) {
      await page.evaluate((step) => {
        document.documentElement.dataset.textSize = step;
      }, size);
      expect(await overflow(page)).toBe(0);
      const wide = await page
        .locator('.verse .half, .verse .line')
        .evaluateAll((elements) => elements.filter((element) => element.scrollWidth > element.clientWidth + 1).length);
      expect(wide).toBe(0);
    }
  });

  it('shows no sign between its halves', async () => {
    const page = await open('/vrs01/', {});
    expect(await page.locator('.verse .gap').first().isVisible()).toBe(false);
  });
});

it('on paper, long lines of code and wide tables are whole', async () => {
  const page = await open('/ppr01/', { width: 680 });
  expect(await cut(page)).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await cut(page)).toBe(0);
  const edges = await page.locator('.prose :is(pre, table)').evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }),
  );
  expect(edges).toEqual([true, true]);
});

describe('on paper', () => {
  it('dates are absolute, as they were written, and relative again afterwards', async () => {
    const page = await open('/vrs01/', {});
    const times = page.locator('.in-section time');
    await page.evaluate(() => {
      const time = document.createElement('time');
      time.dateTime = '2019-01-13T10:00:00+02:00';
      time.dataset.relative = '';
      time.textContent = '13 يناير 2019';
      document.querySelector('.facts')?.append(time);
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const added = page.locator('.facts > time');
    expect(await added.textContent()).toMatch(/^منذ /);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await added.textContent()).toBe('13 يناير 2019');
    expect(await times.allTextContents()).not.toContainEqual(expect.stringMatching(/منذ|^\d\d:\d\d$/));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await added.textContent()).toMatch(/^منذ /);
  });

  it('an article has the address of the paper, its short link and a QR code, and nothing to press', async () => {
    const page = await open('/sma01/', { width: 680, javaScript: false });
    expect(await page.locator('.on-paper').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.letterhead').textContent()).toBe('diffa.example');
    expect(await page.locator('.letterhead').isVisible()).toBe(true);
    expect(await page.locator('.on-paper bdi').textContent()).toBe('https://diffa.example/sma01/');
    const [code] = await boxes(page, '.on-paper svg');
    expect(code?.width).toBeGreaterThan(80);
    expect(code?.height).toBe(code?.width);
    expect(await page.locator(':is(button, input, nav, .footer, .comments, .short-link):visible').count()).toBe(0);
  });

  it('no image is higher than a third of a sheet, or deformed', async () => {
    const page = await open('/sma01/', { width: 680 });
    await page.emulateMedia({ media: 'print' });
    const [small, wide] = await boxes(page, '.prose figure img');
    expect([small?.width, small?.height]).toEqual([60, 40]);
    expect(wide?.height).toBeLessThan(305);
    const fits = await page
      .locator('.prose figure img')
      .evaluateAll((all) => all.map((img) => getComputedStyle(img).objectFit));
    expect(fits).toEqual(['contain', 'contain']);
  });

  it.each(['/', '/c/s9/'])('%s is a list of headlines, one below the other', async (path) => {
    const page = await open(path, { width: 800 });
    await page.emulateMedia({ media: 'print' });
    const headlines = await boxes(page, 'main .headline');
    expect(headlines.length).toBeGreaterThan(1);
    expect(new Set(headlines.map(({ x, width }) => Math.round(x + width))).size).toBe(1);
    expect(await page.locator('main :is(img, .summary):visible').count()).toBe(0);
  });

  it('the button opens the dialog of the browser', async () => {
    const page = await open('/vrs01/', {});
    const printed = page.evaluate(
      () =>
        new Promise((resolve) => {
          window.print = () => resolve('printed');
        }),
    );
    await page.getByRole('button', { name: 'اطبع' }).click();
    expect(await printed).toBe('printed');
  });
});

/** Counts the blocks whose content reaches beyond them. */
function cut(page: Page): Promise<number> {
  return page
    .locator('.prose :is(pre, .table-scroll, td, th)')
    .evaluateAll((elements) => elements.filter((element) => element.scrollWidth > element.clientWidth + 1).length);
}

it('an image is never wider than its file or the column', async () => {
  const page = await open('/sma01/', { width: 1280 });
  const [small, wide] = await boxes(page, '.prose figure img');
  const [column] = await boxes(page, '.prose');
  expect([small?.width, small?.height]).toEqual([60, 40]);
  expect(wide?.width).toBe(column?.width);
});

describe('a gallery', () => {
  const openLarge = async (at: number) => {
    const page = await open('/pct01/', { width: 360, height: 700 });
    await page.locator('.gallery .enlarge').nth(at).click();
    const dialog = page.getByRole('dialog', { name: 'صور المقال' });
    await dialog.waitFor();
    return { page, dialog };
  };
  const place = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

  it('opens large at the picture that was pressed, with its caption, and fits into the window', async () => {
    const { page, dialog } = await openLarge(0);
    await place(page, 'الصورة 1 من 3');
    expect(await dialog.locator('figcaption').first().textContent()).toContain('تصوير: هدى');
    const [picture] = await boxes(page, 'dialog li:first-child img');
    expect(picture?.width).toBeLessThanOrEqual(360);
    expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('goes on with the left arrow, back with the right one, and to its ends', async () => {
    const { page } = await openLarge(1);
    await place(page, 'الصورة 2 من 3');
    await page.keyboard.press('ArrowLeft');
    await place(page, 'الصورة 3 من 3');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await place(page, 'الصورة 2 من 3');
    await page.keyboard.press('Home');
    await place(page, 'الصورة 1 من 3');
    await page.getByRole('button', { name: 'التالية' }).click();
    await place(page, 'الصورة 2 من 3');
  });

  it('closes with Escape, and the focus is on the picture that was seen last', async () => {
    const { page } = await openLarge(0);
    await page.keyboard.press('End');
    await place(page, 'الصورة 3 من 3');
    await page.keyboard.press('Escape');
    // A dialog that closes is hidden, with the focus where it was before, until its event has come.
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('افتح الصورة كبيرةً: نهر');
  });

  it('closes with the button «back» of the system, which does not leave the article', async () => {
    const { page, dialog } = await openLarge(0);
    await page.goBack();
    await dialog.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(`${origin}/pct01/`);
  });

  it('loads the picture that is opened while data is saved, and says of one that fails that it does', async () => {
    const page = await newPage({ width: 360, height: 700 });
    await page.goto(`${origin}/pct01/`);
    const file = (await page.locator('.gallery .enlarge').nth(1).getAttribute('href')) ?? '';
    await page.route(`**${file.replace(/\.\w+$/, '')}*`, (route) => route.abort());
    await page.evaluate(() => localStorage.setItem('warraq-data-saver', 'on'));
    await page.reload();
    await page.locator('.gallery .enlarge').first().press('Enter');
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('dialog img')?.naturalWidth ?? 0) > 0);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('dialog').getByText('تعذّر تحميل الصورة.').waitFor();
  });

  it('leaves a picture above the text alone, whole and with its caption unfolded', async () => {
    const page = await open('/pct01/', { width: 360, height: 700 });
    await page.locator('.lead-image .enlarge').click();
    const dialog = page.getByRole('dialog', { name: 'صور المقال' });
    await dialog.waitFor();
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['إغلاق']);
    expect(await dialog.locator('figcaption').textContent()).toContain('صباحًا');
    const [shown] = await boxes(page, 'dialog img');
    expect((shown?.width ?? 0) / (shown?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });

  it('has no fault for axe while it is open, in both themes', async () => {
    const { page } = await openLarge(0);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      expect(await violations(page), theme).toEqual([]);
    }
  });

  it('leads to the files of its pictures without scripts', async () => {
    const page = await open('/pct01/', { javaScript: false });
    const hrefs = await page
      .locator('.gallery .enlarge')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual(Array(3).fill(expect.stringMatching(/^\/_images\/.+\.(?:png|jpg|webp)$/)));
  });
});

describe('a long name of the paper', () => {
  it.each(['/', '/vrs01/', '/c/s9/', '/search/', '/archive/'])(
    'fits into 320 pixels with the tools, on %s',
    async (path) => {
      const page = await open(path, { width: 320 });
      expect(await overflow(page)).toBe(0);
      for (const { x, width } of await boxes(page, '.masthead :is(.tool, summary, .wordmark):visible')) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(320);
        expect(width).toBeGreaterThan(0);
      }
    },
  );
});

describe('the bar of sections on a phone', () => {
  it('shows the current section, not faded', async () => {
    const page = await open('/c/s9/', { width: 390 });
    const current = page.locator('.masthead .sections [aria-current]');
    const { name, from, to, start } = await current.evaluate((link) => {
      const bar = link.closest('ul')?.getBoundingClientRect();
      const { left, right } = link.getBoundingClientRect();
      return { name: link.textContent?.trim(), from: left, to: right, start: bar?.left ?? 0 };
    });
    expect(name).toBe('منوعات');
    expect(from).toBeGreaterThanOrEqual(start);
    expect(to).toBeLessThanOrEqual(390);
  });

  it('fades nothing of the last section when it is scrolled to its end', async () => {
    const page = await open('/', { width: 390 });
    const bar = page.locator('.masthead .sections');
    const distance = await bar.evaluate((list) => {
      list.scrollBy({ left: -10_000 });
      const last = list.querySelector('li:last-child a')?.getBoundingClientRect();
      return (last?.left ?? 0) - list.getBoundingClientRect().left;
    });
    const fade = 32;
    expect(Math.round(distance)).toBeGreaterThanOrEqual(fade);
  });
});

describe('the masthead of an article on a phone', () => {
  it.each([320, 360])('is one row of at most 52 pixels at %i pixels, whose targets are large enough', async (width) => {
    const page = await open('/vrs01/', { width });
    const [masthead] = await boxes(page, '.masthead');
    expect(masthead?.height).toBeLessThanOrEqual(52);
    for (const target of await boxes(page, '.masthead :is(.tool, summary, .wordmark):visible, .footer a')) {
      expect(target.height).toBeGreaterThanOrEqual(40);
    }
    expect(await page.locator('.masthead .sections').isVisible()).toBe(false);
  });
});

describe('the menu', () => {
  it.each([320, 1280])('leads to every section without scripts, and moves nothing, at %i pixels', async (width) => {
    const page = await open('/vrs01/', { width, javaScript: false });
    const [before] = await boxes(page, 'main');
    await page.locator('.menu summary').click();
    for (const name of sections) {
      await expect.poll(() => page.locator('.menu').getByText(name, { exact: true }).isVisible()).toBe(true);
    }
    expect(await boxes(page, 'main')).toEqual([before]);
    expect(await overflow(page)).toBe(0);
    const [panel] = await boxes(page, '.menu nav');
    expect(panel?.x).toBeGreaterThanOrEqual(0);
    expect(await page.locator('.menu nav').evaluate((panel) => getComputedStyle(panel).backgroundColor)).not.toMatch(
      /, 0\)|transparent/,
    );
    expect(await page.locator('.menu [aria-current]').textContent()).toMatch('منوعات');
  });

  it('is closed by Escape, which gives the focus back, by a press outside and when the focus leaves it', async () => {
    const page = await open('/vrs01/', { width: 360 });
    const menu = page.locator('.menu');
    const isOpen = () => menu.evaluate((details: HTMLDetailsElement) => details.open);
    const button = menu.locator('summary');
    await button.click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect([await isOpen(), await button.evaluate((own) => own === document.activeElement)]).toEqual([false, true]);
    await button.click();
    await page.mouse.click(180, 780);
    expect(await isOpen()).toBe(false);
    await button.click();
    expect(await isOpen()).toBe(true);
    await page.locator('.footer a').first().focus();
    expect(await isOpen()).toBe(false);
  });

  it('is not there on paper', async () => {
    const page = await open('/vrs01/', { width: 700 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead :is(.menu, .tool):visible').count()).toBe(0);
  });
});
