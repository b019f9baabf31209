import { describe, expect, it, test } from 'vitest';
import { createWaline } from '../../../../src/lib/comments/waline.ts';
import { failureOf, replay } from '../../../support/recorded-service.ts';

/**
 * The answers are those of Waline 1.39.3 behind `scripts/comments-server`. tests/browser/comments.test.ts runs that
 * service; the tests here are about answers that a running service does not give on demand.
 */
const address = { endpoint: 'https://comments.example', siteId: '' };
const thread = { key: '/k7m2p/', page: '/k7m2p/', title: 'خبر' };
const unsent = { name: 'سلمى', email: 'salma@example.com', text: 'نعم' };
const entry = { nick: 'سلمى', comment: '<p>نعم</p>\n', orig: 'نعم', status: 'approved', time: 1767225600000 };

describe('a page of comments', () => {
  test('has roots and replies, with their marks', async () => {
    const reply = { ...entry, objectId: 8, pid: 7, rid: 7, type: 'administrator', orig: undefined };
    const data = {
      page: 1,
      totalPages: 2,
      pageSize: 50,
      count: 61,
      data: [{ ...entry, objectId: 7, sticky: 1, children: [reply] }],
    };
    const { send, asked } = replay({ status: 200, body: { errno: 0, errmsg: '', data } });
    expect(await createWaline(address, send).list(thread, 1, 'newest')).toEqual({
      comments: [
        { id: '7', author: 'سلمى', text: 'نعم', time: '2026-01-01T00:00:00.000Z', pinned: true },
        { id: '8', parent: '7', author: 'سلمى', text: 'نعم', time: '2026-01-01T00:00:00.000Z', staff: true },
      ],
      total: 61,
      hasMore: true,
    });
    expect(asked).toEqual([
      {
        url: 'https://comments.example/api/comment?path=%2Fk7m2p%2F&page=1&pageSize=50&sortBy=insertedAt_desc&lang=en',
      },
    ]);
  });

  it.each<[name: string, body: unknown]>([
    ['is empty if the service says so', { errno: 0, data: { count: 0, totalPages: 0, data: [] } }],
    [
      'leaves out entries that are no comments',
      { errno: 0, data: { count: 0, totalPages: 0, data: [null, 7, { objectId: 'a b' }, {}] } },
    ],
  ])('%s', async (_, body) => {
    const { send } = replay({ status: 200, body });
    expect(await createWaline(address, send).list(thread, 1, 'oldest')).toEqual({
      comments: [],
      total: 0,
      hasMore: false,
    });
  });
});

describe('a comment that is sent', () => {
  test('names its thread, and its parent and root if it is a reply', async () => {
    const { send, asked } = replay({
      status: 200,
      body: { errno: 0, data: { ...entry, objectId: 9, pid: 8, status: 'waiting' } },
    });
    const posted = await createWaline(address, send).post(thread, { ...unsent, parent: '8', root: '7' });
    expect(posted.pending).toBe(true);
    expect(asked[0]?.json).toMatchObject({
      url: '/k7m2p/',
      nick: 'سلمى',
      mail: 'salma@example.com',
      pid: '8',
      rid: '7',
    });
  });

  it.each<[status: number, body: unknown, failure: string]>([
    [200, { errno: 1000, errmsg: 'Duplicate Content' }, 'duplicate'],
    [200, { errno: 1000, errmsg: 'Comment too fast!' }, 'rate-limit'],
    [200, { errno: 1001, errmsg: { comment: 'comment is required' } }, 'text-required'],
    [200, { errno: 1001, errmsg: { url: 'url is required' } }, 'unknown'],
    [422, { errno: 1422, errmsg: 'email-invalid' }, 'email-invalid'],
    [422, { errno: 1422, errmsg: 'closed' }, 'closed'],
    [403, { errno: 403 }, 'refused'],
    [400, { errno: 400, errmsg: 'Bad Request' }, 'unknown'],
    [500, { errno: 500, errmsg: 'Internal Server Error' }, 'down'],
    [502, '<html>Bad Gateway</html>', 'down'],
    [200, '<html>a captive portal</html>', 'unknown'],
    [200, { errno: 0, data: null }, 'unknown'],
  ])('with the answer %i %j fails as %s', async (status, body, failure) => {
    const { send } = replay({ status, body });
    expect(await failureOf(createWaline(address, send).post(thread, unsent))).toBe(failure);
  });
});

test.each<[keys: string[], data: unknown, counts: number[]]>([
  [
    ['/a/', '/b/'],
    [3, 0],
    [3, 0],
  ],
  [['/a/'], 3, [3]],
])('the counts of %j, answered as %j, are %j', async (keys, data, counts) => {
  const { send } = replay({ status: 200, body: { errno: 0, data } });
  expect(await createWaline(address, send).counts(keys)).toEqual(counts);
});
