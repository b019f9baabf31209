import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../scripts/comments-server/settings.ts';

const site = { COMMENTS_SITE: 'https://news.example' };
const email = { COMMENTS_EDITOR_EMAIL: 'editor@mail.example' };

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings(site, '/srv')).toEqual({
      site: 'https://news.example',
      address: 'https://news.example',
      host: '127.0.0.1',
      port: 8360,
      dataDirectory: '/srv/comments-data',
      moderated: true,
      secondsBetweenComments: 60,
      trustsProxy: false,
      reservedNames: ['التحرير'],
      tokenDays: 30,
    });
  });

  it('are read from variables', () => {
    const variables = {
      ...site,
      ...email,
      COMMENTS_EDITOR_PASSWORD: 'ك'.repeat(72),
      COMMENTS_NAMES: 'الديوان، Reuters,',
      COMMENTS_TOKEN_DAYS: '7',
    };
    expect(readSettings(variables, '/srv')).toMatchObject({
      editor: { name: 'التحرير', email: 'editor@mail.example', password: 'ك'.repeat(72) },
      reservedNames: ['التحرير', 'الديوان', ' Reuters'],
      tokenDays: 7,
    });
  });

  it('take the address of a site below a path', () => {
    const below = { COMMENTS_SITE: 'https://user.github.io/news/' };
    expect(readSettings(below, '/srv')).toMatchObject({
      site: 'https://user.github.io',
      address: 'https://user.github.io/news',
    });
  });

  const daysWrong = 'اكتب في المتغيّر COMMENTS_TOKEN_DAYS عددًا صحيحًا من 1 إلى 3650، مثل 30.';
  it.each<[variables: Record<string, string>, message: string]>([
    [{ COMMENTS_SITE: '' }, 'اكتب عنوان الموقع في المتغيّر COMMENTS_SITE، مثل COMMENTS_SITE=https://news.example'],
    [
      { COMMENTS_SITE: 'https://news.example/?a' },
      'اكتب عنوان الموقع في المتغيّر COMMENTS_SITE، مثل COMMENTS_SITE=https://news.example',
    ],
    [{ COMMENTS_TOKEN_DAYS: '0' }, daysWrong],
    [{ COMMENTS_TOKEN_DAYS: 'شهر' }, daysWrong],
    [{ COMMENTS_TOKEN_DAYS: '3651' }, daysWrong],
    [{ COMMENTS_PORT: '70000' }, 'اكتب في المتغيّر COMMENTS_PORT عددًا صحيحًا من 0 إلى 65535، مثل 8360.'],
    [{ COMMENTS_SECONDS: '-1' }, 'اكتب في المتغيّر COMMENTS_SECONDS عددًا صحيحًا من 0 إلى 999999، مثل 60.'],
    [{ COMMENTS_PROXY: 'yes' }, 'اكتب في المتغيّر COMMENTS_PROXY إما true وإما false.'],
    [
      { ...email, COMMENTS_EDITOR_PASSWORD: 'short' },
      'اكتب كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD، وأقلها 12 محرفًا.',
    ],
    [
      { ...email, COMMENTS_EDITOR_PASSWORD: 'x'.repeat(73) },
      'كلمة سرّ المحرّر في المتغيّر COMMENTS_EDITOR_PASSWORD أطول مما يُقرأ. اكتب 72 محرفًا على الأكثر.',
    ],
    [
      { COMMENTS_EDITOR_PASSWORD: 'a-long-password' },
      'اكتب بريد المحرّر في المتغيّر COMMENTS_EDITOR_EMAIL، أو احذف المتغيّر COMMENTS_EDITOR_PASSWORD.',
    ],
  ])('%j are refused', (variables, message) => {
    expect(() => readSettings({ ...site, ...variables }, '/srv')).toThrow(message);
  });
});
