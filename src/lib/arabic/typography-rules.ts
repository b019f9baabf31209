/** The typography rules: their ids, the pattern that each looks for, and the order in which they run. */
import { findUnprintable } from '../printable-text.ts';
import type { Edit } from '../tracked-text.ts';
import { bidiOverrides, letters } from './characters.ts';
import { findZeroWidth } from './direction-marks.ts';
import {
  composeLetter,
  isPersian,
  keepJoinerBetweenLetters,
  keepMeaningfulTatweel,
  toArabicLetter,
  toOrdinaryLetters,
} from './letter-replacements.ts';
import { findMissingSpaces } from './missing-spaces.ts';
import { dropSpaceBeforeMark, toArabicPunctuation, toEllipsis } from './punctuation-replacements.ts';
import { pairQuotationMarks } from './quotes.ts';

export interface TypographyRule {
  id: TypographyRuleId;
  /**
   * True for rules that change only the typesetting: they are applied to every page. False for rules that change the
   * spelling: they are applied only to the author's file, by `npm run check -- --fix`.
   */
  setsType: boolean;
  /** Takes the text of one block. Returns edits in order, without overlaps. */
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

/** Anything outside the blocks of common text, in which no character is a combining mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the blocks begin with these
const mayHoldMark = /[^\u0000-\u02FF\u0600-\u060F\u061B-\u064A\u0660-\u066F\u0671-\u06D5\u2000-\u20CF]/;

/**
 * In the order in which they are applied: letters first, since the later rules look for letters; double spaces last,
 * since the earlier rules leave some. The comment above each rule shows its effect, as `before → after`.
 */
export const typographyRules: readonly TypographyRule[] = [
  // «ا» and U+0654 → «أ»; a letter with more than 30 marks is not in Unicode's Stream-Safe Text Format (UAX #15 §13)
  typesettingRule('nfc', onlyWith(mayHoldMark, replaceMatches(/\P{M}\p{M}{1,30}(?!\p{M})/gu, composeLetter))),

  // «ﻣﺤﻤﺪ» → «محمد». The ligatures ﷲ, ﷺ and the ornate brackets ﴾ ﴿ have no equivalent and stay.
  typesettingRule(
    'presentation-forms',
    replaceMatches(/[\uFB50-\uFD3D\uFD50-\uFDF1\uFDF3-\uFDF9\uFE70-\uFEFC]/g, toOrdinaryLetters),
  ),

  // «كلمة<U+200F> ثانية» → «كلمة ثانية», and «كلمة<U+000B>ثانية» → «كلمة ثانية»; «<U+200E>-5» stays
  typesettingRule('invisible', findInvisible),

  // «نص <U+202E>خفيّ» → «نص خفيّ»
  typesettingRule('bidi-override', removeMatches(new RegExp(`[${bidiOverrides}]+`, 'g'))),

  // «كلمة<U+200C> ثانية» → «كلمة ثانية»
  spellingRule('zwnj', replaceMatches(/\u200C+/g, keepJoinerBetweenLetters)),

  // «کتاب فی» → «كتاب في»
  spellingRule('persian-letters', (text) => (isPersian(text) ? [] : replacePersianLetters(text))),

  // «الأخبـــار» → «الأخبار»
  spellingRule('tatweel', replaceMatches(/\u0640+/g, keepMeaningfulTatweel)),

  // «حضر, ثم ذهب» → «حضر، ثم ذهب»
  spellingRule('latin-punct', replaceMatches(/,+|;+|\?+/g, toArabicPunctuation)),

  // «قال: "نعم"» → «قال: «نعم»»
  typesettingRule('quotes', (text) => pairQuotationMarks(text).edits),

  // «وغادر .. ثم عاد» → «وغادر… ثم عاد»
  typesettingRule(
    'ellipsis',
    onlyWith(
      new RegExp(`…|\\.[${space}]?\\.`),
      replaceMatches(new RegExp(`(?<![${space}])[${space}]*(?:…|\\.(?:[${space}]?\\.)+)[.…]*`, 'g'), toEllipsis),
    ),
  ),

  // «قال ، ثم ذهب» → «قال، ثم ذهب»
  typesettingRule(
    'space-before-punct',
    exceptAtDoubtfulMarks(
      replaceMatches(new RegExp(`(?<![${space}])[${space}]+(?=[،؛؟!:.»›)\\]])`, 'g'), dropSpaceBeforeMark),
    ),
  ),

  // «( نص)» → «(نص)»; `:(` and `;(` are smileys
  typesettingRule(
    'space-inside-open',
    exceptAtDoubtfulMarks(
      onlyWith(
        new RegExp(`[«‹[(][${space}]`),
        removeMatches(new RegExp(`(?<=[«‹\\[]|(?<![:;])\\()[${space}]+(?![${space}]|[»›)\\]])`, 'g')),
      ),
    ),
  ),

  // «قال،ثم ذهب» → «قال، ثم ذهب»
  typesettingRule('space-after-punct', exceptAtDoubtfulMarks(findMissingSpaces)),

  // «و قال الوزير» → «وقال الوزير»
  spellingRule(
    'detached-waw',
    removeMatches(new RegExp(`(?<=(?:^|[${space}\\n،؛.«(])و)[${space}]+(?=[${letters}]{2}|[«‹])`, 'g')),
  ),

  // «قال - في بيان - إنه» → «قال – في بيان – إنه»; before a digit it may be a minus sign
  typesettingRule(
    'dash',
    replaceMatches(/(?<=\S[ \u00A0])-{1,3}(?=[ \u00A0][^\s\p{Nd}])/gu, () => '–'),
  ),

  // «لماذا؟؟؟» → «لماذا؟»
  spellingRule(
    'dup-punct',
    replaceMatches(/؟{2,}|!{2,}|،{2,}/g, ([run]) => run.charAt(0)),
  ),

  // «كلمة  ثانية» → «كلمة ثانية»
  typesettingRule(
    'spaces',
    replaceMatches(/[ \t\u00A0]{2,}|\u00A0/g, () => ' '),
  ),
];

type FindEdits = TypographyRule['findEdits'];

function typesettingRule(id: TypographyRuleId, findEdits: FindEdits): TypographyRule {
  return { id, setsType: true, findEdits };
}

function spellingRule(id: TypographyRuleId, findEdits: FindEdits): TypographyRule {
  return { id, setsType: false, findEdits };
}

/** Spares texts without `needed`, which every match of a slower pattern has. */
function onlyWith(needed: RegExp, findEdits: FindEdits): FindEdits {
  return (text) => (needed.test(text) ? findEdits(text) : []);
}

function replacePersianLetters(text: string): Edit[] {
  return replaceMatches(/[کیہ۰-۹]/g, toArabicLetter)(text);
}

function findInvisible(text: string): Edit[] {
  const edits = [...findZeroWidth(text), ...findUnprintable(text)];
  return edits.sort((a, b) => a.start - b.start);
}

/**
 * Removes, from the edits of a rule, those beside guillemets without a partner: it is unknown whether such a mark opens
 * or closes, so it is also unknown on which side of it a space belongs. Straight marks are left only where some mark has
 * no partner, or where the rule for them is off: they get a space before them if they certainly open a quotation. Also
 * removes the edits beside brackets that are typed the wrong way round.
 */
function exceptAtDoubtfulMarks(findEdits: FindEdits): FindEdits {
  return (text) => {
    const edits = exceptAtReversedBrackets(findEdits(text), text);
    if (edits.length === 0 || !/["«»‹›]/.test(text)) return edits;
    const pairing = pairQuotationMarks(text);
    const unpaired = new Set(pairing.unpaired.filter((index) => text[index] !== '"'));
    const opening = new Set(
      pairing.edits.flatMap(({ start, replacement }) => (/[«‹]/.test(replacement) ? [start] : [])),
    );
    const isCertain = (mark: number) => (text[mark] === '"' ? opening.has(mark) : !unpaired.has(mark));
    return edits.filter(({ start, end }) => !unpaired.has(start - 1) && isCertain(end));
  };
}

/** `)نص(` and `]نص[`, as editors that run from the left show brackets. */
const reversedBrackets =
  /(?<=^|[\s«])(?:\)(?!\s)[^()\n]{1,300}(?<!\s)\(|\](?!\s)[^[\]\n]{1,300}(?<!\s)\[)(?=[\s.,:!،؛؟…»]|$)/g;

function exceptAtReversedBrackets(edits: Edit[], text: string): Edit[] {
  if (edits.length === 0) return edits;
  const brackets = new Set(
    [...text.matchAll(reversedBrackets)].flatMap(({ 0: { length }, index }) => [index, index + length - 1]),
  );
  return brackets.size === 0 ? edits : edits.filter(({ start, end }) => !brackets.has(start - 1) && !brackets.has(end));
}

function removeMatches(pattern: RegExp): FindEdits {
  return replaceMatches(pattern, () => '');
}

/** Makes a rule with one edit per match, except where the replacement equals the match. */
function replaceMatches(pattern: RegExp, replacement: (match: RegExpExecArray) => string): FindEdits {
  return (text) => {
    const edits: Edit[] = [];
    // Most texts have no match, and `matchAll` makes a new pattern each time.
    if (text.search(pattern) === -1) return edits;
    for (const match of text.matchAll(pattern)) {
      const before = match[0];
      const after = replacement(match);
      if (after !== before) edits.push({ start: match.index, end: match.index + before.length, replacement: after });
    }
    return edits;
  };
}
