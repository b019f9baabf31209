import { describe, expect, it } from 'vitest';
import { adviseOnReporters } from '../../../src/commands/reporter-advice.ts';
import { createReporterNaming } from '../../../src/schema/author-names.ts';
import type { Reporter } from '../../../src/schema/reporter.ts';
import { article, library } from '../../support/library.ts';

const authors = [
  { id: 'amin', name: 'محمد الأمين', gender: 'male' as const, links: [] },
  { id: 'salma', name: 'سلمى', links: [] },
];
const male = (name: string): Reporter => ({ name, gender: 'male' });
const female = (name: string): Reporter => ({ name, gender: 'female' });

/** Returns the advice on a newsroom with an article by each of these reporters. */
function adviceOn(...reporters: Reporter[][]): string[] {
  const nameAll = createReporterNaming(authors);
  const articles = reporters.map((each, index) => article(index + 1, { reporters: nameAll(each) }));
  return adviseOnReporters(library(articles, { authors }));
}

const repeated = (count: number, reporter: Reporter) => Array.from({ length: count }, () => [reporter]);
const proposal = (counted: string, file: string, content: string, spellings = '') =>
  `${counted}${spellings}، ولا ملف باسمه في authors. لتكون له صفحة تجمع ما كتب أنشئ الملف authors/${file}.yaml وفيه:\n${content}`;

describe('a reporter without a file', () => {
  it.each([
    [2, undefined],
    [3, 'لـ«وصال» 3 مقالات'],
    [10, 'لـ«وصال» 10 مقالات'],
    [11, 'لـ«وصال» 11 مقالًا'],
    [100, 'لـ«وصال» 100 مقال'],
  ])('with %i articles is proposed one: %s', (count, counted) => {
    const content = '  name: وصال\n  gender: female';
    const expected = counted === undefined ? [] : [proposal(counted, 'wsal', content)];
    expect(adviceOn(...repeated(count, female('وصال')))).toEqual(expected);
  });

  it('has the gender that one of the articles says', () => {
    const content = '  name: وصال\n  gender: female';
    const reporters = [{ name: 'وصال' }, { name: 'وصال' }, female('وصال')];
    expect(adviceOn(...reporters.map((each) => [each]))).toEqual([proposal('لـ«وصال» 3 مقالات', 'wsal', content)]);
  });

  it('is counted in all spellings together, under the most common one', () => {
    const spellings = [
      male('عبد الله الأسعد'),
      male('عبدالله الاسعد'),
      male('د. عبد الله الأسعد'),
      male('عبد الله الأسعد'),
    ];
    expect(adviceOn(...spellings.map((each) => [each]))).toEqual([
      proposal(
        'لـ«عبد الله الأسعد» 4 مقالات',
        'abd-allh-alasad',
        '  name: عبد الله الأسعد\n  gender: male',
        '، ومنها ما كُتب فيه الاسم هكذا: «د. عبد الله الأسعد»، «عبدالله الاسعد»',
      ),
    ]);
  });

  it.each([
    ['د. ابو بكر الأمين', 'name: أبو بكر الأمين', 'abw-bkr-alamyn', '# gender: male أو female', 'أبو بكر الأمين'],
    ['الدكتورة وصال', 'name: وصال', 'wsal', 'gender: female'],
    ['وكالة الوادي', 'name: وكالة الوادي', 'wkala-alwady', 'kind: desk'],
  ])('«%s» is proposed under the name that a file has', (written, name, file, kind, ...others) => {
    const advice = adviceOn(...[written, written, written, ...others].map((each) => [{ name: each }]));
    expect(advice).toHaveLength(1);
    expect(advice[0]).toContain(`authors/${file}.yaml وفيه:\n  ${name}\n  ${kind}`);
  });

  it('is proposed a free name of a file, and a name that YAML reads back', () => {
    const same = [female('سلمى بن علي: مراسلة'), female('سلما بن علي: مراسلة')];
    const content = (name: string) => `  name: "${name} بن علي: مراسلة"\n  gender: female`;
    expect(adviceOn(...same.flatMap((each) => repeated(3, each)))).toEqual([
      proposal('لـ«سلما بن علي: مراسلة» 3 مقالات', 'slma-bn-aly-mrasla', content('سلما')),
      proposal('لـ«سلمى بن علي: مراسلة» 3 مقالات', 'slma-bn-aly-mrasla-2', content('سلمى')),
    ]);
  });

  it('is only counted after ten others', () => {
    const names = Array.from('ابتثجحخدذرزس', (letter) => male(`${letter}${letter}${letter} مروان`));
    const advice = adviceOn(...names.flatMap((each) => repeated(3, each)));
    expect(advice).toHaveLength(11);
    expect(advice.at(-1)).toBe('ومراسلان آخران لكل منهما ثلاثة مقالات أو أكثر بلا ملف.');
  });
});

describe('the name of a reporter', () => {
  it.each([
    ['as in the file', 'محمد الأمين', []],
    ['the id', 'amin', []],
    ['vocalised', 'محمّد الأمين', []],
    ['with a title', 'د. محمد الأمين', []],
    ['of another person', 'محمود السيد', []],
    ['a short one, one letter off', 'سلما', []],
    ['the id in capitals', 'SALMA', []],
    [
      'nearly the id',
      'Selma',
      [
        '«Selma» في «reporter» في مقالين، منهما articles/2026/01/a0002.md، ولا كاتب بهذا الاسم. لعلك تقصد «سلمى»، وملفه authors/salma.yaml: إن كان هو فصحّح كتابته.',
      ],
    ],
    [
      'spelt otherwise',
      'محمد الامين',
      [
        '«محمد الامين» في «reporter» في مقالين، منهما articles/2026/01/a0002.md، واسم صاحبه في authors/amin.yaml «محمد الأمين»، وبه يظهر للقراء. صحّح كتابته، أو اكتب المعرّف amin مكانه.',
      ],
    ],
    [
      'one letter off',
      'محمود الأمين',
      [
        '«محمود الأمين» في «reporter» في مقالين، منهما articles/2026/01/a0002.md، ولا كاتب بهذا الاسم. لعلك تقصد «محمد الأمين»، وملفه authors/amin.yaml: إن كان هو فصحّح كتابته.',
      ],
    ],
  ])('%s is told: %s', (_how, name, told) => {
    expect(adviceOn(...repeated(2, male(name)))).toEqual(told);
  });
});
