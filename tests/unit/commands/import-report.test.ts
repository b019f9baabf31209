import { expect, it } from 'vitest';
import { describeSums, reportImport } from '../../../src/commands/import-report.ts';
import { createTally } from '../../../src/importers/newsroom/tally.ts';

const tally = createTally();
tally.add('articles', { name: 'post', fate: 'came' }, 9);
tally.add('articles', { name: 'post', fate: 'changed', reason: 'private' }, 2);
tally.add('articles', { name: 'post', fate: 'left', reason: 'trash' });
tally.add('fields', { name: 'mood', fate: 'left', reason: 'other-field' }, 3);
tally.add('fields', { name: 'weather', fate: 'left', reason: 'other-field' }, 9);

it('says of each kind how many there are and what became of them', () => {
  expect(describeSums(tally.rows())).toEqual([
    'المقالات: 12 (كما كان: 9، متغيّر: 2، لم يأتِ: 1)',
    'الحقول المخصصة: 12 (كما كان: 0، متغيّر: 0، لم يأتِ: 12)',
  ]);
});

it('gives the reasons with their numbers and names, and then the notes about files', () => {
  const notes = [{ file: 'articles/2022/01/a.md', kind: 'untitled' } as const];
  const report = reportImport({ notes, gone: [], tally: tally.rows() }, new Map(), { records: new Map() });
  expect(report).toEqual({
    count: 1,
    text: `كل ما في المصدر، وما صار إليه:
المقالات: 12 (كما كان: 9، متغيّر: 2، لم يأتِ: 1)
  مقالان: الخاصّ يصير مسودة، لئلا يقرأه كل الناس. [post: 2]
  مقال واحد: ما في سلة المهملات لا يأتي. [post: 1]
الحقول المخصصة: 12 (كما كان: 0، متغيّر: 0، لم يأتِ: 12)
  12 حقلًا: الحقل الذي ليس في ملف الحقول لا يأتي: ‎--fields FILE [weather: 9، mood: 3]

articles/2022/01/a.md
  ليس له عنوان في المصدر، فأُخذ من أول نصه. اكتب له عنوانًا.
`,
  });
});

it.each([
  [{ kind: 'undated-comments', count: 2 } as const, 'تعليقان عليه ليس لهما وقت، فأخذا وقت المقال.'],
  [{ kind: 'undated-comments', count: 11 } as const, '11 تعليقًا عليه ليس لها وقت، فأخذت وقت المقال.'],
  [{ kind: 'pinned' } as const, 'كان مثبّتًا فوق غيره. ثبّته في front-page.yaml إن كان ما زال أهلًا لذلك.'],
  [
    { kind: 'canonical', address: 'https://first.example/a' } as const,
    'قيل لمحركات البحث إن أصله في عنوان آخر: https://first.example/a',
  ],
])('says of a file with %j: %s', (note, sentence) => {
  const { text } = reportImport({ notes: [{ file: 'a.md', ...note }], gone: [], tally: [] }, new Map(), {
    records: new Map(),
  });
  expect(text).toContain(`a.md\n  ${sentence}\n`);
});
