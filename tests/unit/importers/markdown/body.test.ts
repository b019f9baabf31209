import { describe, expect, it } from 'vitest';
import { convertMarkdown } from '../../../../src/importers/markdown/body.ts';
import type { BodyContext, BodyLoss } from '../../../../src/importers/newsroom/body.ts';
import { render } from '../../markdown/render.ts';

const context: BodyContext = {
  title: 'عنوان',
  image: (address) =>
    !/\.jpg$/.test(address) || address.includes('gone')
      ? undefined
      : { src: `here/${address.split('/').at(-1)}`, alt: '' },
  link: (address) => (address.includes('dead') ? undefined : address.replace('https://old.example/', '/new/')),
  file: () => undefined,
  titleAt: (address) => (address === 'https://old.example/known' ? 'خبر معروف' : undefined),
};
const gone = (address: string): BodyLoss => ({ kind: 'link', address });

describe('Markdown of another system', () => {
  it.each<[what: string, written: string, converted: string]>([
    [
      'stays as it was typed',
      '*  بند __غامق__ و _مائل_\n\n\n***\n\nنص\\\nآخر  \nثالث',
      '*  بند __غامق__ و _مائل_\n\n\n***\n\nنص\\\nآخر  \nثالث',
    ],
    [
      'has links to the new site, their texts and titles as they were',
      'في [**خبر** الأمس](https://old.example/a "عنوان (1)") و[غيره](<https://other.example/a b>).',
      'في [**خبر** الأمس](/new/a "عنوان (1)") و[غيره](<https://other.example/a b>).',
    ],
    [
      'has definitions of the new site',
      '[خبر][1] و[1]\n\n[1]: https://old.example/a "ع"',
      '[خبر][1] و[1]\n\n[1]: /new/a "ع"',
    ],
    [
      'has titles in place of addresses',
      'راجع https://old.example/known و<https://old.example/b>.',
      'راجع [خبر معروف](/new/known) و[https://old.example/b](/new/b).',
    ],
    [
      'has its images beside it',
      '![رافعة *كبيرة*](/files/a b.jpg)\n\n![رافعة](</files/a b.jpg> "تعليق")',
      '![رافعة *كبيرة*](/files/a b.jpg)\n\n![رافعة](here/a%20b.jpg "تعليق")',
    ],
    ['has images inside of links', '[![أ](/f/a.jpg)](https://old.example/a)', '[![أ](here/a.jpg)](/new/a)'],
    [
      'has code in fences, with addresses as they were',
      '`https://old.example/a`\n\n    [أ](https://old.example/a)\n\nنص',
      '`https://old.example/a`\n\n```\n[أ](https://old.example/a)\n```\n\nنص',
    ],
    [
      'has Markdown in place of HTML',
      '<figure><img src="/f/a.jpg"><figcaption>تعليق</figcaption></figure>',
      '![](here/a.jpg "تعليق")',
    ],
    [
      'keeps tags inside of a text',
      'م<sup>2</sup> و<a href="https://old.example/a">خبر</a><br>',
      'م<sup>2</sup> و<a href="/new/a">خبر</a><br>',
    ],
    ['loses only the tags around Markdown', '<div align="center">\n\n**نص**\n\n</div>', '**نص**'],
    [
      'has videos by their addresses',
      '<iframe width="5" src="https://www.youtube.com/embed/W4rrAq0x3nE"></iframe>',
      'https://www.youtube.com/watch?v=W4rrAq0x3nE',
    ],
    ['has no marks that reorder text, and line ends of one kind', '\ufeffنص\u202e آخر\r\nثان', 'نص آخر\nثان'],
  ])('%s', async (_what, written, converted) => {
    const { text, losses } = convertMarkdown(written, context);
    expect([text.trim(), losses]).toEqual([converted, []]);
    expect((await render(text)).problems).toEqual([]);
  });

  it.each<[written: string, converted: string, losses: BodyLoss[]]>([
    ['في [خبر **قديم**](https://old.example/dead/1) ثم', 'في خبر **قديم** ثم', [gone('https://old.example/dead/1')]],
    ['في https://old.example/dead/1 ثم', 'في `https://old.example/dead/1` ثم', [gone('https://old.example/dead/1')]],
    ['![وصف](/f/gone.jpg "تعليق")', 'وصف – تعليق', [{ kind: 'image', address: '/f/gone.jpg' }]],
    ['<a href="https://old.example/dead/2">خبر</a>', '<a>خبر</a>', [gone('https://old.example/dead/2')]],
    ['<script>alert(1)</script>', '', [{ kind: 'program', tag: 'script' }]],
  ])('%s is told as a loss, and its text stays', async (written, converted, losses) => {
    const result = convertMarkdown(written, context);
    expect([result.text.trim(), result.losses]).toEqual([converted, losses]);
    expect((await render(result.text)).problems).toEqual([]);
  });
});
