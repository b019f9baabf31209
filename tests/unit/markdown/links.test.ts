import { describe, expect, it } from 'vitest';
import { html, render } from './render.ts';

const siteUrl = 'https://news.example';
const outside = (href: string, text: string) =>
  `<p><a href="${href}" rel="noopener" data-external="">${text}<span class="visually-hidden" data-pagefind-ignore="">، رابط خارجي</span></a></p>`;

describe('a link', () => {
  it.each([
    ['to another site is marked', '[خبر](https://example.com/a)', outside('https://example.com/a', 'خبر')],
    ['to another site over http is marked', '[خبر](http://example.com)', outside('http://example.com', 'خبر')],
    ['to a subdomain is marked', '[خبر](https://www.news.example/)', outside('https://www.news.example/', 'خبر')],
    ['without a scheme is marked', '[خبر](//example.com)', outside('//example.com', 'خبر')],
    ['with a scheme in capitals is marked', '[خبر](HTTPS://example.com)', outside('https://example.com', 'خبر')],
    [
      'written as a bare URL is marked',
      'https://example.com/a',
      outside('https://example.com/a', 'https://example.com/a'),
    ],
    [
      'in HTML loses target and rel',
      '<a href="https://example.com" target="_blank" rel="opener">خبر</a>',
      outside('https://example.com', 'خبر'),
    ],
    [
      'with Arabic in it is encoded',
      '[خبر](https://example.com/خبر)',
      outside('https://example.com/%D8%AE%D8%A8%D8%B1', 'خبر'),
    ],
    ['with a stray % is corrected', '[خبر](https://example.com/100%)', outside('https://example.com/100%25', 'خبر')],
    [
      'with a % that encodes nothing is corrected',
      '[خبر](https://example.com/%zz)',
      outside('https://example.com/%25zz', 'خبر'),
    ],
    ['without a host does not throw', '[خبر](https://)', outside('https://', 'خبر')],
    [
      'to this site is not marked',
      '[خبر](https://news.example/abc/)',
      '<p><a href="https://news.example/abc/">خبر</a></p>',
    ],
    ['with a path only is not marked', '[خبر](/abc/)', '<p><a href="/abc/">خبر</a></p>'],
    ['to an anchor is not marked', '[خبر](#قسم)', '<p><a href="#%D9%82%D8%B3%D9%85">خبر</a></p>'],
    [
      'to an e-mail address is not marked',
      '[بريد](mailto:a@example.com)',
      '<p><a href="mailto:a@example.com">بريد</a></p>',
    ],
    ['to a telephone number is not marked', '[هاتف](tel:+9611234567)', '<p><a href="tel:+9611234567">هاتف</a></p>'],
  ])('%s', async (_, text, expected) => {
    expect(await html(text, { siteUrl })).toBe(expected);
  });

  it("with a host is marked if the site's URL is not known", async () => {
    expect(await html('[خبر](https://news.example/abc/)')).toContain('data-external');
  });

  it('to an id in raw HTML gets the same prefix as the id', async () => {
    const body = await html(
      '<p id="comments">أ</p>\n\n<h2 id="رأي">رأي</h2>\n\n[إلى](#comments) [إلى](#رأي) [إلى](#قسم)',
    );
    expect(body).toContain('<p id="user-content-comments">أ</p>');
    expect(body).toContain('<h2 id="user-content-رأي">رأي</h2>');
    expect(await html('<p id=" a b ">أ</p>\n\n<a href="#\ud800">ب</a>')).toContain('<p id="user-content-a-b">');
    expect([...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => decodeURI(href ?? ''))).toEqual([
      '#user-content-comments',
      '#user-content-رأي',
      '#قسم',
    ]);
  });

  const listed = 'https:، http:، mailto:، tel:، sms:، geo:';
  const misspelt = (url: string) =>
    `أول الرابط «${url}» ليس مكتوبًا كما ينبغي، فلا يفتحه متصفح. اكتبه كاملًا من أوله، مثل https://.`;
  it.each([
    ['[نص](htps://a.example/b) ثم', misspelt('htps://a.example/b'), '[نص](https://a.example/b) ثم'],
    ['[نص](http:/a.example)', misspelt('http:/a.example'), '[نص](http://a.example)'],
    ['<htttp://a.example>', misspelt('htttp://a.example'), '<http://a.example>'],
    ['[نص][أ]\n\n[أ]: htps://a.example', misspelt('htps://a.example'), '[أ]: https://a.example'],
    ['نص\n<a href="htps://a.example">نص</a>', misspelt('htps://a.example'), '<a href="https://a.example">نص</a>'],
    ['[htps://a.example](htps://a.example)', misspelt('htps://a.example'), undefined],
    [
      '[نص](www.a.example/b)',
      'الرابط «www.a.example/b» بلا https:// في أوله، فيُقرأ مسارًا في الموقع. اكتبها في أوله.',
      '[نص](https://www.a.example/b)',
    ],
    [
      '[نص](tg://resolve?domain=sada)',
      'الرابط الذي يبدأ بـ «tg:» لا يعمل إلا حيث نُصّب التطبيق. اكتب رابطًا يبدأ بـ https://t.me/، فهو يعمل أينما كان القارئ.',
      '[نص](https://t.me/sada)',
    ],
    [
      '[نص](whatsapp://send?text=نص)',
      'الرابط الذي يبدأ بـ «whatsapp:» لا يعمل إلا حيث نُصّب التطبيق. اكتب رابطًا يبدأ بـ https://wa.me/، فهو يعمل أينما كان القارئ.',
      undefined,
    ],
    [
      '[نص](ftp://a.example/b)',
      `الرابط الذي يبدأ بـ «ftp:» لا يُقبل هنا. اكتب مسارًا في الموقع، أو رابطًا يبدأ بواحد من هذه: ${listed}.`,
      undefined,
    ],
    [
      '<video src="rtsp://a.example/b"></video>',
      'الرابط الذي يبدأ بـ «rtsp:» لا يُقبل هنا. اكتب مسارًا في الموقع، أو رابطًا يبدأ بواحد من هذه: https:، http:.',
      undefined,
    ],
  ])('that nothing opens is reported with its line: %s', async (source, message, suggestion) => {
    const { problems } = await render(source);
    const line =
      source.split('\n').findIndex((text) => text.includes('://') || text.includes(':/') || text.includes('www')) + 1;
    expect(problems).toMatchObject([{ line, message, ...(suggestion !== undefined && { suggestion }) }]);
    if (suggestion === undefined) expect(problems[0]).not.toHaveProperty('suggestion');
    else
      expect(
        (
          await render(
            source
              .split('\n')
              .with(line - 1, suggestion)
              .join('\n'),
          )
        ).problems,
      ).toEqual([]);
  });
});
