import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/library/library.ts';
import { composeAlerts } from '../../../src/model/breaking.ts';
import { expiredLinksIn } from '../../../src/model/expired-links.ts';
import { messages } from '../../../src/schema/messages.ts';
import type { Problem } from '../../../src/schema/problem.ts';
import {
  describeExpiredLinks,
  describeUpcomingLinks,
  findBrokenLinksOfUnpublished,
} from '../../../src/site-build/content-links.ts';
import { findProblems } from '../../../src/site-build/content-problems.ts';
import { describeStagedLinks, readPublicFiles } from '../../../src/site-build/public-pages.ts';
import { markdown, smallestSite } from '../../support/newsroom.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'content-links-'));
});

afterEach(() => rm(root, { recursive: true }));

async function open(files: Files, published: Files = {}) {
  await writeContent(path.join(root, 'content'), files);
  await writeContent(path.join(root, 'public'), published);
  return {
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  };
}

/** Returns «file:line:column message → corrected line» of every problem. */
async function problems(files: Files, published: Files = {}): Promise<string[]> {
  const options = await open(files, published);
  return (await findProblems(await openLibrary(options), options)).map(
    ({ file, line, column, message, suggestion = '' }) => `${file}:${line}:${column} ${message} → ${suggestion}`,
  );
}

const matter = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world' };
const article = (id: string, body: string, fields: Record<string, unknown> = {}) =>
  markdown({ ...matter, id, ...fields }, body);

const base: Files = {
  ...smallestSite,
  'articles/first.md': article('k7q3m', '## ماذا تغيّر؟\n\nنص.\n\n## Windows 11', {
    tags: ['مدن', 'C++'],
    aliases: ['/old', '/old.html'],
  }),
  'pages/about.md': markdown({ title: 'من نحن' }, 'نص.'),
};
const published: Files = {
  'form/index.html': '<h2 id="start">x</h2><a href="#start">x</a>',
  'files/report.pdf': '%PDF-1.4',
};
/** The article that is written has seven lines before its body. */
const writing = (body: string, name = 'articles/a.md') => ({ ...base, [name]: article('k7q4m', body) });

const nothing = (url: string) => `الرابط «${url}» لا يؤدي إلى شيء في الموقع. راجع عنوانه.`;
const nearest = (url: string, meant: string) => `الرابط «${url}» لا يؤدي إلى شيء في الموقع. لعلك تقصد «${meant}».`;
const anchor = (fragment: string, meant: string) =>
  `لا موضع باسم «#${fragment}» في الصفحة التي يؤدي إليها الرابط. لعلك تقصد «#${meant}».`;

describe('a link of a body', () => {
  it.each([
    '/k7q3m/',
    '/k7q3m/index.html',
    '/k7q3m/#ماذا-تغير',
    '/k7q3m/#content',
    '/k7q3m/?from=x',
    '/k7q4m/#نص',
    '#content',
    '#top',
    '#',
    '/k7q3m/#Top',
    'http://sada.example/k7q3m/',
    '../k7q3m/',
    '/old',
    '/old.html',
    '/about/',
    '/t/مدن/',
    '/t/%D9%85%D8%AF%D9%86/',
    '/search/#query',
    '/feeds/#feeds-site',
    '/feeds/#content',
    '/form/',
    '/form/index.html',
    '/form/#start',
    '/files/report.pdf',
    '/files/report.pdf#page=3',
    '/rss.xml#x',
    '//sada.example/k7q3m/',
    'https://SADA.example/k7q3m/',
    'https://other.example/x',
  ])('is accepted: %s', async (url) => {
    expect(await problems(writing(`## نص\n\n[نص](${url})`), published)).toEqual([]);
  });

  it.each([
    ['/zzzzzzzzzzzz/', nothing('/zzzzzzzzzzzz/'), ''],
    ['/about', nearest('/about', '/about/'), '/about/'],
    ['/About.html#x', nearest('/About.html#x', '/about/#x'), '/about/#x'],
    ['about/', nearest('about/', '/about/'), '/about/'],
    ['/K7Q3M/', nearest('/K7Q3M/', '/k7q3m/'), '/k7q3m/'],
    ['/t/مُدن', nearest('/t/مُدن', '/t/مدن/'), '/t/مدن/'],
    ['/t/%D9%85%D8%AF%D9%86', nearest('/t/مدن', '/t/مدن/'), '/t/مدن/'],
    ['http://sada.example/about', nearest('http://sada.example/about', '/about/'), '/about/'],
    ['/t/C++/', nearest('/t/C++/', '/t/c-plus-plus/'), '/t/c-plus-plus/'],
    ['first.md', nearest('first.md', '/k7q3m/'), '/k7q3m/'],
    ['../pages/about.md', nearest('../pages/about.md', '/about/'), '/about/'],
    ['/c/wrld/', nearest('/c/wrld/', '/c/world/'), '/c/world/'],
    ['https://sada.example/about', nearest('https://sada.example/about', '/about/'), '/about/'],
    ['a.example/x?y=1', nearest('a.example/x?y=1', 'https://a.example/x?y=1'), 'https://a.example/x?y=1'],
    ['info@a.example', nearest('info@a.example', 'mailto:info@a.example'), 'mailto:info@a.example'],
    ['#نصص', anchor('نصص', 'نص'), '#نص'],
    ['/k7q3m/#windows-11', anchor('windows-11', 'section-windows-11'), '/k7q3m/#section-windows-11'],
    ['/k7q3m/#ماذا', anchor('ماذا', 'ماذا-تغير'), '/k7q3m/#ماذا-تغير'],
    ['/form/#strt', anchor('strt', 'start'), '/form/#start'],
    ['/c/world/#conten', anchor('conten', 'content'), '/c/world/#content'],
  ])('is refused at its line, with the corrected one: %s', async (url, message, meant) => {
    const corrected = meant === '' ? '' : `هنا [رابط](${meant}).`;
    expect(await problems(writing(`## نص\n\nهنا [رابط](${url}).`), published)).toEqual([
      `articles/a.md:11:5 ${message} → ${corrected}`,
    ]);
  });

  it.each([
    ['by reference', '[أ][م] و[ب][م]\n\n[م]: /about "عنوان"', '11:1', '[م]: /about/ "عنوان"'],
    ['in HTML', '<p>نص\n<a href="/about">نص</a></p>', '10:1', '<a href="/about/">نص</a></p>'],
    ['beside a longer one', '[أ](/about-us/) [ب](/about)', '9:17', '[أ](/about-us/) [ب](/about/)'],
  ])('is told once, with the line that has it: %s', async (_, body, place, corrected) => {
    const told = await problems({ ...writing(body), 'pages/about-us.md': markdown({ title: 'فريقنا' }, 'نص.') });
    expect(told).toEqual([`articles/a.md:${place} ${nearest('/about', '/about/')} → ${corrected}`]);
  });

  it('may lead to the comments of an article that has them', async () => {
    const files = writing('[نص](/k7q3m/#comments)');
    expect(await problems(files)).toHaveLength(1);
    const settings = `${smallestSite['site.yaml']}comments: { provider: form, endpoint: "https://sada.example/post" }\n`;
    expect(await problems({ ...files, 'site.yaml': settings })).toEqual([]);
  });

  it('may lead to a comment of the archive', async () => {
    const comment = { id: '7', author: 'رامي', time: '2022-02-01T00:00:00Z', text: 'نعم' };
    const files = { ...writing('[نص](/k7q3m/#comment-7)'), '.comments/k7q3m.jsonl': `${JSON.stringify(comment)}\n` };
    expect(await problems(files)).toEqual([]);
  });

  it('is not judged before the file that it leads to is mended', async () => {
    const body = '[نص](/k7q5m/) [نص](/k7q5m/#س) [نص](/a/salma/) [نص](/t/نهر/) [نص](/k7q6m/#س) [نص](/gone/)';
    const told = await problems({
      ...writing(body),
      'articles/b.md': article('k7q5m', 'نص', { date: '2022-13-01', tags: ['نهر'] }),
      'articles/c.mdx': article('k7q6m', '<b>'),
      'authors/salma.yaml': 'nam: سلمى\n',
    });
    expect(told.filter((problem) => problem.startsWith('articles/a.md'))).toEqual([
      `articles/a.md:9:77 ${nothing('/gone/')} → `,
    ]);
  });

  it.each<[string, Files, string]>([
    [
      'in a body with another problem',
      writing('## مدخل\n\n[نص](#مدخلل) ![جسر](none.jpg)'),
      `articles/a.md:11:1 ${anchor('مدخلل', 'مدخل')} → [نص](#مدخل) ![جسر](none.jpg)`,
    ],
    [
      'to a body with another problem',
      { ...writing('[نص](/k7q5m/#مدخلل)'), 'articles/b.md': article('k7q5m', '## مدخل\n\n![جسر](none.jpg)') },
      `articles/a.md:9:1 ${anchor('مدخلل', 'مدخل')} → [نص](/k7q5m/#مدخل)`,
    ],
    [
      'of an author with another problem',
      { 'authors/omar.yaml': 'name: عمر\nemail: omar\nlinks:\n  - title: صفحة\n    url: /members/omar-hassan/\n' },
      `authors/omar.yaml:5:10 ${nothing('/members/omar-hassan/')} → `,
    ],
  ])('is told in the same run: %s', async (_, files, told) => {
    const found = await problems({ ...base, ...files });
    expect(found).toHaveLength(2);
    expect(found).toContain(told);
  });

  it('is told in letters, and cut if nobody can read it', async () => {
    const [letters = ''] = await problems(writing(`[نص](/${encodeURIComponent('غائب')}%0A/)`));
    expect(letters).toContain(nothing('/غائب%0A/'));
    const [long = ''] = await problems(writing(`[نص](/${'غ'.repeat(2000)}/)`));
    expect(long.length).toBeLessThan(500);
  });
});

describe('a link outside of bodies', () => {
  it.each<[string, Files, string[]]>([
    [
      'of menus and policies, once, even beside one that is invalid',
      {
        'site.yaml': `${smallestSite['site.yaml']}navigation:
  - { title: ملف, url: /special-file/ }
  - { title: خطأ }
footer: { links: [{ title: من نحن, url: "/about" }] }
follow: { links: [{ title: قناتنا, url: "/abot/" }] }
publisher: { policies: { ethics: /ethics-code/, corrections: /about/#content } }
`,
      },
      [
        `site.yaml:5:24 ${nothing('/special-file/')} → `,
        'site.yaml:6:5 ينقص المفتاح «url» داخل «navigation»، ولا بدّ منه. → ',
        `site.yaml:7:41 ${nearest('/about', '/about/')} → footer: { links: [{ title: من نحن, url: "/about/" }] }`,
        `site.yaml:8:41 ${nearest('/abot/', '/about/')} → follow: { links: [{ title: قناتنا, url: "/about/" }] }`,
        `site.yaml:9:34 ${nothing('/ethics-code/')} → `,
      ],
    ],
    [
      'of an author',
      { 'authors/omar.yml': 'name: عمر\nlinks:\n  - title: صفحة\n    url: /members/omar-hassan/\n' },
      [`authors/omar.yml:4:10 ${nothing('/members/omar-hassan/')} → `],
    ],
    [
      'of a source that is the site itself',
      { 'articles/a.md': article('k7q4m', 'نص', { source: { name: 'صدى', url: 'https://sada.example/gone-away/' } }) },
      [`articles/a.md:9:8 ${nothing('https://sada.example/gone-away/')} → `],
    ],
    [
      'of a standalone page',
      { 'pages/team.md': markdown({ title: 'فريقنا' }, '[نص](/about)') },
      [`pages/team.md:5:1 ${nearest('/about', '/about/')} → [نص](/about/)`],
    ],
    [
      'of the terms of commenting',
      { 'comment-terms.md': 'اقرأ\n\n[نص](/about)\n' },
      [`comment-terms.md:3:1 ${nearest('/about', '/about/')} → [نص](/about/)`],
    ],
  ])('is refused at its line: %s', async (_, files, told) => {
    expect(await problems({ ...base, ...files })).toEqual(told);
  });

  it('is refused in a page of public/ too', async () => {
    const pages = { 'form/index.html': '<p>x</p>\n<a href="/about">x</a>' };
    expect(await problems(base, pages)).toEqual([
      `public/form/index.html:2:10 ${nearest('/about', '/about/')} → <a href="/about/">x</a>`,
    ]);
  });
});

describe('a link to what went with an article', () => {
  const gone = (fields: Record<string, unknown>): Files => ({
    ...base,
    'series/river.yaml': 'title: النهر\n',
    'series/sea.yaml': 'title: البحر\n',
    'articles/other.md': article('s2s2s', 'نص.', { series: 'sea' }),
    'articles/gone.md': article('g0n3e', 'نص.', {
      date: '2021-05-03',
      tags: ['فريد'],
      series: 'river',
      live: 'closed',
      corrections: [{ date: '2021-05-04', kind: 'تصويب', text: 'كان كذا.' }],
      ...fields,
    }),
  });
  const lost = [
    '/g0n3e/rss.xml',
    '/g0n3e/live/1/',
    '/t/فريد/',
    '/s/river/',
    '/s/river/rss.xml',
    '/s/',
    '/corrections/',
    '/corrections/rss.xml',
    '/2021/05/',
  ];
  const settings = (url: string) => `${smallestSite['site.yaml']}navigation: [{ title: ق, url: ${url} }]\n`;
  const alert = (url: string) => `- { text: خبر, url: ${url}, until: 2026-02-01 }\n`;
  const linking = (url: string): Files => ({
    'articles/a.md': article('k7q4m', `هنا [رابط](${url}).`),
    'live/c0v3r/a.md': markdown({ time: '2022-03-01 10:00' }, `[رابط](${url})`),
    'articles/live.md': article('c0v3r', 'نص.', { live: 'open' }),
    'site.yaml': settings(url),
    'breaking.yaml': alert(url),
  });

  it.each([
    ...['/g0n3e/', ...lost].map((url) => ['has expired', url, { expires: '2025-01-01' }] as const),
    ...lost.map((url) => ['was withdrawn', url, { withdrawn: { date: '2025-01-01', reason: 'لم يثبت' } }] as const),
  ])('that %s is no mistake, and is told: %s', async (_, url, fields) => {
    const options = await open({ ...gone(fields), ...linking(url) });
    const library = await openLibrary(options);
    expect(await findProblems(library, options)).toEqual([]);
    const target =
      url === '/g0n3e/' ? 'articles/gone.md، وقد انتهت مدته' : 'صفحة خرجت من الموقع مع مقال انتهت مدته أو سُحب';
    const told = (place: string, effect: string) =>
      `${place}: الرابط «${url}» إلى ${target}، ${effect}. احذفه، أو اكتب مكانه رابطًا آخر.`;
    const asText = 'فيراه القارئ نصًّا بلا رابط';
    expect(await describeExpiredLinks(library, options)).toEqual([
      told('site.yaml، السطر 4', 'فيصل القارئ منه إلى صفحة «غير موجودة»'),
      told('articles/a.md، السطر 9', asText),
      told('live/c0v3r/a.md، السطر 5', asText),
      told('breaking.yaml، السطر 1', asText),
    ]);
    expect(composeAlerts(library)).toEqual([{ text: 'خبر', until: expect.any(String) as string }]);
    for (const file of ['articles/a.md', 'live/c0v3r/a.md'])
      expect(expiredLinksIn(file, library)).toEqual([encodeURI(url)]);
  });
});

describe('links of drafts', () => {
  it.each(['/k7q5m/', '/k7q5m', '/K7Q5M/', 'draft.md', '/k7q5m.html'])('are explained: %s', async (url) => {
    const files = { ...writing(`[نص](${url})`), 'articles/draft.md': article('k7q5m', 'نص', { draft: true }) };
    expect(await problems(files)).toEqual([`articles/a.md:9:1 ${messages.linkToDraft(url, 'articles/draft.md')} → `]);
  });

  it('may lead to each other, and are judged as if all were published', async () => {
    const options = await open({
      ...base,
      'articles/a.md': article('k7q4m', '[نص](/k7q5m/#مدخل) [نص](/about) [نص](/k7q5m/#مدخلل)', { draft: true }),
      'articles/b.md': article('k7q5m', '## مدخل\n\nنص', { date: '2027-01-01' }),
    });
    expect(await findProblems(await openLibrary(options), options)).toEqual([]);
    const told = await findBrokenLinksOfUnpublished(options);
    expect(told.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      `articles/a.md:10 ${nearest('/about', '/about/')}`,
      `articles/a.md:10 ${anchor('مدخلل', 'مدخل')}`,
    ]);
  });
});

describe('a link of what is still to appear', () => {
  const files: Files = {
    ...base,
    'articles/draft.md': article('d7a4t', 'نص', { draft: true }),
    'articles/soon.md': article('s000n', 'نص', { date: '2026-02-01 10:00' }),
    'articles/late.md': article('14t3e', 'نص', { date: '2026-04-01 10:00', tags: ['بعيد'] }),
    'articles/short.md': article('sh0rt', 'نص', { expires: '2026-02-15' }),
    'articles/cover.md': article('c0v3r', 'نص', { live: 'open' }),
  };
  const future = messages.linkToFuture('/14t3e/', 'articles/late.md', '1 أبريل 2026، الساعة 10:00 بتوقيت الموقع');
  const texts: Record<string, (url: string) => string> = {
    'articles/z.md': (url) => article('m4r4h', `[نص](${url})`, { date: '2026-03-01 10:00' }),
    'live/c0v3r/z.md': (url) => markdown({ time: '2026-03-01 10:00' }, `[نص](${url})`),
    'breaking.yaml': (url) => `- { text: خبر, url: ${url}, time: 2026-03-01 10:00, until: 2026-03-02 }\n`,
  };

  it.each(
    Object.keys(texts).flatMap((file) =>
      [
        ['/d7a4t/', messages.linkToDraft('/d7a4t/', 'articles/draft.md')],
        ['/14t3e/', future],
        ['/t/بعيد/', messages.linkToUnpublishedList('/t/بعيد/')],
        ['/zzzzzzzzzzzz/', nothing('/zzzzzzzzzzzz/')],
        ['/s000n/', undefined],
        ['/sh0rt/', undefined],
        ['/k7q3m/', undefined],
      ].map(([url = '', message]) => [file, url, message] as const),
    ),
  )('in %s is judged by what readers see then: %s', async (file, url, message) => {
    const options = await open({ ...files, [file]: texts[file]?.(url) ?? '' });
    const library = await openLibrary(options);
    const messagesOf = (problems: readonly Problem[]) => problems.map((problem) => problem.message);
    const expected = message === undefined ? [] : [message];
    expect(messagesOf(await findProblems(library, options))).toEqual([]);
    expect(messagesOf(await findBrokenLinksOfUnpublished(options))).toEqual(expected);
    const stops = 'إن بقي كذلك وقف البناء في 1 مارس 2026، الساعة 10:00 بتوقيت الموقع.';
    const line = file === 'articles/z.md' ? 9 : file === 'breaking.yaml' ? 1 : 5;
    expect(await describeUpcomingLinks(library, options)).toEqual(
      expected.map((told) => `${file}، السطر ${line}: ${told} ${stops}`),
    );
    const then = { ...options, now: Date.parse('2026-03-01T12:00:00Z') };
    expect(messagesOf(await findProblems(await openLibrary(then), then))).toEqual(expected);
  });
});

describe('links in entries of live coverage', () => {
  const time = '2022-01-13 10:00';
  const covered: Files = {
    ...base,
    'articles/live.md': article('k7q5m', '## خلفية', { live: 'open' }),
    'live/k7q5m/first.md': markdown({ time }, 'نص.'),
    'live/k7q5m/later.md': markdown({ time: '2026-06-01 10:00' }, 'نص.'),
  };
  const entry = (body: string) => ({ ...covered, 'live/k7q5m/second.md': markdown({ time }, body) });

  it.each([
    '[أ](#live-first) [ب](#خلفية) [ج](#content)',
    '## مدخل\n\n[أ](#مدخل) حاشية[^1].\n\n[^1]: شرح.',
    '[أ](../k7q3m/#section-windows-11)',
  ])('may lead to other entries and to their article: %j', async (body) => {
    expect(await problems(entry(body))).toEqual([]);
  });

  it.each([
    ['[أ](#live-frist)', anchor('live-frist', 'live-first')],
    ['[أ](#مدخلل)\n\n## مدخل', anchor('مدخلل', 'مدخل')],
    ['[أ](#zzz)', messages.brokenAnchor('zzz')],
    ['[أ](../zzz/)', nothing('../zzz/')],
    [
      '[أ](#live-later)',
      messages.linkToFuture('#live-later', 'live/k7q5m/later.md', '1 يونيو 2026، الساعة 10:00 بتوقيت الموقع'),
    ],
  ])('are refused at their line if they lead nowhere: %j', async (body, message) => {
    expect(await problems(entry(body))).toEqual([expect.stringContaining(`live/k7q5m/second.md:5:1 ${message} → `)]);
  });

  it('are explained in other articles while the entry is held back', async () => {
    const files = { ...covered, ...writing('[أ](/k7q5m/#live-later)') };
    expect(await problems(files)).toEqual([expect.stringContaining('إلى live/k7q5m/later.md، وهو مؤجل إلى')]);
  });
});

describe('the name of a file that is not there', () => {
  const files: Files = {
    'articles/r.pdf': '%PDF-1.4',
    'articles/my (1).pdf': '%PDF-1.4',
    'articles/docs/r.pdf': '%PDF-1.4',
    'articles/attachments.pdf/x.txt': 'نص',
    'articles/clip.mp4': 'x',
    'articles/ok.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"/>',
  };
  it.each([
    ['قرأ [كبير](R.pdf#page=2) ثم', 'قرأ [كبير](r.pdf#page=2) ثم'],
    ['![مقطع](CLIP.mp4)', '![مقطع](clip.mp4)'],
    ['![جسر](OK.svg "ت")', '![جسر](ok.svg "ت")'],
    ['[ملف](docs\\r.pdf)', '[ملف](docs/r.pdf)'],
    ['[ملف](<My (1).pdf>)', '[ملف](<my (1).pdf>)'],
    ['[ملف](My%20%281%29.pdf)', '[ملف](my%20%281%29.pdf)'],
    ['<a href="R.pdf">ملف</a>', '<a href="r.pdf">ملف</a>'],
    ['[م](attachments.pdf)', ''],
    ['[س](../../outside/package.json)', ''],
    ['[أ](R.pdf) [ب](R.pdf)', ''],
  ])('is corrected in its line: %s', async (line, meant) => {
    const told = await problems({ ...base, ...files, ...writing(`نص\n\n${line}`) });
    expect(told.length).toBeGreaterThan(0);
    for (const problem of told) expect(problem).toMatch(/^articles\/a\.md:11:/);
    expect(told.map((problem) => problem.split(' → ')[1])).toEqual(told.map(() => meant));
  });
});

describe('a link in a site below a path', () => {
  const site = 'title: صدى\ndescription: أخبار\nurl: https://host.example/news\n';
  const below = (body: string) => ({ ...writing(body), 'site.yaml': site });

  it.each([
    '/about/',
    '../about/',
    'https://host.example/news/about/',
    'https://host.example/news',
    'https://host.example/other/',
    'https://host.example/newspaper/',
  ])('is accepted from the root of the site, as a full address and to other sites: %s', async (url) => {
    expect(await problems(below(`[نص](${url})`))).toEqual([]);
  });

  it.each([
    ['/news/about/', '/about/'],
    ['/news/about', '/about/'],
    ['/news/', '/'],
    ['/news', '/'],
    ['/news/k7q3m/#ماذا-تغير', '/k7q3m/#ماذا-تغير'],
    ['../../about/', '/about/'],
  ])('is refused with the path of the site, with the link that was meant: %s', async (url, meant) => {
    expect(await problems(below(`[نص](${url})`))).toEqual([
      `articles/a.md:9:1 ${nearest(url, meant)} → [نص](${meant})`,
    ]);
  });

  it('leads to a page whose address is like the path of the site', async () => {
    const news = { ...below('[نص](/news/)'), 'pages/news.md': markdown({ title: 'الأخبار' }, 'نص.') };
    expect(await problems(news)).toEqual([]);
    const section = { ...below('[نص](/c/world/)'), 'site.yaml': site.replace('/news', '/c') };
    expect(await problems(section)).toEqual([]);
  });

  it('is told if an image is named with the path of the site', async () => {
    const published = { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' };
    const [problem] = await problems(below('![رسم](/news/a.svg)'), published);
    expect(problem).toMatch(/^articles\/a\.md:9:1 .* → !\[رسم\]\(\/a\.svg\)$/);
  });

  it.each([
    ['https://host.example', true],
    ['https://try.example', true],
    ['https://try.example/other', true],
    ['https://try.example/news', false],
  ])(
    'has the path of the published site in a page of public/, also on a staging site at %s',
    async (siteUrl, isTold) => {
      const page =
        '<a href="/news/k7q3m/">x</a><a href="../k7q3m/">x</a><a href="/other/">x</a>\n<a href="/news/abut/">x</a>';
      const files = { ...below('نص'), 'public/form/index.html': page, 'public/z/index.html': page };
      const options = { ...(await open(files)), siteUrl };
      const library = await openLibrary(options);
      expect(
        (await findProblems(library, options)).map(({ file, line, suggestion }) => [file, line, suggestion]),
      ).toEqual([
        ['public/form/index.html', 2, '<a href="/news/about/">x</a>'],
        ['public/z/index.html', 2, '<a href="/news/about/">x</a>'],
      ]);
      expect(describeStagedLinks(library, await readPublicFiles(options, library.site))).toEqual(
        isTold
          ? [
              'الرابط «/news/k7q3m/» في public/form/index.html يبدأ بمسار الموقع المنشور، فلا يؤدي إلى هذا الموقع التجريبي. اكتب الروابط في هذا المجلد نسبية، مثل ../about/، لتصلح في الموقعين.',
            ]
          : [],
      );
    },
  );

  it('is written as browsers read it in a page of public/, which is published as it is', async () => {
    const pages = {
      'form/index.html': '<a href="/news/k7q3m/">x</a><a href="/other/">x</a>\n<a href="/about/">x</a>',
    };
    expect(await problems(below('نص'), pages)).toEqual([
      `public/form/index.html:2:10 ${nearest('/about/', '/news/about/')} → <a href="/news/about/">x</a>`,
    ]);
  });
});
