import { expect, test } from 'vitest';
import { parseSearchAliases } from '../../../src/schema/search-aliases.ts';

test.each<[content: string, searchAliases: string[][]]>([
  ['', []],
  ['names:\n', []],
  ['names:\n  ناتو: [الأطلسي، NATO]\n', [['ناتو', 'الأطلسي', 'NATO']]],
  ['names:\n  أوبر: اوبر\n', [['أوبر', 'اوبر']]],
])('the aliases %j are read', (content, searchAliases) => {
  expect(parseSearchAliases(content)).toEqual({ searchAliases, problems: [] });
});

test.each<[content: string, told: string[]]>([
  ['names:\n  ناتو:\n  أوبر: [Uber]\n', ['2:3 المفتاح «ناتو» بلا قيمة، ولا بدّ له من قيمة.']],
  [
    'names:\n  ناتو: [حلف الأطلسي]\n',
    ['2:10 أسماء البحث كلمة كلمة، و«حلف الأطلسي» ليس كلمة واحدة يُبحث عنها. اكتب مكانه كلمة واحدة، أو احذفه.'],
  ],
  [
    'names:\n  حلف الأطلسي: [ناتو]\n',
    ['2:3 أسماء البحث كلمة كلمة، و«حلف الأطلسي» ليس كلمة واحدة يُبحث عنها. اكتب مكانه كلمة واحدة، أو احذفه.'],
  ],
  [
    'names:\n  ناتو: [على]\n',
    ['2:10 أسماء البحث كلمة كلمة، و«على» ليس كلمة واحدة يُبحث عنها. اكتب مكانه كلمة واحدة، أو احذفه.'],
  ],
  [
    'names:\n  ناتو: [NATO]\n  حلف: [nato]\n',
    ['3:9 الاسم «nato» مذكور من قبل مع «ناتو». احذفه من هنا، أو اجمع السطرين في سطر واحد.'],
  ],
  ['name:\n  ناتو: [NATO]\n', ['1:1 المفتاح «name» غير معروف. لعلك تقصد «names».']],
])('the aliases %j are refused', (content, told) => {
  const { problems } = parseSearchAliases(content);
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(told);
  expect(problems.every(({ file }) => file === 'search-aliases.yaml')).toBe(true);
});
