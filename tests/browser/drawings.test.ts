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
  // A click that meets the beginning of a navigation is never answered.
  if (done.length === 0) await Promise.race([first, tab.mouse.click(50, 50).catch(() => undefined)]);
  return { tab, done, first };
}

const context = (await newPage()).context();

it.each(acceptedDrawings.filter(([name]) => name !== 'a link to a page'))(
  'an accepted drawing runs nothing and asks for nothing when it is opened and clicked: %s',
  async (_name, svg) => {
    const { tab, done } = await watch(context, svg);
    await tab.waitForLoadState('networkidle');
    expect(done).toEqual([]);
    await tab.close();
  },
);

it.each(refusedDrawings.filter(({ isLive }) => isLive))(
  'a refused drawing that Chromium understands would run or ask for a file, so that the tests can fail: $name',
  async ({ svg }) => {
    const { tab, first } = await watch(context, svg);
    await first;
    await tab.close();
  },
);
