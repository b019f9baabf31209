import { describe, expect, it, test } from 'vitest';
import { createIsso } from '../../../../src/lib/comments/isso.ts';
import { failureOf, replay } from '../../../support/recorded-service.ts';

/**
 * The answers to GET / and POST /new are the examples of Isso's API reference, in `isso/views/comments.py` of
 * isso-comments/isso. The sentences of the refusals are those of `API.verify` in that file and of `isso/db/spam.py`.
 * The HTML pages around these sentences, which Werkzeug makes, are as Isso 0.14.0 sent them.
 */
const address = { endpoint: 'https://isso.example', siteId: '' };
const thread = { key: '/k7m2p/', page: '/k7m2p/', title: 'خبر' };
const unsent = { name: 'Max Rant', email: 'rant@example.com', text: 'Stop saying that! *isso*!' };

const listed = {
  total_replies: 14,
  hidden_replies: 0,
  id: null,
  replies: [
    {
      website: null,
      author: null,
      parent: null,
      created: 1464818460.732863,
      text: 'Hello, World!',
      total_replies: 1,
      hidden_replies: 0,
      dislikes: 2,
      modified: null,
      mode: 1,
      replies: [
        {
          website: null,
          author: 'A &lt;b&gt; &amp; C',
          parent: 1,
          created: 1464818460.769638,
          text: 'Hi, now some Markdown: *Italic*, **bold**, `monospace`.',
          dislikes: 0,
          modified: null,
          mode: 1,
          hash: '2af4e1a6c96a',
          id: 2,
          likes: 2,
        },
      ],
      hash: '1cb6cc0309a2',
      id: 1,
      likes: 2,
    },
    { id: 3, parent: null, author: null, text: '', created: 1464818461.0, mode: 4, replies: [], hash: 'x' },
  ],
};

const created = {
  website: null,
  author: 'Max Rant',
  parent: 15,
  created: 1464940838.254393,
  text: '<p>Stop saying that! <em>isso</em>!</p>',
  dislikes: 0,
  modified: null,
  mode: 1,
  hash: 'e644f6ee43c0',
  id: 23,
  likes: 0,
};

function refusal(status: number, title: string, sentence: string) {
  return {
    status,
    body: `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${sentence}</p>\n`,
  };
}

test('a thread is read with its replies and without its deleted comments', async () => {
  const { send, asked } = replay({ status: 200, body: listed });
  expect(await createIsso(address, send).list(thread, 1, 'oldest')).toEqual({
    comments: [
      { id: '1', author: '', text: 'Hello, World!', time: '2016-06-01T22:01:00.732Z' },
      {
        id: '2',
        parent: '1',
        author: 'A <b> & C',
        text: 'Hi, now some Markdown: *Italic*, **bold**, `monospace`.',
        time: '2016-06-01T22:01:00.769Z',
      },
    ],
    total: 2,
    hasMore: false,
  });
  expect(asked).toEqual([{ url: 'https://isso.example/?uri=%2Fk7m2p%2F&plain=1&sort=oldest', credentials: true }]);
});

describe('a comment that is sent', () => {
  it.each([
    [201, 1, false],
    [202, 2, true],
  ])('with the answer %i in mode %i is pending: %s', async (status, mode, pending) => {
    const { send, asked } = replay({ status, body: { ...created, mode } });
    const posted = await createIsso(address, send).post(thread, { ...unsent, parent: '16', root: '15' });
    expect(posted).toEqual({
      comment: { id: '23', parent: '15', author: 'Max Rant', text: unsent.text, time: '2016-06-03T08:00:38.254Z' },
      pending,
    });
    expect(asked[0]).toMatchObject({
      url: 'https://isso.example/new?uri=%2Fk7m2p%2F',
      json: { parent: 15, title: 'خبر' },
    });
  });

  it.each<[answer: { status: number; body: string }, failure: string]>([
    [refusal(400, 'Bad Request', 'text is too short (minimum length: 3)'), 'text-required'],
    [refusal(400, 'Bad Request', 'text is missing'), 'text-required'],
    [refusal(400, 'Bad Request', 'text is too long (maximum length: 65535)'), 'text-too-long'],
    [refusal(400, 'Bad Request', 'http://tools.ietf.org/html/rfc5321#section-4.5.3'), 'email-required'],
    [refusal(403, 'Forbidden', 'email address required but not provided'), 'email-required'],
    [refusal(403, 'Forbidden', 'author address required but not provided'), 'name-required'],
    [refusal(403, 'Forbidden', '127.0.0.0: ratelimit exceeded (1, 2)'), 'rate-limit'],
    [refusal(403, 'Forbidden', '3 direct responses to /k7m2p/'), 'rate-limit'],
    [refusal(403, 'Forbidden', 'edit time frame is still open'), 'rate-limit'],
    [refusal(403, 'Forbidden', 'CSRF'), 'refused'],
    [refusal(404, 'Not Found', 'The requested URL was not found on the server.'), 'unknown'],
    [refusal(500, 'Internal Server Error', 'The server encountered an internal error.'), 'down'],
    [{ status: 200, body: '<html>a captive portal</html>' }, 'unknown'],
  ])('with the answer %j fails as %s', async (answer, failure) => {
    const { send } = replay(answer);
    expect(await failureOf(createIsso(address, send).post(thread, unsent))).toBe(failure);
  });
});

test('counts are requested by POST', async () => {
  const { send, asked } = replay({ status: 200, body: [2, 18, 4] });
  expect(await createIsso(address, send).counts(['/a/', '/b/', '/c/'])).toEqual([2, 18, 4]);
  expect(asked[0]).toMatchObject({ url: 'https://isso.example/count', json: ['/a/', '/b/', '/c/'] });
});
