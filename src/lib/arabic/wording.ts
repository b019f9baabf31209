import { letters, marks } from './characters.ts';
import { pairQuotationMarks } from './quotes.ts';

export type WordingRuleId =
  | 'mixed-digits'
  | 'percent'
  | 'odd-quotes'
  | 'hamza'
  | 'misspelling'
  | 'tanween-order'
  | 'dup-word';

/** Something in a text that its author should look at; only the author knows what is meant. */
export interface Suggestion<Rule extends string = WordingRuleId> {
  rule: Rule;
  start: number;
  /** The first unit after it. */
  end: number;
  /** What is probably meant: more than one where a reader must choose. */
  meant: readonly string[];
}

/** Words that lose their hamza, with what they may be: «ان» is «أن» or «إن». */
const withoutHamza: Readonly<Record<string, readonly string[]>> = {
  الى: ['إلى'],
  اذا: ['إذا'],
  اذ: ['إذ'],
  او: ['أو'],
  ان: ['أن', 'إن'],
  انه: ['أنه', 'إنه'],
  انها: ['أنها', 'إنها'],
  انهم: ['أنهم', 'إنهم'],
  الا: ['إلا', 'ألا'],
  اكثر: ['أكثر'],
  اقل: ['أقل'],
  اول: ['أول'],
  اي: ['أي'],
  احد: ['أحد'],
  احدى: ['إحدى'],
  اكد: ['أكد'],
  اعلن: ['أعلن'],
  اعلنت: ['أعلنت'],
  اشار: ['أشار'],
  اضاف: ['أضاف'],
  اوضح: ['أوضح'],
  امس: ['أمس'],
  الان: ['الآن'],
  ايضا: ['أيضا'],
  اثناء: ['أثناء'],
  امام: ['أمام'],
  اليها: ['إليها'],
  اليه: ['إليه'],
};

const misspelt: Readonly<Record<string, string>> = {
  هذة: 'هذه',
  لاكن: 'لكن',
  ذالك: 'ذلك',
  هاذا: 'هذا',
  هاذه: 'هذه',
  هاؤلاء: 'هؤلاء',
  اللة: 'الله',
  'إنشاء الله': 'إن شاء الله',
  'انشاء الله': 'إن شاء الله',
  'ان شاء الله': 'إن شاء الله',
  إستخدام: 'استخدام',
  إستقبال: 'استقبال',
  إجتماع: 'اجتماع',
  إنتخابات: 'انتخابات',
  إقتصاد: 'اقتصاد',
  لايمكن: 'لا يمكن',
  مازال: 'ما زال',
  لازال: 'لا يزال',
};

const start = `(?<![${letters}${marks}_])`;
const end = `(?![${letters}${marks}_])`;
/** One-letter conjunctions that are written as part of the word. */
const clitic = '(?:[وف])?';
const article = '(?:(?:[وفبك]|)ال|[وفبل])?';
/** «واحد», «واي» and «واو» are words of their own. */
const alone = ['احد', 'اي', 'او'];
const joined = Object.keys(withoutHamza).filter((word) => !alone.includes(word));
const hamza = new RegExp(`${start}(?:${clitic}(${joined.join('|')})|(${alone.join('|')}))${end}`, 'g');
const misspelling = new RegExp(`${start}${article}(${Object.keys(misspelt).join('|')})${end}`, 'g');
const repeated = new RegExp(`${start}([${letters}${marks}]{2,})[ \\n]\\1${end}`, 'g');
const digits = /[0-9٠-٩]+/g;
const percentage = /(?<![0-9٠-٩٫.,])(?:[٠-٩](?:[٫.]?[٠-٩])*[ \u00A0]?%|[0-9](?:[.,]?[0-9])*[ \u00A0]?٪)/g;
const tanweenAfterAlef = /\u0627\u064B/g;

/** What is doubtful in the wording of a block, in the order of the text. Spans that no rule may touch are `opaque` in it. */
export function findSuggestions(text: string): Suggestion[] {
  const suggestions = [
    ...remarksOn(text, 'mixed-digits', digits).filter(({ start, end }) => isMixed(text.slice(start, end))),
    ...remarksOn(text, 'percent', percentage, ([number = '']) => [
      number.endsWith('%') ? number.replace('%', '٪') : number.replace('٪', '%'),
    ]),
    ...pairQuotationMarks(text).unpaired.map(
      (at): Suggestion => ({ rule: 'odd-quotes', start: at, end: at + 1, meant: [] }),
    ),
    ...remarksOn(text, 'hamza', hamza, ([whole, joinedWord, word = joinedWord ?? '']) =>
      (withoutHamza[word] ?? []).map((meant) => whole.slice(0, whole.length - word.length) + meant),
    ),
    ...remarksOn(text, 'misspelling', misspelling, ([whole, word = '']) => [
      whole.slice(0, whole.length - word.length) + (misspelt[word] ?? word),
    ]),
    ...remarksOn(text, 'tanween-order', tanweenAfterAlef, () => ['\u064B\u0627']),
    ...remarksOn(text, 'dup-word', repeated, ([, word = '']) => [word]).filter(
      ({ meant }) => !isEmphatic(meant[0] ?? ''),
    ),
  ];
  return suggestions.sort((a, b) => a.start - b.start);
}

function isMixed(number: string): boolean {
  return /[0-9]/.test(number) && /[٠-٩]/.test(number);
}

/** «شيئًا شيئًا», «رويدا رويدا», «صفحة صفحة»: an adverb is repeated on purpose, and so are the letters of «بي بي سي». */
function isEmphatic(word: string): boolean {
  return /[\u0627\u064Bة]$|^بي$/.test(word);
}

function remarksOn(
  text: string,
  rule: WordingRuleId,
  pattern: RegExp,
  meant: (match: RegExpExecArray) => readonly string[] = () => [],
): Suggestion[] {
  return [...text.matchAll(pattern)].map((match) => ({
    rule,
    start: match.index,
    end: match.index + match[0].length,
    meant: meant(match),
  }));
}
