import { describe, expect, it } from 'vitest';
import { parseManifest, parseNewsroom } from '../../../src/schema/newsroom.ts';

describe('warraq.yaml', () => {
  it.each<[text: string, settings: object]>([
    ['', {}],
    ['# لا شيء بعد\n\n', {}],
    [
      'content: news\noutput: ../site\ncache: /var/cache/news\n',
      { content: 'news', output: '../site', cache: '/var/cache/news' },
    ],
    ['output: C:\\news\\site\n', { output: 'C:\\news\\site' }],
    ['content: "مجلد الأخبار"\n', { content: 'مجلد الأخبار' }],
    ['output:\n', {}],
  ])('%j is read', (text, settings) => {
    expect(parseNewsroom(text)).toEqual({ settings, problems: [] });
  });

  it.each<[text: string, line: number, message: string, suggestion?: string]>([
    ['contnet: news\n', 1, 'المفتاح «contnet» غير معروف. لعلك تقصد «content».', 'content: news'],
    ['output: site\ntheme: red\n', 2, 'المفتاح «theme» غير معروف. المفاتيح هنا: content، output، cache.'],
    ['content: [a, b]\n', 1, 'قيمة «content» واحدة في سطرها، لا قائمة ولا مفاتيح تحتها.'],
    ['output: site\ncache:\n  a: b\n', 3, 'قيمة «cache» واحدة في سطرها، لا قائمة ولا مفاتيح تحتها.'],
    ['news\n', 1, 'ليست هذه بيانات تُقرأ. اكتب كل قيمة في سطر: اسم المفتاح، ثم نقطتان ومسافة، ثم القيمة.'],
  ])('%j is told with its line', (text, line, message, suggestion) => {
    const { problems } = parseNewsroom(text);
    expect(problems).toMatchObject([{ file: 'warraq.yaml', line, message }]);
    expect(problems[0]?.suggestion).toBe(suggestion);
  });
});

describe('the key of package.json', () => {
  it.each<[text: string, settings: object | undefined]>([
    ['{ "name": "paper" }', undefined],
    ['no JSON', undefined],
    ['[]', undefined],
    ['{ "warraq": {} }', {}],
    [
      '{\n\t"description": "رقم # “واحد”",\n\t"warraq": { "content": "news", "output": "../site" }\n}',
      { content: 'news', output: '../site' },
    ],
  ])('%j is read', (text, settings) => {
    expect(parseManifest(text)).toEqual(settings && { settings, problems: [] });
  });

  it.each<[text: string, line: number, message: string]>([
    ['{\n\t"warraq": {\n\t\t"contnet": "news"\n\t}\n}', 3, 'المفتاح «contnet» غير معروف. لعلك تقصد «content».'],
    ['{ "warraq": "news" }', 1, 'قيمة «warraq» ليست نصًّا بل مفاتيح تحته: content، output، cache.'],
    ['{ "warraq": ["news"] }', 1, 'قيمة «warraq» ليست قائمة بل مفاتيح تحته: content، output، cache.'],
    ['{ "warraq": {\n "cache": ["a"] } }', 2, 'قيمة «cache» واحدة في سطرها، لا قائمة ولا مفاتيح تحتها.'],
    ['{ "warraq": null }', 1, 'المفتاح «warraq» بلا قيمة، ولا بدّ له من قيمة.'],
  ])('%j is told with its line, without a line of YAML', (text, line, message) => {
    const { problems } = parseManifest(text) ?? {};
    expect(problems).toMatchObject([{ file: 'package.json', line, message }]);
    expect(problems?.[0]).not.toHaveProperty('suggestion');
  });
});
