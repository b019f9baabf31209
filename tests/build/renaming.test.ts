import { beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../support/build-site.ts';
import { createKeptSite, type Difference, type KeptSite, readDigests } from '../support/kept-site.ts';
import { markdown } from '../support/newsroom.ts';
import type { Files } from '../support/write-content.ts';

/** Enough articles for a numbered page of their lists. */
const numbers = Array.from({ length: 40 }, (_, index) => index + 10);
const articles = Object.fromEntries(
  numbers.map((number) => [
    `articles/${number}.md`,
    markdown(
      {
        title: `تقرير ${number}`,
        author: 'huda',
        date: `2022-01-13T00:${number}:00Z`,
        category: 'money',
        id: `k7q${number}`,
        tags: [number % 2 === 0 ? 'ذكاء اصطناعي' : 'الذكاء الاصطناعي'],
        ...(number >= 20 && number < 45 && { series: 'machines' }),
        ...(number === 10 && { aliases: ['/2019/first/'] }),
      },
      number === 11 ? 'في [قسم المال](/c/money/) و[صفحتنا](/us/) كل شيء.' : 'متن.',
    ),
  ]),
);
const settings = [
  'title: صدى',
  'description: أخبار البلدة وأهلها',
  'url: https://sada.example',
  'host: nginx',
  'share-cards: none',
  'feeds: { atom-and-json: all }',
  '',
];
const before: Files = {
  'site.yaml': settings.join('\n'),
  'authors/huda.yaml': 'name: هدى السالم\n',
  'categories/money.yaml': 'name: المال\n',
  'pages/us.md': markdown({ title: 'من نحن' }, 'صحيفة محلية.'),
  'series/machines.yaml': 'title: آلات تتعلم\n',
  ...articles,
};
/** What is renamed; the articles stay as they are. */
const renaming: Record<string, string | null> = {
  'authors/huda.yaml': null,
  'authors/huda-salem.yaml': 'name: هدى السالم\naliases: huda\n',
  'categories/money.yaml': null,
  'categories/economy.yaml': 'name: الاقتصاد\naliases: [money, /category/economics/, /category/economics/feed/]\n',
  'pages/us.md': null,
  'pages/about.md': markdown({ title: 'من نحن', aliases: ['us', '/info/us.html'] }, 'صحيفة محلية.'),
  'series/machines.yaml': null,
  'series/ai.yaml': 'title: آلات تتعلم\naliases: [machines, /files/7/]\n',
  'tags.yaml':
    '- tag: الذكاء الاصطناعي\n  also: [ذكاء اصطناعي, AI]\n  description: آلات تتعلم.\n  aliases: [/tag/ai/, /tag/ai/feed/]\n',
};

describe('a newsroom whose section, author, page, series and tag were renamed', () => {
  let site: KeptSite;
  let built: BuildResult & { differences: Difference[] };
  beforeAll(async () => {
    site = await createKeptSite(before);
    const first = await site.build();
    expect([first.output, first.exitCode]).toEqual([expect.any(String), 0]);
    await site.write(renaming);
    built = await site.buildAndCompare();
  });

  it('builds, though articles have the former names, and says once how to change them', () => {
    expect([built.output, built.exitCode]).toEqual([expect.any(String), 0]);
    expect(built.output).toContain(
      '40 مقالًا فيها الاسم القديم لملف القسم «money»، واسمه اليوم «economy». غيّر ما في المقالات بالأمر: npm run rename -- category money economy',
    );
    expect(built.output.split('npm run rename').length - 1).toBe(3);
  });

  it('is the same as a build from scratch', () => {
    expect(built.differences).toEqual([]);
  });

  it.each([
    ['c/money/index.html', '/c/economy/', 'الاقتصاد'],
    ['c/money/1/index.html', '/c/economy/1/', 'الاقتصاد'],
    ['category/economics/index.html', '/c/economy/', 'الاقتصاد'],
    ['a/huda/index.html', '/a/huda-salem/', 'هدى السالم'],
    ['a/huda/1/index.html', '/a/huda-salem/1/', 'هدى السالم'],
    ['us/index.html', '/about/', 'من نحن'],
    ['info/us.html/index.html', '/about/', 'من نحن'],
    ['s/machines/index.html', '/s/ai/', 'آلات تتعلم'],
    ['s/machines/2/index.html', '/s/ai/2/', 'آلات تتعلم'],
    ['files/7/index.html', '/s/ai/', 'آلات تتعلم'],
    ['t/ذكاء-اصطناعي/index.html', '/t/الذكاء-الاصطناعي/', 'الذكاء الاصطناعي'],
    ['t/ai/1/index.html', '/t/الذكاء-الاصطناعي/1/', 'الذكاء الاصطناعي'],
    ['tag/ai/index.html', '/t/الذكاء-الاصطناعي/', 'الذكاء الاصطناعي'],
  ])('has a stub at %s that leads to %s', (file, path, title) => {
    const stub = site.read(file);
    expect(stub).toContain(`<meta http-equiv="refresh" content="0; url=${encodeURI(path)}">`);
    expect(stub).toContain(`<link rel="canonical" href="https://sada.example${encodeURI(path)}">`);
    expect(stub).toContain(`انتقلت هذه الصفحة إلى عنوان آخر: ${title}`);
  });

  it.each([
    ['c/money', 'c/economy'],
    ['a/huda', 'a/huda-salem'],
    ['s/machines', 's/ai'],
    ['t/ذكاء-اصطناعي', 't/الذكاء-الاصطناعي'],
    ['t/ai', 't/الذكاء-الاصطناعي'],
  ])('has the feeds at both addresses: %s and %s', (from, to) => {
    for (const name of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect(site.read(`${from}/${name}`), name).toBe(site.read(`${to}/${name}`));
    }
    expect(site.read(`${from}/rss.xml`)).toContain(`<atom:link href="https://sada.example/${encodeURI(to)}/rss.xml"`);
  });

  it('has a feed where an earlier system had it', () => {
    expect(site.read('category/economics/feed/index.html')).toBe(site.read('c/economy/rss.xml'));
    expect(site.read('tag/ai/feed/index.html')).toBe(site.read('t/الذكاء-الاصطناعي/rss.xml'));
  });

  it('gives its host the rules of names first, then those of articles, then those of numbered pages', () => {
    const rules = site.read('_host/nginx-redirects.conf');
    const order = ['"/c/money/" ', '"/c/money/rss.xml" ', '"/2019/first/" ', '"/c/money/1/" '].map((from) =>
      rules.indexOf(from),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(rules).toContain('"/category/economics/feed/" "/c/economy/rss.xml";');
  });

  it('shows readers one name for a tag, with its description', () => {
    const page = site.read('k7q10/index.html');
    expect(page).toContain('href="/t/الذكاء-الاصطناعي/"');
    expect(page).not.toContain('>ذكاء اصطناعي<');
    expect(site.read('t/الذكاء-الاصطناعي/index.html')).toContain('آلات تتعلم.');
    expect(site.read('c/economy/rss.xml')).not.toContain('<category>ذكاء اصطناعي</category>');
  });

  it('lists no old address in sitemaps, in the list of feeds or in OPML', () => {
    for (const file of site.files().filter((name) => /^(?:sitemap.*\.xml|opml\.xml|feeds\/index\.html)$/.test(name))) {
      expect(site.read(file), file).not.toMatch(/money|\/a\/huda[/"<]|\/us[/"<]|economics|machines|\/t\/ai/);
    }
  });

  it('renders nothing anew when another old address is added, except what shows it', async () => {
    const digests = readDigests(site.directories.outputDirectory);
    await site.write({ 'categories/economy.yaml': `${renaming['categories/economy.yaml']?.replace(']', ', cash]')}` });
    const again = await site.build();
    expect([again.output, again.exitCode]).toEqual([expect.any(String), 0]);
    const after = readDigests(site.directories.outputDirectory);
    const changed = [...after].filter(([file, digest]) => digests.get(file) !== digest).map(([file]) => file);
    const added = ['1/index.html', 'atom.xml', 'feed.json', 'index.html', 'rss.xml'].map((name) => `c/cash/${name}`);
    expect(changed.sort()).toEqual(['_host/nginx-redirects.conf', ...added]);
    expect(site.changedFiles().length).toBe(added.length + 1);
  });
});
