import chromium from '@sparticuz/chromium';
import { type BrowserContext, type Locator, type Page, chromium as playwright } from 'playwright-core';
import { afterAll } from 'vitest';

export interface PageOptions {
  /** CSS pixels; 1280 where it is not given. */
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  javaScript?: boolean;
  reducedMotion?: boolean;
  /** Granted to the page; without it the clipboard refuses. */
  clipboard?: boolean;
}

export interface TestBrowser {
  /** A page in a context of its own, with nothing stored. */
  newPage(options?: PageOptions): Promise<Page>;
}

/** Starts the browser of a test file, and ends it with the file. Call it at the top of the file. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not chromium.args: they put everything into one process, where contexts share what pages store.
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
      theme = 'light',
      javaScript = true,
      reducedMotion,
      clipboard,
    } = {}) => {
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height },
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

/** The text of an element, with every run of white space as one space. */
export async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
