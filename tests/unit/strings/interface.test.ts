import { expect, test } from 'vitest';
import { countNoun } from '../../../src/lib/arabic/plural.ts';
import { commandStrings } from '../../../src/strings/commands.ts';
import { type Person, plainSentence, strings } from '../../../src/strings/interface.ts';
import { countedNouns } from '../../../src/strings/nouns.ts';

const counts = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111];

// biome-ignore format: one noun a row, in the order of the counts
test.each([
  ['articles', ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '10 مقالات', '11 مقالًا', '99 مقالًا', '100 مقال', '101 مقال', '102 مقال', '103 مقالات', '111 مقالًا']],
  ['savedArticles', ['لا مقالات محفوظة', 'مقال محفوظ واحد', 'مقالان محفوظان', '3 مقالات محفوظة', '10 مقالات محفوظة', '11 مقالًا محفوظًا', '99 مقالًا محفوظًا', '100 مقال محفوظ', '101 مقال محفوظ', '102 مقال محفوظ', '103 مقالات محفوظة', '111 مقالًا محفوظًا']],
  ['comments', ['لا تعليقات', 'تعليق واحد', 'تعليقان', '3 تعليقات', '10 تعليقات', '11 تعليقًا', '99 تعليقًا', '100 تعليق', '101 تعليق', '102 تعليق', '103 تعليقات', '111 تعليقًا']],
  ['partsOfSeries', ['لا أجزاء', 'جزء واحد', 'جزءان', '3 أجزاء', '10 أجزاء', '11 جزءًا', '99 جزءًا', '100 جزء', '101 جزء', '102 جزء', '103 أجزاء', '111 جزءًا']],
  ['newEntries', ['لا تحديثات جديدة', 'تحديث جديد واحد', 'تحديثان جديدان', '3 تحديثات جديدة', '10 تحديثات جديدة', '11 تحديثًا جديدًا', '99 تحديثًا جديدًا', '100 تحديث جديد', '101 تحديث جديد', '102 تحديث جديد', '103 تحديثات جديدة', '111 تحديثًا جديدًا']],
  ['minutesToRead', ['أقل من دقيقة للقراءة', 'دقيقة واحدة للقراءة', 'دقيقتان للقراءة', '3 دقائق للقراءة', '10 دقائق للقراءة', '11 دقيقةً للقراءة', '99 دقيقةً للقراءة', '100 دقيقة للقراءة', '101 دقيقة للقراءة', '102 دقيقة للقراءة', '103 دقائق للقراءة', '111 دقيقةً للقراءة']],
  ['minutes', ['أقل من دقيقة', 'دقيقة واحدة', 'دقيقتان', '3 دقائق', '10 دقائق', '11 دقيقةً', '99 دقيقةً', '100 دقيقة', '101 دقيقة', '102 دقيقة', '103 دقائق', '111 دقيقةً']],
  ['hours', ['أقل من ساعة', 'ساعة واحدة', 'ساعتان', '3 ساعات', '10 ساعات', '11 ساعةً', '99 ساعةً', '100 ساعة', '101 ساعة', '102 ساعة', '103 ساعات', '111 ساعةً']],
  ['brokenLinks', ['لا روابط داخلية مكسورة', 'رابط داخلي مكسور واحد', 'رابطان داخليان مكسوران', '3 روابط داخلية مكسورة', '10 روابط داخلية مكسورة', '11 رابطًا داخليًّا مكسورًا', '99 رابطًا داخليًّا مكسورًا', '100 رابط داخلي مكسور', '101 رابط داخلي مكسور', '102 رابط داخلي مكسور', '103 روابط داخلية مكسورة', '111 رابطًا داخليًّا مكسورًا']],
] as const)('%s are counted in six forms', (noun, expected) => {
  expect(counts.map((count) => countNoun(count, countedNouns[noun], 'latn'))).toEqual(expected);
});

test('the table above has every counted noun', () => {
  expect(Object.keys(countedNouns)).toHaveLength(9);
});

test.each<[duration: number, words: string]>([
  [20, 'أقل من دقيقة'],
  [90, 'دقيقتان'],
  [760, '13 دقيقةً'],
  [3599, 'ساعة واحدة'],
  [7500, 'ساعتان و5 دقائق'],
])('a recording of %i seconds is «%s» long', (duration, words) => {
  expect(strings.recording.facts({ duration, reader: 'ريم' }, 'latn')).toEqual([words, 'بصوت ريم']);
});

test.each([
  [strings.counts.articles(11, 'arab'), '١١ مقالًا'],
  [strings.comments.count(0, 'arab'), 'لا تعليقات'],
  [strings.article.readingTime(4, 'arab'), '٤ دقائق للقراءة'],
])('a count in the digits of the site reads «%s»', (actual, expected) => {
  expect(actual).toBe(expected);
});

const salim: Person = { name: 'سالم', gender: 'male' };
const huda: Person = { name: 'هدى', gender: 'female' };
const layla: Person = { name: 'ليلى', gender: 'female' };
const unknown: Person = { name: 'نور' };
const latin: Person = { name: 'Ann Lee', gender: 'female' };
const culture = { name: 'قسم الثقافة', gender: 'male', isDesk: true } as const;
const agency = { name: 'وكالة الوادي', gender: 'female', isDesk: true } as const;

test.each([
  [[{ name: 'فلان الفلاني', gender: 'male' }], undefined, 'كتب فلان الفلاني'],
  [[huda], undefined, 'كتبت هدى'],
  [[unknown], undefined, 'كتب نور'],
  [[salim, unknown], undefined, 'كتب سالم ونور'],
  [[salim, huda], undefined, 'كتب سالم وهدى'],
  [[huda, salim], undefined, 'كتبت هدى وسالم'],
  [[huda, layla], undefined, 'كتبت هدى وليلى'],
  [[salim, huda, layla], undefined, 'كتب سالم وهدى وليلى'],
  [[huda, layla, { name: 'مريم', gender: 'female' }], undefined, 'كتبت هدى وليلى ومريم'],
  [[huda, salim, layla, unknown], undefined, 'كتبت هدى وسالم وليلى ونور'],
  [[huda, latin], undefined, 'كتبت هدى و Ann Lee'],
  [[latin, huda], undefined, 'كتبت Ann Lee وهدى'],
  [[salim], 'القاهرة', 'القاهرة – كتب سالم'],
  [[huda], 'القاهرة', 'القاهرة – كتبت هدى'],
  [[salim, huda], 'بيروت', 'بيروت – كتب سالم وهدى'],
  [[huda, layla, salim], 'بيروت', 'بيروت – كتبت هدى وليلى وسالم'],
  [[culture], undefined, 'كتب قسم الثقافة'],
  [[agency], undefined, 'كتبت وكالة الوادي'],
  [[agency, salim], 'بيروت', 'بيروت – كتبت وكالة الوادي وسالم'],
  [[salim, culture], undefined, 'كتب سالم وقسم الثقافة'],
  [[], 'بيروت', ''],
  [[], undefined, ''],
] satisfies [Person[], string | undefined, string][])(
  'the byline of the reporters %j from %s is «%s»',
  (writers, dateline, expected) => {
    expect(plainSentence(strings.article.byline({ writers, isReported: true, dateline }))).toBe(expected);
  },
);

test.each([
  [[salim], undefined, 'بقلم سالم'],
  [[huda, salim], undefined, 'بقلم هدى وسالم'],
  [[salim, huda, layla], undefined, 'بقلم سالم وهدى وليلى'],
  [[huda], 'الأقصر', 'الأقصر – بقلم هدى'],
  [[culture], undefined, 'إعداد قسم الثقافة'],
  [[agency, culture], undefined, 'إعداد وكالة الوادي وقسم الثقافة'],
  [[huda, culture], 'الأقصر', 'الأقصر – إعداد هدى وقسم الثقافة'],
] satisfies [Person[], string | undefined, string][])(
  'the byline of the authors %j from %s is «%s»',
  (writers, dateline, expected) => {
    expect(plainSentence(strings.article.byline({ writers, isReported: false, dateline }))).toBe(expected);
  },
);

test.each([
  [[], ''],
  [[huda], 'تحرير: هدى'],
  [[huda, salim], 'تحرير: هدى وسالم'],
  [[culture, latin, huda], 'تحرير: قسم الثقافة و Ann Lee وهدى'],
] satisfies [Person[], string][])('the editors %j are named as «%s»', (editors, expected) => {
  expect(plainSentence(strings.article.editedBy(editors))).toBe(expected);
});

test.each([
  [[huda], true, 'القاهرة', 'القاهرة – كتبت هدى: ', 'القاهرة – كتبت هدى'],
  [[salim, huda], true, undefined, 'كتب سالم وهدى: ', 'كتب سالم وهدى'],
  [[huda], false, 'القاهرة', 'القاهرة – ', 'القاهرة'],
  [[huda], false, undefined, '', ''],
  [[], true, 'القاهرة', 'القاهرة – ', 'القاهرة'],
] satisfies [Person[], boolean, string | undefined, string, string][])(
  'a text by %j, reported: %s, from %s begins with «%s», or «%s» on a line of its own',
  (writers, isReported, dateline, before, alone) => {
    expect(plainSentence(strings.article.opening({ writers, isReported, dateline }))).toBe(before);
    expect(plainSentence(strings.article.openingAlone({ writers, isReported, dateline }))).toBe(alone);
  },
);

test('names stand apart in a byline, so that a page can link each to its own page', () => {
  expect(strings.article.byline({ writers: [huda, salim], isReported: true, dateline: 'بيروت' })).toEqual([
    'بيروت – كتبت ',
    huda,
    ' و',
    salim,
  ]);
});

// biome-ignore format: the counts in their order
test.each([
  ['writtenCount', ['كتابة: لا مقالات', 'كتابة: مقال واحد', 'كتابة: مقالان', 'كتابة: 3 مقالات', 'كتابة: 10 مقالات', 'كتابة: 11 مقالًا', 'كتابة: 99 مقالًا', 'كتابة: 100 مقال', 'كتابة: 101 مقال', 'كتابة: 102 مقال', 'كتابة: 103 مقالات', 'كتابة: 111 مقالًا']],
  ['editedCount', ['تحرير: لا مقالات', 'تحرير: مقال واحد', 'تحرير: مقالان', 'تحرير: 3 مقالات', 'تحرير: 10 مقالات', 'تحرير: 11 مقالًا', 'تحرير: 99 مقالًا', 'تحرير: 100 مقال', 'تحرير: 101 مقال', 'تحرير: 102 مقال', 'تحرير: 103 مقالات', 'تحرير: 111 مقالًا']],
] as const)('the page of an author counts in six forms by %s', (count, expected) => {
  expect(counts.map((number) => strings.author[count](number, 'latn'))).toEqual(expected);
});

test.each([
  [strings.article.lastUpdated, 'آخر تحديث:'],
  [strings.shortLink.label, 'رابط مختصر'],
  [strings.shortLink.copied, 'تم النسخ'],
  [strings.comments.leave, 'اترك تعليقًا'],
  [strings.comments.note, 'لن يُنشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *.'],
  [strings.comments.terms, 'شروط التعليق:'],
  [strings.comments.closed, 'التعليقات مغلقة'],
  [strings.skipLink, 'تخطَّ إلى المحتوى'],
  [strings.share.via('whatsapp', 'واتساب'), 'شارك عبر واتساب'],
  [strings.share.via('mail', 'البريد'), 'شارك عبر البريد الإلكتروني'],
  [strings.related.moreFrom('أخبار العالم'), 'المزيد من أخبار العالم'],
  [strings.related.moreFrom('الاقتصاد'), 'المزيد من قسم الاقتصاد'],
  [strings.related.moreFrom('اقتصاد', 'الاقتصاد'), 'المزيد من قسم الاقتصاد'],
  [strings.related.moreFrom('لبنان'), 'المزيد من قسم «لبنان»'],
  [strings.documentTitle('الاقتصاد', 'الأفق'), 'الاقتصاد – الأفق'],
  [strings.documentTitle('الأفق', 'الأفق'), 'الأفق'],
])('the interface says «%s»', (actual, expected) => {
  expect(actual).toBe(expected);
});

test.each([
  [
    { articles: 26, pages: 84, seconds: 3.24, bytes: 2_412_345 },
    'بُني الموقع: 26 مقالًا في 84 صفحةً، خلال 3.2 ثانية، وحجمه 2.4 ميغابايت.',
  ],
  [
    { articles: 1, pages: 2, seconds: 0.02, bytes: 999 },
    'بُني الموقع: مقال واحد في صفحتين، خلال أقل من ثانية، وحجمه 999 بايتًا.',
  ],
  [
    { articles: 103, pages: 100, seconds: 61.4, bytes: 310_400 },
    'بُني الموقع: 103 مقالات في 100 صفحة، خلال 61 ثانيةً، وحجمه 310 كيلوبايت.',
  ],
  [
    { articles: 0, pages: 3, seconds: 2.04, bytes: 999_700 },
    'بُني الموقع: لا مقالات في 3 صفحات، خلال ثانيتين، وحجمه ميغابايت واحد.',
  ],
])('a build of %j reports «%s»', (made, expected) => {
  expect(commandStrings.build.done(made)).toBe(expected);
});

test.each([
  [
    { threads: 5000, fetched: 0, changed: 0, comments: 15_000, seconds: 3.1 },
    'سُئلت الخدمة عن 5000 مقال. لم تُجلب منها تعليقات. في الأرشيف 15000 تعليق. استغرق ذلك 3.1 ثانية.',
  ],
  [
    { threads: 3, fetched: 1, changed: 0, comments: 2, seconds: 2 },
    'سُئلت الخدمة عن 3 مقالات. جُلبت تعليقات مقال واحد، فلم يتغيّر ملف منها. في الأرشيف تعليقان. استغرق ذلك ثانيتين.',
  ],
  [
    { threads: 28, fetched: 12, changed: 4, comments: 103, seconds: 11 },
    'سُئلت الخدمة عن 28 مقالًا. جُلبت تعليقات 12 مقالًا، فتغيّرت 4 ملفات. في الأرشيف 103 تعليقات. استغرق ذلك 11 ثانيةً.',
  ],
])('a snapshot of %j reports «%s»', (made, expected) => {
  expect(commandStrings.commentSnapshot.done(made)).toBe(expected);
});

test.each([
  [0, 'لكل مقال معرّف، ولم يتغير أي ملف.'],
  [1, 'كُتب المعرّف (id) في ملف واحد.'],
  [2, 'كُتب المعرّف (id) في ملفين.'],
  [3, 'كُتب المعرّف (id) في 3 ملفات.'],
  [11, 'كُتب المعرّف (id) في 11 ملفًا.'],
])('ids written into %d files are reported «%s»', (count, expected) => {
  expect(commandStrings.check.idsWritten(count)).toBe(expected);
});

function labelsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => labelsIn(member, `${path}.${key}`));
}

test('no label carries an invisible character, a tatweel, an uncomposed letter or a doubled space', () => {
  const labels = labelsIn({ strings, commandStrings, countedNouns }, '');
  expect(labels.length).toBeGreaterThan(100);
  for (const [path, label] of labels) {
    expect(label.replace('مشار إليها بـ *', ''), path).not.toMatch(/[\p{Cf}\u0640]|\s\s|[,;?"]/u);
    expect(label, path).toBe(label.normalize('NFC'));
    expect(label.trim(), path).not.toBe('');
  }
});

test('the networks have names in the order of the settings', () => {
  expect(Object.keys(strings.share.networks)).toEqual(['whatsapp', 'telegram', 'x', 'facebook', 'mail']);
});

test.each([
  [[], 'امتلأ القرص. ولم يُصلَح شيء.'],
  [
    ['articles/a.md', 'articles/b.md'],
    'امتلأ القرص. أُصلح قبل ذلك ما يلي، وبقي ما سواه كما كان:\n  articles/a.md\n  articles/b.md',
  ],
])('a fix that stops after %j says what is mended', (files, expected) => {
  expect(commandStrings.check.fixStopped(files, 'امتلأ القرص.')).toBe(expected);
});

test.each([
  [strings.series.place(2, 5, true, 'arab'), 'الجزء ٢ من ٥'],
  [strings.series.place(2, 5, false, 'latn'), 'الجزء 2 من 5 حتى الآن'],
  [strings.series.place(31, undefined, false, 'arab'), 'الجزء ٣١'],
  [strings.series.ordinal(2, 'latn'), 'الجزء الثاني'],
  [strings.series.ordinal(100, 'arab'), 'الجزء ١٠٠'],
  [strings.series.titled('أهل الحرفة'), 'ملف: أهل الحرفة'],
])('an article of a series is «%s»', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
