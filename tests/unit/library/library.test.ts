import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/library/cache/cache.ts';
import { openLibrary } from '../../../src/library/library.ts';
import type { Article, Library } from '../../../src/library/types.ts';
import { markdown, smallestSite } from '../../support/newsroom.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'library-'));
});

afterEach(() => rm(root, { recursive: true }));

/** Adds or replaces files in the content directory and opens the library, by default at the beginning of 2026. */
async function openWith(
  files: Files,
  {
    now = Date.UTC(2026, 0, 1),
    cache = 'cache',
    includeUnpublished = false,
    staysOpen = false,
  }: { now?: number; cache?: string; includeUnpublished?: boolean; staysOpen?: boolean } = {},
): Promise<Library> {
  await writeContent(path.join(root, 'content'), files);
  return openLibrary({
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, cache),
    now,
    includeUnpublished,
    staysOpen,
    fingerprint: 'engine',
  });
}

const withSettings = (settings: string): Files => ({ 'site.yaml': `${smallestSite['site.yaml']}${settings}` });
const digestsOf = ({ articles }: Library) => articles.map(({ digest }) => digest);

describe('the house style', () => {
  it('is empty without style.yaml, and changes with the file', async () => {
    expect((await openWith(smallestSite)).houseStyle).toEqual([]);
    const { houseStyle } = await openWith({ 'style.yaml': 'spellings:\n  مئة: [مائة]\n' });
    expect(houseStyle).toEqual([{ preferred: 'مئة', avoid: ['مائة'] }]);
    const changed = await openWith({ 'style.yaml': 'spellings:\n  مئة: [مائة، ميّة]\n' });
    expect(changed.houseStyle).toEqual([{ preferred: 'مئة', avoid: ['مائة', 'ميّة'] }]);
  });

  it('is reported as a problem if it cannot be read', async () => {
    const { problems } = await openWith({ ...smallestSite, 'style.yaml': 'spellings:\n  مئة: [مائة, مئة]\n' });
    expect(problems).toMatchObject([
      {
        file: 'style.yaml',
        line: 2,
        column: 15,
        message: 'الكتابة «مئة» هي المعتمدة هنا، فلا تكون مما لا يُكتب. احذفها من القائمة.',
      },
    ]);
  });
});

describe('files whose times have all changed, as in a checkout', () => {
  const bodyOf = (number: number) => `متن المقال رقم ${number + 100}.`;
  const file = (number: number) => `articles/${number + 100}.md`;
  const article = (number: number, body = bodyOf(number)) => {
    const matter = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world', id: `k7${number + 100}` };
    return markdown(matter, body);
  };
  const numbers = Array.from({ length: 70 }, (_, number) => number);
  const inContent = (name: string) => path.join(root, 'content', name);
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root });
  const readStamps = () => {
    const rows = openCache(path.join(root, 'cache')).peek<{ stamp: string }>('articles')?.entries ?? [];
    return new Map([...rows].map(([name, { stamp }]) => [name, stamp]));
  };
  const checkOut = (written: readonly number[]) => {
    for (const number of written) utimesSync(inContent(file(number)), 1_600_000_000, 1_600_000_000);
  };

  it('are not read if Git has them as they were, and are if not', async () => {
    await openWith({
      ...smallestSite,
      ...Object.fromEntries(numbers.map((number) => [file(number), article(number)])),
    });
    const before = readStamps();
    git('init', '--quiet');
    git('add', '.');
    git('update-index', '--assume-unchanged', `content/${file(1)}`);
    for (const number of [0, 1]) writeFileSync(inContent(file(number)), article(number, bodyOf(number + 100)));
    checkOut(numbers);
    const { articles } = await openWith({});
    const edited = numbers.filter((number) => {
      const { excerpt } = articles.find((each) => each.file === file(number)) as Article;
      return excerpt !== bodyOf(number);
    });
    expect(edited).toEqual([0, 1]);
    const rewritten = [...readStamps()].filter(([name, stamp]) => stamp !== before.get(name));
    expect(rewritten.map(([name]) => name).sort()).toEqual([file(0), file(1)]);
  });

  it('are read where there is no Git, and found to be the same', async () => {
    const all = Object.fromEntries(numbers.map((number) => [file(number), article(number)]));
    const { articles } = await openWith({ ...smallestSite, ...all });
    checkOut(numbers);
    expect((await openWith({})).articles).toEqual(articles);
    expect([...readStamps()].filter(([name]) => name !== 'articles/first.md').map(([, stamp]) => stamp)).toEqual(
      numbers.map(() => expect.stringMatching(/^1600000000000:/)),
    );
  });
});

describe('a date that only the clock can judge', () => {
  it.each<[name: string, file: string, matter: Record<string, unknown>, suggestion: string | undefined]>([
    ['an update of an article', 'articles/first.md', { 'last-updated': '2026-01-02 10:00' }, undefined],
    ['an update of a page', 'pages/about.md', { 'last-updated': '2026-01-02' }, undefined],
    ['a year too far', 'articles/first.md', { date: '2062-01-01' }, 'date: 2026-01-01'],
  ])('is judged again at each opening, though its file is the same: %s', async (_name, file, matter, suggestion) => {
    const required = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world', id: 'k7q3m' };
    const text = markdown({ ...(file.startsWith('pages') ? { title: 'عنا' } : required), ...matter }, 'متن.');
    const early = { problems: [{ file, field: Object.keys(matter)[0], ...(suggestion && { suggestion }) }] };
    expect(await openWith({ ...smallestSite, [file]: text })).toMatchObject(early);
    expect((await openWith({}, { now: Date.UTC(2062, 0, 2) })).problems).toEqual([]);
    expect(await openWith({})).toMatchObject(early);
  });

  it('makes an article an expired one from its moment on, which is no part of the site', async () => {
    const fields = { author: 'huda', date: '2026-01-01', category: 'world', expires: '2026-02-01T06:00Z' };
    const file = { 'articles/first.md': markdown({ title: 'عرض', id: 'k7q4m', ...fields }, 'متن.') };
    const stateAt = async (moment: string, includeUnpublished = false) => {
      const library = await openWith({ ...smallestSite, ...file }, { now: Date.parse(moment), includeUnpublished });
      const ids = (articles: typeof library.articles) => articles.map(({ id }) => id);
      return [ids(library.articles), ids(library.expired), library.articles[0]?.hasExpired];
    };
    expect(await stateAt('2026-02-01T05:59:59Z')).toEqual([['k7q4m'], [], undefined]);
    expect(await stateAt('2026-02-01T06:00Z')).toEqual([[], ['k7q4m'], undefined]);
    expect(await stateAt('2026-02-01T06:00Z', true)).toEqual([['k7q4m'], [], true]);
  });

  it.each<[fields: Record<string, unknown>, shown: [string[], string[], string[]], preview?: [string[], string[]]]>([
    [{}, [[], ['k7q4m'], []]],
    [{ expires: '2026-01-05' }, [[], ['k7q4m'], []]],
    [{ expires: '2026-03-01' }, [[], ['k7q4m'], []]],
    [{ draft: true }, [[], [], []], [['k7q4m'], []]],
  ])(
    'leaves an article that was withdrawn its notice, unless it never appeared: %j',
    async (fields, shown, preview) => {
      const withdrawn = { date: '2026-01-02', reason: 'لم يثبت' };
      const required = { title: 'خبر', id: 'k7q4m', author: 'huda', date: '2026-01-01', category: 'world' };
      const file = { 'articles/first.md': markdown({ ...required, withdrawn, ...fields }, 'متن.') };
      const open = (includeUnpublished: boolean) =>
        openWith({ ...smallestSite, ...file }, { now: Date.UTC(2026, 0, 10), includeUnpublished });
      const ids = (articles: readonly { id: string }[]) => articles.map(({ id }) => id);
      const { articles, withdrawn: noticed, expired } = await open(false);
      expect([ids(articles), ids(noticed), ids(expired)]).toEqual(shown);
      const ahead = await open(true);
      expect([ids(ahead.articles), ids(ahead.withdrawn)]).toEqual(preview ?? shown.slice(0, 2));
      expect(ahead.articles.every(({ unpublished }) => unpublished)).toBe(true);
    },
  );

  it.each([
    [{}, 0],
    [{ draft: true }, 2],
  ])('may lose its pictures once it is withdrawn, unless it never appeared: %j', async (fields, count) => {
    const withdrawn = { date: '2025-12-31', reason: 'لم يثبت' };
    const required = { title: 'خبر', id: 'k7q4m', author: 'huda', date: '2025-12-30', category: 'world' };
    const matter = { ...required, image: { src: 'lead.jpg', alt: 'صورة' }, withdrawn, ...fields };
    const { problems } = await openWith({ ...smallestSite, 'articles/first.md': markdown(matter, '![نص](body.jpg)') });
    expect(problems).toHaveLength(count);
  });

  it('knows whether the time of a date is written', async () => {
    const fields = { author: 'huda', category: 'world', date: '2026-01-01', 'last-updated': '2026-01-01 00:00' };
    const library = await openWith({
      ...smallestSite,
      'articles/a.md': markdown({ title: 'عنوان', ...fields }, 'متن.'),
    });
    expect(library.articles[0]).toMatchObject({ dateHasNoTime: true });
    expect(library.articles[0]?.updateHasNoTime).toBeUndefined();
  });
});

describe('the agenda', () => {
  it('has what appears, expires and closes, the soonest first, but nothing of drafts, withdrawn articles and refused dates', async () => {
    const dated = (fields: Record<string, unknown>) =>
      markdown({ title: 'عنوان', author: 'huda', category: 'world', ...fields }, 'متن.');
    const files = {
      ...smallestSite,
      'site.yaml': `${smallestSite['site.yaml']}\ncomments: { provider: form, endpoint: "https://c.example/", close-after: 14 }`,
      'articles/late.md': dated({ date: '2026-03-01T00:00Z', id: 'k7q4m', expires: '2026-03-02T00:00Z' }),
      'articles/soon.md': dated({ date: '2026-02-01T06:00Z', id: 'k7q5m', comments: 'open' }),
      'articles/draft.md': dated({ date: '2026-02-01', id: 'k7q6m', draft: true, expires: '2026-02-02' }),
      'articles/slip.md': dated({ date: '2062-02-01', id: 'k7q7m' }),
      'articles/out.md': dated({ date: '2025-12-20T09:00Z', id: 'k7q8m' }),
      'articles/back.md': dated({
        date: '2025-12-21',
        id: 'k7q9m',
        expires: '2026-02-02',
        withdrawn: { date: '2025-12-22', reason: 'خطأ' },
      }),
    };
    const agendaAt = async (now: number) =>
      (await openWith(files, { now })).agenda.map(({ at, kind, file }) => [at, kind, file].join(' '));
    expect(await agendaAt(Date.UTC(2026, 0, 1))).toEqual([
      '2026-01-03T09:00:00.000Z comments-close articles/out.md',
      '2026-02-01T06:00:00.000Z appears articles/soon.md',
      '2026-03-01T00:00:00.000Z appears articles/late.md',
      '2026-03-02T00:00:00.000Z expires articles/late.md',
    ]);
    expect(await agendaAt(Date.UTC(2026, 2, 1))).toEqual(['2026-03-02T00:00:00.000Z expires articles/late.md']);
  });
});

describe('a problem of an article', () => {
  it.each<[lines: string[], problem: object]>([
    [['id: k7q3m', '---', 'نص <script>'], { line: 8, column: 4, source: 'نص <script>' }],
    [['id: k7q3m', '---', '```', '![](a.jpg)', '```', '![](b.jpg)'], { line: 11, column: 1, source: '![](b.jpg)' }],
    [['image: a.jpg', '---', 'متن'], { line: 6, column: 8, source: 'image: a.jpg' }],
    [['image: { alt: نص, src: broken.png }', '---', 'متن'], { line: 6, column: 24, source: /broken/ }],
    [['author: [huda، سامي]', '---', 'متن'], { line: 6, column: 16, source: 'author: [huda، سامي]' }],
    [['id: 7', '---', 'متن'], { line: 6, column: 5, source: 'id: 7' }],
  ])('in %j is reported with its line', async (lines, { source, ...place }: { source?: unknown }) => {
    const required = ['title: عنوان', 'author: huda', 'date: 2022-01-13', 'category: world'];
    const kept = required.filter((line) => !lines[0]?.startsWith(line.split(':')[0] ?? ''));
    const order = kept.length === required.length ? kept : ['# تعليق', ...kept];
    const { problems } = await openWith({
      ...smallestSite,
      'articles/first.md': ['---', ...order, ...lines].join('\n'),
      'articles/broken.png': 'نص',
    });
    const expected = source instanceof RegExp ? expect.stringMatching(source) : source;
    expect(problems).toMatchObject([{ file: 'articles/first.md', ...place, source: expected }]);
  });

  it('suggests its line with all problems of the line corrected', async () => {
    const article = '---\ntitle: عنوان\nauthor: [hudaa، hude]\ndate: 2022-01-13\ncategory: world\nid: k7q3m\n---\n';
    const { problems } = await openWith({ ...smallestSite, 'articles/first.md': article });
    expect(problems.map(({ suggestion }) => suggestion)).toEqual(['author: [huda، huda]', 'author: [huda، huda]']);
  });
});

describe('a script in a drawing', () => {
  it.each([
    ['site.yaml', 4, 'publisher: { logo: /logo.svg }', 'logo.svg', 'public/logo.svg'],
    ['authors/huda.yaml', 2, 'image: huda.SVG', 'huda.SVG', 'content/authors/huda.SVG'],
  ])('that only %s names is reported there', async (file, line, setting, name, drawing) => {
    const named = { ...smallestSite, [file]: `${smallestSite[file]}${setting}\n` };
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="5"><script>alert(1)</script></svg>';
    await writeContent(root, { [drawing]: svg });
    const { problems } = await openWith(named);
    expect(problems).toMatchObject([{ file, line, source: setting, message: expect.stringContaining('فيه <script>') }]);
    expect(problems[0]?.message).toContain(name);
    await writeContent(root, { [drawing]: svg.replace(/<script>.*<\/script>/, '<path d="M0 0h9"/>') });
    expect((await openWith(named)).problems).toEqual([]);
  });
});

describe('the digest of an article', () => {
  it.each([
    ['typesetting: false\n', false],
    ['rules:\n  dash: false\n', false],
    ['typesetting: true\n', true],
    ['reading-speed: 200\n', true],
    ['tagline: شعار\n', true],
  ])('under %j is the same: %s', async (settings, same) => {
    const before = digestsOf(await openWith({ ...smallestSite, ...withSettings('') }));
    const after = digestsOf(await openWith(withSettings(settings)));
    expect(before).toHaveLength(1);
    expect(after[0] === before[0]).toBe(same);
  });

  it('does not depend on which of its files the disk reads first', async () => {
    const [big, small] = ['articles/big.pdf', 'articles/small.pdf'];
    const article = markdown(
      { title: 'خبر', author: 'huda', category: 'world', date: '2024-01-01', id: 'k7q3m' },
      '[كبير](big.pdf) و[صغير](small.pdf)',
    );
    const files = { ...smallestSite, 'articles/first.md': article, [small]: '%PDF-1.4', [big]: '%PDF-1.4'.repeat(5e5) };
    await openWith(files);
    // Now both files are known. Without a cache, the small one is read before the big one.
    const known = digestsOf(await openWith(withSettings('typesetting: false\n')));
    const fresh = digestsOf(await openWith({}, { cache: 'other-cache' }));
    expect(known).toEqual(fresh);
  });
});

describe('a process that stays open', () => {
  it('opens after each change the library that another process would open', async () => {
    const matter = { author: 'huda', date: '2025-01-13', category: 'world' };
    const article = (title: string, id: string) => markdown({ title, id, ...matter }, `متن ${title}.`);
    const steps: [Files, removed?: string][] = [
      [{ ...smallestSite, 'articles/a.md': article('أول', 'a2b3c'), 'articles/b.md': article('ثانٍ', 'b2c3d') }],
      [{ 'articles/a.md': article('أول صُحّح', 'a2b3c') }],
      [{ 'articles/c.md': article('ثالث', 'c2d3f') }, 'articles/b.md'],
      [{ 'articles/a.md': '---\ntitle: "أول\n---\nمتن.' }],
      [{ 'articles/a.md': article('أول صُحّح', 'a2b3c') }],
      [withSettings('typesetting: false\n')],
    ];
    for (const [index, [files, removed]] of steps.entries()) {
      if (removed) await rm(path.join(root, 'content', removed));
      const { articles, problems } = await openWith(files, { staysOpen: true });
      const fresh = await openWith({}, { cache: `cache-${index}` });
      expect(articles).toEqual(fresh.articles);
      expect(problems).toEqual(fresh.problems);
    }
  });
});

describe('an id that is derived', () => {
  /** Two paths from which the same id is derived. */
  const [newer, older] = ['articles/629.md', 'articles/2528.md'];
  const published = (date: string) => markdown({ title: 'خبر', author: 'huda', category: 'world', date }, 'متن.');

  it('is remembered when a setting of all bodies changes', async () => {
    const { derivedIds } = await openWith({ ...smallestSite, [newer]: published('2024-01-01') });
    expect(derivedIds).toContainEqual({ file: newer, id: 'thay5' });
    const { problems } = await openWith({
      ...withSettings('typesetting: false\n'),
      [older]: published('2023-01-01'),
    });
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'articles/629.md: نُشر هذا المقال بالمعرّف «thay5» المشتق من مساره، ومقال يشاركه فيه أضيف أو حُذف فتغيّر ما يُشتق له. ثبّته في هذا الملف.',
    ]);
  });
});
