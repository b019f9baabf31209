import { describe, expect, it, test } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import type { BodyOptions, RenderedBody, ResolveFile } from '../../../src/markdown/types.ts';
import { photo, resolveImage } from './render.ts';

/** Finds no file whose name has «missing», leaves `.md` alone, and gives every other file 2.3 megabytes. */
const resolveFile: ResolveFile = async (src, from) => {
  const path = decodeURI(src).replace(/[?#].*$/, '');
  if (path.includes('missing')) return { problem: `لا ملف باسم «${path}».` };
  if (path.endsWith('.md')) return undefined;
  if (path.startsWith('/')) return { url: src, bytes: 1000, source: path };
  const url = encodeURI(`/_files/${path.replace(/^.*\//, '').replace('.', '-0f3a.')}`);
  return { url: url + src.slice(encodeURI(path).length), bytes: 2_312_345, source: from.replace(/[^/]*$/, path) };
};

function renderWith(format: 'md' | 'mdx', text: string, options: BodyOptions = {}): Promise<RenderedBody> {
  const source = { file: `articles/a.${format}`, text, firstLine: 3, format } as const;
  return renderMarkdown(source, resolveImage, { imageSizes: '50vw', resolveFile, ...options });
}

const html = async (text: string, options?: BodyOptions) => (await renderWith('md', text, options)).html;
const details = (type: string, size = '2.3 ميغابايت') =>
  ` <small data-pagefind-ignore="">(<bdi>${type}</bdi>، ${size})</small>`;
const link = (href: string, text: string, type: string, size?: string) =>
  `<a href="${href}">${text}${details(type, size)}</a>`;

describe('a link to a file beside the article', () => {
  it.each([
    ['[التقرير](report.pdf)', `<p>${link('/_files/report-0f3a.pdf', 'التقرير', 'PDF')}</p>`],
    [
      'قرأ [**الجدول**](docs/data.xlsx) ثم مضى.',
      `<p>قرأ ${link('/_files/data-0f3a.xlsx', '<strong>الجدول</strong>', 'Excel')} ثم مضى.</p>`,
    ],
    ['[التقرير][ت]\n\n[ت]: report.pdf', `<p>${link('/_files/report-0f3a.pdf', 'التقرير', 'PDF')}</p>`],
    ['<a href="report.pdf">التقرير</a>', `<p>${link('/_files/report-0f3a.pdf', 'التقرير', 'PDF')}</p>`],
    ['[ثانية](report.pdf#page=3)', `<p>${link('/_files/report-0f3a.pdf#page=3', 'ثانية', 'PDF')}</p>`],
    ['[لجنة](<تقرير اللجنة.pdf>)', `<p>${link(encodeURI('/_files/تقرير اللجنة-0f3a.pdf'), 'لجنة', 'PDF')}</p>`],
    ['[مقطع](clip.mp4)', `<p>${link('/_files/clip-0f3a.mp4', 'مقطع', 'MP4')}</p>`],
    ['[عام](/annual.zip)', `<p>${link('/annual.zip', 'عام', 'ZIP', 'كيلوبايت واحد')}</p>`],
    [
      '[![الغلاف](cover.jpg)](report.pdf)',
      `<figure><a href="/_files/report-0f3a.pdf">${photo('الغلاف')}${details('PDF')}</a></figure>`,
    ],
    ['[الصورة كبيرة](a.jpg)', '<p><a href="/_images/p-1200.jpg">الصورة كبيرة</a></p>'],
    [
      '[خبر](word.md) و[صفحة](/about/) و[موضع](#x)',
      '<p><a href="word.md">خبر</a> و<a href="/about/">صفحة</a> و<a href="#x">موضع</a></p>',
    ],
    [
      '[بعيد](https://a.example/report.pdf)',
      /^<p><a href="https:\/\/a\.example\/report\.pdf" rel="noopener" data-external="">/,
    ],
  ])('%s', async (text, expected) => {
    const found = await html(text);
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });

  it('has its size in the digits of the site', async () => {
    expect(await html('[التقرير](report.pdf)', { digits: 'arab' })).toContain('</bdi>، ٢٫٣ ميغابايت)');
  });

  it('is told at its place if the file is missing', async () => {
    const { problems, files } = await renderWith('md', 'نص\n\nثم [التقرير](missing.pdf)');
    expect(problems).toEqual([{ line: 5, column: 4, message: 'لا ملف باسم «missing.pdf».' }]);
    expect(files).toEqual([]);
  });

  it('is known to the body, with the line of the first link to it', async () => {
    const { files, images } = await renderWith('md', 'نص\n\n[1](a.pdf#page=2) [2](b.csv)\n\n[3](a.pdf)\n\n[4](a.jpg)');
    expect(files).toEqual([
      { url: '/_files/a-0f3a.pdf', bytes: 2_312_345, source: 'articles/a.pdf', line: 5 },
      { url: '/_files/b-0f3a.csv', bytes: 2_312_345, source: 'articles/b.csv', line: 5 },
    ]);
    expect(images).toEqual(['articles/a.jpg']);
  });

  it('adds its type and size neither to the text nor to the headings', async () => {
    const { text, headings } = await renderWith('md', '## [التقرير](report.pdf)\n\nقرأ [الجدول](a.csv).');
    expect(text).toBe('التقرير\nقرأ الجدول.');
    expect(headings).toEqual([{ depth: 2, id: 'التقرير', text: 'التقرير' }]);
  });
});

describe('a recording', () => {
  const fallback = (kind: 'audio' | 'video', file: string, type: string) =>
    `<a href="/_files/${file}">${kind === 'audio' ? 'تسجيل صوتي' : 'مقطع مرئي'}${details(type)}</a>`;
  const video = (label: string, sizes = '') =>
    `<video src="/_files/clip-0f3a.mp4" controls preload="metadata" playsinline${sizes} aria-label="${label}">${fallback('video', 'clip-0f3a.mp4', 'MP4')}</video>`;
  const audio = (label: string) =>
    `<audio src="/_files/talk-0f3a.mp3" controls preload="none" aria-label="${label}">${fallback('audio', 'talk-0f3a.mp3', 'MP3')}</audio>`;

  it.each([
    [
      '![افتتاح الجسر](clip.mp4)',
      `<figure class="player">${video('افتتاح الجسر')}<figcaption>افتتاح الجسر</figcaption></figure>`,
    ],
    [
      '![افتتاح الجسر](clip.mp4 "صباح اليوم | تصوير ريم")',
      `<figure class="player">${video('افتتاح الجسر')}<figcaption>صباح اليوم <span class="credit">تصوير ريم</span></figcaption></figure>`,
    ],
    ['![](talk.mp3)', `<figure class="player">${audio('تسجيل صوتي')}</figure>`],
    ['![][ص]\n\n[ص]: talk.mp3', `<figure class="player">${audio('تسجيل صوتي')}</figure>`],
    ['قبل ![كلمة](talk.mp3) بعد', `<p>قبل ${audio('كلمة')} بعد</p>`],
    [
      '![أ](a.jpg)\n![](talk.mp3)\n![ب](b.jpg)',
      `<figure>${photo('أ')}</figure><figure class="player">${audio('تسجيل صوتي')}</figure><figure>${photo('ب')}</figure>`,
    ],
    [
      '<img src="clip.mp4" alt="الجسر" width="640" height="360">',
      `<figure class="player">${video('الجسر', ' width="640" height="360"')}<figcaption>الجسر</figcaption></figure>`,
    ],
    [
      '<audio src="talk.mp3"></audio>',
      `<p><audio src="/_files/talk-0f3a.mp3" controls preload="none">${fallback('audio', 'talk-0f3a.mp3', 'MP3')}</audio></p>`,
    ],
    [
      '<video poster="a.jpg" controls>\n<source src="clip.mp4" type="video/mp4">\n<track src="words.vtt" kind="captions">\n</video>',
      `<video poster="/_images/p-1200.jpg" controls preload="none">\n<source src="/_files/clip-0f3a.mp4" type="video/mp4">\n<track src="/_files/words-0f3a.vtt" kind="captions">\n${fallback('video', 'clip-0f3a.mp4', 'MP4')}</video>`,
    ],
    [
      '![بعيد](https://media.example/talk.mp3)',
      '<figure class="player"><audio src="https://media.example/talk.mp3" controls preload="none" aria-label="بعيد"></audio><figcaption>بعيد</figcaption></figure>',
    ],
  ])('%s', async (text, expected) => {
    expect(await html(text)).toBe(expected);
  });

  it('is published, and its caption is text', async () => {
    const { files, text, problems } = await renderWith(
      'md',
      '![افتتاح الجسر](clip.mp4)\n\n<audio src="talk.mp3"></audio>',
    );
    expect(files.map(({ source, line }) => `${source}:${line}`)).toEqual([
      'articles/clip.mp4:3',
      'articles/talk.mp3:5',
    ]);
    expect(text).toBe('افتتاح الجسر');
    expect(problems).toEqual([]);
  });

  it('is not made of a document, which can only be linked to', async () => {
    const { problems } = await renderWith('md', '![التقرير](report.pdf)');
    expect(problems.map(({ message }) => message)).toEqual([
      '«report.pdf» ملف لا صورة، فلا يظهر في الصفحة. اكتب له رابطًا بلا علامة التعجب: [التقرير](report.pdf).',
    ]);
  });

  test.each(['md', 'mdx'] as const)('that is missing is told, in .%s', async (format) => {
    const { problems } = await renderWith(format, '![](missing.mp4)\n\n<video src="missing.webm"></video>');
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '3: لا ملف باسم «missing.mp4».',
      '5: لا ملف باسم «missing.webm».',
    ]);
  });
});
