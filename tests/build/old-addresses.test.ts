import { beforeAll, describe, expect, it, test } from 'vitest';
import { countNoun } from '../../src/lib/arabic/plural.ts';
import { inGenitive } from '../../src/strings/nouns.ts';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const aliasesOf = (year: number) => Array.from({ length: 500 }, (_, index) => `/${year}/خبر-${index}/`);

/** A site with an article for each year, which has five hundred old addresses. */
const hosted = (host: string, years: readonly number[]) => ({
  ...smallestSite,
  'site.yaml': `${smallestSite['site.yaml']}host: ${host}\n`,
  ...Object.fromEntries(
    years.map((year) => [
      `articles/${year}.md`,
      markdown(
        {
          title: `خلاصة عام ${year}`,
          author: 'huda',
          date: `${year}-12-31`,
          category: 'world',
          id: `y${year}`,
          summary: 'ملخص قصير.',
          aliases: aliasesOf(year),
        },
        'متن المقال.',
      ),
    ]),
  ),
});

describe('2,500 aliases on a host that allows 2,000 rules', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(hosted('cloudflare', [2015, 2016, 2017, 2018, 2019]));
  });

  it('get 2,000 rules, those of the newest articles', () => {
    expect([site.output, site.exitCode]).toEqual([expect.any(String), 0]);
    const rules = site.read('_redirects').trimEnd().split('\n');
    expect(rules).toEqual(
      [2019, 2018, 2017, 2016].flatMap((year) => aliasesOf(year).map((alias) => `${encodeURI(alias)} /y${year}/ 301`)),
    );
  });

  it.each([2019, 2015])('all have a stub that redirects, with or without a rule: %i', (year) => {
    for (const alias of aliasesOf(year)) expect(site.exists(`${alias.slice(1)}index.html`), alias).toBe(true);
    const stub = site.read(`${year}/خبر-499/index.html`);
    expect(stub).toContain('lang="ar" dir="rtl"');
    expect(stub).toContain(`<meta http-equiv="refresh" content="0; url=/y${year}/">`);
    expect(stub).toContain(`<link rel="canonical" href="https://sada.example/y${year}/">`);
    expect(stub).toContain(`<meta property="og:title" content="خلاصة عام ${year}">`);
    expect(stub).toContain(`انتقل هذا المقال إلى عنوان آخر: خلاصة عام ${year}`);
    expect(stub).not.toContain('noindex');
  });
});

test('a site with more files than its host allows is refused, with advice for the owner', async () => {
  const site = await buildSite(hosted('{ name: cloudflare, files: 500 }', [2019]));
  expect(site.exitCode).toBe(1);
  expect(site.exists('index.html')).toBe(false);
  const files = (await buildSite(hosted('cloudflare', [2019]))).files();
  const count = (fits: RegExp) => files.filter((file) => fits.test(file)).length;
  const pages = count(/\.html$/) - 500;
  const cards = count(/^_cards\//);
  const search = count(/^pagefind\//);
  expect(site.output).toContain(
    [
      `في الموقع ${countNoun(files.length, inGenitive.files, 'latn')}، ولا يقبل cloudflare أكثر من 500 ملف.`,
      `    الصفحات: ${pages}`,
      '    صفحات تنقل القارئ من عنوان قديم أو من رابط مختصر: 500',
      `    بطاقات المشاركة: ${cards}`,
      `    فهرس البحث: ${search}`,
      `    ما سوى ذلك: ${files.length - pages - 500 - cards - search}`,
      'إن كانت خطتك تقبل أكثر من ذلك فاكتب في site.yaml ما تقبله، مثل: host: { name: cloudflare, files: 100000 }',
      'ولتقلّ بطاقات المشاركة اكتب في site.yaml: share-cards: sections',
      'وإلا فاختر مضيفًا لا يحدّ عدد الملفات، مثل netlify أو خادم عندك.',
      '',
      'لم يُبنَ الموقع.',
    ].join('\n'),
  );
});

test('aliases that redirect in a circle fail the build, which names both files', async () => {
  const looped = (id: string, alias: string) =>
    markdown({ title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'world', id, aliases: [alias] }, 'متن.');
  const site = await buildSite({
    ...smallestSite,
    'articles/a.md': looped('k7q3m', '/m4t9x/'),
    'articles/b.md': looped('m4t9x', '/k7q3m/'),
  });
  expect(site.exitCode).toBe(1);
  expect(site.output).toContain(
    'articles/a.md:8: العنوان القديم /m4t9x/ هو عنوان articles/b.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: articles/b.md، articles/a.md. احذفه من «aliases».',
  );
  expect(site.exists('index.html')).toBe(false);
});
