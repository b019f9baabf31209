import { describe, expect, it } from 'vitest';
import { createTagNames, formerTagSlugs, isTag, parseTags, type TagEntry } from '../../../src/schema/tags.ts';

const entry = (name: string, fields: Partial<TagEntry> = {}): TagEntry => ({ name, also: [], aliases: [], ...fields });

describe('tags.yaml', () => {
  it.each<[content: string, tags: TagEntry[]]>([
    ['', []],
    ['# لا وسوم بعد\n', []],
    ['- كتب\n', [entry('كتب')]],
    ['\ufeff- tag: كتب\r\n  also: [الكتب، مطالعة]\r\n', [entry('كتب', { also: ['الكتب', 'مطالعة'] })]],
    ['- tag: "#كتب_قديمة"\n  also: "#الكتب #مطالعة"\n', [entry('كتب قديمة', { also: ['الكتب', 'مطالعة'] })]],
    [
      'tags:\n  - tag: AI\n    description: آلات "تتعلم".\n    aliases: /tag/ai/\n',
      [entry('AI', { description: 'آلات «تتعلم».', aliases: ['/tag/ai/'] })],
    ],
    ['- tag: كتب\n  aliases: [/tag/x/, /tag/x/]\n', [entry('كتب', { aliases: ['/tag/x/'] })]],
    ['- tag: كتب\n  also: كُتُب\n', [entry('كتب', { also: ['كُتُب'] })]],
  ])('is read: %j', (content, tags) => {
    expect(parseTags(content, (text) => text.replace(/"(.*)"/, '«$1»'))).toMatchObject({ tags, problems: [] });
  });

  it.each<[content: string, told: string]>([
    [
      '- tag: كتب\n- tag: أدب\n  also: [شعر, الكتب, كُتب]\n',
      '3: «كُتب» مكتوب من قبل مع الوسم «كتب». أبقه في موضع واحد، لأن المقال لا يعرف غيره.',
    ],
    ['- tag: كتب\n- tag: كُتب\n', '2: «كُتب» مكتوب من قبل مع الوسم «كتب». أبقه في موضع واحد، لأن المقال لا يعرف غيره.'],
    ['- also: [كتب]\n', '1: ينقص المفتاح «tag» داخل «tags»، ولا بدّ منه.'],
    ['- tag: كتب\n  others: [أ]\n', '2: المفتاح «others» غير معروف. المفاتيح هنا: tag، also، description، aliases.'],
    ['- tag: "؟!"\n', '1: ليس في قيمة «tag» حرف ولا رقم، فلا يُقرأ منها شيء. اكتب نصًّا.'],
    [
      'كتب: [الكتب]\n',
      '1: هذا الملف قائمة وسوم: يبدأ كل وسم بسطر فيه «- tag:» ثم اسمه، وتحته «also:» وما يُكتب به أيضًا.',
    ],
  ])('is refused with the line: %j', (content, told) => {
    expect(parseTags(content).problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([told]);
  });
});

describe('the tags of an article', () => {
  it.each<[written: string[], named: string[]]>([
    [['ذكاء اصطناعي'], ['الذكاء الاصطناعي']],
    [
      ['ai', 'طب'],
      ['الذكاء الاصطناعي', 'طب'],
    ],
    [
      ['طب', 'AI', 'ذكاء اصطناعي'],
      ['طب', 'الذكاء الاصطناعي'],
    ],
    [['الذّكاء الاصطناعي'], ['الذكاء الاصطناعي']],
  ])('%j have the names %j', (written, named) => {
    expect(createTagNames([entry('الذكاء الاصطناعي', { also: ['ذكاء اصطناعي', 'AI'] })])(written)).toEqual(named);
  });

  it('stay as they are without entries', () => {
    expect(createTagNames([])(['كُتب', 'ب'])).toEqual(['كُتب', 'ب']);
  });
});

it('a tag has the former addresses of its spellings, except its own', () => {
  expect(formerTagSlugs(entry('كتب', { also: ['الكتب', 'كُتُب', 'الكُتب', 'C++'] }))).toEqual(['الكتب', 'c-plus-plus']);
});

it.each([
  ['ذكاء اصطناعي', true],
  ['C++', true],
  ['أ، ب', false],
  ['؟', false],
])('%j is one tag: %s', (text, is) => {
  expect(isTag(text)).toBe(is);
});
