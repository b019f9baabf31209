import { describe, expect, it } from 'vitest';
import { isCaddyRecord, readCaddyLine, readCombinedLine } from '../../../../src/importers/statistics/access-log.ts';
import { isRobot } from '../../../../src/importers/statistics/robots.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const at = Date.UTC(2026, 10, 23, 7);
const line = (request = 'GET /k7q3m/ HTTP/1.1', rest = `200 5120 "-" "${firefox}"`, before = '203.0.113.7 - -') =>
  `${before} [23/Nov/2026:10:00:00 +0300] "${request}" ${rest}`;

describe('a line of nginx or Apache', () => {
  it.each<[what: string, line: string, entry: object]>([
    ['of a reading', line(), { address: '/k7q3m/', count: 1, at, referrer: '-' }],
    [
      'with a virtual host',
      line(undefined, undefined, 'news.example:443 203.0.113.7 - -'),
      { host: 'news.example:443' },
    ],
    ['with the name of a user', line(undefined, undefined, '203.0.113.7 - huda [x]'), { address: '/k7q3m/' }],
    ['with quotation marks', line('GET /k7q3m/?q=\\"x\\" HTTP/1.1'), { address: '/k7q3m/?q=\\"x\\"' }],
    ['with a referrer', line(undefined, `200 1 "https://a.example/" "${firefox}"`), { referrer: 'https://a.example/' }],
    ['without a size', line(undefined, `304 - "-" "${firefox}"`), { address: '/k7q3m/' }],
    ['of the common format', line(undefined, '200 5120'), { address: '/k7q3m/' }],
    [
      'of a robot',
      line(undefined, '200 1 "-" "Googlebot/2.1 (+http://www.google.com/bot.html)"'),
      { skipped: 'robots' },
    ],
    ['without a name', line(undefined, '200 1 "-" "-"'), { skipped: 'robots' }],
    ['of an error', line(undefined, `404 1 "-" "${firefox}"`), { skipped: 'errors' }],
    ['of a redirect', line(undefined, `301 1 "-" "${firefox}"`), { skipped: 'redirects' }],
    ['of a part', line(undefined, `206 1 "-" "${firefox}"`), { skipped: 'redirects' }],
    ['of a comment that is sent', line('POST /k7q3m/ HTTP/1.1'), { skipped: 'methods' }],
  ])('%s is understood', (_, text, entry) => {
    expect(readCombinedLine(text)?.entry).toMatchObject(entry);
  });

  it.each([
    '',
    'garbage',
    '[23/Nov/2026:10:00:00 +0300] "',
    line('GET /k7q3m/'.repeat(3), '"'),
    line().replace('Nov', 'Xyz'),
    '"'.repeat(50_000),
    `${'[23/Nov/2026:10:00:00 +0300] '.repeat(2000)}`,
  ])('that is none is refused: %.40s', (text) => {
    expect(readCombinedLine(text)).toBeUndefined();
  });

  it('says whether it names the program', () => {
    expect(readCombinedLine(line())?.isAnonymous).toBe(false);
    expect(readCombinedLine(line(undefined, '200 5120'))?.isAnonymous).toBe(true);
  });
});

const record = (request: object = {}, fields: object = {}) => {
  const headers = { 'User-Agent': [firefox], Referer: ['https://a.example/'] };
  const asked = { method: 'GET', host: 'news.example', uri: '/k7q3m/?a=b', headers, ...request };
  return JSON.stringify({
    level: 'info',
    ts: at / 1000,
    logger: 'http.log.access.log0',
    request: asked,
    status: 200,
    ...fields,
  });
};
const withHeaders = (headers: object) => record({ headers: { 'User-Agent': [firefox], ...headers } });

describe('a line of Caddy', () => {
  it.each<[what: string, line: string, entry: object]>([
    [
      'of a reading',
      record(),
      { address: '/k7q3m/?a=b', count: 1, at, host: 'news.example', referrer: 'https://a.example/' },
    ],
    ['from the journal', `Nov 23 10:00:00 host caddy[12]: ${record()}`, { address: '/k7q3m/?a=b' }],
    ['with a time in words', record({}, { ts: '2026-11-23T07:00:00.000Z' }), { at }],
    ['with a time as in Go', record({}, { ts: '2026/11/23 07:00:00.000' }), { at }],
    ['of a robot', withHeaders({ 'User-Agent': ['curl/8.5.0'] }), { skipped: 'robots' }],
    ['without a name', record({ headers: {} }), { skipped: 'robots' }],
    ['of a page that asks for itself', withHeaders({ 'Sec-Fetch-Dest': ['empty'] }), { skipped: 'background' }],
    ['that the browser asks ahead', withHeaders({ 'Sec-Purpose': ['prefetch'] }), { skipped: 'background' }],
    ['of an error', record({}, { status: 503 }), { skipped: 'errors' }],
  ])('%s is understood', (_, text, entry) => {
    expect(readCaddyLine(text)?.entry).toMatchObject(entry);
  });

  it.each(['{', '{}', '{"request":1}', '[]', 'x', record({ uri: 5 }), record({}, { ts: 'soon' }), '{'.repeat(50_000)])(
    'that is none is refused: %.40s',
    (text) => {
      expect(readCaddyLine(text)).toBeUndefined();
    },
  );

  it('without headers does not name the program', () => {
    expect(readCaddyLine(record({ headers: undefined }))).toMatchObject({ isAnonymous: true });
  });

  it('of something else is a record all the same', () => {
    expect(isCaddyRecord('{"level":"info","ts":1,"msg":"using config"}')).toBe(true);
    expect(isCaddyRecord('{"hits": []}')).toBe(false);
  });
});

describe('robots are told from readers', () => {
  it.each([
    [firefox, false],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
      false,
    ],
    ['Mozilla/5.0 (Linux; Android 15; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36', false],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36 Telegram-Android/11.2',
      false,
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605.1.15 Mobile DuckDuckGo/7 Safari/605.1.15', false],
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', true],
    ['TelegramBot (like TwitterBot)', true],
    ['WhatsApp/2.24.1 A', true],
    ['facebookexternalhit/1.1', true],
    ['Feedly/1.0', true],
    ['python-requests/2.32', true],
    ['Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/150.0', true],
    ['', true],
    ['-', true],
    ['a'.repeat(100_000), false],
  ])('%.60s: %s', (agent, expected) => {
    expect(isRobot(agent)).toBe(expected);
  });
});
