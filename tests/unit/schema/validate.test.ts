import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { articleSchema, parseArticle } from '../../../src/schema/article.ts';
import { authorSchema, parseAuthor } from '../../../src/schema/author.ts';
import { categorySchema, parseCategory } from '../../../src/schema/category.ts';
import { pageSchema, parsePage } from '../../../src/schema/page.ts';
import { formatProblems, type Problem } from '../../../src/schema/problem.ts';
import { parseSite, siteSchema } from '../../../src/schema/site.ts';
import { parseStyleList } from '../../../src/schema/style-list.ts';

const inFrontMatter = (yaml: string) => `---\n${yaml}---\nمتن.`;

const files: [name: string, keys: string[], parse: (yaml: string) => Problem[]][] = [
  ['an article', Object.keys(articleSchema.shape), (yaml) => parseArticle('a.md', inFrontMatter(yaml), 'UTC').problems],
  ['a page', Object.keys(pageSchema.shape), (yaml) => parsePage('a.md', inFrontMatter(yaml), 'UTC').problems],
  ['an author', Object.keys(authorSchema.shape), (yaml) => parseAuthor('a.yaml', 'a', yaml).problems],
  ['a section', Object.keys(categorySchema.shape), (yaml) => parseCategory('a.yaml', 'a', yaml).problems],
  ['the settings', Object.keys(siteSchema.shape), (yaml) => parseSite(yaml).problems],
  ['the style list', ['spellings'], (yaml) => parseStyleList(yaml).problems],
];

test.each(files)('any value of a key of %s is valid or refused with an Arabic message', (_name, keys, parse) => {
  const inner = ['name', 'url', 'src', 'title', 'gender', 'lead', 'provider', 'dash', 'نص'];
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(
        'نص',
        'أ، ب',
        '2022-01-13',
        'true',
        '…',
        '',
        null,
        3,
        '\u202eنص',
        '/a/',
        'https://a.example',
        '“نص”',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...inner), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.constantFrom(...keys), value, fc.boolean(), (key, written, isFlow) => {
      const yaml = stringify({ [key]: written }, { collectionStyle: isFlow ? 'flow' : 'block', lineWidth: 0 });
      const problems = parse(yaml);
      for (const { message } of problems) expect(message).toMatch(/\p{Script=Arabic}.*\.$/u);
      expect(formatProblems(problems)).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 200 },
  );
});
