import mdxRenderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { describe, expect, it } from 'vitest';
import { BodyError, createMarkdownProcessor } from '../../../src/markdown/astro-processor.ts';
import { photo, resolveImage } from './render.ts';

const contentDirectory = new URL('./content', import.meta.url).pathname;
const asked: string[] = [];
const processor = createMarkdownProcessor({
  resolveImage: (src, from) => {
    asked.push(from);
    return resolveImage(src, from);
  },
  contentDirectory,
  siteUrl: 'https://news.example',
  imageSizes: '50vw',
  fingerprint: 'f1',
});

async function compile(text: string): Promise<string> {
  const renderer = await processor.createMdxRenderer?.({ gfm: true, smartypants: true }, { optimize: false });
  const result = await renderer?.process(text, `${contentDirectory}/articles/2026/a.mdx`, { title: 'ع' });
  return result?.code ?? '';
}

/** Runs a compiled module in Astro's own runtime. Returns its HTML, with void tags and quotes as rehype writes them. */
async function renderCompiled(text: string): Promise<string> {
  const code = (await compile(text))
    .replace(/^import .*$/m, '')
    .replaceAll(/^export (?=const|function)/gm, '')
    .replace('export default function', 'return function');
  const Content = new Function('_Fragment', '_jsx', '_jsxs', code)(Fragment, jsx, jsxs);
  Content[Symbol.for('mdx-component')] = true;
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  const plain = (name: string) => (props: { children?: unknown; title?: string }) =>
    jsx('div', { 'data-name': name, title: props.title, children: props.children });
  const components = { Gallery: plain('Gallery'), Video: plain('Video'), FactBox: plain('FactBox') };
  const html = await container.renderToString(Content, { props: { components } });
  return html.replaceAll('/>', '>').replaceAll('&quot;', '"');
}

describe('the processor', () => {
  it("has options without absolute paths that change with its output, for Astro's cache", () => {
    expect(processor.name).toBe('warraq');
    expect(JSON.stringify(processor.options)).toBe('{"fingerprint":"f1","siteUrl":"https://news.example"}');
  });
});

describe('compiled MDX', () => {
  it.each([
    ['a heading after a mark', '\u200f## مَن هو؟', '<h2 id="من-هو">مَن هو؟</h2>'],
    [
      'a figure',
      '![ع](a%.jpg "ت | ج")',
      `<figure>${photo('ع')}<figcaption>ت <span class="credit">ج</span></figcaption></figure>`,
    ],
    ['an image by reference', '![ع][x]\n\n[x]: صورة.jpg', `<figure>${photo('ع')}</figure>`],
    [
      'an image in a component',
      '<Gallery>\n![أ](a.jpg)\n![ب](b.jpg)\n</Gallery>',
      `<div data-name="Gallery"><figure>${photo('أ')}</figure><figure>${photo('ب')}</figure></div>`,
    ],
    [
      'an image on the line of its component',
      '<Video url="https://youtu.be/x" title="ت">![أ](a.jpg)</Video>',
      `<div data-name="Video" title="ت"><figure>${photo('أ')}</figure></div>`,
    ],
    ['an image in HTML', '<img src="a.jpg" alt="ع" />', `<figure>${photo('ع')}</figure>`],
    [
      'a link',
      '[خ](https://example.com)',
      '<p><a href="https://example.com" rel="noopener" data-external>خ<span class="visually-hidden" data-pagefind-ignore>، رابط خارجي</span></a></p>',
    ],
    ['quotes and dots', 'قال "نعم"... -- ثم', '<p>قال «نعم»… – ثم</p>'],
    [
      'Arabic syntax',
      '٣. و**«أ»** ثم\n٤. و~~«ب»~~ ثم\n\nـــ',
      '<ol start="3" data-digits="arab">\n<li>و<strong>«أ»</strong> ثم</li>\n<li>و<del>«ب»</del> ثم</li>\n</ol>\n<hr>',
    ],
    ['code', '```js\n{x}\n```', '<pre dir="ltr" tabindex="0"><code class="language-js">{x}\n</code></pre>'],
    [
      'HTML that is on the list',
      '<p dir="ltr" style="x" className="y" lang="en">a <time dateTime="2022">b</time></p>',
      '<p dir="ltr" lang="en">a <time datetime="2022">b</time></p>',
    ],
    ['HTML that is not', '<center>نص <blink>نص</blink></center>', '<p>نص نص</p>'],
    [
      'Markdown in a component',
      '<FactBox title="ت">\n- **أ**\n</FactBox>',
      '<div data-name="FactBox" title="ت"><ul>\n<li><strong>أ</strong></li>\n</ul></div>',
    ],
    ['a comment', 'قبل {/* سرّ */}بعد', '<p>قبل بعد</p>'],
    ['a literal', 'قبل {"{"} بعد', '<p>قبل { بعد</p>'],
  ])('renders as Markdown does: %s', async (_, text, expected) => {
    expect((await renderCompiled(text)).trim()).toBe(expected);
  });

  it('has footnotes and tables like Markdown', async () => {
    const html = await renderCompiled('نص[^١]\n\n| أ |\n|--:|\n| ١ |\n\n[^١]: ح');
    expect(html).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="الجدول 1">');
    expect(html).toContain('<td data-align="end">١</td>');
    expect(html).toContain('<h2 class="footnotes-title" id="footnote-label">الحواشي</h2>');
    expect(html).toContain('<li id="fn-1">');
  });

  it('imports no images and keeps our heading ids', async () => {
    const code = await compile('## مَن؟\n\n![](a.jpg)\n\n![](https://example.com/%zz.jpg)');
    expect(code.match(/^import .*$/gm)).toEqual([
      'import {Fragment as _Fragment, jsx as _jsx, jsxs as _jsxs} from "astro/jsx-runtime";',
    ]);
    expect(code).toContain('"slug": "من"');
  });

  it('resolves images from its content-relative path', async () => {
    asked.length = 0;
    await compile('![](a.jpg)');
    expect(asked).toEqual(['articles/2026/a.mdx']);
  });

  it.each([
    ['a problem', 'نص\n\n<script>1</script>', 3, /^articles\/2026\/a\.mdx:3: الوسم <script> لا يُقبل/],
    ['a missing image', 'نص\n\n![](missing.jpg)', 3, /^articles\/2026\/a\.mdx:3: لا ملف للصورة «missing\.jpg»\.$/],
    ['a parse error', 'نص\n\n<FactBox>', 3, /^articles\/2026\/a\.mdx:3: الوسم <FactBox> فُتح ولم يُغلق/],
    ['a directive that Astro would throw at', '<Video client:load />', 1, /«client:load»/],
  ])('throws in Arabic, with the line: %s', async (_, text, line, message) => {
    const error: unknown = await compile(text).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(BodyError);
    expect(error).toMatchObject({ line, message: expect.stringMatching(message) });
  });
});

describe('Markdown imported as a module', () => {
  const fileURL = new URL(`file://${contentDirectory}/articles/2026/a.md`);

  it('is rendered with the same plugins', async () => {
    const renderer = await processor.createRenderer({});
    const frontmatter = { title: 'ع' };
    expect(await renderer.render('# مَن؟\n\n![ع](a.jpg)', { fileURL, frontmatter })).toEqual({
      code: `<h2 id="من">مَن؟</h2>\n<figure>${photo('ع')}</figure>`,
      metadata: {
        headings: [{ depth: 2, slug: 'من', text: 'مَن؟' }],
        localImagePaths: [],
        remoteImagePaths: [],
        frontmatter,
      },
    });
  });

  it('throws in Arabic', async () => {
    const renderer = await processor.createRenderer({});
    await expect(renderer.render('<script></script>', { fileURL })).rejects.toThrow(
      'articles/2026/a.md:1: الوسم <script>',
    );
  });
});
