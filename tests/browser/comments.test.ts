import { writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import { cleanName, cleanText } from '../../src/lib/comments/comment-text.ts';
import { strings } from '../../src/strings/interface.ts';
import { violations } from '../support/axe.ts';
import { openBrowser, textOf } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { editor, freePort, runCommentsService } from '../support/comments-service.ts';
import { hostileComments } from '../support/hostile-comments.ts';
import { inlineHashes } from '../support/inline-hashes.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { serveDirectory } from '../support/serve.ts';

const { failures, outcomes, live } = strings.comments;
const day = 24 * 3_600_000;

/** The ids of the site's articles, by what is tested on them. */
const threads = {
  flow: 't0001',
  faults: 't0002',
  outage: 't0003',
  offline: 't0004',
  twice: 't0005',
  plain: 't0006',
  closed: 't0007',
  old: 't0008',
  hostile: 't0009',
  archived: 't000a',
  keyboard: 't000b',
  imported: 't000c',
  lazy: 't000d',
  hung: 't000e',
};

const paragraph = 'وصل المهندسون إلى الجسر قبل الفجر، وفتحوا الطريق للمشاة وحدهم. '.repeat(6);
const imported = [
  { id: 'wp-1', author: 'سلمى', text: 'أول تعليق قديم.', time: '2022-01-14T08:00:00.000Z', imported: true },
  { id: 'wp-2', parent: 'wp-1', author: 'نادر', text: 'رد قديم.', time: '2022-01-15T08:00:00.000Z', imported: true },
];

function article(id: string, fields: Record<string, unknown> = {}): string {
  const date = new Date(Date.now() - 3 * day).toISOString();
  const matter = { title: `خبر ${id}`, author: 'huda', date, category: 'world', id, ...fields };
  return markdown(matter, Array.from({ length: 8 }, () => paragraph).join('\n\n'));
}

const lines = (comments: readonly object[]) => comments.map((comment) => `${JSON.stringify(comment)}\n`).join('');

const port = await freePort();
const endpoint = `http://127.0.0.1:${port}`;
const site = await buildSite({
  ...smallestSite,
  'site.yaml': stringify({
    title: 'صدى',
    description: 'أخبار البلدة وأهلها',
    url: 'https://sada.example',
    comments: { provider: 'waline', endpoint, 'close-after': 365 },
  }),
  'comment-terms.md': 'اكتب **بأدب**، ولا تُسئ إلى أحد.\n',
  ...Object.fromEntries(Object.values(threads).map((id) => [`articles/${id}.md`, article(id)])),
  [`articles/${threads.closed}.md`]: article(threads.closed, { comments: 'closed' }),
  [`articles/${threads.old}.md`]: article(threads.old, { date: '2020-01-01' }),
  [`.comments/${threads.imported}.jsonl`]: lines(imported),
  [`.comments/${threads.closed}.jsonl`]: lines(imported),
  [`.comments/${threads.plain}.jsonl`]: lines(imported),
  [`.comments/${threads.archived}.jsonl`]: lines(
    hostileComments
      .map((comment, at) => ({ id: `h${at}`, time: '2026-01-01T00:00:00.000Z', ...comment }))
      .filter(({ text }) => cleanText(text) !== ''),
  ),
});
if (site.exitCode !== 0) throw new Error(`The site does not build:\n${site.output}`);

/** A strict Content Security Policy, as a careful newsroom would send it. */
function strictPolicy(html: string): Record<string, string> {
  const { scripts, styles } = inlineHashes(html);
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'self' ${scripts}`,
      `style-src 'self' ${styles}`,
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ${endpoint}`,
      `form-action 'self' ${endpoint}`,
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
  };
}

const server = await serveDirectory(site.directories.outputDirectory, strictPolicy);
const dataDirectory = path.join(site.directories.contentDirectory, '../comments-data');
const start = (variables: Record<string, string> = {}) =>
  runCommentsService({ site: server.origin, port, dataDirectory, variables });
let service = await start({ COMMENTS_NAMES: 'التحرير' });
const { newPage } = await openBrowser();
afterAll(async () => {
  await service.stop();
  await server.close();
});

const addressOf = (id: string) => `${server.origin}/${id}/`;
const status = (page: Page) => page.locator('[data-comments-status]');
const field = (page: Page, name: 'text' | 'name' | 'email') => page.locator(`#comment-${name}`);

const opened: Page[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});

/** Opens an article and goes to its comments as a reader does. Resolves when the service has answered or has failed. */
async function visit(id: string, options: { width?: number; javaScript?: boolean } = {}): Promise<Page> {
  const page = await newPage(options);
  opened.push(page);
  await page.goto(addressOf(id));
  if (options.javaScript !== false) await approach(page);
  return page;
}

async function approach(page: Page): Promise<void> {
  await page.mouse.move(5, 5);
  await page.mouse.wheel(0, 20);
  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.locator('#comments[data-live], #comments:not([data-thread])').first().waitFor({ state: 'attached' });
}

async function fill(page: Page, text: string, name = 'سلمى', email = 'salma@example.com'): Promise<void> {
  await field(page, 'text').fill(text);
  await field(page, 'name').fill(name);
  await field(page, 'email').fill(email);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
}

async function told(page: Page, sentence: string, timeout = 30_000): Promise<void> {
  await page.getByText(sentence, { exact: true }).and(status(page)).waitFor({ timeout });
}

describe('a reader who comments', () => {
  test('sees the pending comment, then the published one, its replies, its marks and the count', async () => {
    const thread = `/${threads.flow}/`;
    const page = await visit(threads.flow);
    expect(await page.locator('[data-comments-heading]').isVisible()).toBe(false);
    await fill(page, 'تعليق <b>أول</b>\n\nفقرة ثانية https://example.com/a.');
    await submit(page);
    await told(page, outcomes.pending);
    const own = page.getByRole('article', { name: 'تعليق سلمى' });
    expect(await textOf(own)).toContain('بانتظار المراجعة');
    expect(await textOf(own)).toContain('تعليق <b>أول</b>');
    expect(await field(page, 'text').inputValue()).toBe('');

    const [stored] = await service.stored(thread, 'waiting');
    expect(stored).toMatchObject({ nick: 'سلمى', mail: 'salma@example.com' });
    expect(stored?.ip).toMatch(/^fd[\da-f]{2}:/);
    await service.approveAll(thread);
    await service.change(stored?.objectId ?? 0, { sticky: 1 });
    await service.write({ nick: 'x', mail: 'x@example.com', comment: 'كلمة المحرر', url: thread }, 'editor');

    const again = await visit(threads.flow);
    expect(await textOf(again.locator('[data-comments-count]'))).toBe('تعليقان');
    const names = await again.getByRole('article').locator('bdi[data-field=author]').allTextContents();
    expect(names).toEqual(['سلمى', 'التحرير']);
    const [pinned, staff] = await again.locator('.thread > li').all();
    expect(await pinned?.getByText('اختيار المحرّر').count()).toBe(1);
    expect(await staff?.getByText('التحرير', { exact: true }).count()).toBe(2);
    expect(await textOf(again.locator('.thread time').first())).toMatch(/^الآن|^منذ/);
    const link = again.locator('.thread a[rel]');
    expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([
      'https://example.com/a',
      'ugc nofollow noopener',
    ]);

    await again.getByRole('button', { name: 'رد على سلمى' }).click();
    expect(await field(again, 'text').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await textOf(again.locator('[data-comments-replying]'))).toContain('رد على سلمى');
    await fill(again, 'شكرًا.', 'نادر', 'nader@example.com');
    await submit(again);
    await told(again, outcomes.pending);
    await service.approveAll(thread);
    const last = await visit(threads.flow);
    expect(await textOf(last.locator('[data-comments-count]'))).toBe('3 تعليقات');
    expect(await textOf(last.locator('.replies .comment'))).toContain('شكرًا.');
    await last.getByLabel('ترتيب التعليقات').selectOption('oldest');
    expect(await last.locator('.thread > li').count()).toBe(2);
  });

  test('sees every failure at its field, keeps the typed text, and cannot send twice', async () => {
    const page = await visit(threads.faults);
    await submit(page);
    await told(page, failures['text-required']);
    for (const [name, failure] of [
      ['text', 'text-required'],
      ['name', 'name-required'],
      ['email', 'email-required'],
    ] as const) {
      expect(await textOf(page.locator(`#comment-${name}-fault`))).toBe(failures[failure]);
      expect(await field(page, name).getAttribute('aria-invalid')).toBe('true');
    }
    expect(await field(page, 'text').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page, '#comments')).toEqual([]);

    await fill(page, 'نص سليم', 'سلمى', 'salma');
    await submit(page);
    await told(page, failures['email-invalid']);
    expect(await field(page, 'text').getAttribute('aria-invalid')).toBeNull();

    await fill(page, 'نص سليم', 'التـحرير');
    await submit(page);
    await told(page, failures['name-refused']);

    await fill(page, 'نص سليم');
    await submit(page);
    await told(page, outcomes.pending);
    expect(await violations(page, '#comments')).toEqual([]);
    await fill(page, 'نص سليم');
    await submit(page);
    await told(page, failures.duplicate);
    expect(await field(page, 'text').inputValue()).toBe('نص سليم');
    expect(await service.stored(`/${threads.faults}/`, 'waiting')).toHaveLength(1);
  });

  test('finds an unsent comment after a reload, without the e-mail address unless it was to be kept', async () => {
    const page = await visit(threads.offline);
    await fill(page, 'مسودة طويلة لا يجوز أن تضيع');
    const readStorage = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    await expect.poll(readStorage).toContain('مسودة طويلة');
    expect(await readStorage()).not.toContain('salma@example.com');
    await page.reload();
    await approach(page);
    await told(page, live.restored);
    expect(await field(page, 'text').inputValue()).toBe('مسودة طويلة لا يجوز أن تضيع');
    expect(await field(page, 'email').inputValue()).toBe('');
    await field(page, 'email').fill('salma@example.com');
    await page.getByLabel(strings.comments.remember).check();
    await submit(page);
    await told(page, outcomes.pending);
    await page.reload();
    await approach(page);
    expect(await field(page, 'text').inputValue()).toBe('');
    expect(await field(page, 'email').inputValue()).toBe('salma@example.com');
  });

  test('sends once, however often the section is started and the button pressed', async () => {
    const page = await visit(threads.twice);
    await page.locator('#comments').evaluate((section) => {
      for (let times = 0; times < 3; times++) section.dispatchEvent(new FocusEvent('focusin'));
    });
    await fill(page, 'مرة واحدة');
    await page.getByRole('button', { name: 'إرسال التعليق' }).dblclick();
    await told(page, outcomes.pending);
    expect(await service.stored(`/${threads.twice}/`, 'waiting')).toHaveLength(1);
    const [first, second] = await Promise.all(
      [1, 2].map(() => service.write({ nick: 'ن', mail: 'n@example.com', comment: 'معًا', url: `/${threads.twice}/` })),
    );
    expect([first?.errmsg, second?.errmsg].sort()).toEqual(['', 'duplicate']);
  });

  test('can do everything by keyboard, and hears every state', async () => {
    const page = await visit(threads.keyboard);
    await page.locator('#comment-text').focus();
    await page.keyboard.type('من لوحة المفاتيح');
    await page.keyboard.press('Tab');
    await page.keyboard.type('سلمى');
    await page.keyboard.press('Tab');
    await page.keyboard.type('salma@example.com');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment-remember');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(page, outcomes.pending);
    expect(await status(page).getAttribute('role')).toBe('status');
    await service.approveAll(`/${threads.keyboard}/`);
    const again = await visit(threads.keyboard);
    await again.getByRole('button', { name: 'رد على سلمى' }).focus();
    await again.keyboard.press('Enter');
    await again.keyboard.press('Shift+Tab');
    expect(await again.evaluate(() => document.activeElement?.textContent)).toBe('إلغاء الرد');
    await again.keyboard.press('Enter');
    expect(await again.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('رد على سلمى');
    expect(await violations(again, '#comments')).toEqual([]);
  });
});

/** Advances the page's clock until the page announces the sentence: retries wait longer each time. */
async function waitThrough(page: Page, sentence: string): Promise<void> {
  for (let minutes = 0; minutes < 60; minutes += 6) {
    await page.clock.fastForward(6 * 60_000);
    const said = await told(page, sentence, 5000).then(
      () => true,
      () => false,
    );
    if (said) return;
  }
  await told(page, sentence, 1);
}

describe('a service in trouble', () => {
  afterAll(async () => {
    await service.stop();
    service = await start();
  });

  test('that an offline reader cannot reach gets the comment when the connection is back', async () => {
    const page = await visit(threads.offline);
    await page.context().setOffline(true);
    await fill(page, 'كُتب دون اتصال');
    await submit(page);
    await told(page, failures.offline);
    await page.context().setOffline(false);
    await told(page, outcomes.pending);
    const stored = await service.stored(`/${threads.offline}/`, 'waiting');
    expect(stored.filter(({ orig }) => orig === 'كُتب دون اتصال')).toHaveLength(1);
  });

  test('that is down gets the comment when it is back', async () => {
    const page = await visit(threads.outage);
    await page.clock.install();
    await service.stop();
    await fill(page, 'نص مهم لا يجوز أن يضيع');
    await submit(page);
    await told(page, failures.down);
    expect(await violations(page, '#comments')).toEqual([]);
    service = await start();
    await waitThrough(page, outcomes.pending);
    expect(await service.stored(`/${threads.outage}/`, 'waiting')).toHaveLength(1);
  });

  test('that hangs runs into a timeout, and gets the comment once', async () => {
    const page = await visit(threads.hung);
    await page.clock.install();
    await service.stop();
    const silent = await listenAndSayNothing(port);
    await fill(page, 'نص آخر');
    await submit(page);
    await told(page, live.sending);
    await page.clock.fastForward(10_500);
    await told(page, failures.timeout);
    expect(await field(page, 'text').inputValue()).toBe('نص آخر');
    await silent();
    service = await start();
    await waitThrough(page, outcomes.pending);
    expect(await service.stored(`/${threads.hung}/`, 'waiting')).toHaveLength(1);
  });

  test('limits how often a reader writes', async () => {
    await service.stop();
    service = await start({ COMMENTS_SECONDS: '3600' });
    await service.write({ nick: 'ن', mail: 'n@example.com', comment: 'قبل دقيقة', url: `/${threads.lazy}/` });
    const page = await visit(threads.lazy);
    await fill(page, 'بعد دقيقة');
    await submit(page);
    await told(page, failures['rate-limit']);
    expect(await field(page, 'text').inputValue()).toBe('بعد دقيقة');
  });

  test('leaves the comments of the last build in the page, without errors and layout shifts', async () => {
    await service.stop();
    const page = await newPage({ width: 390 });
    opened.push(page);
    const noise: string[] = [];
    page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(String(error)));
    await page.goto(addressOf(threads.imported), { waitUntil: 'networkidle' });
    expect(noise).toEqual([]);
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await approach(page);
    expect(await textOf(page.locator('[data-comments-loading]'))).toBe(live.stale);
    expect(await page.locator('.thread .comment').count()).toBe(2);
    const moved = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(moved.filter((shift) => shift > 0.01)).toEqual([]);
    // The browser itself logs the failed request; nothing else may be logged.
    expect(noise.filter((line) => !line.startsWith('Failed to load resource: net::ERR_CONNECTION_REFUSED'))).toEqual(
      [],
    );
  });
});

describe('the comments of the last build', () => {
  test('are sorted among those of the service', async () => {
    const thread = `/${threads.imported}/`;
    await service.write({ nick: 'هند', mail: 'h@example.com', comment: 'تعليق جديد', url: thread });
    await service.approveAll(thread);
    const page = await visit(threads.imported);
    const names = await page.locator('.thread bdi[data-field=author]').allTextContents();
    expect(names).toEqual(['هند', 'سلمى', 'نادر']);
    expect(await textOf(page.locator('[data-comments-count]'))).toBe('3 تعليقات');
  });

  test('are counted in lists of articles, except when there are none', async () => {
    const page = await newPage({ javaScript: false });
    opened.push(page);
    await page.goto(`${server.origin}/c/world/`);
    const links = page.locator('a[href$="#comments"]');
    expect((await links.allTextContents()).map((text) => text.trim())).toContain('تعليقان');
    const listed = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(new Set(listed).size).toBe(4);
  });
});

describe('without JavaScript', () => {
  test('comments can be read and sent, and the page says what became of them', async () => {
    const page = await visit(threads.plain, { javaScript: false, width: 360 });
    expect(await page.locator('.thread .comment').count()).toBe(2);
    expect(await textOf(page.locator('.thread time').first())).toMatch(/يناير 2022/);
    expect(await textOf(page.locator('.terms'))).toContain('اكتب بأدب');
    await fill(page, 'من دون جافاسكربت');
    await submit(page);
    await page.waitForURL(`${addressOf(threads.plain)}#comment-outcome-pending`);
    expect(await page.getByText(outcomes.pending).isVisible()).toBe(true);
    expect(await page.getByText(failures.duplicate).isVisible()).toBe(false);
    await fill(page, 'من دون جافاسكربت');
    await submit(page);
    await page.waitForURL(`${addressOf(threads.plain)}#comment-outcome-duplicate`);
    expect(await page.getByText(failures.duplicate).isVisible()).toBe(true);
    expect(await service.stored(`/${threads.plain}/`, 'waiting')).toHaveLength(1);
  });
});

describe('a closed thread', () => {
  it.each([
    ['by its author', threads.closed, 2],
    ['by its age', threads.old, 0],
  ])('%s has its comments and no form, and the service takes none', async (_, id, count) => {
    const page = await visit(id);
    expect(await page.getByRole('heading', { name: 'التعليقات مغلقة' }).isVisible()).toBe(true);
    expect(await page.locator('form#comment-form').count()).toBe(0);
    expect(await page.locator('.thread .comment').count()).toBe(count);
    const refused = await service.write({ nick: 'ن', mail: 'n@example.com', comment: 'متأخر', url: `/${id}/` });
    expect(refused).toMatchObject({ status: 422, errmsg: 'closed' });
    expect(await violations(page, '#comments')).toEqual([]);
  });

  test('closes on time in a page that was built earlier', async () => {
    const page = await newPage();
    opened.push(page);
    await page.clock.setFixedTime(Date.now() + 400 * day);
    await page.goto(addressOf(threads.lazy));
    await approach(page);
    await page.locator('#comments[data-state=closed]').waitFor({ state: 'attached' });
    expect(await page.locator('form#comment-form').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'التعليقات مغلقة' }).isVisible()).toBe(true);
  });

  test('refuses comments like a URL without a page does', async () => {
    const nowhere = { nick: 'ن', mail: 'n@example.com', comment: 'نص', url: '/zzzz9/' };
    expect(await service.write(nowhere)).toMatchObject({ status: 422, errmsg: 'refused' });
  });
});

describe('a service without an adapter', () => {
  const settingsOf = (comments: object) => ({
    ...smallestSite,
    'site.yaml': stringify({ title: 'صدى', description: 'أخبار', url: 'https://sada.example', comments }),
    'articles/first.md': article('f0001'),
  });

  test('gets a plain form, whose text is kept until the service confirms the comment', async () => {
    const plain = await buildSite(settingsOf({ provider: 'form', endpoint: `${endpoint}/nowhere` }));
    const host = await serveDirectory(plain.directories.outputDirectory, strictPolicy);
    const page = await newPage();
    opened.push(page);
    await page.goto(`${host.origin}/f0001/`);
    await page.mouse.move(5, 5);
    await page.locator('#comments').scrollIntoViewIfNeeded();
    await page.locator('#comment-form[novalidate]').waitFor();
    await submit(page);
    expect(await textOf(page.locator('#comment-name-fault'))).toBe(failures['name-required']);
    await fill(page, 'نص النموذج');
    await submit(page);
    await page.waitForURL(/nowhere/);
    await page.goto(`${host.origin}/f0001/#comments`);
    await told(page, live.restoredSent);
    expect(await field(page, 'text').inputValue()).toBe('نص النموذج');
    await page.goto(`${host.origin}/`);
    await page.goto(`${host.origin}/f0001/#comment-outcome-pending`);
    await page.locator('#comment-form[novalidate]').waitFor();
    expect(await field(page, 'text').inputValue()).toBe('');
    await host.close();
  });

  test('is shown in an iframe after a press, and loads nothing before', async () => {
    const framed = await buildSite(settingsOf({ provider: 'embed', endpoint: `${endpoint}/?page={url}` }));
    const host = await serveDirectory(framed.directories.outputDirectory);
    const page = await newPage();
    opened.push(page);
    const asked: string[] = [];
    page.on('request', (request) => request.url().startsWith(endpoint) && asked.push(request.url()));
    await page.goto(`${host.origin}/f0001/`);
    await page.locator('#comments').scrollIntoViewIfNeeded();
    expect(asked).toEqual([]);
    expect(await violations(page, '#comments')).toEqual([]);
    await page.getByRole('link', { name: strings.comments.frame.open }).press('Enter');
    await page.locator('iframe[title=التعليقات]').waitFor();
    await expect.poll(() => asked).toEqual([`${endpoint}/?page=https%3A%2F%2Fsada.example%2Ff0001%2F`]);
    await host.close();
  });
});

describe('before a reader is near', () => {
  test('neither the service nor the script is requested; the script has at most 8 KB', async () => {
    const page = await newPage({ width: 390, height: 600 });
    opened.push(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(addressOf(threads.lazy), { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(200);
    expect(asked.filter((url) => url.startsWith(endpoint) || url.includes('CommentScript'))).toEqual([]);
    const before = [...asked];
    await approach(page);
    expect(asked.filter((url) => url.startsWith(endpoint))).toHaveLength(1);
    const bytes = await page.evaluate((atFirst) => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const isOfComments = (name: string) => !atFirst.includes(name) && !name.includes('reader-script');
      const scripts = entries.filter(({ name }) => name.endsWith('.js') && isOfComments(name));
      return scripts.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
    }, before);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(8000);
  });
});

describe(`${hostileComments.length} hostile comments`, () => {
  const expected = hostileComments
    .map(({ author, text }) => ({ author: cleanName(author) || 'قارئ', text: cleanText(text) }))
    .filter(({ text }) => text !== '');

  test('from the service are shown as text', async () => {
    const data = hostileComments.map(({ author, text }, at) => ({
      objectId: at + 1,
      nick: author,
      orig: text,
      time: Date.UTC(2026, 0, 1) - at,
      children: [],
    }));
    const page = await newPage({ width: 320 });
    await page.route(`${endpoint}/**`, (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: { errno: 0, data: { count: data.length, totalPages: 1, data } },
      }),
    );
    await look(page, threads.hostile);
  });

  test('from the archive are shown as text', async () => {
    const page = await newPage({ width: 320 });
    await page.route(`${endpoint}/**`, (route) => route.abort());
    await look(page, threads.archived);
  });

  async function look(page: Page, id: string): Promise<void> {
    opened.push(page);
    const foreign: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith(endpoint)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => /Policy|Trusted/.test(message.text()) && errors.push(message.text()));
    page.on('dialog', (dialog) => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(addressOf(id));
    await approach(page);
    const seen = await page.locator('.thread').evaluate((list) => ({
      comments: Array.from(list.querySelectorAll('.comment'), (comment) => ({
        author: comment.querySelector('[data-field=author]')?.textContent ?? '',
        text: comment.querySelector('[data-field=text]')?.textContent ?? '',
      })),
      elements: [...new Set(Array.from(list.querySelectorAll('*'), ({ localName }) => localName))].sort(),
      handlers: Array.from(list.querySelectorAll('*'))
        .flatMap(({ attributes }) => Array.from(attributes, ({ name }) => name))
        .filter((name) => name.startsWith('on') || name === 'style' || name === 'src'),
      addresses: [...new Set(Array.from(list.querySelectorAll('a'), ({ protocol }) => protocol))].sort(),
      forms: document.querySelectorAll('form').length,
      width: document.documentElement.scrollWidth,
      harmed: 'harmed' in window,
    }));
    const bare = (text: string) => text.replace(/\s+/g, '');
    const key = ({ author, text }: { author: string; text: string }) => bare(author + text);
    expect(seen.comments.map(key).sort()).toEqual(expected.map(key).sort());
    expect(seen.elements).toEqual(['a', 'article', 'bdi', 'br', 'button', 'div', 'header', 'li', 'p', 'time']);
    expect(seen.handlers).toEqual([]);
    expect(seen.addresses).toEqual(['http:', 'https:']);
    expect(seen.width).toBe(320);
    expect(seen.harmed).toBe(false);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  }
});

describe('the service', () => {
  const comment = (text: string) => ({ nick: 'ن', mail: 'n@example.com', comment: text, url: `/${threads.lazy}/` });
  const waiting = '/api/comment?type=list&status=waiting';

  test('takes a new password and a new e-mail address of the editor, with which earlier tokens die', async () => {
    await service.stop();
    const first = await start();
    expect((await first.call('GET', waiting, undefined, first.token)).status).toBe(200);
    await first.write(comment('من المحرر'), 'editor');
    await first.stop();

    const changed = { email: 'new-editor@example.com', password: 'another-long-password' };
    service = await runCommentsService({ site: server.origin, port, dataDirectory, as: changed });
    expect((await service.call('GET', waiting, undefined, service.token)).status).toBe(200);
    expect((await service.call('GET', waiting, undefined, first.token)).status).toBe(401);
    for (const wrong of [editor, { ...changed, password: editor.password }, { ...changed, email: editor.email }]) {
      expect(await service.call('POST', '/api/token', wrong)).toMatchObject({ errno: 1000 });
    }
    const { data } = await service.call('GET', `/api/comment?path=/${threads.lazy}/`);
    const [written] = (data as { data: Record<string, unknown>[] }).data.filter(({ orig }) => orig === 'من المحرر');
    expect(written).toMatchObject({ nick: 'التحرير', type: 'administrator' });
    expect(written).not.toHaveProperty('mail');
  });

  test('refuses the title of the site as the name of a reader', async () => {
    expect(await service.write({ ...comment('نص'), nick: 'صَـدى' })).toMatchObject({ errmsg: 'name-refused' });
  });

  test('holds back a comment with a word of the list', async () => {
    await service.stop();
    const wordsFile = path.join(site.directories.contentDirectory, '../words.txt');
    await writeFile(wordsFile, 'غراب # طائر\n');
    service = await start({ COMMENTS_WORDS: wordsFile, COMMENTS_MODERATED: 'false' });
    await service.write(comment('والغُراب طائر'));
    await service.write(comment('والهدهد طائر'));
    const held = await service.stored(`/${threads.lazy}/`, 'spam');
    expect(held.map(({ orig }) => orig)).toEqual(['والغُراب طائر']);
  });

  test('says in one sentence that its port is in use', async () => {
    await expect(start()).rejects.toThrow(
      `The comments server ended with 1:\nيستعمل برنامج آخر المنفذ ${port}. أوقفه، أو اختر منفذًا غيره.\n`,
    );
  });
});

/** Starts a server that accepts connections and never answers. Returns a function that closes it. */
async function listenAndSayNothing(where: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => silent.listen(where, '127.0.0.1', resolve));
  return () => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => silent.close(() => resolve()));
  };
}
