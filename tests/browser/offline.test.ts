import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { dataSaverKey } from '../../src/lib/stored-preferences.ts';
import { strings } from '../../src/strings/interface.ts';
import { breakableConnection } from '../support/breakable-connection.ts';
import { buildSite } from '../support/build-site.ts';
import { reference, referenceSite as referenceFiles } from '../support/newsroom.ts';
import { serveDirectory } from '../support/serve.ts';
import { referenceSite, sampleSite } from '../support/shared-sites.ts';
import { visitSite } from '../support/visit.ts';

const words = strings.saved;
const { newPage } = await visitSite(referenceSite());
const server = await serveDirectory(referenceSite().directories.outputDirectory);
const connection = await breakableConnection(server.origin);
const sample = await serveDirectory(sampleSite().directories.outputDirectory);
afterAll(() => Promise.all([connection, server, sample].map((open) => open.close())));

const { origin } = connection;
const article = `${origin}/${reference.id}/`;
const list = `${origin}/saved/`;

beforeEach(() => connection.restore());

/** What the site has on the device besides its storage. */
function copiesOf(page: Page): Promise<{ workers: number; caches: string[] }> {
  return page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));
}

async function saveArticle(page: Page, address = article): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: words.save, exact: true }).first().click();
  await page.getByText(words.added).waitFor();
}

describe('what a reader saves', () => {
  it('installs nothing before, and opens with its picture and its fonts when the connection is gone', async () => {
    const page = await newPage();
    await page.goto(article);
    expect(await copiesOf(page)).toEqual({ workers: 0, caches: [] });
    await saveArticle(page);
    connection.cut();
    await page.goto(article);
    await page.getByRole('heading', { name: reference.title }).waitFor();
    await page.getByRole('button', { name: words.saved, exact: true }).first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('article img')?.clientWidth ?? 0))
      .toBeGreaterThan(0);
    const shown = await page.evaluate(async () => {
      await document.fonts.ready;
      const image = document.querySelector<HTMLImageElement>('article img');
      return {
        picture: image?.naturalWidth,
        fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
      };
    });
    expect(shown.picture).toBeGreaterThan(0);
    expect(shown.fonts).toBeGreaterThan(1);
  });

  it('is listed in the place of a page that was not saved', async () => {
    const page = await newPage();
    await saveArticle(page);
    connection.cut();
    await page.goto(`${origin}/about/`);
    await page.getByRole('heading', { name: words.noConnection.title }).waitFor();
    await page.getByRole('link', { name: reference.title }).click();
    await page.getByRole('heading', { level: 1, name: reference.title }).waitFor();
    connection.restore();
    await page.goto(`${origin}/about/`);
    expect(await page.getByRole('heading', { name: words.noConnection.title }).count()).toBe(0);
  });

  it('leaves no worker and no copy behind when the last article is deleted', async () => {
    const page = await newPage();
    await saveArticle(page);
    expect(await copiesOf(page)).toEqual({ workers: 1, caches: ['warraq-offline/'] });
    await page.goto(list);
    await page.getByRole('button', { name: words.deleteTitled(reference.title) }).click();
    await page.getByText(words.empty).waitFor();
    await expect.poll(() => copiesOf(page)).toEqual({ workers: 0, caches: [] });
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('is gone with everything else that the site keeps, at one press', async () => {
    const page = await newPage();
    await saveArticle(page);
    await page.getByRole('button', { name: 'المظهر: تلقائي' }).click();
    page.on('dialog', (dialog) => dialog.accept());
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: strings.readerSettings.forget }).click();
    await page.getByText(strings.readerSettings.forgotten).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await copiesOf(page)).toEqual({ workers: 0, caches: [] });
    await page.getByRole('button', { name: 'المظهر: تلقائي' }).waitFor();
  });

  it('is shown as it is when another tab deletes everything, on the page of the list too', async () => {
    const page = await newPage();
    await saveArticle(page);
    const other = await page.context().newPage();
    await other.goto(list);
    other.on('dialog', (dialog) => dialog.accept());
    await other.locator('main').getByRole('button', { name: strings.readerSettings.forget }).click();
    await other.getByText(words.empty).waitFor();
    await page.getByRole('button', { name: words.save, exact: true }).first().waitFor();
  });

  it('leaves the list with a sentence when the site has withdrawn it', async () => {
    const page = await newPage();
    await saveArticle(page);
    await page.route(article, (route) => route.fulfill({ status: 410, body: '' }));
    await page.goto(list);
    await page.getByText(words.withdrawn(reference.title)).waitFor();
    await page.getByText(words.empty).waitFor();
    expect(await copiesOf(page)).toEqual({ workers: 0, caches: [] });
  });

  it('stays in the list when its page is missing for a moment', async () => {
    const page = await newPage();
    await saveArticle(page);
    const asking = page.waitForResponse(article);
    await page.route(article, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(list);
    await asking;
    await page.reload();
    await page.getByRole('link', { name: reference.title }).waitFor();
    await page.getByText(words.worksOffline).waitFor();
  });

  it('stays in the list, with no half of a copy, when the browser has no room for it', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      const put = Cache.prototype.put;
      let left = 2;
      Cache.prototype.put = async function (request, response) {
        left -= 1;
        if (left < 0) throw new DOMException('full', 'QuotaExceededError');
        return put.call(this, request, response);
      };
    });
    await page.goto(article);
    await page.getByRole('button', { name: words.save, exact: true }).first().click();
    await page.getByText(words.addedOnlineOnly).waitFor();
    expect(await copiesOf(page)).toEqual({ workers: 0, caches: [] });
    await page.goto(list);
    await page.getByRole('link', { name: reference.title }).waitFor();
    expect(await page.getByText(words.worksOffline).count()).toBe(0);
  });

  it('is explained to readers without scripts', async () => {
    const page = await newPage({ javaScript: false });
    await page.goto(list);
    await page.getByText(words.needsScript).waitFor();
  });
});

test('a site that has switched its worker off removes it from devices, and keeps the list as links', async () => {
  const site = await buildSite({ ...referenceFiles, 'site.yaml': `${referenceFiles['site.yaml']}offline: false\n` });
  const without = await serveDirectory(site.directories.outputDirectory);
  const page = await newPage();
  await saveArticle(page);
  connection.leadTo(without.origin);
  await page.goto(list);
  await page.getByRole('link', { name: reference.title }).waitFor();
  await expect.poll(() => copiesOf(page)).toEqual({ workers: 0, caches: [] });
  await page.goto(article);
  await page.getByRole('button', { name: words.saved, exact: true }).first().waitFor();
  connection.leadTo(server.origin);
  await without.close();
});

describe('the place where a reader stopped', () => {
  const resume = (page: Page) => page.getByRole('button', { name: words.resume });
  const middle = '.prose > :nth-child(6)';

  /** Scrolls to a block and waits until the script that remembers places has come. */
  async function readTo(page: Page, block: string): Promise<void> {
    const asking = page.waitForRequest(/reader-script/);
    await page.locator(block).evaluate((element) => element.scrollIntoView());
    // A string, because Vitest rewrites the imports of functions.
    await page.evaluate(`import(${JSON.stringify((await asking).url())}).then(() => true)`);
  }

  it('is offered the next time, also in another size of text, and not jumped to unasked', async () => {
    const page = await newPage({ width: 360, height: 640 });
    await page.goto(article);
    await readTo(page, middle);
    await page.goto(`${origin}/`);
    await page.evaluate(() => localStorage.setItem('warraq-text-size', '3'));
    await page.goto(article);
    await resume(page).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await resume(page).click();
    const top = () => page.locator(middle).evaluate((block) => Math.abs(block.getBoundingClientRect().top));
    await expect.poll(top).toBeLessThan(80);
    expect(await resume(page).count()).toBe(0);
  });

  it('is not the end of a text after which a script stands', async () => {
    const page = await newPage({ width: 360, height: 640 });
    await page.goto(`${sample.origin}/b6t4x/`);
    // From where the reader is, the beginning.
    await page
      .locator('[data-reader=save]')
      .first()
      .evaluate((button: HTMLElement) => button.click());
    await page.getByText(words.added).waitFor();
    await page.goto(`${sample.origin}/saved/`);
    await page.getByRole('button', { name: words.deleteAll }).waitFor();
    expect(await page.getByText(words.readWhole).count()).toBe(0);
  });

  it('is kept when the reader only passes the text on the way to what stands below', async () => {
    const page = await newPage({ width: 360, height: 640 });
    await page.goto(`${sample.origin}/b6t4x/`);
    await readTo(page, middle);
    await page.goto(`${sample.origin}/b6t4x/`);
    await resume(page).waitFor();
    await page.locator('.colophon').evaluate((element) => element.scrollIntoView());
    await page.goto(`${sample.origin}/`);
    await page.goto(`${sample.origin}/b6t4x/`);
    await resume(page).waitFor();
  });

  it('is forgotten at the end of the text', async () => {
    const page = await newPage({ width: 360, height: 640 });
    await page.goto(article);
    await readTo(page, '.colophon');
    await page.goto(`${origin}/`);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

describe('the data-saver', () => {
  const pages = ['/', '/b6t4x/', '/k7q3m/'];

  /** Collects the pictures that are asked for while a page is read from top to bottom. */
  async function picturesOf(page: Page, path: string): Promise<string[]> {
    const asked: string[] = [];
    page.on('request', (request) => request.resourceType() === 'image' && asked.push(request.url()));
    await page.goto(sample.origin + path, { waitUntil: 'networkidle' });
    for (let bottom = 0; bottom < (await page.evaluate(() => document.body.scrollHeight)); bottom += 800)
      await page.evaluate((top) => scrollTo(0, top), bottom);
    await page.waitForLoadState('networkidle');
    return asked.filter((url) => url.includes('/_images/'));
  }

  const choose = (context: BrowserContext, choice: string) =>
    context.addInitScript(
      ([key, value]) => localStorage.setItem(key as string, value as string),
      [dataSaverKey, choice],
    );
  const saveInSystem = (context: BrowserContext) =>
    context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));

  it.each(pages)('asks for no picture, not even the first, on the page %s', async (path) => {
    const page = await newPage({ width: 360, height: 800 });
    await choose(page.context(), 'on');
    expect(await picturesOf(page, path)).toEqual([]);
    await page.locator('.waiting-picture .offer').first().waitFor();
    const elsewhere = await page.evaluate(() => {
      const edges = (element: Element | null | undefined) => {
        const { left, right, height } = element?.getBoundingClientRect() ?? new DOMRect();
        return [left, right, height].map(Math.round).join(' ');
      };
      const offers = [...document.querySelectorAll('.offer')];
      return offers.filter((offer) => edges(offer) !== edges(offer.parentElement?.querySelector('img'))).length;
    });
    expect(elsewhere, 'offers that cover more than their pictures').toBe(0);
    expect(await page.locator('a button').count()).toBe(0);
  });

  it('opens a picture of a gallery large, which is to ask for it', async () => {
    const page = await newPage({ width: 360, height: 800 });
    await choose(page.context(), 'on');
    await page.goto(`${sample.origin}/b6t4x/`);
    await page.locator('.enlarge .offer').first().waitFor();
    await page.locator('.gallery .enlarge').nth(1).click();
    const picture = page.locator('dialog li').nth(1).locator('img');
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });

  it('is on by itself where the system saves data, and off if the reader wants that', async () => {
    const page = await newPage();
    await saveInSystem(page.context());
    expect(await picturesOf(page, '/e2c8p/')).toEqual([]);
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: strings.readerSettings.dataSaver, pressed: true }).click();
    await page.getByText(strings.readerSettings.dataSaverOff).waitFor();
    expect(await picturesOf(page, '/e2c8p/')).not.toEqual([]);
  });

  it('offers the pictures of live entries that come later', async () => {
    const page = await newPage();
    await choose(page.context(), 'on');
    await page.goto(`${sample.origin}/f3k7m/`);
    await page.locator('.menu [data-reader=saver][aria-pressed=true]').waitFor({ state: 'attached' });
    const entry = '<li id="new"><p><img src="/new.webp" alt="صورة جديدة" width="4" height="3" loading="lazy"></p></li>';
    await page
      .locator('[data-live-entries]')
      .evaluate((list, html) => list.insertAdjacentHTML('afterbegin', html), entry);
    await page.locator('#new .offer').waitFor();
  });

  it('shows the picture that the reader asks for, and nothing moves', async () => {
    const page = await newPage({ width: 360, height: 800 });
    await choose(page.context(), 'on');
    await page.goto(`${sample.origin}/e2c8p/`);
    const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
    const button = page.locator('article .waiting-picture button').first();
    await button.waitFor();
    const picture = await page.locator('article .waiting-picture:has(button) img').first().elementHandle();
    const before = await heightOf();
    await Promise.all([page.waitForResponse(/\/_images\//), button.click()]);
    await expect.poll(() => picture?.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    expect(await heightOf()).toBe(before);
  });
});
