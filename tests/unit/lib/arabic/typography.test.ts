import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviseText, typeset, typesettingRules } from '../../../../src/lib/arabic/typography.ts';
import { type TypographyRuleId, typographyRules } from '../../../../src/lib/arabic/typography-rules.ts';
import { withEdits } from '../../../../src/lib/tracked-text.ts';

function revise(text: string): string {
  return withEdits(text, reviseText(text, typographyRules).edits);
}

/** For each rule, what authors type and what the rules make of it. */
const cases: Record<TypographyRuleId, [typed: string, meant: string][]> = {
  nfc: [['ا\u0654حمد', 'أحمد']],
  'presentation-forms': [
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['ﺍﻟﻠﻪ', 'الله'],
    ['ﻻ', 'لا'],
    ['كلمة ﹱ', 'كلمة \u064B'],
  ],
  invisible: [
    ['كل\u200Bمة\u200F \uFEFFثا\u00ADنية', 'كلمة ثانية'],
    ['كل\u0002مة\u000Bثا\ud800\u200Bنية', 'كلمة ثانية'],
    ['كلمة \u2067ثانية\u2069 على \u202aRadio\u202c', 'كلمة ثانية على Radio'],
    ['إلى \u200F\u202a-7\u202c درجات و\u200e*.txt', 'إلى \u200e-7 درجات و\u200e*.txt'],
    ['هاتفه \u200e+961 1 234 567 و\u2066+961-1-234-567\u2069', 'هاتفه +961 1 234 567 و\u200e+961-1-234-567'],
  ],
  'bidi-override': [['نص\u202Eخفي\u202D', 'نصخفي']],
  zwnj: [['كلمة\u200C ثم', 'كلمة ثم']],
  'persian-letters': [
    ['کتاب فی ۱۲', 'كتاب في ١٢'],
    ['علی مستوی المدیر', 'على مستوى المدير'],
  ],
  tatweel: [
    ['الأخبـــار', 'الأخبار'],
    ['محمـد وسلامـــ', 'محمد وسلام'],
    ['بـــ«الأهرام»', 'بـ«الأهرام»'],
  ],
  'latin-punct': [
    ['حضر, ثم', 'حضر، ثم'],
    ['هل حضر ?', 'هل حضر؟'],
    ['حضر; ثم', 'حضر؛ ثم'],
    ['حضر,, ثم ;; مضى', 'حضر، ثم؛؛ مضى'],
    ['«الأهرام», ثم', '«الأهرام»، ثم'],
  ],
  quotes: [
    ['قال : "نعم"', 'قال: «نعم»'],
    ['و"النيابة" تنفي', 'و«النيابة» تنفي'],
    ['“قوس” و”آخر“', '«قوس» و«آخر»'],
  ],
  ellipsis: [
    ['وغادر .. ثم عاد', 'وغادر… ثم عاد'],
    ['وغادر ...', 'وغادر…'],
    ['ثم . . . مضى', 'ثم… مضى'],
    ['... ثم مضى', '… ثم مضى'],
    ['لماذا...؟', 'لماذا…؟'],
    ['مضى……', 'مضى…'],
    ['«نعم» ..', '«نعم»…'],
  ],
  'space-before-punct': [
    ['قال ، ثم ذهب', 'قال، ثم ذهب'],
    ['لا تعليق !', 'لا تعليق!'],
    ['انظر https://a.com/x?y=1,2 ، ثم', 'انظر https://a.com/x?y=1,2، ثم'],
  ],
  'space-inside-open': [
    ['( نص )', '(نص)'],
    ['« نص »', '«نص»'],
    ['سيارات الأجرة" الفردي" هنا', 'سيارات الأجرة «الفردي» هنا'],
    ['و" النيابة" قالت', 'و«النيابة» قالت'],
  ],
  'space-after-punct': [
    ['قال،ثم', 'قال، ثم'],
    ['قال:نعم', 'قال: نعم'],
    ['انتهى.بدأ', 'انتهى. بدأ'],
    ['«نص»ثم', '«نص» ثم'],
    ['قال«نعم»', 'قال «نعم»'],
    ['الولايات المتحدة(أ ف ب)', 'الولايات المتحدة (أ ف ب)'],
    ['قال…نعم', 'قال… نعم'],
  ],
  'detached-waw': [
    ['و قال الوزير', 'وقال الوزير'],
    ['«نعم» و «لا»', '«نعم» و«لا»'],
  ],
  dash: [['قال - في بيان - إن', 'قال – في بيان – إن']],
  'dup-punct': [
    ['لماذا؟؟؟', 'لماذا؟'],
    ['نعم!!', 'نعم!'],
    ['نعم،، ثم', 'نعم، ثم'],
  ],
  spaces: [
    ['كلمة  كلمة', 'كلمة كلمة'],
    ['كلمة\u00A0كلمة', 'كلمة كلمة'],
  ],
};

describe.each(Object.entries(cases))('%s', (id, rows) => {
  it.each(rows)('%s → %s', (typed, meant) => {
    expect(revise(typed)).toBe(meant);
    expect(reviseText(typed, typographyRules).changes.map(({ rule }) => rule)).toContain(id);
  });
});

describe('the rules leave alone', () => {
  it.each([
    ['a year of the Hijra', 'عام 1443هـ'],
    ['a tatweel between a clitic and a mark, a digit or Latin', 'بـ«الأهرام» ولـ5 والـ60 وبال«فيسبوك» و«ـها»'],
    ['a line of tatweels', 'نص ـــــ'],
    ['the signs ﷺ ﷲ ﷼ ﴿﴾', 'صلى الله عليه وسلم ﷺ ﴿نص﴾ ﷲ ﷼'],
    ['numbers', '1,234.5 كلم و١٬٢٣٤٫٥ و 2020-2022'],
    ['a comma within a number', 'بلغ 3،5 في المئة'],
    ['a time', 'الساعة 10:30 مساء'],
    ['a score', 'النتيجة 3:2 و3-2'],
    ['a negative number', 'الحرارة - 5 درجات'],
    ['initials', 'أ. د. محمد، ص.ب. وأ.ف.ب'],
    ['inches', 'شاشة 12" كبيرة'],
    ['two inch signs', 'شاشتان 12" و15" كبيرتان'],
    ['a quotation without a closing mark', 'قال "بدون إغلاق'],
    ['a zero-width non-joiner between letters', 'مي\u200Cخواهم'],
    ['a number that begins with a dot', 'المادة .5'],
    ['a name that begins with a dot', 'منصة .NET الجديدة'],
    ['an ending in brackets', 'طالب(ة) والمعلم(ين) و(ال)قاهرة'],
    ['dots between Latin letters', 'من a...b إلى 1..9 ومسار ../x'],
    ['Latin text', 'Node.js, TypeScript, etc. "yes" ... no -- x  y'],
    ['URLs, e-mail addresses and hashtags', 'راسل a.b@c.com، وزر https://x.com/a_(b)..c;d?e,f و#وسم_هنا و@user.name'],
    ['the order of tashkeel', 'شدّ\u064Eة'],
    ['smileys', 'نعم :) و;) وحزن :( و ;-) ثم'],
    ['a verse of the Quran', 'قال تعالى: ﴿ ٱلرَّحۡمَـٰنِ لِّلۡمُتَّقِینَ ﴾ آية'],
    ['a name with dots', 'وكالة سي.إن.إن وجي.بي.مورغان والعربية.نت والجزيرة.نت'],
    ['a formula and a trade mark', 'مادة Ca(OH)2 وموقع Yahoo!News'],
    ['a URL without its scheme', 'زوروا ar.example.org/wiki/القاهرة,_مصر وexample.com/بحث?q=1 لتعرفوا'],
    ['dot leaders', 'الاسم: .............. التاريخ: ...........'],
    ['empty square brackets', '[ ] نعم'],
    ['single guillemets outside a quotation', 'العلامتان ‹…› للداخل'],
    ['domains in Arabic', 'راسل هدى@جسر.عربي، وزر جسر.مصر وجسر.شبكة'],
    ['brackets the wrong way round', 'كان ]بين قوسين[ وكان )بين قوسين( هنا، )وهنا(.'],
    ['doubled quotation marks', 'قال ""نعم"" ثم'],
    ['the sign of a note', '[!NOTE] نص'],
    ['the spaces beside an unpaired quotation mark', 'قال »نعم» ثم'],
    ['a formula', 'المساحة $ab - c, d$ ثم $$x = 1 - y ... z$$ ثم $\\text{نصف القطر} - 1 , 2$'],
    ['items left out of a list', 'الحروف أ، ب، ...، ي والأعداد 1، 2، ... ثم 9'],
    ['an hour or a ratio with spaces', 'بدأ في 10 : 30 والنسبة ١ : ٤ ثم'],
    ['straight marks of which one is missing', 'صاحت: "هيا!" ثم "سكتت.'],
    ['straight marks after a question', 'سألت "متى؟" و"أين.'],
    ['Persian words', 'گفت «کتاب روی میز»'],
  ])('%s', (_, text) => {
    expect(revise(text)).toBe(text);
  });
});

it.each([
  ['a price in dollars', 'بلغ $5 ، ثم $7 ، ثم', 'بلغ $5، ثم $7، ثم'],
  ['dollars after the number', 'بلغ 5$ - في الأول - ثم 7$', 'بلغ 5$ – في الأول – ثم 7$'],
  ['dollars round words', 'دفع $5 - نقدًا - أو 7$', 'دفع $5 – نقدًا – أو 7$'],
])('the rules do not take for a formula: %s', (_, typed, meant) => {
  expect(revise(typed)).toBe(meant);
});

describe('quotation marks', () => {
  it.each([
    ['of another family inside a quotation', '"قال “نعم” ثم"، ومضى', '«قال ‹نعم› ثم»، ومضى'],
    ['inside guillemets', '«قال "نعم" ثم»', '«قال ‹نعم› ثم»'],
    ['round guillemets', '"قال «نعم» ثم"', '«قال ‹نعم› ثم»'],
    [
      'inside a quotation with the same marks',
      '"سمعت "الساعة أمانة" مرارًا"، ومضى',
      '«سمعت ‹الساعة أمانة› مرارًا»، ومضى',
    ],
    [
      'inside a quotation with the same marks, after a clitic',
      '"الاتفاق و"الملحق" ساريان"',
      '«الاتفاق و‹الملحق› ساريان»',
    ],
    ['that are guillemets inside guillemets', '«قال «نعم» ثم»', '«قال ‹نعم› ثم»'],
    [
      'that are guillemets the wrong way round',
      'قال »سنعود قريبا«، وأضاف »لن نتراجع«.',
      'قال «سنعود قريبا»، وأضاف «لن نتراجع».',
    ],
    ['that look closing but open', '" نعم "قال و" لا "مضى', '«نعم» قال و«لا» مضى'],
    ['after a digit', 'عام "2022" كان', 'عام «2022» كان'],
    ['round Latin words', 'كتاب "Hello, World" الجديد', 'كتاب «Hello, World» الجديد'],
    ['over two lines', '"نعم\nولا" ثم', '«نعم\nولا» ثم'],
    ['that would enclose the text between two quotations', 'العام" أو "شهادة ختم', 'العام" أو "شهادة ختم'],
    ['without a partner', '«نعم" ثم "لا"', '«نعم" ثم "لا"'],
  ])('%s', (_, typed, meant) => {
    expect(revise(typed)).toBe(meant);
  });
});

describe('the rules that are applied to pages', () => {
  it('change no letter and no digit', () => {
    const typed = 'کتاب فی ۱۲ الأخبـــار ؟؟ و قال, ثم';
    expect(typeset(typed, typesettingRules([]))).toBe(typed.replace(' ؟؟', '؟؟'));
  });

  it('can be switched off one by one', () => {
    expect(typeset('قال : "نعم" ..', typesettingRules(['quotes']))).toBe('قال: "نعم"…');
    expect(typeset('قال : "نعم" ..', typesettingRules(['space-before-punct', 'ellipsis']))).toBe('قال : «نعم» ..');
  });
});

const alphabet = fc.constantFrom(
  ...'ابتةىيوهكلمن ءأ ٠١٢ 12 ab ZX َُِّ ـ ،؛؟!:.…«»‹›"“”()[]-–—/\\@#_*&;,?%٪'.split(''),
  ...[
    '\n',
    '\u00a0',
    '\u200b',
    '\u200c',
    '\u200f',
    '\u202e',
    '\u2066',
    'ک',
    'ی',
    'ﻻ',
    '\u0654',
    ' و ',
    '..',
    'https://a.example/x',
    'a@b.example',
    '#وسم_هنا',
  ],
);
const anyText = fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(''));
const seed = { seed: 20261124, numRuns: 4000 };

describe('any text', () => {
  it('is not changed by a second revision', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = revise(text);
        expect(revise(once)).toBe(once);
      }),
      seed,
    );
  });

  it('keeps all letters and digits in order under the rules for pages', () => {
    const rules = typesettingRules(['nfc', 'presentation-forms']);
    const kept = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(kept(typeset(text, rules))).toBe(kept(text));
      }),
      seed,
    );
  });

  it('keeps all letters and digits in order, apart from the rules for letters', () => {
    const kept = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/[کیہ۰-۹]/g, (letter) => revise(`ا ${letter}`).at(-1) ?? '')
        .normalize('NFKC')
        .replace(/ـ/g, '')
        .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
        .normalize('NFC');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(kept(revise(text))).toBe(kept(text));
      }),
      seed,
    );
  });

  it('keeps URLs, e-mail addresses, hashtags and handles unchanged', () => {
    const span = fc.constantFrom(
      'https://a.example/x..y;z?q=1,2',
      'a.b@c.example',
      '#وسم_هنا',
      '@user.name',
      'www.x.example/كتاب,',
    );
    fc.assert(
      fc.property(anyText, span, anyText, (before, kept, after) => {
        expect(revise(`${before} ${kept} ${after}`)).toContain(kept.replace(/,$/, ''));
      }),
      seed,
    );
  });
});
