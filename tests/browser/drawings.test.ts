import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { acceptedDrawings, refusedDrawings } from '../support/drawings.ts';

const { newPage } = await openBrowser();
const address = 'https://drawings.example/drawing.svg';

interface Watched {
  tab: Page;
  /** `script` for a script that ran, and the URLs of requests to outside the drawing. */
  done: string[];
  /** Resolves when `done` gets its first entry. */
  first: Promise<void>;
}

/** Opens a drawing by its own URL, where scripts may run, unlike in an `img`; and clicks on it. */
async function watch(context: BrowserContext, svg: string): Promise<Watched> {
  const done: string[] = [];
  const tab = await context.newPage();
  const first = new Promise<void>((resolve) => {
    const note = (what: string) => {
      done.push(what);
      resolve();
    };
    tab.on('dialog', (dialog) => {
      note('script');
      dialog.dismiss().catch(() => undefined);
    });
    tab.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) note(request.url());
    });
  });
  await tab.route('**/*', (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'image/svg+xml', body: svg })
      : route.fulfill({ body: '' }),
  );
  await tab.goto(address).catch(() => undefined);
  if (done.length === 0) await tab.mouse.click(50, 50).catch(() => undefined);
  return { tab, done, first };
}

it('an accepted drawing runs nothing and asks for nothing when it is opened and clicked', async () => {
  const context = (await newPage()).context();
  for (const [name, svg] of acceptedDrawings) {
    if (name === 'a link to a page') continue;
    const { tab, done } = await watch(context, svg);
    await tab.waitForLoadState('networkidle');
    expect(done, name).toEqual([]);
    await tab.close();
  }
});

it('a refused drawing that Chromium understands would run or ask for a file, so that this test can fail', async () => {
  const context = (await newPage()).context();
  for (const { name, svg } of refusedDrawings.filter(({ isLive }) => isLive)) {
    const { tab, done, first } = await watch(context, svg);
    const tooLong = new Promise((resolve) => setTimeout(resolve, 10_000).unref());
    await Promise.race([first, tooLong]);
    expect(done, name).not.toEqual([]);
    await tab.close();
  }
});
