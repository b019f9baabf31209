import { describe, expect, it, test } from 'vitest';
import { createRemark42 } from '../../../../src/lib/comments/remark42.ts';
import { failureOf, type RecordedAnswer, replay } from '../../../support/recorded-service.ts';

/**
 * Comments, lists and counts have the shapes of Remark42's API reference (https://remark42.com/docs/contributing/api)
 * and of an answer of its demo, which its maintainers quote in umputun/remark42 discussion 1355. The codes are those of
 * `backend/app/rest/httperrors.go`. The refusals of anonymous names and of long texts are as Remark42 1.16.4 sent them.
 */
const address = { endpoint: 'https://news.example/remark42', siteId: 'remark' };
const thread = { key: 'https://news.example/k7m2p/', page: '/k7m2p/', title: 'خبر' };
const unsent = { name: 'سلمى', email: '', text: 'نعم' };

const entry = {
  id: 'c21a4872-978f-4681-8757-cea61ab2a1b7',
  pid: '',
  text: '<p>g</p>\n',
  orig: 'g',
  user: {
    name: 'y545yh',
    id: 'anonymous_2568b534a8805e3a9c6ee9c657c29b0aa6200375',
    picture: 'https://demo.remark42.com/api/v1/avatar/6fa4a372c50c66a01aec36dc0835d70959564cd5.image',
    admin: false,
    site_id: 'remark',
  },
  locator: { site: 'remark', url: 'https://remark42.com/demo/' },
  score: 0,
  vote: 0,
  time: '2022-05-12T11:08:58.760635374-05:00',
  title: 'Demo | Remark42',
};
const login: RecordedAnswer = { status: 200, body: entry.user };
const token = () => 'xsrf-token-of-the-login';

function refusal(status: number, code: number, details: string, error: string): RecordedAnswer {
  return { status, body: { code, details, error } };
}

describe('a thread', () => {
  const listed = {
    comments: [
      entry,
      {
        ...entry,
        id: 'b',
        pid: entry.id,
        orig: '',
        text: '<p>a &amp; <b>b</b></p>\n',
        pin: true,
        user: { name: 'ed', admin: true },
      },
      { ...entry, id: 'c', delete: true, text: '', orig: '' },
    ],
    info: { url: thread.key, count: 2, read_only: true, first_time: entry.time, last_time: entry.time },
  };

  test('is read with its replies and marks, without its deleted comments, and as closed', async () => {
    const { send, asked } = replay({ status: 200, body: listed });
    expect(await createRemark42(address, send, token).list(thread, 1, 'newest')).toEqual({
      comments: [
        { id: entry.id, author: 'y545yh', text: 'g', time: '2022-05-12T16:08:58.760Z' },
        {
          id: 'b',
          parent: entry.id,
          author: 'ed',
          text: 'a & b',
          time: '2022-05-12T16:08:58.760Z',
          pinned: true,
          staff: true,
        },
      ],
      total: 2,
      hasMore: false,
      closed: true,
    });
    expect(asked[0]?.url).toBe(
      'https://news.example/remark42/api/v1/find?site=remark&url=https%3A%2F%2Fnews.example%2Fk7m2p%2F&sort=-time&format=plain',
    );
  });
});

describe('a comment that is sent', () => {
  test('is sent after a login under its author’s name, with the token of the login', async () => {
    const { send, asked } = replay(login, { status: 201, body: { ...entry, pid: 'b' } });
    const posted = await createRemark42(address, send, token).post(thread, { ...unsent, parent: 'b', root: entry.id });
    expect(posted.pending).toBe(false);
    expect(posted.comment).toMatchObject({ parent: 'b', text: 'نعم' });
    expect(asked.map(({ url }) => url)).toEqual([
      'https://news.example/remark42/auth/anonymous/login?user=%D8%B3%D9%84%D9%85%D9%89&aud=remark',
      'https://news.example/remark42/api/v1/comment?site=remark',
    ]);
    expect(asked[1]).toMatchObject({
      headers: { 'X-XSRF-TOKEN': 'xsrf-token-of-the-login' },
      json: { pid: 'b', locator: { site: 'remark', url: thread.key } },
      credentials: true,
    });
  });

  it.each<[answers: RecordedAnswer[], failure: string]>([
    [[{ status: 400, body: { error: 'user name should contain at least 3 characters' } }], 'name-refused'],
    [[{ status: 403, body: { error: 'incorrect user or password' } }], 'name-refused'],
    [[{ status: 500, body: '' }], 'down'],
    [
      [login, refusal(400, 4, 'invalid comment', 'comment text exceeded max allowed size 2048 (2500)')],
      'text-too-long',
    ],
    [[login, refusal(403, 8, 'old post, read-only', 'rejected')], 'closed'],
    [[login, refusal(403, 7, 'user blocked', 'rejected')], 'refused'],
    [[login, { status: 401, body: 'Unauthorized' }], 'refused'],
    [[login, { status: 429, body: 'You have reached maximum request limit.' }], 'rate-limit'],
    [[login, refusal(500, 0, "can't save comment", 'internal')], 'down'],
    [[login, { status: 200, body: '<html>a captive portal</html>' }], 'unknown'],
  ])('with the answers %j fails as %s', async (answers, failure) => {
    const { send } = replay(...answers);
    expect(await failureOf(createRemark42(address, send, token).post(thread, unsent))).toBe(failure);
  });
});

test('counts are read in any order, and are 0 for threads that the service leaves out', async () => {
  const { send } = replay({ status: 200, body: [{ url: 'https://news.example/b/', count: 2 }] });
  const keys = ['https://news.example/a/', 'https://news.example/b/'];
  expect(await createRemark42(address, send, token).counts(keys)).toEqual([0, 2]);
});
