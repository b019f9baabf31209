import { expect, test } from 'vitest';
import { parseStyleList } from '../../../src/schema/style-list.ts';

const youtube = { preferred: 'يوتيوب', avoid: ['يوتوب', 'اليوتوب'] };

test.each<[content: string, houseStyle: object[]]>([
  ['', []],
  ['# لا شيء بعد\n', []],
  ['spellings:\n', []],
  ['\ufeffspellings:\r\n  يوتيوب: [يوتوب, اليوتوب]\r\n', [youtube]],
  ['spellings:\n  يوتيوب: [يوتوب, اليوتوب]\n', [youtube]],
  ['spellings:\n  يوتيوب: [يوتوب، اليوتوب]\n', [youtube]],
  ['spellings:\n  يوتيوب: يوتوب، اليوتوب\n', [youtube]],
  ['spellings:\n  يوتيوب:\n    - يوتوب\n    - اليوتوب\n', [youtube]],
  ['spellings:\n  فيس بوك: فيسبوك\n', [{ preferred: 'فيس بوك', avoid: ['فيسبوك'] }]],
  [
    'spellings:\n  أثينا: [اثينا]\n  ا\u0654وروبا: [اوروبا]\n',
    [
      { preferred: 'أثينا', avoid: ['اثينا'] },
      { preferred: 'أوروبا', avoid: ['اوروبا'] },
    ],
  ],
])('the style list %j is read', (content, houseStyle) => {
  expect(parseStyleList(content)).toEqual({ houseStyle, problems: [] });
});

test.each<[content: string, told: string[]]>([
  ['spellings:\n  يوتيوب: []\n', ['2:11 المفتاح «يوتيوب» بلا قيمة، ولا بدّ له من قيمة.']],
  ['spellings:\n  يوتيوب:\n  مئة: [مائة]\n', ['2:3 المفتاح «يوتيوب» بلا قيمة، ولا بدّ له من قيمة.']],
  [
    'spellings:\n  يوتيوب: [يوتوب, يوتيوب]\n',
    ['2:19 الكتابة «يوتيوب» هي المعتمدة هنا، فلا تكون مما لا يُكتب. احذفها من القائمة.'],
  ],
  [
    'spellings:\n  مئة: [مائة، يوتيوب]\n  يوتيوب: [يوتوب]\n',
    ['2:15 الكتابة «يوتيوب» معتمدة في سطر آخر، وهي تحت «مئة» مما لا يُكتب. أبقها في واحد منهما.'],
  ],
  ['spellings:\n  يوتيوب: [يوتوب, يوتوب]\n', ['2:19 الكتابة «يوتوب» مذكورة من قبل تحت «يوتيوب». احذفها من هنا.']],
  ['spellings:\n  مئة: [مائة]\n  ألف: [مائة]\n', ['3:9 الكتابة «مائة» مذكورة من قبل تحت «مئة». احذفها من هنا.']],
  ['spellings:\n  مئة: [مائة]\n  مئة: [ميّة]\n', ['3:3 المفتاح «مئة» مكتوب أيضًا في السطر 2. أبقِ واحدًا منهما.']],
  [
    'spellings: [يوتوب]\n',
    ['1:12 قيمة «spellings» كلمات، كل كلمة في سطر تحته: الكتابة المعتمدة ثم ما لا يُكتب، مثل «يوتيوب: [يوتوب]».'],
  ],
  [
    'spellings: يوتوب\n',
    ['1:12 قيمة «spellings» كلمات، كل كلمة في سطر تحته: الكتابة المعتمدة ثم ما لا يُكتب، مثل «يوتيوب: [يوتوب]».'],
  ],
  ['spelling:\n  مئة: [مائة]\n', ['1:1 المفتاح «spelling» غير معروف. لعلك تقصد «spellings».']],
  ['يوتيوب: [يوتوب]\n', ['1:1 المفتاح «يوتيوب» غير معروف. المفاتيح هنا: spellings.']],
  ['spellings:\n  مئة: ["…"]\n', ['2:10 ليس في قيمة «مئة» حرف ولا رقم، فلا يُقرأ منها شيء. اكتب نصًّا.']],
  [
    'spellings:\n  مئة: { خطأ: مائة }\n',
    ['2:8 قيمة «مئة» نصّ في سطر واحد، لا قائمة ولا مفاتيح. إن كان هذا هو النصّ فضعه بين علامتي اقتباس.'],
  ],
  ['- يوتوب\n', ['1:undefined ليست هذه بيانات تُقرأ. اكتب كل قيمة في سطر: اسم المفتاح، ثم نقطتان ومسافة، ثم القيمة.']],
])('the style list %j is refused', (content, told) => {
  const { problems } = parseStyleList(content);
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(told);
  expect(problems.every(({ file }) => file === 'style.yaml')).toBe(true);
});
