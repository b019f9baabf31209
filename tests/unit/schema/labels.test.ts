import { describe, expect, it } from 'vitest';
import { labelKeys } from '../../../src/schema/labels.ts';
import { parseSite, siteJsonSchema } from '../../../src/schema/site.ts';

function labelsOf(...lines: string[]) {
  const { site, problems } = parseSite(
    ['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example', 'labels:', ...lines].join('\n'),
  );
  return { labels: site.labels, problems };
}

describe('words of the interface that the owner replaces', () => {
  it.each<[lines: string[], labels: Record<string, string>]>([
    [[], {}],
    [['  front.latest: جديد اليوم'], { 'front.latest': 'جديد اليوم' }],
    [['  front: { latest: جديد اليوم }'], { 'front.latest': 'جديد اليوم' }],
    [
      ['  search:', '    filters:', '      tag: { all: كل الكلمات }', '  archive.title: كل ما نشرناه'],
      { 'archive.title': 'كل ما نشرناه', 'search.filters.tag.all': 'كل الكلمات' },
    ],
    [
      ['  textSize.current.-1: صغير', '  textSize: { current: { 0: وسط } }'],
      { 'textSize.current.0': 'وسط', 'textSize.current.-1': 'صغير' },
    ],
    [['  comments.failures.name-required: من أنت؟'], { 'comments.failures.name-required': 'من أنت؟' }],
    [['  body.embeds.names.x: تويتر'], { 'body.embeds.names.x': 'تويتر' }],
    [['  textSize.largerSign: +'], { 'textSize.largerSign': '+' }],
    [['  search.live.didYouMean: لعلك تقصد «#»'], { 'search.live.didYouMean': 'لعلك تقصد «#»' }],
    [[`  front.latest: '\u202bجديد "اليوم"'`], { 'front.latest': 'جديد «اليوم»' }],
    [['  front.latest: ""', '  textSize.largerSign:'], {}],
    [['  paging.older: "  ما   قبله\u200f "'], { 'paging.older': 'ما قبله' }],
  ])('%j are read, cleaned and typeset', (lines, labels) => {
    const read = labelsOf(...lines);
    expect(read.problems).toEqual([]);
    expect(read.labels).toEqual(labels);
  });

  it.each<[line: string, message: string, suggestion?: string]>([
    ['  front.lastest: جديد', 'المفتاح «front.lastest» غير معروف. لعلك تقصد «front.latest».', '  front.latest: جديد'],
    ['  front: { lates: جديد }', 'المفتاح «lates» غير معروف. لعلك تقصد «latest».', '  front: { latest: جديد }'],
    ['  __proto__: جديد', 'المفتاح «__proto__» غير معروف داخل «labels». ما يصلح فيه مذكور في دليل القائم على الموقع.'],
    [
      '  front: { toString: جديد }',
      'المفتاح «toString» غير معروف. المفاتيح هنا: latest، newest، pictures، choice، blank.',
    ],
    [
      '  search: { live: { zzzz: جديد } }',
      'المفتاح «zzzz» غير معروف. المفاتيح هنا: searching، failed، nothingInFilters، didYouMean، readAs.',
    ],
    [
      '  front: { latest: جديد }\n  front.latest: الأحدث',
      '«front.latest» مكتوب مرتين: مرة كاملًا، ومرة مقسومًا جزءًا تحت جزء. أبقِ واحدة منهما.',
    ],
    ['  paging: { xyzzyx: جديد }', 'المفتاح «xyzzyx» غير معروف. المفاتيح هنا: label، older، newer.'],
    ['  front: جديد', 'قيمة «front» ليست نصًّا بل مفاتيح تحته: latest، newest، pictures، choice، blank.'],
    [
      '  front.latest: [جديد]',
      'قيمة «front.latest» نصّ في سطر واحد، لا قائمة ولا مفاتيح. إن كان هذا هو النصّ فضعه بين علامتي اقتباس.',
      '  front.latest: "[جديد]"',
    ],
    [
      '  front.latest: "جديد\u202e اليوم"',
      'في قيمة «front.latest» محرف خفيّ يقلب ترتيب ما بعده، فيظهر للقارئ غير ما كُتب. احذفه.',
      '  front.latest: "جديد اليوم"',
    ],
    [
      '  comments.by: رأي',
      'ما في «comments.by» يركّبه البرنامج من عدد أو اسم أو تاريخ بقواعد العربية، كالمفرد والمثنى والجمع، فلا تقوم كلمة مقامه. احذف سطره.',
    ],
    [
      '  search.live.exact: { one: واحدة }',
      'ما في «search.live.exact» يركّبه البرنامج من عدد أو اسم أو تاريخ بقواعد العربية، كالمفرد والمثنى والجمع، فلا تقوم كلمة مقامه. احذف سطره.',
    ],
    [
      '  comments: { by: رأي }',
      'ما في «comments.by» يركّبه البرنامج من عدد أو اسم أو تاريخ بقواعد العربية، كالمفرد والمثنى والجمع، فلا تقوم كلمة مقامه. احذف سطره.',
    ],
    [
      '  front.latest: "**جديد**"',
      'قيمة «front.latest» تظهر كما هي، وفيها علامات تنسيق يراها القارئ. اكتب الكلمات وحدها بلا وسوم HTML ولا علامات Markdown.',
    ],
    [
      '  front.latest: "جديد&nbsp;اليوم"',
      'قيمة «front.latest» تظهر كما هي، وفيها علامات تنسيق يراها القارئ. اكتب الكلمات وحدها بلا وسوم HTML ولا علامات Markdown.',
    ],
    [
      '  textSize.largerSign: أكبر بكثير',
      'قيمة «textSize.largerSign» من 10 محارف، ولا يتسع مكانها لأكثر من 4. اختصرها.',
    ],
  ])('%s is refused', (line, message, suggestion) => {
    const { labels, problems } = labelsOf(line);
    expect(problems.map((problem) => [problem.line, problem.message, problem.suggestion])).toEqual([
      [5, message, suggestion],
    ]);
    expect(labels).toEqual({});
  });

  it('are refused in an instant, however long they are', () => {
    const { problems } = labelsOf(`  front.latest: "${'<'.repeat(100_000)}"`);
    expect(problems).toHaveLength(1);
  });

  it('are offered to code editors, whole and by their parts', () => {
    const { properties } = siteJsonSchema() as { properties: { labels: { properties: Record<string, object> } } };
    const offered = Object.keys(properties.labels.properties);
    expect(offered).toEqual(expect.arrayContaining([...labelKeys.label, 'front', 'body']));
    expect(properties.labels.properties['comments.by']).toEqual({});
  });
});
