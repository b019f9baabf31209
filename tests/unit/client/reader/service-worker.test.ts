import { describe, expect, it } from 'vitest';
import { type Answer, answerTo, networkOrCopy } from '../../../../src/client/reader/service-worker.ts';

const origin = 'https://news.example';

describe('the service worker', () => {
  it.each<[sentence: string, path: string, mode: RequestMode, answer: Answer]>([
    ['answers for pages', '/news/k7q3m/', 'navigate', 'page'],
    ['answers for files that never change', '/news/_astro/a.1f.css', 'no-cors', 'immutable'],
    ['answers for pictures', '/news/_images/0f-640.avif', 'no-cors', 'immutable'],
    [
      'answers for sizes that Cloudflare makes',
      '/cdn-cgi/image/width=8/news/_images/0f-original.jpg',
      'no-cors',
      'immutable',
    ],
    [
      'answers for sizes that Netlify makes',
      '/.netlify/images?url=/news/_images/0f-original.jpg&w=8',
      'no-cors',
      'immutable',
    ],
    [
      'never for sizes of pictures of another site',
      '/cdn-cgi/image/width=8/_images/0f-original.jpg',
      'no-cors',
      undefined,
    ],
    ['answers for its words', '/news/reader.json', 'cors', 'words'],
    ['never for alerts', '/news/breaking.json', 'cors', undefined],
    ['never for the requests of live coverage', '/news/k7q3m/', 'cors', undefined],
    ['never for the search', '/news/pagefind/pagefind-entry.json', 'cors', undefined],
    ['never for another site of the host', '/other/', 'navigate', undefined],
  ])('%s', (_, path, mode, answer) => {
    expect(answerTo({ method: 'GET', mode, url: origin + path }, '/news', origin)).toBe(answer);
  });

  it('leaves what is sent and what goes elsewhere to the browser', () => {
    expect(answerTo({ method: 'POST', mode: 'navigate', url: `${origin}/a/` }, '', origin)).toBeUndefined();
    expect(
      answerTo({ method: 'GET', mode: 'no-cors', url: 'https://cdn.example/_images/a.jpg' }, '', origin),
    ).toBeUndefined();
  });

  it('answers for sizes that imgproxy makes of the pictures of the site', () => {
    const url = `https://img.example/s/rs:fit:8/q:75/plain/${origin}/_images/0f-original.jpg@webp`;
    expect(answerTo({ method: 'GET', mode: 'no-cors', url }, '', origin)).toBe('immutable');
  });
});

describe('a page that may be saved', () => {
  const never = new Promise<never>(() => undefined);
  const failed = () => Promise.reject(new Error('offline'));

  it.each<
    [
      sentence: string,
      network: () => Promise<string>,
      copy: string | undefined,
      isPatienceOver: boolean,
      answer: string,
    ]
  >([
    ['comes from the network', async () => 'news', 'copy', false, 'news'],
    ['comes from its copy if the network fails', failed, 'copy', false, 'copy'],
    ['comes from its copy if the network hangs', () => never, 'copy', true, 'copy'],
    ['is waited for if there is no copy', async () => 'news', undefined, true, 'news'],
  ])('%s', async (_, network, copy, isPatienceOver, answer) => {
    const patience = isPatienceOver ? Promise.resolve() : never;
    expect(await networkOrCopy(network(), Promise.resolve(copy), patience)).toBe(answer);
  });

  it('fails without a copy as the network does', async () => {
    await expect(networkOrCopy(failed(), failed(), Promise.resolve())).rejects.toThrow('offline');
  });
});
