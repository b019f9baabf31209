import { describe, expect, it } from 'vitest';
import { addAlias } from '../../../src/editorial/renaming/aliases.ts';
import { renameInFrontMatter, type WordChange } from '../../../src/editorial/renaming/front-matter-words.ts';
import { hasOldPath, type LinkHolder, renameLinks } from '../../../src/editorial/renaming/links.ts';
import { renameTagEntry } from '../../../src/editorial/renaming/tag-entries.ts';
import { tagKey } from '../../../src/lib/arabic/tag-slug.ts';

const inMatter = (...lines: string[]) => ['---', 'title: عنوان', ...lines, '---', 'متن local.'].join('\n');

describe('a name in the front matter of an article', () => {
  const rename = (word: string) => (word === 'local' ? 'city' : undefined);

  it.each<[key: WordChange['key'], before: string, after: string]>([
    ['category', 'category: local', 'category: city'],
    ['category', 'category: "local" # قسم local', 'category: "city" # قسم local'],
    ['category', "category:   'local'  ", "category:   'city'  "],
    ['category', 'category: local-news', 'category: local-news'],
    ['author', 'author: [huda, local]', 'author: [huda, city]'],
    ['author', 'author: huda، local', 'author: huda، city'],
    ['author', 'author:\n  - local # الأولى\n  - huda', 'author:\n  - city # الأولى\n  - huda'],
    ['author', 'category: local\nauthor: huda', 'category: local\nauthor: huda'],
    ['category', 'category: >-\n  local\ndraft: true', 'category: >-\n  city\ndraft: true'],
    ['category', 'category: | # local\n  local\n', 'category: | # local\n  city\n'],
    ['author', 'author: >\n  huda،\n  local', 'author: >\n  huda،\n  city'],
    ['author', 'author: [local, city]', 'author: [city]'],
    ['author', 'author: [local, local, huda, local, city]', 'author: [city, huda]'],
    ['author', 'author: [local, huda, huda]', 'author: [city, huda, huda]'],
    ['reporter', 'author: local\nreporter: local', 'author: local\nreporter: city'],
    ['reporter', 'reporter: [سامي, local]', 'reporter: [سامي, city]'],
    ['reporter', 'reporter: { name: local, gender: female }', 'reporter: { name: city, gender: female }'],
    ['reporter', 'reporter:\n  - name: local\n  - سامي', 'reporter:\n  - name: city\n  - سامي'],
  ])('is changed alone: %s, %j → %j', (key, before, after) => {
    expect(renameInFrontMatter(inMatter(before), { key, rename })).toBe(inMatter(after));
  });

  it.each([
    ['tags: [الكتب، أدب]', 'tags: [كتب، أدب]'],
    ['tags: [الكتب, "أدب"]', 'tags: [كتب, "أدب"]'],
    ['tags: "الكُتُب، أدب"', 'tags: "كتب، أدب"'],
    ['tags: "#الكتب #أدب"', 'tags: "#كتب #أدب"'],
    ['tags:\n  - الكتب # أول\n  - كتب\n  - فن\ndraft: true', 'tags:\n  - كتب # أول\n  - فن\ndraft: true'],
    ['tags: [الكتب,الكتب]', 'tags: [كتب]'],
  ])('is changed in tags, in any spelling: %j → %j', (before, after) => {
    const renameTag = (word: string) => (tagKey(word) === tagKey('الكتب') ? 'كتب' : undefined);
    expect(renameInFrontMatter(inMatter(before), { key: 'tags', rename: renameTag })).toBe(inMatter(after));
  });

  it.each([
    [
      '\ufeff---\r\ntitle: ع\r\ncategory: local\r\n---\r\nمتن.',
      '\ufeff---\r\ntitle: ع\r\ncategory: city\r\n---\r\nمتن.',
    ],
    ['بلا بيانات local', 'بلا بيانات local'],
  ])('leaves the other bytes of the file: %j', (before, after) => {
    expect(renameInFrontMatter(before, { key: 'category', rename })).toBe(after);
  });

  it('is not changed in front matter that YAML reads in another way than its author', () => {
    expect(renameInFrontMatter(inMatter('category:local'), { key: 'category', rename })).toBeUndefined();
  });

  it('is quoted where YAML would read more than a word', () => {
    const toSharp = (word: string) => (word === 'دوت نت' ? 'دوت: نت' : undefined);
    expect(renameInFrontMatter(inMatter('tags: [دوت نت]'), { key: 'tags', rename: toSharp })).toBe(
      inMatter('tags: ["دوت: نت"]'),
    );
  });
});

describe('a link', () => {
  const toList = { from: '/c/local', to: '/c/city', isListing: true };
  const toPage = { from: '/about', to: '/us', isListing: false };
  const toArabic = { from: '/c/محليات', to: '/c/مدن', isListing: true };

  it.each<[holder: LinkHolder, change: typeof toList, before: string, after: string]>([
    ['body', toList, '[أ](/c/local/) و[ب](/c/local/2/#x)', '[أ](/c/city/) و[ب](/c/city/2/#x)'],
    ['body', toList, '[أ](</c/local> "ع")', '[أ](</c/city> "ع")'],
    ['body', toList, '[أ]: /c/local/rss.xml', '[أ]: /c/city/rss.xml'],
    ['body', toList, '<a href="/c/local/?x=1">', '<a href="/c/city/?x=1">'],
    ['body', toList, 'https://sada.example/c/local/، و(/c/local/)', 'https://sada.example/c/city/، و(/c/local/)'],
    ['body', toList, 'https://other.example/c/local/', 'https://other.example/c/local/'],
    ['body', toList, '[أ](/c/local-news/) [ب](/x/c/local/)', '[أ](/c/local-news/) [ب](/x/c/local/)'],
    ['body', toList, '`[أ](/c/local/)` [ب](/c/local/)', '`[أ](/c/local/)` [ب](/c/city/)'],
    ['body', toList, '```\n[أ](/c/local/)\n```\n[ب](/c/local/)', '```\n[أ](/c/local/)\n```\n[ب](/c/city/)'],
    ['body', toPage, '[أ](/about/) [ب](/about/team/) [ج](/about)', '[أ](/us/) [ب](/about/team/) [ج](/us)'],
    ['body', toArabic, '[أ](/c/%D9%85%D8%AD%D9%84%D9%8A%D8%A7%D8%AA/)', '[أ](/c/مدن/)'],
    ['body', toArabic, '[أ](/c/محليات/3/)', '[أ](/c/مدن/3/)'],
    ['settings', toList, '  - { title: م, url: /c/local/ }', '  - { title: م, url: /c/city/ }'],
    ['settings', toPage, 'corrections: "/about/"', 'corrections: "/us/"'],
    ['author', toPage, 'aliases: /about/\nlinks:\n  - url: /about/', 'aliases: /about/\nlinks:\n  - url: /us/'],
    ['html', toList, '<a href=/c/local/>م</a> <a href = /c/local>', '<a href=/c/city/>م</a> <a href = /c/city>'],
    ['html', toList, '<a href="/c/local/">/c/local/</a>', '<a href="/c/city/">/c/local/</a>'],
  ])('in %s changes with the page that it leads to: %#', (holder, change, before, after) => {
    expect(renameLinks(before, change, 'https://sada.example', holder)).toBe(after);
  });

  it.each<[change: typeof toList, text: string, has: boolean]>([
    [toList, "location = '/c/local/'", true],
    [toList, '/c/local/* /c/x/:splat 301', true],
    [toList, "'/c/local-news/' '/x/c/local/'", false],
    [toArabic, 'fetch("/c/%D9%85%D8%AD%D9%84%D9%8A%D8%A7%D8%AA/rss.xml")', true],
    [toPage, 'url(/about/team/)', false],
    [toPage, 'url(/about)', true],
  ])('that is left is seen: %#', (change, text, has) => {
    expect(hasOldPath(text, change)).toBe(has);
  });

  it('takes no long time in a long line', () => {
    const line = `${'[أ](/c/local/ '.repeat(20_000)}${'`'.repeat(5000)}`;
    expect(renameLinks(line, toList, 'https://sada.example', 'body')).toContain('/c/city/');
  });
});

describe('a former id', () => {
  it.each([
    ['name: محليات\n', 'name: محليات\naliases: [local]\n'],
    ['\ufeffname: محليات', '\ufeffname: محليات\naliases: [local]\n'],
    ['name: محليات\r\norder: 1\r\n', 'name: محليات\r\norder: 1\r\naliases: [local]\r\n'],
    ['aliases: old # قديم\nname: م\n', 'aliases: [old, local] # قديم\nname: م\n'],
    ['aliases: [old]\nname: م\n', 'aliases: [old, local]\nname: م\n'],
    ['aliases: []\nname: م\n', 'aliases: [local]\nname: م\n'],
    ['aliases:\nname: م\n', 'aliases: [local]\nname: م\n'],
    ['aliases:\n  - old # أول\nname: م\n', 'aliases:\n  - old # أول\n  - local\nname: م\n'],
    ['aliases: [old, city, /category/x/]\nname: م\n', 'aliases: [old, /category/x/, local]\nname: م\n'],
    ['aliases:\n  - city # أول\nname: م\n', 'aliases:\n  - local # أول\nname: م\n'],
    [
      'aliases: # قديم\n  - "old" # أول\n  - city # ثان\n  # فاصل\n  - /x/\nname: م\n',
      'aliases: # قديم\n  - "old" # أول\n  # فاصل\n  - /x/\n  - local\nname: م\n',
    ],
    ['name: م\naliases:\n  - city\n  - local', 'name: م\naliases:\n  - local'],
    ['name: م\naliases:\r\n  - local\r\n  - city', 'name: م\naliases:\r\n  - local'],
    ['aliases:\r\n  - old\r\n  - city # ثان\r\nname: م', 'aliases:\r\n  - old\r\n  - local\r\nname: م'],
    ['aliases:\n  - old\n  - "city"', 'aliases:\n  - old\n  - local'],
    ['aliases: [ "old" , city ] # معًا\n', 'aliases: [ "old", local ] # معًا\n'],
    ['aliases: old, city # معًا\n', 'aliases: [old, local] # معًا\n'],
    ['aliases: [local]\nname: م\n', 'aliases: [local]\nname: م\n'],
  ])('is added to the file of a section: %j → %j', (before, after) => {
    expect(addAlias(before, 'local', 'city', false)).toBe(after);
  });

  it('is added to the front matter of a page', () => {
    expect(addAlias('---\ntitle: من نحن\n---\nمتن.\n', 'local', 'city', true)).toBe(
      '---\ntitle: من نحن\naliases: [local]\n---\nمتن.\n',
    );
  });

  it('is not added to a file that YAML cannot read', () => {
    expect(addAlias('name: "محليات\n', 'local', 'city', false)).toBeUndefined();
  });
});

describe('tags.yaml', () => {
  it.each([
    ['', '- tag: كتب\n  also: [الكتب]\n'],
    ['# وسومنا\n- tag: فن', '# وسومنا\n- tag: فن\n- tag: كتب\n  also: [الكتب]\n'],
    ['- tag: الكتب # مهم\n  description: وصف\n', '- tag: كتب # مهم\n  also: [الكتب]\n  description: وصف\n'],
    ['- tag: الكتب\n  also: [مطالعة]\n', '- tag: كتب\n  also: [مطالعة, الكتب]\n'],
    ['- tag: الكتب\n  also:\n    - مطالعة\n', '- tag: كتب\n  also:\n    - مطالعة\n    - الكتب\n'],
    ['- tag: الكتب\n  also: [كتب, مطالعة]\n', '- tag: كتب\n  also: [الكتب, مطالعة]\n'],
    ['- tag: كتب\n  also: مطالعة\n', '- tag: كتب\n  also: [مطالعة, الكتب]\n'],
    ['- كتب\n- فن\n', '- tag: كتب\n  also: [الكتب]\n- فن\n'],
    ['- { tag: الكتب }\n', '- { tag: كتب, also: [الكتب] }\n'],
    ['tags:\n  - tag: كتب\n', 'tags:\n  - tag: كتب\n    also: [الكتب]\n'],
    ['tags:\n  - tag: فن\n', 'tags:\n  - tag: فن\n  - tag: كتب\n    also: [الكتب]\n'],
    ['- tag: كُتُب # مهم\n', '- tag: كتب # مهم\n  also: [الكتب]\n'],
    ['- tag: كُتُب\n  also: [الكتب, مطالعة]\n', '- tag: كتب\n  also: [الكتب, مطالعة]\n'],
    ['- tag: كُتُب\n  also: [الكُتب, كتب]\n', '- tag: كتب\n  also: [الكُتب, كتب]\n'],
    ['- كُتُب\n', '- tag: كتب\n  also: [الكتب]\n'],
    ['- tag: كتب\r\n', '- tag: كتب\r\n  also: [الكتب]\r\n'],
  ])('gets the new name and keeps the old one: %j → %j', (before, text) => {
    expect(renameTagEntry(before, 'الكتب', 'كتب')).toEqual({ kind: 'edited', text });
  });

  it.each([
    ['- tag: كتب\n  also: [الكتب]\n', { kind: 'same' }],
    ['- tag: مطالعة\n  also: [الكتب]\n', { kind: 'is-spelling', name: 'مطالعة' }],
    ['- tag: مطالعة\n  also: [كتب]\n', { kind: 'to-spelling', name: 'مطالعة' }],
    ['- tag: كتب\n- tag: الكتب\n', { kind: 'two-entries' }],
    ['كتب: الكتب\n', { kind: 'unsound' }],
  ])('is not changed, with the reason: %j', (before, edit) => {
    expect(renameTagEntry(before, 'الكتب', 'كتب')).toEqual(edit);
  });
});
