import { describe, expect, test } from 'vitest';
import { analyseQuery, baseOf } from '../../../../../src/lib/arabic/search/analysis.ts';
import { encodeWord, levels } from '../../../../../src/lib/arabic/search/codes.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';
import { listPlurals } from '../../../../../src/lib/arabic/search/plurals.ts';
import { stripArticle, stripEachProclitic } from '../../../../../src/lib/arabic/search/proclitics.ts';
import { createSegmentation } from '../../../../../src/lib/arabic/search/segmentation.ts';
import { consonantSkeleton, rootOf, stemOf } from '../../../../../src/lib/arabic/search/stems.ts';
import { isStopWord } from '../../../../../src/lib/arabic/search/stop-words.ts';
import { normalizeWord, splitWords } from '../../../../../src/lib/arabic/search/words.ts';

const names = createNameTable();
const base = (word: string) => baseOf(word, names);
const stem = (word: string) => stemOf(base(word));
const skeleton = (word: string) => consonantSkeleton(stem(word));
const root = (word: string) => rootOf(stem(word));

describe('splitting a text into words', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' \n ', []],
    ['قال السعودية،والتي', ['قال', 'السعودية،', 'والتي']],
    ['انتهى.وبدأ', ['انتهى.', 'وبدأ']],
    ['محاكمة/إعدام', ['محاكمة/', 'إعدام']],
    ['قال:«نعم»', ['قال:', '«نعم»']],
    ['و«الكردستاني» لـ«الشرق» وال"أهرام"', ['و«الكردستاني»', 'لـ«الشرق»', 'وال"أهرام"']],
    ['«داعش»، (الناتو)', ['«داعش»،', '(الناتو)']],
    ['3.5 ١٠:٣٠ 2-1 wi-fi', ['3.5', '١٠:٣٠', '2-1', 'wi-fi']],
    ['3,500 T-54 H&M U.N. 5–1 ۱۲:۴۵', ['3,500', 'T-54', 'H&M', 'U.N.', '5–1', '۱۲:۴۵']],
    ['press@daily.example @daily_ar', ['press', '@daily.', 'example', '@daily_', 'ar']],
    ['https://www.daily.example/sport?id=7', ['https://', 'www.', 'daily.', 'example/', 'sport?', 'id=', '7']],
    ['و#قمة_الأطفال و@daily وبـ"الإجماع"', ['و#قمة_', 'الأطفال', 'و@daily', 'وبـ"الإجماع"']],
    ['كرةالقدم ومباراةُالأهلي قمة+ حلبة+مضمار', ['كرة', 'القدم', 'ومباراةُ', 'الأهلي', 'قمة+', 'حلبة+', 'مضمار']],
    ['(و ا س) أ-ف-ب وقال أ و', ['(و ا س)', 'أ-ف-ب', 'وقال', 'أ و']],
    ['1990/1991 ٥٠٠-٦٠٠ Spider-Man', ['1990/', '1991', '٥٠٠-', '٦٠٠', 'Spider-', 'Man']],
    ['و12 لـ٣٠ والـDNA و(7)', ['و12', 'لـ٣٠', 'والـDNA', 'و(7)']],
    ['سنة1990 15يومًا مُحَمَّدReuters', ['سنة', '1990', '15', 'يومًا', 'مُحَمَّد', 'Reuters']],
    ['(أ.ش.أ) د.هالة م.ق.س،قال', ['(أ.ش.أ)', 'د.', 'هالة', 'م.ق.س،', 'قال']],
    ['#بحر_البلطيق', ['#بحر_', 'البلطيق']],
    ['مُحَادَثَـــات، ثم', ['مُحَادَثَـــات،', 'ثم']],
  ])('%j has the words %j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test.each(['-', 'a-', 'و5', 'أ.', '1-', 'aـ', '5\u064e', 'ة\u064e', 'أ '])(
    'takes linear time for a run of %j',
    (sign) => {
      expect(splitWords(sign.repeat(100_000)).length).toBeGreaterThan(0);
    },
  );
});

describe('normalisation', () => {
  test.each([
    ['أوكرانيا', 'اوكرانيا'],
    ['آسيا', 'اسيا'],
    ['مسؤول', 'مسئول'],
    ['شؤون', 'شئون'],
    ['هيئة', 'هيأة'],
    ['مدرسة', 'مدرسه'],
    ['مستشفى', 'مستشفي'],
    ['مُحَادَثَات', 'محـــادثات'],
    ['«داعش»،', 'داعش'],
    ['٢٠٢٢', '2022'],
    ['۲۰۲۲', '2022'],
    ['ترکیا', 'تركيا'],
    ['ﻻعب', 'لاعب'],
    ['Élysée', 'elysee'],
    ['ڤيينا', 'فيينا'],
    ['و12', '12'],
    ['والـDNA', 'dna'],
    ['لـ«الأخبار»', 'الأخبار'],
    ['وبـ"الإجماع"', 'الإجماع'],
    ['و#مهرجان', 'مهرجان'],
    ['ال«شعب»', 'شعب'],
    ['4,750', '4750'],
    ['٤٬٧٥٠٬٠٠٠', '4750000'],
    ['٢٫٧', '2.7'],
    ['11:45', '11.45'],
    ['U.N.', 'UN'],
    ['(و ا س)', 'واس'],
    ['https://', ''],
  ])('makes %s the same as %s', (word, other) => {
    expect(normalizeWord(word)).toBe(normalizeWord(other));
  });

  test.each([
    ['كرة', 'كرت'],
    ['سال', 'صال'],
    ['3.5', '35'],
    ['2-1', '21'],
    ['10:30', '1030'],
    ['4,75', '475'],
    ['', 'ا'],
  ])('keeps «%s» different from «%s»', (word, other) => {
    expect(normalizeWord(word)).not.toBe(normalizeWord(other));
  });
});

describe('the article and the proclitics before it', () => {
  test.each([
    ['المحادثات', 'محادثات'],
    ['والمحادثات', 'محادثات'],
    ['بالمحادثات', 'محادثات'],
    ['وبالمحادثات', 'محادثات'],
    ['كالمحادثات', 'محادثات'],
    ['فالسجين', 'سجين'],
    ['للمحادثات', 'محادثات'],
    ['وللمحادثات', 'محادثات'],
    ['للغه', 'لغه'],
    ['للبنان', 'لبنان'],
    ['الجزاير', 'جزاير'],
    ['التقرير', 'تقرير'],
    ['التقاعد', 'تقاعد'],
    ['الحادث', 'حادث'],
    ['القايمه', 'قايمه'],
    ['الزمالك', 'زمالك'],
    ['الحقوق', 'حقوق'],
    ['التحقيق', 'تحقيق'],
    ['والتفتيش', 'تفتيش'],
    ['التمسك', 'تمسك'],
    ['التماسك', 'تماسك'],
    ['البرتغال', 'برتغال'],
    ['التزامن', 'تزامن'],
    ['الفرد', 'فرد'],
  ])('are stripped: %s gives %s', (word, bare) => {
    expect(stripArticle(word)).toBe(bare);
  });

  test.each([
    'الله',
    'المانيا',
    'بالمانيا',
    'والمانيا',
    'الغاء',
    'والغاء',
    'التقي',
    'التحقوا',
    'التزمت',
    'اليه',
    'والده',
    'والي',
    'بالغ',
    'وبالغ',
    'كاليفورنيا',
    'فالنسيا',
    'محادثات',
    'ال',
  ])('are not stripped from %s, which only looks like it', (word) => {
    expect(stripArticle(word)).toBe(word);
  });

  test.each([
    ['آلام', 'الام'],
    ['وآلية', 'اليه'],
    ['ألحان', 'الحان'],
  ])('are not stripped if the alef has a hamza: %s gives %s', (word, bare) => {
    expect(base(word)).toBe(bare);
  });
});

describe('one-letter proclitics', () => {
  const segmentation = createSegmentation();
  const text = `الوزير الوزير وزير وزير محادثات محادثات محادثات ومحادثات لمحادثات بمحادثات المدينة المدينة المدينة مدينة بمدينة
    تحت تحت تحت تحت تحت تحت فتحت يعلن سيعلن بيروت بيروت زير زير زير زير`;
  for (const word of text.split(/\s+/)) segmentation.learn(word, 1);

  test.each([
    ['ومحادثات', 'محادثات'],
    ['لمحادثات', 'محادثات'],
    ['بمحادثات', 'محادثات'],
    ['وبمحادثات', 'محادثات'],
    ['بمدينه', 'مدينه'],
    ['سيعلن', 'يعلن'],
    ['وسيعلن', 'يعلن'],
  ])('are stripped if the text has the rest as a word: %s gives %s', (word, rest) => {
    expect(segmentation.segment(word)).toBe(rest);
  });

  test.each(['وزير', 'فتحت', 'بيروت', 'واحد', 'بحث', 'وفاه', 'لبنان', 'ساعه', 'مجهول'])(
    'are not stripped from %s',
    (word) => {
      expect(segmentation.segment(word)).toBe(word);
    },
  );

  test('do not depend on the order in which words are learnt', () => {
    const other = createSegmentation();
    for (const word of text.split(/\s+/).reverse()) other.learn(word, 1);
    for (const word of ['ومحادثات', 'وزير', 'فتحت', 'بمدينه']) {
      expect(other.segment(word)).toBe(segmentation.segment(word));
    }
  });

  test('of a word in a query are each stripped, as possible readings', () => {
    expect(stripEachProclitic('وبمدينه')).toEqual(['مدينه', 'بمدينه']);
    expect(stripEachProclitic('وزن')).toEqual([]);
    expect(stripEachProclitic('سيعلن')).toEqual(['يعلن']);
  });

  test('are always stripped before a hamza on alef', () => {
    expect(base('وأعلن')).toBe('اعلن');
    expect(base('فأر')).toBe('فار');
  });
});

describe('stems', () => {
  test.each([
    ['محادثات', 'المحادثات', 'محادثة', 'والمحادثات'],
    ['وزير', 'الوزير', 'وزراء', 'وزرائهم'],
    ['مستشفى', 'مستشفيات', 'مستشفي', 'المستشفيات'],
    ['مسؤول', 'مسئول', 'المسؤولون', 'مسؤولين'],
    ['سعر', 'أسعار', 'أسعارهم', 'بالأسعار'],
    ['رأي', 'آراء', 'آرائهم'],
    ['قاضي', 'قضاة', 'القاضى', 'قاض'],
    ['قرية', 'قرى', 'القرية'],
    ['طائرة', 'طائرات', 'الطائرتين'],
    ['قانون', 'قوانين', 'القوانين'],
    ['مدرسة', 'مدارس', 'مدارسنا'],
    ['أعلن', 'أعلنت', 'أعلنوا'],
    ['حريق', 'حرائق', 'الحرائق'],
    ['ليبي', 'ليبيون', 'الليبيين', 'ليبية'],
  ])('are the same for %s, %s …', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  test.each([
    ['وزير', 'وزارة'],
    ['كاتب', 'كتاب'],
    ['حق', 'حقيقة'],
    ['علم', 'عالم'],
    ['شعب', 'شعاب'],
    ['تكوين', 'تكون'],
    ['تفاهم', 'تفاحة'],
    ['رئيس', 'رئاسة'],
  ])('are different for %s and %s', (word, other) => {
    expect(stem(word)).not.toBe(stem(other));
  });

  test('are the same for listed plurals and their singulars, apart from plurals that are spelled like another word', () => {
    const parted = listPlurals().filter(
      ({ singular, plural }) => stemOf(normalizeWord(singular)) !== stemOf(normalizeWord(plural)),
    );
    expect(parted).toEqual([
      { singular: 'فرق', plural: 'فروق' },
      { singular: 'قوي', plural: 'أقوياء' },
      { singular: 'شباك', plural: 'شبابيك' },
    ]);
  });

  test('of words in other scripts are the words themselves', () => {
    expect(['nato', '2022', 'g20'].map(stemOf)).toEqual(['nato', '2022', 'g20']);
  });
});

describe('skeletons and roots', () => {
  test.each([
    ['وزير', 'وزارة'],
    ['رئيس', 'رئاسة'],
    ['أعلن', 'إعلان'],
    ['مهاجر', 'مهاجرون'],
  ])('%s and %s have the same skeleton', (word, other) => {
    expect(skeleton(word)).toBe(skeleton(other));
  });

  test.each([
    ['أعلن', 'يعلن'],
    ['استقال', 'يستقيل'],
    ['يعلن', 'تعلن'],
  ])('%s and %s have the same root', (word, other) => {
    expect(root(word)).toBe(root(other));
  });

  test.each([
    ['وزير', 'زير'],
    ['محادثات', 'حدث'],
    ['شرط', 'قرض'],
  ])('%s and %s have different roots', (word, other) => {
    expect(root(word)).not.toBe(root(other));
  });
});

describe('stop words', () => {
  test.each(['في', 'على', 'إلى', 'الى', 'أن', 'ان', 'وأن', 'التي', 'والتي', 'مِنْ', 'هذا', '«في»'])(
    '%s is a stop word',
    (word) => {
      expect(isStopWord(word)).toBe(true);
      expect(base(word)).toBe('');
    },
  );

  test.each(['علي', 'آلي', 'منى', 'فيل', 'خبر'])('%s is no stop word', (word) => {
    expect(base(word)).not.toBe('');
  });
});

describe('names', () => {
  test.each([
    ['الناتو', 'NATO'],
    ['جوجل', 'غوغل', 'Google'],
    ['أمريكا', 'أميركا'],
    ['الأميركية', 'أمريكية'],
    ['داعش', 'ISIS'],
  ])('%s and %s have the same base', (...spellings) => {
    expect(new Set(spellings.map(base)).size).toBe(1);
  });

  test('of a site take precedence over ours', () => {
    const own = createNameTable([
      ['الأطلسي', 'ناتو'],
      ['جريدتنا', 'الجريدة'],
    ]);
    expect(baseOf('الناتو', own)).toBe(baseOf('الأطلسي', own));
    expect(baseOf('NATO', own)).toBe(baseOf('الأطلسي', own));
    expect(baseOf('للجريدة', own)).toBe(baseOf('جريدتنا', own));
  });
});

describe('codes', () => {
  test('begin with the root, and have more marks for each stricter level', () => {
    const codes = levels.map((level) => encodeWord(base('المحادثات'), level));
    expect(codes[0]).toBe('محدثx');
    expect(codes.map((code) => code.length)).toEqual([5, 6, 8, 10]);
    for (const [index, code] of codes.entries()) expect(codes.at(index + 1) ?? code).toContain(code);
  });

  test('of two words are the same at the levels at which the words are', () => {
    expect(encodeWord(base('حرائق'), 'stem')).toBe(encodeWord(base('الحريق'), 'stem'));
    expect(encodeWord(base('حرائق'), 'word')).not.toBe(encodeWord(base('الحريق'), 'word'));
    expect(encodeWord(base('وزارة'), 'skeleton')).toBe(encodeWord(base('وزير'), 'skeleton'));
    expect(encodeWord(base('وزارة'), 'stem')).not.toBe(encodeWord(base('وزير'), 'stem'));
  });

  test('of words in other scripts have no marks', () => {
    expect(encodeWord('nato')).toBe('natox');
    expect(encodeWord('exxon').startsWith(encodeWord('e'))).toBe(false);
    expect(encodeWord('exxon')).not.toBe(encodeWord('eon'));
  });
});

describe('a query', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['   ', []],
    ['في من على', []],
    ['!؟،', []],
    ['الانتخابات في تركيا', ['انتخابات', 'تركيا']],
    ['تركيا، تركيا', ['تركيا']],
    ['محاكمة/إعدام', ['محاكمه', 'اعدام']],
    ['<img src=x onerror=alert(1)>', ['img', 'src', 'x', 'onerror', 'alert', '1']],
    ['و لـ د.هالة', ['هاله']],
    ['تركيا-لبنان', ['تركيا', 'لبنان']],
  ])('«%s» has the terms %j', (query, bases) => {
    expect(analyseQuery(query, names).terms.map((term) => term.base)).toEqual(bases);
  });

  test.each<[string, { base: string; joined: string[]; parted: string[][][] }[]]>([
    [
      'أبي سمبل',
      [
        { base: 'ابي', joined: ['ابوسمبل'], parted: [] },
        { base: 'سمبل', joined: ['ابوسمبل'], parted: [] },
      ],
    ],
    ['وأبوسمبل', [{ base: 'ابوسمبل', joined: [], parted: [[['ابو', 'ابا', 'ابي'], ['سمبل']]] }]],
    ['لعبدالكريم', [{ base: 'عبدالكريم', joined: [], parted: [[['عبد'], ['كريم']]] }]],
    ['آلعمران', [{ base: 'العمران', joined: [], parted: [[['ال'], ['عمران']]] }]],
    ['العمران', [{ base: 'عمران', joined: [], parted: [] }]],
    ['mig29', [{ base: 'mig29', joined: [], parted: [[['mig'], ['29']]] }]],
    [
      'mig-29',
      [
        { base: 'mig', joined: ['mig29'], parted: [] },
        { base: '29', joined: ['mig29'], parted: [] },
      ],
    ],
    ['بنزين', [{ base: 'بنزين', joined: [], parted: [] }]],
  ])('«%s» has other ways of writing', (query, expected) => {
    expect(analyseQuery(query, names).terms.map(({ base, joined, parted }) => ({ base, joined, parted }))).toEqual(
      expected,
    );
  });

  test('has the other spellings of a name, of one word and of several', () => {
    const own = createNameTable([['الناتو', 'حلف الأطلسي', 'حلف شمال الأطلسي', 'NATO']]);
    const read = (query: string) =>
      analyseQuery(query, own).terms.map(({ base, joined, parted }) => [
        base,
        joined,
        parted.map((words) => words.flat().join(' ')),
      ]);
    expect(read('NATO')).toEqual([['ناتو', [], ['حلف اطلسي', 'حلف شمال اطلسي']]]);
    expect(read('عن حلف الأطلسي')).toEqual([
      ['حلف', ['ناتو'], ['حلف شمال اطلسي']],
      ['اطلسي', ['ناتو'], ['حلف شمال اطلسي']],
    ]);
    expect(read('حلف')).toEqual([['حلف', [], []]]);
  });

  test.each<[string, string[]]>([
    ['حقوق «الإنسان»', ['الإنسان']],
    ['"حقوق الإنسان" “في تونس” „اليوم“', ['حقوق الإنسان', 'في تونس', 'اليوم']],
    ["'حقوق الإنسان' l'eau d'or", ['حقوق الإنسان']],
    ['"حقوق الإنسان', []],
    ['«» ""', []],
  ])('%s has the phrases %j', (query, phrases) => {
    expect(analyseQuery(query, names).phrases).toEqual(phrases);
  });

  test('keeps the positions of its words, and whether it is a phrase', () => {
    const { terms, phrases } = analyseQuery('«حقوق الإنسان في تونس»', names);
    expect(terms.map(({ position }) => position)).toEqual([0, 1, 3]);
    expect(phrases).toEqual(['حقوق الإنسان في تونس']);
  });

  test('may have controls, lone surrogates or a great length', () => {
    expect(analyseQuery('\u202eقلب\u202c', names).terms.map((term) => term.base)).toEqual(['قلب']);
    expect(analyseQuery('خبر\ud800', names).terms).toHaveLength(1);
    const long = analyseQuery('كلمة1 كلمة2 كلمة3 كلمة4 كلمة5 كلمة6 '.repeat(2000), names);
    expect(long.terms.length).toBeLessThanOrEqual(16);
    expect(analyseQuery('ا'.repeat(10_000), names).terms).toHaveLength(1);
  });
});
