import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { openBrowser, textOf } from '../support/browser.ts';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { type StaticServer, serveDirectory } from '../support/serve.ts';

/*
 * A live day of a newsroom: readers have pages open while it builds again and again. The clock of the page is moved by
 * the tests, and what it asks for is counted.
 */

const noon = Date.parse('2026-03-01T12:00:00Z');
const minute = 60_000;
const liveAddress = '/k7q3m/';
const otherAddress = '/m4t9x/';

const article = (id: string, fields: Record<string, unknown> = {}) =>
  markdown(
    { title: `مقال ${id}`, author: 'huda', date: '2026-03-01T08:00:00Z', category: 'world', id, ...fields },
    'متن المقال.\n\n'.repeat(12),
  );
/** An entry of so many minutes after eight. */
const entry = (minutes: number, words: string, fields: Record<string, unknown> = {}) =>
  markdown(
    { time: new Date(Date.parse('2026-03-01T08:00:00Z') + minutes * minute).toISOString(), ...fields },
    `${words} ${minutes}. ${'قال الشاهد إن الماء بلغ حافة الجسر ثم انحسر. '.repeat(3)}`,
  );
const fileOf = (name: string) => `live/k7q3m/${name}.md`;
const names = Array.from({ length: 200 }, (_, index) => `e${String(index + 1).padStart(3, '0')}`);
const day = {
  ...smallestSite,
  'articles/first.md': article('k7q3m', { live: 'open' }),
  'articles/second.md': article('m4t9x'),
  'breaking.yaml': '[]\n',
  ...Object.fromEntries(names.map((name, index) => [fileOf(name), entry(index + 1, 'تحديث')])),
};

let site: KeptSite;
let server: StaticServer;
const { newPage } = await openBrowser();
/** The pages answer as if a host sent the policy that lets no script make HTML of a string. */
const policy = {
  'content-security-policy':
    "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'",
};

beforeAll(async () => {
  site = await createKeptSite(day);
  await buildAt(0);
  server = await serveDirectory(site.directories.outputDirectory, () => policy);
}, 240_000);
afterAll(() => server.close());

async function buildAt(minutes: number, changes: Record<string, string | null> = {}): Promise<void> {
  await site.write(changes);
  const { exitCode, output } = await site.build({ SOURCE_DATE_EPOCH: String((noon + minutes * minute) / 1000) });
  expect(exitCode, output).toBe(0);
}

interface Reader {
  page: Page;
  /** The answers to what the page has asked for by itself: their status, in order. */
  answers: number[];
}

/** Opens a page at so many minutes after noon, by the clock of the page. */
async function open(address: string, minutes: number, options: Parameters<typeof newPage>[0] = {}): Promise<Reader> {
  const page = await newPage({ width: 390, height: 844, ...options });
  await page.clock.install({ time: noon + minutes * minute });
  const answers: number[] = [];
  page.on('response', (response) => {
    if (['xhr', 'fetch'].includes(response.request().resourceType())) answers.push(response.status());
  });
  await page.goto(server.origin + address, { waitUntil: 'networkidle' });
  return { page, answers };
}

/** Moves the clock of a page until it asks for its own address, and waits for what it does with the answer. */
async function waitForNext({ page }: Reader, seconds = 40): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().resourceType() === 'xhr');
  await page.clock.fastForward(seconds * 1000);
  await (await answered).finished();
  await page.evaluate(() => new Promise((resolve) => queueMicrotask(() => resolve(undefined))));
}

const topOf = (page: Page, id: string) =>
  page.evaluate((anchor) => document.getElementById(anchor)?.getBoundingClientRect().top, id);
const idsIn = (page: Page) =>
  page.locator('[data-live-entries] > li').evaluateAll((entries) => entries.map(({ id }) => id));
const setHidden = (page: Page, isHidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

describe('a reader of live coverage', () => {
  let reader: Reader;
  let page: Page;
  let place: number | undefined;
  const button = () => page.locator('.live-new');
  /** Browsers scroll by whole pixels, and lines are not as high: it may be off by less than one. */
  const staysInPlace = async () => {
    const moved = ((await topOf(page, 'live-e190')) ?? Number.NaN) - (place ?? Number.NaN);
    expect(Math.abs(moved)).toBeLessThan(1);
  };

  beforeAll(async () => {
    reader = await open(liveAddress, 0);
    page = reader.page;
    await page.evaluate(() => document.getElementById('live-e190')?.scrollIntoView());
    place = await topOf(page, 'live-e190');
  });

  it('has the newest thirty of two hundred entries', async () => {
    expect(await idsIn(page)).toHaveLength(30);
    expect(place).toBeDefined();
    expect(reader.answers.filter((status) => status !== 200)).toEqual([]);
  });

  it('is offered new entries, and sees edited, deleted and pinned ones, without moving', async () => {
    await buildAt(5, {
      [fileOf('n1')]: entry(241, 'جديد'),
      [fileOf('n2')]: entry(242, 'جديد', { key: true, title: 'بلغ الماء السوق' }),
      [fileOf('n3')]: entry(243, 'جديد'),
      [fileOf('e195')]: entry(195, 'تحديث مصحَّح أطول من الذي كان قبله بكثير، حتى يأخذ من الصفحة أسطرًا أخرى.'),
      [fileOf('e193')]: null,
      [fileOf('e188')]: entry(188, 'تحديث مصحَّح'),
      [fileOf('e180')]: entry(180, 'خلاصة', { pin: true }),
    });
    await waitForNext(reader, 6 * 60);
    await expect.poll(() => button().textContent()).toBe('3 تحديثات جديدة');
    await staysInPlace();
    expect(await page.locator('.live [role="status"]').textContent()).toBe('3 تحديثات جديدة');
    expect(await page.locator('#live-e195').textContent()).toContain('مصحَّح أطول');
    expect(await page.locator('#live-e188').textContent()).toContain('مصحَّح');
    expect(await page.locator('[data-live-summary]').textContent()).toContain('خلاصة');
    expect(await page.locator('[data-live-key]').textContent()).toContain('بلغ الماء السوق');
    const ids = await idsIn(page);
    expect(ids).not.toContain('live-e193');
    expect(ids).toContain('live-e171');
    expect(ids).not.toContain('live-n1');
  });

  it('brings them in by the button, without moving, and goes to the newest', async () => {
    await button().click();
    await staysInPlace();
    expect((await idsIn(page)).slice(0, 4)).toEqual(['live-n3', 'live-n2', 'live-n1', 'live-e200']);
    expect(await textOf(page.locator('#live-n3 .live-time'))).toMatch(/^12:03 منذ \d+ دق/);
    expect(await page.locator('[data-fresh]').count()).toBe(3);
    expect(await button().textContent()).toBe('إلى أحدث التحديثات');
    await button().click();
    await expect.poll(() => topOf(page, 'live-n3')).toBeGreaterThanOrEqual(0);
    expect(await button().isHidden()).toBe(true);
    await page.evaluate(() => document.getElementById('live-e190')?.scrollIntoView());
    place = await topOf(page, 'live-e190');
  });

  it('asks in vain for what has not changed', async () => {
    reader.answers.length = 0;
    await waitForNext(reader);
    expect(reader.answers).toContain(304);
    expect(await button().isHidden()).toBe(true);
    await staysInPlace();
  });

  it('catches up after the network was away', async () => {
    await page.context().setOffline(true);
    await page.clock.fastForward(10 * minute);
    await buildAt(10, { [fileOf('n4')]: entry(244, 'جديد'), [fileOf('n5')]: entry(245, 'جديد') });
    await page.context().setOffline(false);
    await expect.poll(() => button().textContent()).toBe('تحديثان جديدان');
    await staysInPlace();
  });

  it('asks for nothing while the page is hidden, and at once when it is seen again', async () => {
    reader.answers.length = 0;
    await setHidden(page, true);
    await page.clock.fastForward(60 * minute);
    expect(reader.answers).toEqual([]);
    const answered = page.waitForResponse((response) => response.request().resourceType() === 'xhr');
    await setHidden(page, false);
    expect((await answered).status()).toBe(304);
  });

  it('is told on an open page when the coverage is gone, not at the first absence, and asks no more', async () => {
    const absent = await open(liveAddress, 12);
    const state = absent.page.locator('[data-live-state]');
    await absent.page.route(`**${liveAddress}`, (route) => route.fulfill({ status: 404, body: 'لا صفحة' }));
    await waitForNext(absent);
    await absent.page.unroute(`**${liveAddress}`);
    await waitForNext(absent);
    const answers = [{ status: 404 }, { status: 200, contentType: 'text/html', body: '<p>سُحب هذا المقال.</p>' }];
    await absent.page.route(`**${liveAddress}`, (route) => route.fulfill(answers.shift() ?? { status: 500 }));
    await absent.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await waitForNext(absent);
    expect(await textOf(state)).toBe('حدّث الصفحة تابع هذه التغطية عبر RSS');
    await waitForNext(absent);
    const sentence = 'لم تعد هذه التغطية متاحة. حدّث الصفحة لترى ما حلّ محلّها.';
    await expect.poll(() => textOf(state)).toContain(sentence);
    expect(await absent.page.locator('.live [role="status"]').textContent()).toBe(sentence);
    await absent.page.getByRole('button', { name: sentence }).click();
    expect(await absent.page.evaluate(() => document.activeElement?.hasAttribute('data-live-refresh'))).toBe(true);
    await absent.page.clock.fastForward(120 * minute);
    expect(absent.answers.filter((status) => status === 500)).toEqual([]);
  });

  it('sees the end, and nothing is asked for afterwards', async () => {
    expect(await textOf(page.locator('.kicker').first())).toMatch(/^مباشر/);
    await buildAt(20, {
      'articles/first.md': article('k7q3m', { live: 'closed' }),
      ...Object.fromEntries([6, 7, 8, 9].map((number) => [fileOf(`n${number}`), entry(240 + number, 'جديد')])),
    });
    await waitForNext(reader);
    await expect.poll(() => page.locator('.live').getAttribute('data-live')).toBe('closed');
    expect(await button().textContent()).toBe('6 تحديثات جديدة');
    expect(await page.locator('[data-live-state]').textContent()).toContain('انتهت هذه التغطية');
    expect(await textOf(page.locator('.kicker').first())).toMatch(/^لحظة بلحظة/);
    expect(await textOf(page.locator('.facts .updated'))).toContain('12:09');
    await staysInPlace();
    await button().click();
    await staysInPlace();
    const asked = page.waitForRequest((request) => request.resourceType() === 'xhr', { timeout: 1000 });
    await Promise.all([expect(asked).rejects.toThrow(), page.clock.fastForward(120 * minute)]);
  });
});

describe('an alert', () => {
  let reader: Reader;
  let page: Page;
  const bar = () => page.locator('.breaking');
  const alert = (text: string) => `- text: ${text}\n  article: k7q3m\n  until: 2026-03-01T13:00:00Z\n`;
  const next = async (seconds = 80) => {
    const answered = page.waitForResponse(/breaking\.json$/);
    await page.clock.fastForward(seconds * 1000);
    await answered;
  };

  beforeAll(async () => {
    reader = await open(otherAddress, 30, { width: 360 });
    page = reader.page;
  });

  it('costs a page without one only the question', async () => {
    expect(reader.answers).toEqual([200]);
    expect(await bar().count()).toBe(0);
    expect(site.read('breaking.json')).toBe('{"alerts":[]}\n');
  });

  it('changes two files, and reaches an open page without moving anything', async () => {
    const before = await page.locator('main').boundingBox();
    await buildAt(31, { 'breaking.yaml': alert('أُغلق الجسر أمام الشاحنات') });
    expect(site.changedFiles()).toEqual(['changed\tbreaking.json', 'changed\tindex.html']);
    await next();
    await expect.poll(() => bar().isVisible()).toBe(true);
    expect(await bar().getByRole('link').textContent()).toBe('أُغلق الجسر أمام الشاحنات');
    expect(await page.locator('main').boundingBox()).toEqual(before);
    await page.clock.runFor(200);
    expect(await page.locator('body > [role="status"]').textContent()).toBe('عاجل: أُغلق الجسر أمام الشاحنات.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violations(page, '.breaking')).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await bar().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('is not announced again on the next page', async () => {
    await page.goto(`${server.origin}/`, { waitUntil: 'networkidle' });
    await expect.poll(() => bar().isVisible()).toBe(true);
    await page.clock.runFor(200);
    expect(await page.locator('body > [role="status"]').textContent()).toBe('');
  });

  it('is closed by the keyboard, and stays closed until it is reworded', async () => {
    await bar().getByRole('button', { name: 'إغلاق: أُغلق الجسر أمام الشاحنات' }).press('Enter');
    expect(await bar().isVisible()).toBe(false);
    await page.goto(server.origin + otherAddress, { waitUntil: 'networkidle' });
    expect(await bar().isVisible()).toBe(false);
    await buildAt(33, { 'breaking.yaml': alert('أُعيد فتح الجسر') });
    await next();
    await expect.poll(() => bar().getByRole('link').textContent()).toBe('أُعيد فتح الجسر');
  });

  it('gains, changes and loses its link on an open page, and is closed alone when another has its text', async () => {
    const until = '2026-03-01T13:00:00Z';
    const { alerts: _, ...words } = JSON.parse(site.read('breaking.json'));
    let alerts = [{ text: 'فاز فريق C++ أمس', until }];
    await page.route(/breaking\.json$/, (route) => route.fulfill({ json: { ...words, alerts } }));
    await next();
    await expect.poll(() => bar().locator('li').allTextContents()).toEqual(['فاز فريق C++ أمس×']);
    expect(await bar().locator('bdi').allTextContents()).toEqual(['C++']);
    const hrefs = () =>
      bar()
        .locator('li > :first-child')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const href of ['/k7q3m/', '/', null]) {
      alerts = [{ text: 'فاز فريق C++ أمس', until, ...(href !== null && { href }) }];
      await next();
      await expect.poll(hrefs).toEqual([href]);
    }
    alerts = ['/', '/k7q3m/'].map((href) => ({ text: 'فاز فريق C++ أمس', until, href }));
    await next();
    await expect.poll(hrefs).toEqual(['/', '/k7q3m/']);
    await bar().getByRole('button').first().press('Enter');
    await expect.poll(hrefs).toEqual(['/k7q3m/']);
    await page.unroute(/breaking\.json$/);
    await next();
    await expect.poll(() => bar().getByRole('link').textContent()).toBe('أُعيد فتح الجسر');
  });

  it('goes when its time has passed, though nothing was built', async () => {
    await page.clock.fastForward(30 * minute);
    await expect.poll(() => bar().isVisible()).toBe(false);
  });

  it('stands in the front page without scripts', async () => {
    const plain = await newPage({ javaScript: false });
    await plain.goto(`${server.origin}/`);
    expect(await plain.locator('.breaking').isVisible()).toBe(true);
    expect(path.posix.basename((await plain.locator('.breaking a').getAttribute('href')) ?? '')).toBe('k7q3m');
  });
});
