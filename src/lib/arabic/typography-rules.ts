import type { Edit } from '../tracked-text.ts';
import {
  bidiControls,
  endsInClitics,
  invisible,
  isArabicLetter,
  isArabicLetterOrMark,
  letters,
  marks,
} from './characters.ts';
import { pairQuotationMarks } from './quotes.ts';

export interface TypographyRule {
  id: TypographyRuleId;
  /** It sets type on the way to readers; the others change letters or words, which only the author may let happen. */
  setsType: boolean;
  /** In order and without overlap. */
  findEdits(text: string): Edit[];
}

export type TypographyRuleId =
  | 'nfc'
  | 'presentation-forms'
  | 'invisible'
  | 'bidi-override'
  | 'zwnj'
  | 'persian-letters'
  | 'tatweel'
  | 'latin-punct'
  | 'quotes'
  | 'ellipsis'
  | 'space-before-punct'
  | 'space-inside-open'
  | 'space-after-punct'
  | 'detached-waw'
  | 'dash'
  | 'dup-punct'
  | 'spaces';

const space = ' \\t\\u00A0';
const letterOrMark = `[${letters}${marks}]`;

/** In the order in which they are applied. */
export const typographyRules: readonly TypographyRule[] = [
  typeRule('nfc', replacing(/\P{M}\p{M}+/gu, composed)),
  typeRule('presentation-forms', replacing(/[\uFB50-\uFD3D\uFD50-\uFDF1\uFDF3-\uFDF9\uFE70-\uFEFC]/g, nominalForm)),
  typeRule(
    'invisible',
    replacing(new RegExp(`[${invisible}]+`, 'g'), () => ''),
  ),
  typeRule(
    'bidi-override',
    replacing(new RegExp(`[${bidiControls}]+`, 'g'), () => ''),
  ),
  letterRule('zwnj', replacing(/\u200C+/g, keptJoiner)),
  letterRule('persian-letters', (text) => (isPersian(text) ? [] : persianLetters(text))),
  letterRule('tatweel', replacing(/\u0640+/g, keptTatweel)),
  letterRule('latin-punct', replacing(/[,;?]/g, arabicPunctuation)),
  typeRule('quotes', (text) => pairQuotationMarks(text).edits),
  typeRule(
    'ellipsis',
    replacing(new RegExp(`(?<![${space}])[${space}]*(?:…|\\.(?:[${space}]?\\.)+)[.…]*`, 'g'), ellipsis),
  ),
  typeRule(
    'space-before-punct',
    awayFromUnpaired(replacing(new RegExp(`(?<![${space}])[${space}]+(?=[،؛؟!:.»›)\\]])`, 'g'), spaceBefore)),
  ),
  typeRule(
    'space-inside-open',
    awayFromUnpaired(
      replacing(new RegExp(`(?<=[«‹\\[]|(?<![:;])\\()[${space}]+(?![${space}]|[»›)\\]])`, 'g'), () => ''),
    ),
  ),
  typeRule('space-after-punct', awayFromUnpaired(spacesAfter)),
  letterRule(
    'detached-waw',
    replacing(new RegExp(`(?<=(?:^|[${space}\\n،؛.«(])و)[${space}]+(?=[${letters}]{2}|[«‹])`, 'g'), () => ''),
  ),
  typeRule(
    'dash',
    replacing(/(?<=\S[ \u00A0])-{1,3}(?=[ \u00A0][^\s\p{Nd}])/gu, () => '–'),
  ),
  letterRule(
    'dup-punct',
    replacing(/؟{2,}|!{2,}|،{2,}/g, ([run]) => run.charAt(0)),
  ),
  typeRule(
    'spaces',
    replacing(/[ \t\u00A0]{2,}|\u00A0/g, () => ' '),
  ),
];

type FindEdits = TypographyRule['findEdits'];

function typeRule(id: TypographyRuleId, findEdits: FindEdits): TypographyRule {
  return { id, setsType: true, findEdits };
}

function letterRule(id: TypographyRuleId, findEdits: FindEdits): TypographyRule {
  return { id, setsType: false, findEdits };
}

/** A quotation mark without a partner may be meant either way: the spaces beside it stay. */
function awayFromUnpaired(find: FindEdits): FindEdits {
  return (text) => {
    const edits = find(text);
    if (edits.length === 0 || !/[«»‹›]/.test(text)) return edits;
    const unpaired = new Set(pairQuotationMarks(text).unpaired);
    return edits.filter(({ start, end }) => !unpaired.has(start - 1) && !unpaired.has(end));
  };
}

/** An edit for each match whose replacement differs from it. */
function replacing(pattern: RegExp, replacement: (match: RegExpExecArray) => string): FindEdits {
  return (text) => {
    const edits: Edit[] = [];
    for (const match of text.matchAll(pattern)) {
      const written = match[0];
      const wanted = replacement(match);
      if (wanted !== written)
        edits.push({ start: match.index, end: match.index + written.length, replacement: wanted });
    }
    return edits;
  };
}

/** Composes letters, and leaves the order of tashkeel as typed: «ا» and a hamza above become «أ». */
function composed([cluster]: RegExpExecArray): string {
  const nfc = cluster.normalize('NFC');
  return nfc.length === cluster.length ? cluster : nfc;
}

/** «ﻻ» → «لا»; the spacing form of a vowel sign gives the sign alone. */
function nominalForm([form]: RegExpExecArray): string {
  return form.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, '');
}

/** A zero-width non-joiner has its place between two letters: «می‌خواهم». */
function keptJoiner({ 0: joiners, index, input }: RegExpExecArray): string {
  const isBetween = isArabicLetterOrMark(input[index - 1]) && isArabicLetter(input[index + joiners.length]);
  return isBetween ? joiners.charAt(0) : '';
}

/** Words that end in ى; the Persian ی stands for both letters there. */
const inAlef = new RegExp(
  `(?<![${letters}${marks}])(?:[وف]?ال|[وفبل])?(?:عل|إل|ال|حت|لد|سو|مت|مستو|أخر|اخر|كبر|صغر|إحد|احد|أعل|اعل|مد|أدن|أقص|منتد|مبن|معن|ذكر|محتو|جدو|قو|دعو|شكو|فتو)$`,
);

const persianLetters = replacing(/[کیہ۰-۹]/g, arabicFor);

/** Letters of Persian, Kurdish and Urdu beside those that only look Arabic: their words are not ours to mend. */
function isPersian(text: string): boolean {
  return /[پچژگڕێۆەےٹڈھ]/.test(text) && /[کی]/.test(text);
}

function arabicFor({ 0: letter, index, input }: RegExpExecArray): string {
  if (letter === 'ک') return 'ك';
  if (letter === 'ہ') return 'ه';
  if (letter !== 'ی') return String.fromCharCode(letter.charCodeAt(0) - 0x06f0 + 0x0660);
  const isLast = !isArabicLetterOrMark(input[index + 1]);
  return isLast && inAlef.test(input.slice(Math.max(0, index - 12), index)) ? 'ى' : 'ي';
}

/**
 * A stretch goes; what says something stays: a tatweel at the end of a word of one or two letters (`1443هـ`) or of clitics
 * («بـ», «والـ»), at the beginning of a word («ـها»), and a rule of nothing else.
 */
function keptTatweel({ 0: run, index, input }: RegExpExecArray): string {
  const before = input[index - 1];
  const after = input[index + run.length];
  if (!isArabicLetterOrMark(before)) return run;
  if (isArabicLetterOrMark(after)) return '';
  const word = wordBefore(input, index);
  return word.length <= 2 || endsInClitics(word) ? run.charAt(0) : '';
}

const lastWord = new RegExp(`[${letters}${marks}]+$`);
const anyMark = new RegExp(`[${marks}]`, 'g');

/** The letters of the word that ends before an index. */
function wordBefore(text: string, index: number): string {
  return (lastWord.exec(text.slice(Math.max(0, index - 16), index))?.[0] ?? '').replace(anyMark, '');
}

const arabicPunctuationFor: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/** After an Arabic word, also across a closing mark and a space; `1,234` and `Node.js, etc.` stay. */
function arabicPunctuation({ 0: mark, index, input }: RegExpExecArray): string {
  const after = input[index + 1] ?? '';
  if ((mark === ',' && /\p{Nd}/u.test(after)) || (mark === ';' && after === ')')) return mark;
  let at = index - 1;
  while (/[ \t\u00A0]/.test(input[at] ?? '')) at -= 1;
  if (/[»›)\]؟?]/.test(input[at] ?? '')) at -= 1;
  return isArabicLetterOrMark(input[at]) ? (arabicPunctuationFor[mark] ?? mark) : mark;
}

/**
 * `..`, `...`, `. . .` → «…» with no space before it. Between Latin letters or digits, dots stay (`1..9`, `a...b`), and so do
 * leaders of six dots and more.
 */
function ellipsis({ 0: run, index, input }: RegExpExecArray): string {
  const after = input[index + run.length];
  if (/[/\\]/.test(after ?? '') || /\.{6}/.test(run)) return run;
  return isLatinOrDigit(input[index - 1]) && isLatinOrDigit(after) ? run : '…';
}

function isLatinOrDigit(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(unit);
}

/** A mark that begins something keeps its space: `المادة .5`, `منصة .NET`. */
function spaceBefore({ 0: run, index, input }: RegExpExecArray): string {
  const mark = input[index + run.length] ?? '';
  const after = input[index + run.length + 1];
  const before = input[index - 1];
  if (before === undefined || /[\n«‹([]/.test(before)) return run;
  if (/[.:!]/.test(mark) && isLatinOrDigit(after)) return run;
  if (mark === '.' && (after === '.' || /\p{Nd}/u.test(before))) return run;
  return /[:;]/.test(mark) && /[)(-]/.test(after ?? '') ? run : '';
}

const afterMark = new RegExp(`[،؛؟!…](?=[${letters}A-Za-z«‹("])`, 'g');
const betweenLetters = new RegExp(
  `(?:(?<=${letterOrMark}):(?=[${letters}«‹])|(?<=${letterOrMark}{2})\\.(?=[${letters}]${letterOrMark}|[«‹]))`,
  'g',
);
const afterClosing = new RegExp(`[»›)](?=[${letters}A-Za-z\\p{Nd}])`, 'gu');
const beforeQuotation = new RegExp(`${letterOrMark}(?=[«‹])`, 'g');
const beforeBracket = new RegExp(`${letterOrMark}{2}(?=\\()`, 'g');

/** An added ending or article is part of its word: «طالب(ة)», «المعلم(ين)», «(ال)قاهرة». */
const shortBracket = new RegExp(`^\\([${letters}${marks}]{1,3}\\)`);

function spacesAfter(text: string): Edit[] {
  const places = new Set<number>();
  const add = (pattern: RegExp, isMeant: (index: number) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const place = match.index + match[0].length;
      if (isMeant(match.index)) places.add(place);
    }
  };
  add(afterMark, (index) => !isBetweenLatin(text, index));
  add(betweenLetters, (index) => text[index] !== '.' || !isWithinName(text, index));
  add(
    afterClosing,
    (index) => text[index] !== ')' || !(closesShortBracket(text, index) || isBetweenLatin(text, index)),
  );
  add(beforeQuotation, (index) => !endsInClitics(text.slice(0, index + 1)));
  add(beforeBracket, (index) => !shortBracket.test(text.slice(index + 2, index + 8)));
  return [...places].sort((a, b) => a - b).map((place) => ({ start: place, end: place, replacement: ' ' }));
}

/** `Yahoo!News`, `Ca(OH)2`. */
function isBetweenLatin(text: string, index: number): boolean {
  return isLatinOrDigit(text[index - 1]) && isLatinOrDigit(text[index + 1]);
}

const dotted = new RegExp(`(?:[${letters}]{1,6}\\.){2,}[${letters}]{1,8}$`);
const noLetterAtEnd = new RegExp(`[^${letters}.]+$`);
const domain = new RegExp(`^\\.(?:نت|كوم|أورغ|اورغ|تي|في)(?![${letters}])`);

/** A dot of «سي.إن.إن», «جي.بي.مورغان», «العربية.نت». */
function isWithinName(text: string, index: number): boolean {
  if (domain.test(text.slice(index, index + 6))) return true;
  const before =
    text
      .slice(Math.max(0, index - 32), index)
      .split(/\s/)
      .at(-1) ?? '';
  const [after = ''] = text.slice(index, index + 32).split(/\s/);
  return dotted.test((before + after).replace(noLetterAtEnd, ''));
}

function closesShortBracket(text: string, index: number): boolean {
  const near = text.slice(Math.max(0, index - 6), index + 1);
  return shortBracket.test(near.slice(near.lastIndexOf('(')));
}
