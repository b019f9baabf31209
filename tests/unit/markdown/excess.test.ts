import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/editorial/markdown-prose.ts';
import { render, renderMdx } from './render.ts';

const size = 100_000;

/** Repeats a piece until a body is `size` characters long. */
function filled(piece: string): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

const tooManyMarks =
  'في هذه الفقرة من علامات التنسيق، مثل * و_ و[ و<، ألوف لا يفرغ الموقع من قراءتها. قسّمها فقرات بأسطر فارغة، أو احذف العلامات الزائدة.';
const tooManyBlocks = 'في النص من بنود القوائم والحواشي والاقتباسات ألوف لا يفرغ الموقع من قراءتها. اقسمه مقالات.';
const tooDeep =
  'في هذا السطر أكثر من 100 اقتباس أو قائمة بعضها داخل بعض. احذف العلامات الزائدة من أوله، أو ضع قبلها \\.';

/** Lines in one to a hundred quotations. */
const growing = Array.from({ length: 100 }, (_, index) => `${'> '.repeat(index + 1)}a\n`).join('');

/** Bodies that took minutes, or all memory, before they were refused. */
const refused: readonly [name: string, body: string, message: string][] = [
  ['a book', 'نص '.repeat(170_000), 'نص المقال أطول من 500000 محرف، وهو طول كتاب. اقسمه مقالات.'],
  ['unclosed strong', filled('**a '), tooManyMarks],
  ['a bare URL with character references', `نص http://example.org/${filled('&a;')}`, tooManyMarks],
  ['quotations in quotations', `${'> '.repeat(101)}نص`, tooDeep],
  ['quotations that end and begin again', filled(growing), tooManyBlocks],
  [
    'a letter with marks',
    `ا${'\u064e'.repeat(201)}`,
    'في هذا السطر حرف عليه أكثر من 200 علامة، كالفتحة والشدة. احذف الزائد منها.',
  ],
  [
    'a wide table with short rows',
    `${'|a'.repeat(400)}|\n${'|-'.repeat(400)}|\n${'|\n'.repeat(300)}`,
    'خلايا هذا الجدول أكثر من 100000. اقسمه جداول، أو انشره ملفًّا واكتب رابطه.',
  ],
  ['open tags', '<b>'.repeat(501), 'في هذا الموضع أكثر من 500 وسم مفتوح بعضها داخل بعض. أغلق كل وسم فُتح، أو احذفه.'],
];

describe('a body that would take too long is refused with a sentence', () => {
  test.each(refused)('%s', async (_name, body, message) => {
    const { html, problems } = await render(body);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(html).toBe('');
  });

  test('braces in MDX', async () => {
    const { problems } = await renderMdx(`{\`${'}'.repeat(30_000)}`);
    expect(problems.map(({ message }) => message)).toEqual([
      'في النص من الأقواس { و} ألوف، وهي في ملفات .mdx برنامج يُقرأ. احذفها، أو ضع قبل كل منها \\.',
    ]);
  });

  test('at the line that is too much', async () => {
    const { problems } = await render(`نص\n\n${'> '.repeat(101)}نص`);
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });
});

test('the checker leaves such a body to the build', () => {
  expect(parseBody(`${'**a *b '.repeat(300)}${'* c**'.repeat(300)}`, 'md')).toBeUndefined();
  for (const [name, body] of refused.slice(0, 4)) expect([name, parseBody(body, 'md')]).toEqual([name, undefined]);
});

const sentence = 'قال **محمد** إن [الخبر](https://example.org/a) «صحيح»، وإن `code` و*الرأي* له[^1]. ';
const kept: readonly [name: string, body: string][] = [
  ['300,000 characters of prose with marks', `${`${sentence.repeat(4)}\n\n`.repeat(880)}[^1]: حاشية`],
  ['one paragraph with thousands of marks', sentence.repeat(400)],
  ['a list of a thousand items', `- ${sentence}\n`.repeat(1000)],
  ['a table of a thousand rows', `| أ | ب |\n|---|---|\n${'| **نص** | [نص](/b/) |\n'.repeat(1000)}`],
  ['a quotation of three hundred lines', `> ${sentence}\n`.repeat(300)],
  ['a hundred lines of dashes', '- - - - -\n\n'.repeat(100)],
];

test.each(kept)('a body of %s is rendered', async (_name, body) => {
  const { html, problems } = await render(body);
  expect(problems).toEqual([]);
  expect(html).not.toBe('');
});
