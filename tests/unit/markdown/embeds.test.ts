import { describe, expect, it, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import type { BodyOptions, RenderedBody } from '../../../src/markdown/types.ts';
import { resolveImage } from './render.ts';

function renderWith(text: string, options: BodyOptions = {}, format: 'md' | 'mdx' = 'md'): Promise<RenderedBody> {
  const source = { file: `articles/a.${format}`, text, firstLine: 1, format } as const;
  return renderMarkdown(source, resolveImage, options);
}

const html = async (text: string, options?: BodyOptions) => (await renderWith(text, options)).html;
const url = 'https://youtu.be/aB3_dE-fG7h';
const cards = (found: string) =>
  [...found.matchAll(/data-frame="https:\/\/([^/"]+)[^"]*" data-title="([^"]*)"/g)].map(
    ([, host, title]) => `${host} ${title}`,
  );
const player = 'www.youtube-nocookie.com';

test('a link alone in its paragraph becomes a card that is a link without scripts', async () => {
  expect(await html(`قبل.\n\n[افتتاح *الجسر*](${url})\n\nبعد.`)).toBe(
    '<p>قبل.</p>\n' +
      '<figure class="embed" data-shape="wide">' +
      `<a href="${url}" class="embed-link" data-frame="https://www.youtube-nocookie.com/embed/aB3_dE-fG7h?autoplay=1&#x26;rel=0&#x26;hl=ar" data-title="افتتاح الجسر" rel="noopener" data-external="">` +
      '<span class="embed-title">افتتاح <em>الجسر</em></span> ' +
      '<span class="embed-action" data-feed="omit" data-pagefind-ignore="">شغّل المقطع</span>' +
      '<span class="visually-hidden" data-pagefind-ignore="">، رابط خارجي</span></a>' +
      '<figcaption data-feed="omit" data-pagefind-ignore="">يُعرض من يوتيوب، ولا يتصل متصفحك به قبل أن تضغط.</figcaption>' +
      '</figure>\n<p>بعد.</p>',
  );
});

describe('a card is made', () => {
  it.each([
    ['of a bare URL', url, [`${player} مقطع على يوتيوب`]],
    ['of a URL in angle brackets', `<${url}>`, [`${player} مقطع على يوتيوب`]],
    ['of a link by reference', `[الجسر][ج]\n\n[ج]: ${url}`, [`${player} الجسر`]],
    ['of a URL that begins with www', 'www.youtube.com/watch?v=aB3_dE-fG7h', [`${player} مقطع على يوتيوب`]],
    ['of a link in HTML', `<p><a href="${url}">الجسر</a></p>`, [`${player} الجسر`]],
    ['with marks around the link', `\u200f${url}\u200f`, [`${player} مقطع على يوتيوب`]],
    [
      'of each line of a paragraph of links',
      `${url}\nhttps://x.com/raff/status/1234567890`,
      [`${player} مقطع على يوتيوب`, 'platform.twitter.com منشور على إكس'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(cards(await html(text))).toEqual(expected);
  });

  it.each([
    ['in a sentence', `شاهد ${url} الآن`],
    ['after words on the line before', `شاهد:\n${url}`],
    ['in a list', `- ${url}\n\n- بند`],
    ['in a quotation', `> ${url}`],
    ['in a table', `| أ |\n|---|\n| ${url} |`],
    ['in a footnote', `نص[^1]\n\n[^1]: ${url}`],
    ['in a heading', `## [الجسر](${url})`],
    ['to another page', 'https://www.youtube.com/@raff'],
    ['with text after it', `${url}.`],
  ])('not of a link %s', async (_, text) => {
    const found = await html(text);
    expect(cards(found)).toEqual([]);
    expect(found).toContain('<a href="https://');
  });
});

describe('the setting `embeds`', () => {
  it.each([
    [['youtube'], [`${player} مقطع على يوتيوب`]],
    [['x', 'vimeo'], []],
    [[], []],
  ] as const)('%j', async (embeds, expected) => {
    const body = await renderWith(url, { embeds });
    expect(cards(body.html)).toEqual(expected);
    expect(body.embeds).toEqual(expected.length === 0 ? [] : ['youtube']);
  });
});

test('search and excerpts get the title of an author, but no words of ours and no bare URL', async () => {
  expect((await renderWith(`[افتتاح الجسر](${url})\n\n${url}\n\nنص.`)).text).toBe('افتتاح الجسر\nنص.');
});

describe('in MDX', () => {
  it('a link is a card, inside components too', async () => {
    const { embeds, problems } = await renderWith(
      `<FactBox title="أرقام">\n\nhttps://vimeo.com/76979871\n\n</FactBox>\n\n[الجسر](${url})`,
      {},
      'mdx',
    );
    expect([embeds, problems]).toEqual([['vimeo', 'youtube'], []]);
  });

  it.each([
    [`<Video url="${url}" title="الجسر" />`, ['youtube']],
    ['<Video url="https://vimeo.com/76979871" title="الجسر" frame="https://evil.example/" />', ['vimeo']],
    ['<Video url="https://a.example/v" title="الجسر" frame="https://evil.example/" />', []],
  ])('%s loads the frames of %j', async (text, expected) => {
    expect((await renderWith(text, {}, 'mdx')).embeds).toEqual(expected);
  });
});
