import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { smallestSite } from '../support/newsroom.ts';

/** Writes an article line by line, so that the line number of each error is known. */
function article(lines: string[], body = 'متن.'): string {
  const required = ['title: عنوان', 'author: huda', 'date: 2022-01-13', 'category: world'];
  const keys = lines.map((line) => line.split(':')[0]);
  const kept = required.filter((line) => !keys.includes(line.split(':')[0] ?? ''));
  return `---\n${[...kept, ...lines].join('\n')}\n---\n\n${body}\n`;
}

const broken: Record<string, string> = {
  'articles/author.md': article(['author: hudaa']),
  'articles/category.md': article(['category: wrld']),
  'articles/duplicate-a.md': article(['id: k7q3m']),
  'articles/duplicate-b.md': article(['id: k7q3m']),
  'articles/malformed.md': article(['id: "hello"']),
  'articles/updated.md': article(['last-updated: 2022-01-12']),
  'articles/impossible.md': article(['date: 2023-02-30']),
  'articles/unknown.md': article(['sumary: خلاصة']),
  'articles/picture.md': article(['image: missing.jpg']),
  'articles/untitled.md': '---\nauthor: huda\ndate: 2022-01-13\ncategory: world\n---\n\nمتن.\n',
  'articles/script.md': article(['id: s4r7p'], 'نص.\n\n<script>alert(1)</script>'),
  'pages/k7q3m.md': '---\ntitle: صفحة\n---\n\nنص.\n',
};

/** The message of the build for each kind of error, with its line number. */
const told: [kind: string, message: RegExp][] = [
  ['an unknown author', /^articles\/author\.md:5: لا كاتب في authors باسم «hudaa»\. الموجود: huda\.$/m],
  [
    'the line of an unknown author with its column, and the nearest known author',
    /^ {4}author: hudaa\n {12}\^\n {4}author: huda$/m,
  ],
  ['an unknown category', /^articles\/category\.md:5: لا قسم في categories باسم «wrld»\. الموجود: world\.$/m],
  [
    'a duplicate id',
    /^articles\/duplicate-b\.md:6: المعرّف «k7q3m» مكتوب أيضًا في articles\/duplicate-a\.md\. لكل مقال معرّف لا يشاركه فيه غيره\.$/m,
  ],
  ['a malformed id', /^articles\/malformed\.md:6: المعرّف «hello» لا يصلح عنوانًا\. المعرّف خمسة محارف/m],
  [
    'two files for the same URL',
    /^pages\/k7q3m\.md:1: العنوان \/k7q3m\/ لهذا الملف ولـ articles\/duplicate-a\.md معًا\./m,
  ],
  [
    'an update before publication',
    /^articles\/updated\.md:6: التاريخ في «last-updated» أقدم من «date»، ولا يُحدَّث مقال قبل نشره\.$/m,
  ],
  ['an impossible date', /^articles\/impossible\.md:5: اليوم 30 لا وجود له: الشهر 2 من سنة 2023 آخره اليوم 28\.$/m],
  [
    'an unknown key and the nearest known one',
    /^articles\/unknown\.md:6: المفتاح «sumary» غير معروف\. لعلك تقصد «summary»\.$/m,
  ],
  ['the corrected line', /^ {4}sumary: خلاصة\n {4}\^\n {4}summary: خلاصة$/m],
  ['a missing image', /^articles\/picture\.md:6: لا ملف للصورة «missing\.jpg»\./m],
  [
    'a missing key, without a quoted line',
    /^articles\/untitled\.md:1: ينقص المفتاح «title»، ولا بدّ منه\. اكتب له سطرًا\.$\n^\n/m,
  ],
  ['a script in an article', /^articles\/script\.md:11: .*script.*\n {4}<script>alert\(1\)<\/script>\n {4}\^$/m],
];

describe('a content directory with one broken file of each kind', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ ...smallestSite, ...broken });
  });

  it('does not build', () => {
    expect(site.exitCode).toBe(1);
    expect(site.exists('index.html')).toBe(false);
  });

  it.each(told)('gets a report of %s', (_, message) => {
    expect(site.output).toMatch(message);
  });

  it('gets exactly these reports in one run, counted at the end', () => {
    const problems = site.output.match(/^[a-z-]+\/[^:\s]+:\d+: /gm) ?? [];
    expect(problems).toHaveLength(11);
    expect(site.output.trimEnd()).toMatch(/في المحتوى 11 خطأً، ولم يُبنَ الموقع\.$/);
  });

  it('gets no stack trace', () => {
    expect(site.output).not.toMatch(/^\s+at /m);
  });
});

describe('a broken link', () => {
  it('fails the build, which reports the file and the link', async () => {
    const site = await buildSite({
      ...smallestSite,
      'articles/first.md': article(['id: k7q3m'], 'اقرأ [التتمة](/not/here/).'),
    });
    expect(site.output).toContain('articles/first.md');
    expect(site.output).toContain('/not/here/');
    expect(site.exitCode).toBe(1);
  });
});
