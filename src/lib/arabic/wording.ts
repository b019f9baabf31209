import { letters, marks } from './characters.ts';
import { pairQuotationMarks } from './quotes.ts';
import { findRepeatedWords, isLetterOfAcronym } from './repeated-words.ts';

export type WordingRuleId =
  | 'mixed-digits'
  | 'percent'
  | 'odd-quotes'
  | 'hamza'
  | 'misspelling'
  | 'tanween-order'
  | 'dup-word';

/** A probable mistake of wording. Only the author knows what is meant, so `--fix` does not correct it. */
export interface Suggestion<Rule extends string = WordingRuleId> {
  rule: Rule;
  /** `start` and `end` are in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** Replacements to choose from; empty when none can be guessed. */
  meant: readonly string[];
}

/** Words without their hamza → what may be meant: «ان» is «أن» or «إن». */
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
  امام: ['أمام', 'إمام'],
  اليها: ['إليها'],
  اليه: ['إليه'],
};

/** Common misspellings → the word as it should be. */
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

/** Word boundaries; `\b` only knows Latin letters. */
const start = `(?<![${letters}${marks}_])`;
const end = `(?![${letters}${marks}_])`;
/** Conjunctions of one letter, which are written as part of the next word. */
const conjunction = '(?:[وف])?';
/** The article, and prepositions or conjunctions before it or alone. */
const article = '(?:(?:[وفبك]|)ال|[وفبل])?';
/** Words that are not looked for after a conjunction, because «واحد», «واي» and «واو» are other words. */
const withoutConjunction = ['احد', 'اي', 'او'];
const withConjunction = Object.keys(withoutHamza).filter((word) => !withoutConjunction.includes(word));
const hamza = new RegExp(
  `${start}(?:${conjunction}(${withConjunction.join('|')})|(${withoutConjunction.join('|')}))${end}`,
  'g',
);
const misspelling = new RegExp(`${start}${article}(${Object.keys(misspelt).join('|')})${end}`, 'g');
const digits = /[0-9٠-٩]+/g;
const percentage = /(?<![0-9٠-٩٫.,])(?:[٠-٩](?:[٫.]?[٠-٩])*[ \u00A0]?%|[0-9](?:[.,]?[0-9])*[ \u00A0]?٪)/g;
const tanweenAfterAlef = /\u0627\u064B/g;
const tanweenBeforeAlef = /\u064B\u0627/g;

/**
 * Finds probable mistakes in the text of a block, sorted by position. The caller has masked protected spans.
 *
 * - `mixed-digits`: one number in two digit systems, «٢022»
 * - `percent`: the percent sign of the other digit system, «75٪» → «75%»
 * - `odd-quotes`: a quotation mark without a partner
 * - `hamza`: «الى» → «إلى»
 * - `misspelling`: «هذة» → «هذه»
 * - `tanween-order`: tanween typed after its alef, «كتاباً» → «كتابًا»
 * - `dup-word`: a word written twice, «إلى إلى» → «إلى»
 */
export function findSuggestions(text: string): Suggestion[] {
  const suggestions = [
    ...suggest(text, 'mixed-digits', digits).filter(({ start, end }) => isMixed(text.slice(start, end))),
    ...suggest(text, 'percent', percentage, ([number = '']) => [
      number.endsWith('%') ? number.replace('%', '٪') : number.replace('٪', '%'),
    ]),
    ...pairQuotationMarks(text).unpaired.map(
      (at): Suggestion => ({ rule: 'odd-quotes', start: at, end: at + 1, meant: [] }),
    ),
    ...suggest(text, 'hamza', hamza, ([whole, afterConjunction, word = afterConjunction ?? '']) =>
      (withoutHamza[word] ?? []).map((meant) => whole.slice(0, whole.length - word.length) + meant),
    ).filter(({ start, end }) => !isLetterOfAcronym(text, start, end)),
    ...suggest(text, 'misspelling', misspelling, ([whole, word = '']) => [
      whole.slice(0, whole.length - word.length) + (misspelt[word] ?? word),
    ]),
    ...suggest(text, 'tanween-order', tanweenAfterAlef, () => ['\u064B\u0627']),
    ...findRepeatedWords(text).map(({ word, ...place }): Suggestion => ({ rule: 'dup-word', ...place, meant: [word] })),
  ];
  return suggestions.sort((a, b) => a.start - b.start);
}

/** Finds tanween typed before its alef, «كتابًا», with the other order as what is meant, for texts that write «كتاباً». */
export function findTanweenBeforeAlef(text: string): Suggestion[] {
  return suggest(text, 'tanween-order', tanweenBeforeAlef, () => ['\u0627\u064B']);
}

function isMixed(number: string): boolean {
  return /[0-9]/.test(number) && /[٠-٩]/.test(number);
}

/** Makes one suggestion for each match of a pattern. */
function suggest(
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
