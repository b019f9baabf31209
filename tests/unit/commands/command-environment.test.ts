import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/commands/command-environment.ts';

const project = new URL('../../../', import.meta.url);
const read = (variables: Record<string, string>) => readEnvironment(project, variables);

describe('a cache directory', () => {
  it.each([['content'], ['content/cache'], ['content/articles/x']])('%s is refused as content', (cache) => {
    expect(() => read({ CACHE_DIR: cache })).toThrow(
      `لا يُحفظ في المجلد ${path.join(fileURLToPath(project), cache)} ما يُسرع العمل، لأنه من مجلد المحتوى فيُقرأ معه. اختر مجلدًا غيره في CACHE_DIR.`,
    );
  });

  it.each([['content/.cache'], ['content-cache'], ['.cache/news']])('%s is taken', (cache) => {
    expect(read({ CACHE_DIR: cache }).cacheDirectory).toBe(path.join(fileURLToPath(project), cache));
  });
});

describe('SITE_URL', () => {
  const whole =
    'اكتب عنوانًا كاملًا بلا «?» ولا «#»، ليس في مساره غير الحروف والأرقام و«-» و«_» و«.» و«~»، مثل https://staging.example';
  it.each([
    ['staging.example', 'اكتبه هكذا: https://staging.example'],
    ['https://', whole],
    ['https://a.example/?x', 'اكتبه هكذا: https://a.example'],
    ['https://a.example/#x', 'اكتبه هكذا: https://a.example'],
    ['https://a.example/a,b', whole],
    ['/news/', whole],
  ])('%s is refused', (address, advice) => {
    expect(() => read({ SITE_URL: address })).toThrow(
      `لا يصلح ما في SITE_URL أو بعد --site-url عنوانًا لموقع: «${address}». ${advice}، أو احذفه.`,
    );
  });

  it('is the address of the site', () => {
    expect(read({ SITE_URL: 'https://staging.example/' }).siteUrl).toBe('https://staging.example');
    expect(read({ SITE_URL: '' })).not.toHaveProperty('siteUrl');
    expect(read({ VERCEL_ENV: 'preview' })).toMatchObject({ isStaging: true, siteUrlVariable: 'VERCEL_BRANCH_URL' });
  });
});

describe('what the addresses of imgproxy are signed with', () => {
  const key = '943b421c9eb07c83';

  it('is in two variables', () => {
    expect(read({ IMGPROXY_KEY: key, IMGPROXY_SALT: '0A' }).imageSigning).toEqual({ key, salt: '0A' });
    expect(read({ IMGPROXY_KEY: '', IMGPROXY_SALT: '' })).not.toHaveProperty('imageSigning');
  });

  it.each([
    [{ IMGPROXY_KEY: key }, 'IMGPROXY_SALT'],
    [{ IMGPROXY_SALT: key }, 'IMGPROXY_KEY'],
  ])('is refused if one of them is missing: %o', (variables, missing) => {
    expect(() => read(variables)).toThrow(
      `لا تُوقَّع عناوين imgproxy إلا بالمتغيّرين IMGPROXY_KEY وIMGPROXY_SALT معًا. أعطِ ${missing} قيمته عند imgproxy، أو احذف الآخر.`,
    );
  });

  it.each(['abc', 'xyz1', 'سر'])('is refused if it is no hexadecimal: %s', (salt) => {
    expect(() => read({ IMGPROXY_KEY: key, IMGPROXY_SALT: salt })).toThrow(
      'لا يُقرأ ما في المتغيّر IMGPROXY_SALT. اكتب فيه ما هو له عند imgproxy: عدد زوجي من الأرقام السداسية عشرية، من 0 إلى 9 ومن a إلى f.',
    );
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  it.each([['abc'], ['0'], ['-5'], ['1e9'], ['2026-01-01'], ['9999999999999']])('%s is refused', (moment) => {
    expect(() => read({ SOURCE_DATE_EPOCH: moment })).toThrow(
      `لا يُقرأ ما في SOURCE_DATE_EPOCH: «${moment}». اكتب فيه عدد الثواني منذ أول عام 1970، مثل 1764500000، أو احذفه.`,
    );
  });

  it.each([
    ['1764500000', { now: 1_764_500_000_000, isMomentGiven: true }],
    ['', {}],
  ])('%j is read', (moment, expected) => {
    expect(read({ SOURCE_DATE_EPOCH: moment })).toMatchObject(expected);
  });
});
