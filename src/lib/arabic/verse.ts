/** Knowledge of Arabic verse as people type it: its halves, their dividers, and how it is told from prose. */
import { letters, marks } from './characters.ts';
import type { TypographyRule, TypographyRuleId } from './typography-rules.ts';

/** A range of a text; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** One line of verse: its two halves (صدر and عجز), or the whole line. */
export type VerseLine = readonly [Range] | readonly [Range, Range];

/** What stands between the halves: a sign between spaces, or a gap as wide as a tab or four spaces. */
type DividerKind = 'asterism' | 'stars' | 'gap' | 'dots' | 'sign';

interface Divider extends Range {
  kind: DividerKind;
}

const signs: readonly (readonly [DividerKind, RegExp])[] = [
  ['asterism', /^[*٭]{3,9}$/],
  ['stars', /^[*٭]{2}$/],
  ['dots', /^(?:\.{2,20}|…{1,9})$/],
  ['sign', /^(?:[*٭✽❊۞|/~=#•·–—-]|\|\||\/\/|--|={2,9}|#{2,9}|ـ{1,20})$/],
];

/** The narrowest gaps that divide: in a block that says it is verse, and in a paragraph that does not. */
const narrowestGap = { marked: 3, unmarked: 4 };

const tabWidth = 4;

/** Returns how many spaces wide some white space is. */
export function widthOf(blank: string): number {
  return blank.length + (blank.split('\t').length - 1) * (tabWidth - 1);
}

/** What every divider has: a sign after white space, white space as wide as a gap, or stars between letters. */
const mayDivide = /\s[*٭.…✽❊۞|/~=#•·–—ـ-]|\t|\s{3}|\*{3}/;

/** Finds everything between two words that may divide the halves of a line. */
function findDividers(line: string, narrowest: number): Divider[] {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    kind: signs.find(([, sign]) => sign.test(word))?.[0],
  }));
  const dividers: Divider[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const after = words[at + 1];
    if (!before) continue;
    if (word.kind && after && !before.kind && !after.kind)
      dividers.push({ start: before.end, end: after.start, kind: word.kind });
    else if (!word.kind && !before.kind && widthOf(line.slice(before.end, word.start)) >= narrowest)
      dividers.push({ start: before.end, end: word.start, kind: 'gap' });
  }
  return dividers;
}

/** Returns the only divider of its kind, or the only gap that is wider than all others. */
function chooseDivider(dividers: readonly Divider[], kinds: readonly DividerKind[]): Divider | undefined {
  const candidates = dividers.filter(({ kind }) => kinds.includes(kind));
  const [widest, second] = candidates.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (!widest || !second) return widest;
  return widest.kind === 'gap' && widest.end - widest.start > second.end - second.start ? widest : undefined;
}

/** Finds stars and dots that have no space before or after them: «العزائم***وتأتي», «العزائم... وتأتي». */
function findAttachedDividers(line: string): Divider[] {
  const found = [...line.matchAll(/(?<=[^\s*.…])(?:(\*{3,9})\s{0,9}|\.{3,9}\s{1,9}|…\s{1,9})(?=[^\s*.…])/g)];
  return found.map(({ 0: written, 1: stars, index }) => ({
    start: index,
    end: index + written.length,
    kind: stars ? 'asterism' : 'dots',
  }));
}

const attachedStars = new RegExp(`(?<=[${letters}${marks}])\\*{3}(?=[${letters}])`, 'g');

/** Returns the only three stars of a line between two letters: «العزائم***وتأتي». */
function findAttachedStars(line: string): Divider | undefined {
  const [only, another] = line.matchAll(attachedStars);
  return only && !another ? { start: only.index, end: only.index + 3, kind: 'asterism' } : undefined;
}

/** Whether three stars between two letters divide verse in a text: in a block that says so, or if each line has them. */
export function hasAttachedStars(text: string): boolean {
  if (!text.includes('***')) return false;
  const [first = '', ...others] = text.split('\n');
  if (readVerseHeading(first)) return true;
  const last = others.at(-1);
  const lines = [first, ...(last !== undefined && readVerseCredit(last) ? others.slice(0, -1) : others)];
  return lines.length > 1 && lines.every((line) => findAttachedStars(line) !== undefined);
}

/**
 * Divides the lines of a block that says it is verse. Stars and gaps always divide. Dots, dashes and the like occur in
 * a sentence too, so they divide only if more than half of the lines have exactly one.
 * @param isFree for free verse, in which gaps are subject to that condition too, and dots and dashes never divide
 */
export function divideVerse(lines: readonly string[], isFree = false): VerseLine[] {
  const found = lines.map((line) => findDividers(line, narrowestGap.marked));
  const starred = found.map(
    (dividers, at) => chooseDivider(dividers, ['asterism', 'stars']) ?? findAttachedStars(lines[at] ?? ''),
  );
  const sure = found.map((dividers, at) => starred[at] ?? chooseDivider(dividers, ['gap']));
  const isUsual = (divided: readonly unknown[]) => divided.filter(Boolean).length * 2 > lines.length;
  if (isFree) return lines.map((line, at) => parted(line, isUsual(sure) ? sure[at] : starred[at]));
  const likely = found.map((dividers, at) => sure[at] ?? chooseDivider(dividers, ['dots', 'sign']));
  const attached = lines.map(
    (line, at) => likely[at] ?? chooseDivider(findAttachedDividers(line), ['asterism', 'dots']),
  );
  const chosen = [likely, attached].find(isUsual) ?? sure;
  return lines.map((line, at) => parted(line, chosen[at]));
}

function parted(line: string, divider: Divider | undefined): VerseLine {
  const start = line.length - line.trimStart().length;
  const end = Math.max(start, line.trimEnd().length);
  return divider
    ? [
        { start, end: divider.start },
        { start: divider.end, end },
      ]
    : [{ start, end }];
}

const anyMarks = `[${marks}\\u0640\\u200C-\\u200F]*`;
const article = withMarks('ال');
const verseWords = oneOf(['شعر', 'قصيدة', 'قصيده', 'أبيات', 'ابيات', 'بيتان', 'بيت شعر', 'بيت']);
const kinds = oneOf(['شعر', 'شعرية', 'من الشعر', 'حر', 'حرة', 'عمودي', 'عمودية', 'نبطي', 'شعبي']);
const name = `(?:${article})?${verseWords}(?: (?:${article})?${kinds})?`;
const heading = new RegExp(
  `^\\s{0,9}(?:\\[!?${name}\\]\\s{0,9}[:：–—/-]{0,3}|${name}\\s{0,9}(?:[:：–—/-]{1,3}|$))\\s{0,9}`,
);

function oneOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(withMarks).join('|')})`;
}

/** Returns a pattern for a phrase with or without tashkeel. */
function withMarks(phrase: string): string {
  return Array.from(phrase, (letter) => (letter === ' ' ? ' ' : letter + anyMarks)).join('');
}

const longestCredit = { characters: 80, words: 10 };

/**
 * Reads the line that says that verse follows, such as «شعر», «شعر: المتنبي» or «قصيدة — نازك الملائكة». Returns the
 * range of what follows the word, which may be empty; undefined for any other line.
 */
export function readVerseHeading(line: string): Range | undefined {
  const start = heading.exec(line)?.[0].length;
  if (start === undefined || !isCredit(line.slice(start))) return undefined;
  return { start, end: Math.max(start, line.trimEnd().length) };
}

/** Whether a text can be a name with a title, and not a sentence. */
function isCredit(text: string): boolean {
  const { characters, words } = longestCredit;
  return text.length <= characters && text.split(/\s+/).length <= words && !/[.؟!؛…]\s*$|[*٭]{2}/.test(text);
}

const credit = /^\s*(?:[—–―]|--|-(?=\s))\s*(?=\S)/;

/** Reads a last line such as «— المتنبي»: returns the range of the name, or undefined if the line is none. */
export function readVerseCredit(line: string): Range | undefined {
  const dash = credit.exec(line)?.[0].length;
  if (dash === undefined || !isCredit(line.slice(dash))) return undefined;
  return { start: dash, end: line.trimEnd().length };
}

/** What a paragraph is that does not say whether it is verse. `gaps` are those that may part halves, by their line. */
export type VerseJudgment = { kind: 'verse' | 'prose' } | { kind: 'doubtful'; gaps: readonly (Range | undefined)[] };

const prose: VerseJudgment = { kind: 'prose' };
const verse: VerseJudgment = { kind: 'verse' };

const hasLetter = new RegExp(`[${letters}]`);
const anyLetter = new RegExp(`[${letters}]`, 'g');
/** What stands in tables and lists of matches, but not in verse; U+FFFC is code, an image or a tag. */
const notInVerse = /[\p{Nd}\p{Script=Latin}|/\\@_%\uFFFC]/u;

const mostWords = 12;
const fewestLetters = 9;
/** How many times longer one half of a line is, in letters. Halves of one metre are of about the same length. */
const largestRatio = { verse: 1.6, doubtful: 3, inParagraph: 2 };

interface Half {
  text: string;
  words: number;
  letters: number;
}

/**
 * Judges the lines of a paragraph that does not say it is verse. In verse, each line has two halves of about the same
 * length, parted by stars, a wide gap or, if there are several lines, dots. Three stars need no such proof. A paragraph
 * of which only some lines are so, one under the other, may have verse in it.
 */
export function judgeVerse(lines: readonly string[]): VerseJudgment {
  if (!lines.some((line) => mayDivide.test(line))) return prose;
  const judgment = judgeWhole(lines);
  if (judgment.kind !== 'prose') return judgment;
  const gaps = findNeighbouringGaps(lines);
  return gaps.some(Boolean) ? { kind: 'doubtful', gaps } : prose;
}

/** Returns the only gap of each line that has one between two possible halves, as a line beside it has. */
function findNeighbouringGaps(lines: readonly string[]): (Range | undefined)[] {
  const gaps = lines.map((line) => {
    const [only, another] = findDividers(line, narrowestGap.marked).filter(({ kind }) => kind === 'gap');
    if (!only || another) return undefined;
    const halves = parted(line, only).map((range) => describeHalf(line, range));
    return arePossible(halves, 2) ? { start: only.start, end: only.end } : undefined;
  });
  return gaps.map((gap, at) => ((gaps[at - 1] ?? gaps[at + 1]) ? gap : undefined));
}

/** Finds the wide gaps of a text in lines that are one under the other, as in verse and in columns of a PDF. */
export function findAlignedGaps(text: string): Range[] {
  let start = 0;
  const gapsByLine = text.split('\n').map((line) => {
    const lineStart = start;
    start += line.length + 1;
    return [...line.matchAll(/(?<=\S)[ \t\u00A0]{2,1000}(?=\S)/g)]
      .filter(({ 0: blank }) => widthOf(blank) >= narrowestGap.marked)
      .map(({ 0: blank, index }) => ({ start: lineStart + index, end: lineStart + index + blank.length }));
  });
  const isWide = (at: number) => (gapsByLine[at]?.length ?? 0) > 0;
  return gapsByLine.flatMap((gaps, at) => (isWide(at - 1) || isWide(at + 1) ? gaps : []));
}

/** Judges a paragraph whose lines are all alike. */
function judgeWhole(lines: readonly string[]): VerseJudgment {
  const dividers: Divider[] = [];
  const areAttached = hasAttachedStars(lines.join('\n'));
  for (const line of lines) {
    const attached = areAttached ? findAttachedStars(line) : undefined;
    const [only, another] = attached
      ? [attached]
      : findDividers(line, narrowestGap.unmarked).filter(({ kind }) => kind !== 'sign');
    if (!only || another || only.kind !== (dividers[0] ?? only).kind) return prose;
    dividers.push(only);
  }
  const [first] = dividers;
  const pairs = lines.map((line, at) => parted(line, dividers[at]).map((range) => describeHalf(line, range)));
  if (!first || !pairs.every((pair) => arePossible(pair, areAttached ? 2 : fewestWords(first.kind, lines.length))))
    return prose;
  if (first.kind === 'asterism' || areCertain(first.kind, pairs, hasTab(lines, dividers))) return verse;
  const isDoubtful = first.kind === 'gap' || (first.kind === 'dots' && lines.length > 1);
  return isDoubtful ? { kind: 'doubtful', gaps: dividers } : prose;
}

/** Returns how many words each half has at least. */
function fewestWords(kind: DividerKind, lineCount: number): number {
  return lineCount > 1 && (kind === 'asterism' || kind === 'dots') ? 1 : 2;
}

/** Whether a gap has a tab, as between the cells of a table that was pasted from a spreadsheet. */
function hasTab(lines: readonly string[], dividers: readonly Divider[]): boolean {
  return dividers.some(({ start, end }, at) => lines[at]?.slice(start, end).includes('\t'));
}

function describeHalf(line: string, { start, end }: Range): Half {
  const text = line.slice(start, end);
  const words = text.split(/\s+/).filter((part) => hasLetter.test(part)).length;
  return { text, words, letters: text.match(anyLetter)?.length ?? 0 };
}

function arePossible(pair: readonly Half[], fewest: number): boolean {
  return (
    pair.every(({ text, words }) => words >= fewest && words <= mostWords && !notInVerse.test(text)) &&
    ratioOf(pair) <= largestRatio.doubtful
  );
}

function areCertain(kind: DividerKind, pairs: readonly (readonly Half[])[], isPerhapsTable: boolean): boolean {
  const halves = pairs.flat();
  const isAlone = pairs.length === 1;
  if (isAlone && (kind === 'dots' || halves.some(({ text }) => /[.:]/.test(text)))) return false;
  if (!isAlone && (kind === 'dots' || isPerhapsTable) && !doRhyme(pairs)) return false;
  return (
    halves.every(({ words, letters: count }) => words >= (isPerhapsTable ? 3 : 2) && count >= fewestLetters) &&
    pairs.every((pair) => ratioOf(pair) <= largestRatio.verse) &&
    ratioOf(halves) <= largestRatio.inParagraph
  );
}

/** Whether all lines end in one letter, or the two halves of each line do. */
function doRhyme(pairs: readonly (readonly Half[])[]): boolean {
  const rhyme = rhymeOf(pairs[0]?.[1]);
  return (
    pairs.every(([, second]) => rhymeOf(second) === rhyme) ||
    pairs.every(([first, second]) => rhymeOf(first) === rhymeOf(second))
  );
}

function rhymeOf(half: Half | undefined): string {
  const last = half?.text.match(anyLetter)?.at(-1) ?? '';
  return rhymesWith[last] ?? last;
}

const rhymesWith: Readonly<Record<string, string>> = { ة: 'ه', ى: 'ي', أ: 'ا', إ: 'ا', آ: 'ا' };

function ratioOf(halves: readonly Half[]): number {
  const counts = halves.map(({ letters: count }) => count);
  const longest = counts.reduce((a, b) => Math.max(a, b), 0);
  return (
    longest /
    Math.max(
      1,
      counts.reduce((a, b) => Math.min(a, b), longest),
    )
  );
}

const rulesOfVerse: ReadonlySet<TypographyRuleId> = new Set([
  'nfc',
  'presentation-forms',
  'invisible',
  'bidi-override',
  'zwnj',
  'persian-letters',
  'quotes',
]);

/** Returns the rules that may change verse: none that moves its spaces, its commas, its dividers or its tatweels. */
export function rulesForVerse<Rule extends Pick<TypographyRule, 'id'>>(rules: readonly Rule[]): Rule[] {
  return rules.filter(({ id }) => rulesOfVerse.has(id));
}
