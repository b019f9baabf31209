import { describe, expect, it, test } from 'vitest';
import { parseAuthor } from '../../../src/schema/author.ts';
import { createAuthorFinder, createReporterNaming, type KnownAuthor } from '../../../src/schema/author-names.ts';
import type { Reporter } from '../../../src/schema/reporter.ts';

const authors: KnownAuthor[] = [
  { id: 'amin', name: 'محمد الأمين', gender: 'male' },
  { id: 'huda', name: 'هدى السالم', gender: 'female', aliases: ['h-salem', '/author/huda/'] },
  { id: 'sami-a', name: 'سامي عبد الله' },
  { id: 'sami-b', name: 'سامي عبدالله' },
  { id: 'faulty' },
];

test.each([
  ['huda', ['huda']],
  ['h-salem', ['huda']],
  ['هدى السالم', ['huda']],
  ['د. هدى السّالم', ['huda']],
  ['هدي السالم', ['huda']],
  ['محمد الامين', ['amin']],
  ['محمد أمين', []],
  ['سامي عبد الله', ['sami-a']],
  ['سامي عبدُ الله', ['sami-a', 'sami-b']],
  ['faulty', ['faulty']],
  ['سواهم', []],
  ['HUDA', ['huda']],
  ['H_Salem', ['huda']],
  ['Sami A', ['sami-a']],
])('«%s» may mean the authors %j', (written, ids) => {
  const find = createAuthorFinder(authors);
  expect(find(written)).toEqual(ids);
  expect(find(written)).toEqual(ids);
});

describe('a reporter', () => {
  const nameAll = createReporterNaming(authors);
  const male = (name: string): Reporter => ({ name, gender: 'male' });

  it.each([
    ['by id', [male('huda')], [{ name: 'هدى السالم', gender: 'female', author: 'huda', written: 'huda' }]],
    ['by name', [male('هدى السالم')], [{ name: 'هدى السالم', gender: 'female', author: 'huda' }]],
    [
      'in another spelling',
      [male('محمد الامين')],
      [{ name: 'محمد الأمين', gender: 'male', author: 'amin', written: 'محمد الامين' }],
    ],
    [
      'with the gender of the article if the file has none',
      [{ name: 'sami-a', gender: 'female' } as const],
      [{ name: 'سامي عبد الله', gender: 'female', author: 'sami-a', written: 'sami-a' }],
    ],
    ['who may be one of two', [male('سامي عبدُ الله')], [male('سامي عبدُ الله')]],
    ['without a file', [male('نور')], [male('نور')]],
    [
      'without a file, named twice',
      [{ name: 'نور' }, { name: 'سامي' }, { name: 'د. نُور' }],
      [{ name: 'نور' }, { name: 'سامي' }],
    ],
    ['with a feminine title', [{ name: 'الدكتورة نور' }], [{ name: 'الدكتورة نور', gender: 'female' }]],
    ['that is an agency', [{ name: 'وكالة الوادي' }], [{ name: 'وكالة الوادي', gender: 'female' }]],
    ['whose file has no name', [male('faulty')], [male('faulty')]],
    [
      'named twice',
      [male('huda'), male('هدى السالم')],
      [{ name: 'هدى السالم', gender: 'female', author: 'huda', written: 'huda' }],
    ],
  ] satisfies [string, Reporter[], Reporter[]][])('%s is known', (_how, written, known) => {
    expect(nameAll(written)).toEqual(known);
  });
});

test.each([
  ['desk', 'desk'],
  ['organisation', 'desk'],
  ['organization', 'desk'],
  ['قسم', 'desk'],
  ['هيئة', 'desk'],
  ['وكالة', 'desk'],
  ['person', undefined],
  ['شخص', undefined],
])('the kind «%s» is read as %s', (written, kind) => {
  const { author, problems } = parseAuthor('authors/a.yaml', 'a', `name: نور\nkind: ${written}\n`);
  expect([author.kind, problems]).toEqual([kind, []]);
});
