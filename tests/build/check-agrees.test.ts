import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatProblems, type Problem } from '../../src/schema/problem.ts';
import { buildSite } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { openForCheck } from '../support/run-check.ts';
import type { Files } from '../support/write-content.ts';

const matter = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world' };
const article = (body: string, fields: Record<string, unknown> = {}) => markdown({ ...matter, ...fields }, body);

const targets: Files = {
  ...smallestSite,
  'articles/target.md': article('## ماذا تغيّر؟\n\nنص.[^١]\n\n## Windows 11\n\n[^١]: حاشية.', {
    id: 'k7q3m',
    tags: ['مدن', 'C++'],
    aliases: ['/old-one/', '/2019/old.html'],
  }),
  'articles/draft.md': article('نص', { id: 'k7q9m', draft: true }),
  'articles/late.md': article('نص', { id: 'k7q8m', date: `${new Date().getFullYear() + 1}-06-01` }),
  'pages/about.md': markdown({ title: 'من نحن' }, '## فريقنا\n\nنص.'),
  'articles/photo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
};

/** Runs the check on files; returns its problems, and whether it says that the site can be built. */
async function check(files: Files): Promise<{ exitCode: number; problems: Problem[] }> {
  const { run } = await openForCheck(files);
  const { exitCode, output } = await run('--format', 'json');
  return { exitCode, problems: JSON.parse(output).problems };
}

const paths = [
  '/',
  '/k7q3m/',
  '/k7q9m/',
  '/k7q8m/',
  '/zz9zz/',
  '/about/',
  '/pages/about.md',
  '/c/world/',
  '/a/huda/',
  '/t/مدن/',
  '/t/c/',
  '/2022/01/',
  '/old-one/',
  '/2019/old.html',
  '/search/',
  '/feeds/',
  '/archive/',
  '/rss.xml',
  '/feed.css',
  '/sitemap.xml',
  '/robots.txt',
  '/404.html',
  '/favicon.svg',
  '/_redirects',
];
const fragments = [
  '',
  '#',
  '#content',
  '#ماذا-تغير',
  '#ماذا-تغيّر',
  '#windows-11',
  '#section-windows-11',
  '#fn-1',
  '#query',
  '#comments',
  '#x',
];
const forms: ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replace(/\/$/, ''),
  (path) => `${path}index.html`,
  (path) => encodeURI(path),
  (path) => path.toUpperCase(),
  (path) => `..${path}`,
  (path) => `https://sada.example${path}`,
  (path) => `//sada.example${path}`,
  (path) => `${path}?a=b`,
  () => '',
];
const places: ((url: string) => Files[string])[] = [
  (url) => article(`[نص](<${url}>)`),
  (url) => article(`<a href="${url}">نص</a>`),
  (url) => article(`[نص][أ]\n\n[أ]: <${url}>`),
  (url) => article(`نص[^١]\n\n[^١]: [نص](<${url}>)`),
  (url) => article(`[^١]: [نص](<${url}>)\n\n<!-- <a href="${url}"> --> \`[نص](${url})\`\n\n[أ]: <${url}>`),
  (url) => article(`<video src="${url}"></video>`),
  (url) => article('نص', { source: { name: 'صدى', url: new URL(url, 'https://sada.example/').href } }),
  (url) => article(`[نص](<${url}>)`, { draft: true }),
];

const linked = fc
  .tuple(
    fc.constantFrom(...paths),
    fc.constantFrom(...forms),
    fc.constantFrom(...fragments),
    fc.constantFrom(...places),
  )
  .map(([path, form, fragment, place]) => place(form(path) + fragment));

describe.each([
  ['short', 'comments: { provider: none }'],
  ['readable', 'comments: { provider: form, endpoint: "https://sada.example/comments" }'],
])('links of every form, in every place, with %s permalinks', (permalink, comments) => {
  const generated = fc.sample(linked, { numRuns: 400, seed: 18 });
  const settings = `${smallestSite['site.yaml']}permalink: ${permalink}\n${comments}\n`;
  const written: Files = Object.fromEntries(generated.map((text, index) => [`articles/n${index}.md`, text]));
  const base = { ...targets, 'site.yaml': settings };
  let problems: Problem[];
  let broken: ReadonlySet<string>;
  beforeAll(async () => {
    problems = (await check({ ...base, ...written })).problems;
    broken = new Set(problems.map(({ file }) => file));
  });

  it('are partly sound and partly broken', () => {
    expect(broken.size).toBeGreaterThan(100);
    expect(broken.size).toBeLessThan(300);
  });

  it('are all built if the check accepts them', async () => {
    const sound = Object.fromEntries(Object.entries(written).filter(([file]) => !broken.has(file)));
    const { exitCode, output } = await buildSite({ ...base, ...sound });
    expect([exitCode, output]).toEqual([0, expect.stringContaining('بُني الموقع')]);
  });

  it('are refused by the build if the check refuses them, in the same words', async () => {
    const { exitCode, output } = await buildSite({ ...base, ...written });
    expect(exitCode).toBe(1);
    expect(output).toContain(formatProblems(problems));
  });
});

describe('faults of every kind', () => {
  const png = sharp({
    create: {
      width: 90,
      height: 90,
      channels: 3,
      background: 'red',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  }).png();
  const faults: [name: string, files: Files][] = [];
  beforeAll(async () => {
    const whole = await png.toBuffer();
    faults.push(
      [
        'a cut-off picture',
        { 'articles/x1.md': article('![برج](x1.png)'), 'articles/x1.png': whole.subarray(0, 2000) },
      ],
      [
        'a cut-off lead',
        { 'articles/x2.md': article('نص', { image: 'x2.png' }), 'articles/x2.png': whole.subarray(0, 2000) },
      ],
      ['a missing picture', { 'articles/x3.md': article('![برج](x3.png)') }],
      ['an embedded picture', { 'articles/x4.md': article('![برج][أ]\n\n[أ]: <data:image/png;base64,AAAA>') }],
      ['missing media', { 'articles/x5.md': article('<audio src="x5.mp3"></audio>') }],
      ['missing subtitles', { 'articles/x6.md': article('<video src="/favicon.svg"><track src="x.vtt"></video>') }],
      ['a video of MDX', { 'articles/x7.mdx': article('<Video url="/x7.mp4" title="نص" />') }],
      ['a link of MDX', { 'articles/x8.mdx': article('<FactBox title="نص">\n\n[نص](/x8/)\n\n</FactBox>') }],
      ['a component without a title', { 'articles/x16.mdx': article('<FactBox>\n\nنص\n\n</FactBox>') }],
      ['a page', { 'pages/x9.md': markdown({ title: 'نص' }, '[نص](/x9)') }],
      ['an author', { 'authors/x10.yaml': 'name: عمر\nlinks: [{ title: نص, url: /x10 }]\n' }],
      ['terms', { 'comment-terms.md': '[نص](/x11/)' }],
      ['an app', { 'articles/x12.md': article('[نص](tg://resolve?domain=x)') }],
      ['an unknown author', { 'articles/x13.md': article('نص', { author: 'x13' }) }],
      [
        'a drawing too narrow for a card',
        {
          'articles/x14.md': article('نص', { image: 'x14.svg' }),
          'articles/x14.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="900"/>',
        },
      ],
      ['a menu', { 'site.yaml': `${smallestSite['site.yaml']}navigation: [{ title: نص, url: /x15/ }]\n` }],
    );
  });

  it('are told by the check, each with its file and line, and in the same words by the build', async () => {
    const files = Object.assign({}, targets, ...faults.map(([, written]) => written));
    const { problems } = await check(files);
    const told = new Set(problems.map(({ file }) => file));
    const silent = faults.filter(([, written]) => !Object.keys(written).some((file) => told.has(file)));
    expect(silent.map(([name]) => name)).toEqual([]);
    expect(problems).toHaveLength(faults.length);
    const { exitCode, output } = await buildSite(files);
    expect(exitCode).toBe(1);
    expect(output).toContain(formatProblems(problems));
  });
});
