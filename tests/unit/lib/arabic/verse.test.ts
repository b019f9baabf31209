import { describe, expect, it } from 'vitest';
import { divideVerse, judgeVerse, readVerseCredit, readVerseHeading } from '../../../../src/lib/arabic/verse.ts';

describe('the line before verse', () => {
  it.each([
    ['شعر', ''],
    ['شِعْر:', ''],
    ['الشعر :', ''],
    ['قصيدة', ''],
    ['أبيات', ''],
    ['ابيات شعرية', ''],
    ['بيتان من الشعر', ''],
    ['[!شعر]', ''],
    ['شعر: ليلى النهري', 'ليلى النهري'],
    ['شعر - ليلى النهري', 'ليلى النهري'],
    ['القصيدة — ليلى النهري ', 'ليلى النهري'],
    ['[شعر] ليلى النهري', 'ليلى النهري'],
  ])('is %j, with the poet %j', (line, poet) => {
    const range = readVerseHeading(line);
    expect(range && line.slice(range.start, range.end)).toBe(poet);
  });

  it.each([
    'شعر بالبرد حين خرج',
    'شعراء',
    'قصيدة للأطفال',
    'شعر: قال إنه لن يعود.',
    'شعر - وهو في الطريق إلى بيته بعد يوم طويل من العمل في المرفأ - بأن المطر قريب',
    '',
  ])('is not %j', (line) => {
    expect(readVerseHeading(line)).toBeUndefined();
  });
});

it.each([
  ['— ليلى النهري', 'ليلى النهري'],
  ['–ليلى النهري', 'ليلى النهري'],
  ['-- ليلى النهري، «الضفة»', 'ليلى النهري، «الضفة»'],
  ['- ليلى النهري', 'ليلى النهري'],
  ['— إلى أين تمضي؟', undefined],
  ['ليلى النهري', undefined],
])('the last line %j names the poet %j', (line, poet) => {
  const range = readVerseCredit(line);
  expect(range && line.slice(range.start, range.end)).toBe(poet);
});

const halves = (lines: string[], isFree?: boolean) =>
  divideVerse(lines, isFree).map((parts, at) =>
    parts.map(({ start, end }) => lines[at]?.slice(start, end)).join(' | '),
  );

describe('the halves of a line in verse', () => {
  it.each([
    ['three stars', 'يا نهر أين *** تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['two stars', 'يا نهر أين ** تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['stars without spaces', 'يا نهر أين***تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['a sign of omission', 'يا نهر أين … تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['dots', 'يا نهر أين ... تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['dots without a space before', 'يا نهر أين... تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['a tab', 'يا نهر أين\tتمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['three spaces', 'يا نهر أين   تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['no-break spaces', 'يا نهر أين\u00A0\u00A0\u00A0\u00A0تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['spaces and stars', 'يا نهر أين      ***      تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['a slash', 'يا نهر أين / تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['a dash', 'يا نهر أين — تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['tatweels', 'يا نهر أين ــــ تمضي وحيدا', 'يا نهر أين | تمضي وحيدا'],
    ['the widest gap', 'يا   نهر أين        تمضي وحيدا', 'يا   نهر أين | تمضي وحيدا'],
    ['nothing', 'يا نهر أين تمضي وحيدا', 'يا نهر أين تمضي وحيدا'],
    ['two equal gaps', 'يا نهر    أين تمضي    وحيدا', 'يا نهر    أين تمضي    وحيدا'],
    ['a sign at an end', '… يا نهر أين …', '… يا نهر أين …'],
  ])('are parted by %s', (_, line, expected) => {
    expect(halves([line])).toEqual([expected]);
  });

  it('are not parted by dots that most lines lack', () => {
    const lines = ['يا نهر ... يا صديقي', 'خذني إليك', 'فالضفة ضيقة', 'والماء واسع *** كالأمنيات'];
    expect(halves(lines)).toEqual([...lines.slice(0, 3), 'والماء واسع | كالأمنيات']);
  });

  it('of free verse are not parted by a gap that most lines lack, nor by dots', () => {
    expect(halves(['يا نهر    يا صديقي', 'خذني إليك', 'فالضفة ضيقة'], true)).toHaveLength(3);
    expect(halves(['يا نهر    يا صديقي', 'خذني إليك', 'فالضفة ضيقة'], true)[0]).toBe('يا نهر    يا صديقي');
    expect(halves(['يا نهر … يا صديقي'], true)).toEqual(['يا نهر … يا صديقي']);
    expect(halves(['يا نهر    يا صديقي', 'خذني إليك    فالضفة ضيقة'], true)[1]).toBe('خذني إليك | فالضفة ضيقة');
  });
});

const [first, second] = ['سرت والليل على النهر سكون', 'وعلى الضفة للريح شجون'];
const [third, fourth] = ['لم أجد في آخر الدرب رفيقا', 'غير صوت الماء تحكيه الغصون'];

describe('a paragraph that does not say what it is', () => {
  it.each([
    ['one line with a gap of four spaces', [`${first}    ${second}`]],
    ['one line with a tab', [`${first}\t${second}`]],
    ['two lines with gaps', [`${first}    ${second}`, `${third}          ${fourth}`]],
    ['two lines with tabs that rhyme', [`${first}\t${second}`, `${third}\t${fourth}`]],
    ['two lines with stars', [`${first} ** ${second}`, `${third} ** ${fourth}`]],
    ['two lines with dots that rhyme', [`${first} ... ${second}`, `${third} … ${fourth}`]],
    ['three stars between halves of any length', ['يا نهر الماء *** أين تمضي وحيدا في المساء']],
  ])('is verse: %s', (_, lines) => {
    expect(judgeVerse(lines).kind).toBe('verse');
  });

  it.each([
    ['halves of which one is much longer', ['يا نهر الليل    أين تمضي وحيدا في هذا المساء البعيد']],
    ['a full stop', ['وصل الوفد مساء اليوم    وغادر في الصباح الباكر.']],
    ['a table of two columns', ['اسم الكتاب الأول\tرفّ اللغة القديم', 'اسم الكتاب الثاني\tرفّ علوم البحار']],
    [
      'lines with dots that do not rhyme',
      ['الدعوة عامة للجميع ... والمكان في الساحة', 'يبدأ الحفل مساء ... وينتهي قبل الليل'],
    ],
  ])('is doubtful: %s', (_, lines) => {
    expect(judgeVerse(lines).kind).toBe('doubtful');
  });

  it.each([
    ['a sentence', ['سرت والليل على النهر سكون، وعلى الضفة للريح شجون.']],
    ['one word beside a gap', ['قال الوزير إن الأمر    انتهى']],
    ['a gap of three spaces', [`${first}   ${second}`]],
    ['a sentence with dots', ['وصل الوفد إلى المدينة ... ثم غادرها بعد ساعة']],
    ['a table with numbers', ['رسم الدخول للكبار\t20 دينارا', 'رسم الدخول للصغار\t10 دنانير']],
    ['a table of three columns', ['اسم الكتاب\tاسم الكاتب\tرقم الرف']],
    ['fixtures', ['اتحاد الضفة / نجوم النهر', 'شباب المرفأ / وفاق الساحل']],
    ['a gap in a long sentence', [`${'كلمة '.repeat(14)}   ${'كلمة '.repeat(14)}`]],
    ['a line without a gap', [`${first}    ${second}`, third]],
    ['Latin', ['one two three    four five six']],
    ['nothing', ['']],
  ])('is prose: %s', (_, lines) => {
    expect(judgeVerse(lines).kind).toBe('prose');
  });
});
