import { joinName, partName, stripBeforeName, type WordSequence } from './compound-names.ts';
import { longestQuery } from './longest-query.ts';
import { monthSequences, otherMonth } from './months.ts';
import type { NamePhrases, NameTable } from './names.ts';
import { hasConjunctionBeforeHamza, hasHamzaBeforeLam, stripArticle, stripEachProclitic } from './proclitics.ts';
import { isStopBase, isStopWord } from './stop-words.ts';
import { findWords, normalizeWord } from './words.ts';

/**
 * Returns the base of a word as written: normalised, without article and proclitics; for a name, the spelling that
 * represents all its spellings. '' for stop words, single Arabic letters and words without letters and digits.
 * `segment` strips one-letter proclitics, see `Segmentation`. By default they stay, because a word alone does not show
 * whether its first letters are proclitics.
 */
export function baseOf(written: string, names: NameTable, segment: (word: string) => string = (word) => word): string {
  const normalized = normalizeWord(written);
  const word = stripBeforeName(normalized);
  if (word === '' || singleLetter.test(word) || isStopWord(written)) return '';
  const hasOwnLam = hasHamzaBeforeLam(written);
  const bare = hasOwnLam ? word : stripArticle(word);
  if (hasOwnLam && /^[وفبل]ال$/.test(word)) return 'ال';
  const isWhole = bare === word && word === normalized;
  const base = isWhole ? stripConjunction(written, word, segment) : bare;
  const name = names.get(base) ?? names.get(word) ?? base;
  return isStopBase(name) && !hasOwnLam ? '' : name;
}

function stripConjunction(written: string, word: string, segment: (word: string) => string): string {
  return segment(word.length >= 5 && hasConjunctionBeforeHamza(written) ? word.slice(1) : word);
}

const singleLetter = /^[\u0621-\u064a]$/;

/** A word of a query that is no stop word. */
export interface QueryTerm {
  /** As typed. */
  written: string;
  /** As `baseOf` returns it, with its one-letter proclitics. */
  base: string;
  /**
   * The possible bases if the first letters of the word are proclitics. Whether they are is decided by the words of an
   * index.
   */
  alternatives: string[];
  /**
   * The index of the word in the query. Stop words count too, so that the words of a phrase have the same distances as
   * in a text.
   */
  position: number;
  /** The bases under which articles may have the word written together with its neighbour: «عبدالله» for «عبد» and «الله». */
  joined: string[];
  /** How articles may have the word written apart. */
  parted: WordSequence[];
  /** The bases of the word written as one with the word before or after it: «مستشفى» for «الم» and «ستشفى». */
  withNeighbours: string[];
}

/** Returns all bases under which an article may have a term. */
export function basesOfTerm({ base, alternatives, joined, parted }: QueryTerm): string[] {
  return [base, ...alternatives, ...joined, ...parted.flat(2)];
}

export interface AnalysedQuery {
  terms: QueryTerm[];
  /** What stands in quotation marks, as typed. */
  phrases: string[];
}

/** The quotation marks of phrases. Single ones are apostrophes unless spaces are outside them. */
const quotations = /["“”„]([^"“”„]+)["“”]|«([^«»]+)»|(?<!\S)['‘]([^'‘’]+)['’](?!\S)/gu;

const maxWords = 32;

/**
 * Splits a query into its terms, each once; none when it has only stop words. Ignores everything after 400 UTF-16 units
 * or 16 words.
 */
export function analyseQuery(query: string, names: NameTable): AnalysedQuery {
  const text = query.slice(0, longestQuery).toWellFormed().trim();
  const phrases = [...text.matchAll(quotations)].map(([, ...inside]) => inside.find((phrase) => phrase) ?? '');
  const words = readWords(text).slice(0, maxWords);
  const terms: QueryTerm[] = [];
  const neighbour = (word: WrittenWord | undefined): string => (word ? stripArticle(normalizeWord(word.written)) : '');
  for (const [position, { written, isGlued }] of words.entries()) {
    const base = baseOf(written, names);
    if (base === '' || terms.some((term) => term.base === base)) continue;
    const next = words[position + 1];
    const before = words[position - 1];
    const month = { before: neighbour(before), base, after: neighbour(next) };
    const joined = [
      ...(before ? joinWords(before.written, written, isGlued, names) : []),
      ...(next ? joinWords(written, next.written, next.isGlued, names) : []),
      ...otherMonth(month).map((other) => names.get(other) ?? other),
    ];
    terms.push({
      written,
      base,
      alternatives: alternativesOf(written, base, names),
      position,
      joined,
      parted: [...partWord(written, names), ...monthSequences(month)],
      withNeighbours: [
        ...(before ? [baseOf(before.written + written, names)] : []),
        ...(next ? [baseOf(written + next.written, names)] : []),
      ].filter((joint) => joint !== ''),
    });
  }
  for (const name of names.phrases) addSpellings(terms, name);
  return { terms, phrases };
}

/** Adds the other spellings of a name, where one of them has several words, to the terms that are one of its spellings. */
function addSpellings(terms: readonly QueryTerm[], { base, phrases }: NamePhrases): void {
  for (const term of terms) if (term.base === base) term.parted.push(...phrases.map(toSequence));
  for (const phrase of phrases) {
    const others = phrases.filter((other) => other !== phrase).map(toSequence);
    for (const first of terms.keys()) {
      const spelling = terms.slice(first, first + phrase.length);
      const isWritten = spelling.length === phrase.length && spelling.every((term, at) => term.base === phrase[at]);
      for (const term of isWritten ? spelling : []) {
        if (base !== undefined) term.joined.push(base);
        term.parted.push(...others);
      }
    }
  }
}

function toSequence(words: readonly string[]): WordSequence {
  return words.map((word) => [word]);
}

interface WrittenWord {
  written: string;
  /** Whether no space is before it. */
  isGlued: boolean;
}

function readWords(text: string): WrittenWord[] {
  const spans = findWords(text);
  return spans
    .map(({ start, end }, index) => ({ written: text.slice(start, end), isGlued: spans[index - 1]?.end === start }))
    .filter(({ written }) => normalizeWord(written) !== '');
}

function alternativesOf(written: string, base: string, names: NameTable): string[] {
  const word = normalizeWord(written);
  if (stripArticle(word) !== word) return [];
  const alternatives = stripEachProclitic(word).map((rest) => baseOfRest(rest, names));
  return [...new Set(alternatives)].filter((alternative) => alternative !== '' && alternative !== base);
}

function baseOfRest(rest: string, names: NameTable): string {
  const bare = stripArticle(rest);
  const name = names.get(bare) ?? bare;
  return isStopBase(name) ? '' : name;
}

/** Returns the base of two neighbouring words if they may also be written as one: a name, or a compound as `covid-19`. */
function joinWords(first: string, second: string, isGlued: boolean, names: NameTable): string[] {
  const [one, other] = [normalizeWord(first), normalizeWord(second)];
  const isCompound = isGlued && /^[a-z]/.test(one) && /^[a-z\d]/.test(other);
  const joined = isCompound ? one + other : joinName(one, other);
  return joined === undefined ? [] : [names.get(joined) ?? joined];
}

function partWord(written: string, names: NameTable): WordSequence[] {
  const word = stripBeforeName(normalizeWord(written));
  const nameOf = (part: string): string => names.get(part) ?? part;
  return partName(word, /^\P{L}*آ/u.test(written)).map((words) =>
    words.map((forms, place) => forms.map((form) => nameOf(place > 0 ? stripArticle(form) : form))),
  );
}
