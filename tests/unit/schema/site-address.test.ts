import { expect, test } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

function read(url: string): { url: string } | { meant: string | undefined } {
  const { site, problems } = parseSite(`title: صدى\ndescription: أخبار\nurl: ${JSON.stringify(url)}\n`);
  const [problem] = problems;
  return problem ? { meant: problem.suggestion } : { url: site.url };
}

test.each([
  ['https://news.example', 'https://news.example'],
  ['https://news.example/', 'https://news.example'],
  ['https://user.github.io/news', 'https://user.github.io/news'],
  ['https://user.github.io/news/', 'https://user.github.io/news'],
  ['https://press.example:8080/a/b', 'https://press.example:8080/a/b'],
  ['https://user.github.io/News', 'https://user.github.io/News'],
  ['https://press.example/~salma/v1.2', 'https://press.example/~salma/v1.2'],
  ['https://press.example/أخبار', 'https://press.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1'],
  ['https://press.example/%d8%a3%D8%AE%D8%A8%D8%A7%D8%B1/', 'https://press.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1'],
])('%s is an address', (written, url) => {
  expect(read(written)).toEqual({ url });
});

test.each([
  ['https://user.github.io/news?a=1', 'url: https://user.github.io/news'],
  ['https://user.github.io/news#a', 'url: https://user.github.io/news'],
  ['https://user.github.io/news/?', 'url: https://user.github.io/news'],
  ['https://salma:secret@user.github.io/news', 'url: https://user.github.io/news'],
  ['https://user.github.io//news', 'url: https://user.github.io/news'],
  ['https://user.github.io/news//', 'url: https://user.github.io/news'],
  ['https://user.github.io/a/../news', 'url: https://user.github.io/news'],
  ['https://user.github.io/%2E/news', 'url: https://user.github.io/news'],
  ['https://user.github.io/news/index.html', 'url: https://user.github.io/news'],
  ['user.github.io/news/', 'url: https://user.github.io/news'],
  ['https://user.github.io/my news', undefined],
  ['https://user.github.io/a%2Fb', undefined],
  ['https://user.github.io/%zz', undefined],
  ['https://user.github.io/a,b', undefined],
])('%s is refused', (written, meant) => {
  expect(read(written)).toEqual({ meant });
});
