import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckedContent, checkContent } from '../../src/commands/check-content.ts';
import { resolveEnvironment } from '../../src/library/environment.ts';
import { type BuiltSite, buildSite, projectDirectory } from '../support/build-site.ts';
import { createKeptSite, type KeptSite } from '../support/kept-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const matter = (id: string) => ({ title: `سجل ${id}`, author: 'huda', date: '2021-03-01', category: 'world', id });
const body = [
  'نشرت اللجنة [تقريرها](report.pdf) و[جدولها](<docs/جدول الأرقام.xlsx>).',
  '[الفصل الثاني](report.pdf#page=12)',
  '![كلمة الرئيسة](talk.mp3)',
  '![](clip.mp4 "افتتاح الجسر | تصوير ريم")',
  '<video src="clip.mp4" width="640" height="360"></video>',
].join('\n\n');
/** The lock of two images of other sites; `height` is that of the second one. */
const mediaLock = (height: number) =>
  [
    'https://media.example/a.jpg: {"width":1200,"height":800,"type":"image/jpeg","bytes":81234,"color":"#5c8f6c"}',
    `https://media.example/b.webp: {"width":900,"height":${height},"type":"image/webp"}`,
  ].join('\n');
const files = {
  ...smallestSite,
  'media.lock.yaml': mediaLock(600),
  'articles/2021/remote.md': markdown(
    { ...matter('r3m0t'), image: 'https://media.example/a.jpg' },
    '![قارب](https://media.example/b.webp)',
  ),
  'articles/2021/plain.md': markdown({ ...matter('p7a1n'), audio: 'talk.mp3' }, body),
  'articles/2021/coded.mdx': markdown(matter('c0d3d'), body),
  'articles/2021/report.pdf': '%PDF-1.4 الأول',
  'articles/2021/docs/جدول الأرقام.xlsx': 'جدول',
  'articles/2021/talk.mp3': 'صوت',
  'articles/2021/clip.mp4': 'مقطع',
  'pages/about.md': markdown({ title: 'من نحن' }, '[النظام الأساسي](statute.pdf)'),
  'pages/statute.pdf': '%PDF-1.4 النظام',
};
const published = /^_files\//;

let site: KeptSite;
const filesOf = (page: string) =>
  [...site.read(page).matchAll(/(?:href|src)="\/(_files\/[^"#]*)/g)].map(([, file = '']) => decodeURI(file));

beforeAll(async () => {
  site = await createKeptSite(files);
  expect(await site.build()).toMatchObject({ exitCode: 0 });
});

describe('files beside an article', () => {
  it.each(['p7a1n/index.html', 'c0d3d/index.html'])('are published under the names that %s has', (page) => {
    const names = new Set(filesOf(page));
    expect([...names].map((name) => name.replace(/-[\da-f]{10}\./, '.')).sort()).toEqual([
      '_files/clip.mp4',
      '_files/report.pdf',
      '_files/talk.mp3',
      '_files/جدول-الأرقام.xlsx',
    ]);
    expect(site.files()).toEqual(expect.arrayContaining([...names]));
    expect(site.read(page)).toMatch(/\(<bdi>PDF<\/bdi>، \d+ بايتًا\)/);
    expect(site.read(page)).toMatch(/href="\/_files\/report-[\da-f]+\.pdf#page=12"/);
    expect(site.read(page).match(/<figure class="player">/g)).toHaveLength(2);
  });

  it('are played above the text of the article that they are the recording of, in the place of the voice', () => {
    expect(site.read('p7a1n/index.html')).toMatch(
      /<figure class="recording">.*<audio [^>]*src="\/_files\/talk-[^"]+\.mp3"/s,
    );
    expect(site.read('c0d3d/index.html')).not.toContain('recording');
    const voices = ['p7a1n', 'c0d3d'].map((id) => site.read(`${id}/index.html`).includes('data-listen'));
    expect(voices).toEqual([false, true]);
    expect(site.read('rss.xml')).toMatch(
      /<enclosure url="https:\/\/sada\.example\/_files\/talk-[^"]+" length="\d+" type="audio\/mpeg"/,
    );
  });

  it('are published once, with those of standalone pages', () => {
    expect(site.files().filter((file) => published.test(file))).toHaveLength(5);
    expect(filesOf('about/index.html')).toHaveLength(1);
  });

  it('have absolute addresses in feeds', () => {
    expect(site.read('rss.xml')).toMatch(/https:\/\/sada\.example\/_files\/report-[\da-f]+\.pdf/);
    expect(site.read('rss.xml')).not.toMatch(/="\/_files/);
  });
});

describe('images of other sites', () => {
  it('have on pages the size and the colour that the lock knows', () => {
    const page = site.read('r3m0t/index.html');
    expect(page).toContain(
      '<img src="https://media.example/a.jpg" alt width="1200" height="800" data-color="#5c8f6c" loading="lazy"',
    );
    expect(page).toContain(
      '<picture><img src="https://media.example/b.webp" alt="قارب" width="900" height="600" loading="lazy"',
    );
    expect(page).toContain('<meta property="og:image" content="https://media.example/a.jpg">');
    expect(page).toContain('<meta property="og:image:width" content="1200">');
  });

  it('have their type and length in feeds', () => {
    const feed = site.read('rss.xml');
    expect(feed).toContain('<enclosure url="https://media.example/a.jpg" length="81234" type="image/jpeg"/>');
    expect(feed).toContain('width=&quot;900&quot; height=&quot;600&quot;');
  });
});

describe('a build after a change', () => {
  it('replaces a changed file and the pages that link to it, and those of an image with another size', async () => {
    const before = filesOf('p7a1n/index.html');
    await site.write({ 'articles/2021/report.pdf': '%PDF-1.4 الثاني', 'media.lock.yaml': mediaLock(700) });
    const { differences, exitCode } = await site.buildAndCompare();
    expect([exitCode, differences]).toEqual([0, []]);
    expect(site.changedFiles().filter((line) => line.endsWith('.html'))).toEqual(
      ['c0d3d', 'p7a1n', 'r3m0t'].map((id) => `changed\t${id}/index.html`),
    );
    const changed = site.changedFiles().filter((line) => published.test(line.split('\t')[1] ?? ''));
    expect(changed.map((line) => line.replace(/-[\da-f]{10}\./, '.'))).toEqual([
      expect.stringMatching(/^(?:added|removed)\t_files\/report\.pdf$/),
      expect.stringMatching(/^(?:added|removed)\t_files\/report\.pdf$/),
    ]);
    expect(filesOf('p7a1n/index.html')).not.toEqual(before);
  });

  it('removes a file that no page links to, and leaves the others alone', async () => {
    await site.write({
      'articles/2021/plain.md': markdown(matter('p7a1n'), 'بلا ملفات.'),
      'articles/2021/coded.mdx': markdown(matter('c0d3d'), '![](talk.mp3)'),
    });
    const { differences, exitCode } = await site.buildAndCompare();
    expect([exitCode, differences]).toEqual([0, []]);
    expect(site.files().filter((file) => published.test(file))).toHaveLength(2);
    expect(site.changedFiles().filter((line) => line.includes('talk'))).toEqual([]);
  });
});

describe('check and build agree', () => {
  const check = (directories: { contentDirectory: string; cacheDirectory: string }): Promise<CheckedContent> =>
    checkContent(
      resolveEnvironment(pathToFileURL(`${projectDirectory}${path.sep}`), {
        CONTENT_DIR: directories.contentDirectory,
        CACHE_DIR: `${directories.cacheDirectory}-check`,
      }),
    );

  const faults = [
    ['a missing file', '[التقرير](reprt.pdf)', 'لعلك تقصد «report.pdf»'],
    ['a missing recording', '![](clip2.mp4)', 'لعلك تقصد «clip.mp4»'],
    ['a file in another case', '[التقرير](Report.PDF)', 'لعلك تقصد «report.pdf»'],
    ['a page', '[صفحة](page.html)', 'من نوع يعمل برنامجًا عند القارئ'],
    ['a file that the host refuses', '[كبير](big.zip)', 'ولا يقبل cloudflare ملفًا أكبر من'],
  ].map(([fault = '', text = '', told = ''], index) => ({ fault, text, told, file: `articles/2021/f${index}.md` }));
  const line = 11;
  let broken: BuiltSite;
  let problems: CheckedContent['problems'];
  beforeAll(async () => {
    const articles = faults.map(({ text, file }, index) => [file, markdown(matter(`f4z1${index}`), `نص.\n\n${text}`)]);
    broken = await buildSite({
      ...files,
      'site.yaml': `${smallestSite['site.yaml']}host: cloudflare\n`,
      ...Object.fromEntries(articles),
      'articles/2021/big.zip': { bytes: 30 * 2 ** 20 },
    });
    ({ problems } = await check(broken.directories));
  });

  it('that a site with faults is refused, each fault told once', () => {
    expect(problems.map((problem) => [problem.file, problem.line])).toEqual(faults.map(({ file }) => [file, line]));
    expect(broken.exitCode).toBe(1);
  });

  it.each(faults)('about $fault', ({ told, file }) => {
    expect(problems.find((problem) => problem.file === file)?.message).toContain(told);
    expect(broken.output).toMatch(new RegExp(`^${RegExp.escape(`${file}:${line}: `)}.*${RegExp.escape(told)}`, 'm'));
  });
});
