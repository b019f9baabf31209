import chromium from '@sparticuz/chromium';
import { type BrowserContext, type Locator, type Page, chromium as playwright } from 'playwright-core';
import { afterAll } from 'vitest';

export interface PageOptions {
  /** In CSS pixels; 1280 by default. */
  width?: number;
  height?: number;
  /** Pixels of the screen for each CSS pixel; 1 by default. */
  density?: number;
  theme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
  /** Permissions that the page gets, such as those for the clipboard. */
  clipboard?: boolean;
}

export interface TestBrowser {
  /** Opens a page in a new context, with empty storage. */
  newPage(options?: PageOptions): Promise<Page>;
}

/** Starts a browser before the tests of a file and closes it after them. Call it at the top of the file. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not chromium.args: they run everything in one process, in which contexts share storage.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    headless: true,
  });
  afterAll(() => browser.close());
  return {
    newPage: async ({
      width = 1280,
      height = 900,
      density = 1,
      theme = 'light',
      javaScript = true,
      reducedMotion,
      clipboard,
    } = {}) => {
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: density,
        colorScheme: theme,
        javaScriptEnabled: javaScript,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        locale: 'ar',
        permissions: clipboard ? ['clipboard-read', 'clipboard-write'] : [],
      });
      return context.newPage();
    },
  };
}

/** Returns the text of an element, with each run of white space collapsed to one space. */
export async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
