import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { findDanger } from './find-danger.ts';
import { html, render, renderMdx, resolveImage } from './render.ts';

describe('unprintable characters', () => {
  it.each([
    ['نهر\u0002 وجسر\u0085هنا', '<p>نهر وجسر هنا</p>'],
    ['\u0001## عنوان', '<h2 id="عنوان">عنوان</h2>'],
    ['سطر\vثان\fثالث', '<p>سطر ثان ثالث</p>'],
    ['`a\u0000b`', '<p><code dir="auto">ab</code></p>'],
    ['[نص](https://a.example/\u0007b "قول\u0001")', /href="https:\/\/a\.example\/b" title="قول"/],
    ['<b title="نهر&#7;">نص</b>', '<p><b title="نهر">نص</b></p>'],
    ['<i>نص\ud800</i>', '<p><i>نص</i></p>'],
  ])('never reach the page: %j', async (source, expected) => {
    expect(await html(source)).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });

  it('never reach the text, the headings or a component of MDX', async () => {
    const body =
      '\u0002## عن\u0001وان\n\n<FactBox title="قول&#2;">{"نص\\u0007"}</FactBox>\n\n<PullQuote by={"قائل\\u0003"}>نص</PullQuote>';
    const { text, headings, problems } = await renderMdx(body);
    expect(problems).toEqual([]);
    expect(headings).toEqual([{ depth: 2, id: 'عنوان', text: 'عنوان' }]);
    expect(text).toBe('عنوان\nقول\nنص\nنص\nقائل');
  });
});

describe('the text of a body', () => {
  it.each([
    ['has a line for each block', 'قال\n\n## عنوان\n\n> نعم\n\n- أ\n- ب', 'قال\nعنوان\nنعم\nأ\nب'],
    ['has no space at the ends of emphasis', 'و**الأهرام**قالت و*نعم*', 'والأهرامقالت ونعم'],
    ['has a space for a line break', 'قال\nثم  \nمضى\\\nوعاد', 'قال ثم مضى وعاد'],
    ['has captions and credits', '![بديل](a.jpg "شرح | رويترز")', 'شرح رويترز'],
    ['has the text of links without their hidden phrase', '[خبر](https://example.com) هنا', 'خبر هنا'],
    ['has a line for each table row', '| أ | ب |\n|---|---|\n| ١ | ٢ |', 'أ ب\n١ ٢'],
    ['has inline code but no code blocks', 'اكتب `npm ci`\n\n```\nrm -rf\n```', 'اكتب npm ci'],
    ['keeps tashkeel', 'كُتِب «نعم» \u200f+961', 'كُتِب «نعم» +961'],
    ['has no scripts, styles or comments', 'نص <!-- سرّ -->\n\n<style>p{}</style>\n\n<p>بعد</p>', 'نص\nبعد'],
    ['may be empty', '', ''],
  ])('%s', async (_, text, expected) => {
    expect((await render(text)).text).toBe(expected);
  });
});

describe('rendering', () => {
  it('is the same every time', async () => {
    const text = '## أ\n\n![ع](a.jpg "ت")\n\nنص[^1] [ر](https://example.com)\n\n[^1]: ح';
    expect(await render(text)).toEqual(await render(text));
  });

  it('keeps bodies that are rendered at the same time apart', async () => {
    const texts = Array.from(
      { length: 40 },
      (_, index) => `## عنوان ${index}\n\n![](${index}.jpg)\n\n<b onclick="x">${index}</b>`,
    );
    const bodies = await Promise.all(texts.map((text) => render(text)));
    for (const [index, body] of bodies.entries()) {
      expect(body.headings.map(({ text }) => text)).toEqual([`عنوان ${index}`]);
      expect(body.images).toEqual([`articles/${index}.jpg`]);
      expect(body.problems).toHaveLength(1);
    }
  });

  it('reports an error of the image resolver as a problem', async () => {
    const source = { file: 'articles/a.md', text: '![](a.jpg)', firstLine: 4, format: 'md' } as const;
    const body = await renderMarkdown(source, () => Promise.reject(new Error('disk full')));
    expect(body.problems).toEqual([
      { line: 4, message: 'لا يُقرأ نص المقال عند هذا الموضع. راجع ما كُتب فيه من وسوم وأقواس. (disk full)' },
    ]);
  });

  it('counts \\r\\n as one line ending', async () => {
    expect((await render('نص\r\n\r\n<script>1</script>')).problems[0]?.line).toBe(3);
    expect(await html('أ\r\n\r\nب')).toBe('<p>أ</p>\n<p>ب</p>');
  });
});

/** Makes a seeded pseudo-random number generator (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces =
  '# ## ###### - * + 1. ١. > | --- === ``` ~~~ ` ** __ ~~ [ ] ( ) ![ ](a.jpg) ](missing.jpg "ت | ج") [^1] [^1]: [x]: <http:// https://x.example/% % %zz &amp; &#0; &#x110000; \\ < > </ /> <b <b> </b> <p> </p> <table> <td> <script> </script> <!-- --> <![CDATA[ <?php <svg> <plaintext> <iframe src= onclick= { } {/* */} {x} <Gallery> </Gallery> <Foo <> </> import export نص كُتِب \u200f \u202e \u0000 \ufffd \ud800 \udc00 \ufeff 😀 \t \n \n\n \r\n " \' « »'.split(
    ' ',
  );

describe('random text', () => {
  it('never rejects, and results in harmless HTML and valid problems', async () => {
    const random = randomNumbers(20260824);
    for (let round = 0; round < 400; round += 1) {
      const length = 1 + Math.floor(random() * 40);
      const words = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]);
      const text = words.join(random() < 0.5 ? ' ' : '');
      for (const body of [await render(text), await renderMdx(text)]) {
        expect(typeof body.html).toBe('string');
        expect(
          body.problems.every(({ line, message }) => line >= 1 && message !== ''),
          text,
        ).toBe(true);
        expect(findDanger(body.html), text).toEqual([]);
      }
    }
  });

  it.each([
    ['quotations', '> '.repeat(1000)],
    ['brackets', '['.repeat(5000)],
    ['tags', '<div>'.repeat(5000)],
    ['emphasis', '*a '.repeat(2000)],
    ['components', '<FactBox title="ت">\n'.repeat(800)],
  ])('is rendered in spite of deep nesting: %s', async (_, text) => {
    for (const format of ['md', 'mdx'] as const) {
      const body = await renderMarkdown(
        { file: 'articles/a.md', text: `${text}نص`, firstLine: 1, format },
        resolveImage,
      );
      expect(body.problems.every(({ line }) => line >= 1)).toBe(true);
    }
  });
});
