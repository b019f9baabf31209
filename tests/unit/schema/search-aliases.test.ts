import { expect, test } from 'vitest';
import { parseSearchAliases } from '../../../src/schema/search-aliases.ts';

test.each<[content: string, searchAliases: string[][]]>([
  ['', []],
  ['names:\n', []],
  ['names:\n  ناتو: [الأطلسي، NATO]\n', [['ناتو', 'الأطلسي', 'NATO']]],
  ['names:\n  أوبر: اوبر\n', [['أوبر', 'اوبر']]],
  ['names:\n  حلف الأطلسي: [ناتو، حلف شمال الأطلسي]\n', [['حلف الأطلسي', 'ناتو', 'حلف شمال الأطلسي']]],
])('the aliases %j are read', (content, searchAliases) => {
  expect(parseSearchAliases(content)).toEqual({ searchAliases, problems: [] });
});

test.each<[content: string, told: string[]]>([
  ['names:\n  ناتو:\n  أوبر: [Uber]\n', ['2:3 المفتاح «ناتو» بلا قيمة، ولا بدّ له من قيمة.']],
  [
    'names:\n  ناتو: [الحلف في الأطلسي]\n',
    ['2:10 في اسم البحث «الحلف في الأطلسي» كلمة لا يُبحث عنها، وهي «في». احذفها منه، أو احذف الاسم كله.'],
  ],
  [
    'names:\n  منظمة معاهدة حلف شمال الأطلسي: [ناتو]\n',
    ['2:3 اسم البحث «منظمة معاهدة حلف شمال الأطلسي» أطول من أربع كلمات. اختصره، أو احذفه.'],
  ],
  ['names:\n  ناتو: [على]\n', ['2:10 لا يُبحث عن «على» وحده. اكتب مكانه اسمًا، أو احذفه.']],
  [
    'names:\n  حلف الأطلسي: [ناتو]\n  أطلس: [حلف الاطلسي]\n',
    ['3:10 الاسم «حلف الاطلسي» مذكور من قبل مع «حلف الأطلسي». احذفه من هنا، أو اجمع السطرين في سطر واحد.'],
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
