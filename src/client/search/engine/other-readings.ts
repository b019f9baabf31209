import { analyseQuery } from '../../../lib/arabic/search/analysis.ts';
import type { Level } from '../../../lib/arabic/search/codes.ts';
import { readAsArabicKeys, readAsLatinKeys } from '../../../lib/arabic/search/keyboard-layouts.ts';
import { arabicOfLatin, keyOfArabicName, keyOfName, latinOfArabic } from '../../../lib/arabic/search/news-names.ts';
import { stripArticle } from '../../../lib/arabic/search/proclitics.ts';
import {
  abdWithArticle,
  arabicBeginnings,
  article,
  articleAtStart,
  distanceBetween,
  foldLatin,
  greatestDistance,
  latinBeginnings,
  spellInArabic,
  withoutArabiziDigits,
} from '../../../lib/arabic/search/transliteration.ts';
import { countArticlesOf, type ListedWord } from '../../../lib/arabic/search/word-lines.ts';
import { normalizeWord, splitWords } from '../../../lib/arabic/search/words.ts';
import type { isSlip } from './corrections.ts';
import type { ExpandedTerm } from './query-expansion.ts';
import { countArticles, findMostFrequent, type SearchIndex } from './search-index.ts';
import type { readBeginnings } from './word-lists.ts';

const maxWords = 16;
const longestName = 4;
/** How many lists of words are read for one word at first, and at most. */
const firstBeginnings = 2;
const maxBeginnings = 8;
/** How many spellings are looked up when no list has a word that is near. */
const maxSpellings = 8;
const shortestToRead = 3;
const shortestKeys = 4;
/** How much distance each doubling of the number of articles offsets. */
const frequencyWeight = 0.02;
const articleCost = 0.1;
const articleBefore = /^(?:[aeiu]l|es|er|en|ed|as|ar|ad)$/i;
/** The article before a name, also as the sun letters make it sound: `al-Hilal`, `ennahdha`, `echaab`. */
const gluedArticle = /^(?:[aei]l[-'’]?(?=.{4})|[ae]([dnrstz])[-'’]?(?=\1.{3})|[ae](?=[cs]h.{3}))/i;
const abd = /^abd(?:[aeou]l|[eou])?$/i;
const gluedAbd = /^abd(?:[aeou]l|[aeou])[-'’]?(?=.{4})/i;

/** An index, and how its word lists are read, which another script does. */
export interface ReadableIndex extends SearchIndex {
  readBeginnings: typeof readBeginnings;
  isSlip: typeof isSlip;
}

export interface OtherReading {
  /** The query with the words that no article has read otherwise; undefined when none could be read. */
  text?: string;
  /** The terms, with the Arabic names that the table knows for attested Latin words. */
  terms: readonly ExpandedTerm[];
}

/**
 * Reads the words of a query that no article has, neither whole nor by their stems, as names in other letters, as typed
 * on the wrong keyboard or as Arabizi. A reading counts only if articles have it.
 */
export async function readOtherwise(
  index: ReadableIndex,
  text: string,
  terms: readonly ExpandedTerm[],
): Promise<OtherReading> {
  const words = text.trim().split(/\s+/).slice(0, maxWords);
  const unknown = new Set(terms.filter(({ isUnknown }) => isUnknown).map(({ written }) => written));
  const isUnknown = (word: string): boolean =>
    analyseQuery(word, index.names).terms.some(({ written }) => unknown.has(written));
  const named = await readNames(index, words, isUnknown);
  const withNames = addNames(index, terms, named.known);
  if (unknown.size === 0) {
    const latin = terms.every(({ articles }) => articles === 0) ? await readLongKeys(index, text.trim()) : undefined;
    return { ...(latin !== undefined && { text: latin }), terms: withNames };
  }
  const isNamed = named.words.some((word) => word.isRead);
  const readKeysAt = (level: Level) => (isNamed ? undefined : readKeys(index, text.trim(), level));
  const read =
    (await readKeysAt('word')) ?? (await readWords(index, named.words, isUnknown)) ?? (await readKeysAt('stem'));
  return read === undefined ? { terms: withNames } : { text: read, terms: withNames };
}

interface ReadWord {
  text: string;
  isRead: boolean;
}

/** Replaces the names of the table that have an unknown word; `known` are those whose words articles have. */
async function readNames(
  index: ReadableIndex,
  words: readonly string[],
  isUnknown: (word: string) => boolean,
): Promise<{ words: ReadWord[]; known: { words: readonly string[]; name: string }[] }> {
  const read: ReadWord[] = [];
  const known: { words: readonly string[]; name: string }[] = [];
  let place = 0;
  while (place < words.length) {
    const { names, length } = findNames(words, place);
    const parts = words.slice(place, place + length);
    place += length;
    const isAsked = isLatin(parts.join(' ')) || parts.some(isUnknown);
    const name = isAsked ? await findAttested(index, names) : undefined;
    if (name === undefined) read.push(...parts.map(unread));
    else if (parts.some(isUnknown)) read.push({ text: name, isRead: true });
    else {
      known.push({ words: parts, name });
      read.push(...parts.map(unread));
    }
  }
  return { words: read, known };
}

function unread(text: string): ReadWord {
  return { text, isRead: false };
}

/** Finds the longest name of the table that begins at a place, in the other letters; without one, `length` is 1. */
function findNames(words: readonly string[], place: number): { names: readonly string[]; length: number } {
  for (let length = Math.min(longestName, words.length - place); length > 0; length--) {
    const names = namesInOtherLetters(words.slice(place, place + length).join(' '));
    if (names.length > 0) return { names, length };
  }
  return { names: [], length: 1 };
}

function namesInOtherLetters(written: string): readonly string[] {
  if (!isLatin(written)) return latinOfArabic.get(keyOfArabicName(written)) ?? [];
  const name = arabicOfLatin.get(keyOfName(written)) ?? arabicOfLatin.get(keyOfName(withoutArabiziDigits(written)));
  return name === undefined ? [] : [name];
}

/** Returns the first of some names that articles have. */
async function findAttested(index: ReadableIndex, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await isAttested(index, name)) return name;
  return undefined;
}

function isLatin(written: string): boolean {
  return /[a-z]/i.test(written) && !/[\u0621-\u064a]/.test(written);
}

/** Adds the Arabic names to the terms of the Latin ones, word by word; a last word stands for all that remain. */
function addNames(
  index: ReadableIndex,
  terms: readonly ExpandedTerm[],
  known: readonly { words: readonly string[]; name: string }[],
): readonly ExpandedTerm[] {
  return terms.map((term) => {
    const more = known.flatMap(({ words, name }) => {
      const place = words.findIndex((word) => splitWords(word).includes(term.written));
      const bases = analyseQuery(name, index.names).terms.map(({ base }) => base);
      const base = place < 0 ? undefined : (bases[place] ?? bases.at(-1));
      return base === undefined || base === term.base ? [] : [{ base }];
    });
    return more.length === 0 ? term : { ...term, bases: [...term.bases, ...more] };
  });
}

/** Reads a whole query as typed on the wrong keyboard, if articles have its words at `level`. */
async function readKeys(index: ReadableIndex, text: string, level: Level): Promise<string | undefined> {
  for (const reading of readAsArabicKeys(text)) if (await isAttested(index, reading, level)) return reading;
  return readLatinKeys(index, text, level);
}

/** Reads a whole query as Latin letters typed on an Arabic layout: a name of the table, or words that articles have. */
async function readLatinKeys(index: ReadableIndex, text: string, level: Level): Promise<string | undefined> {
  for (const reading of readAsLatinKeys(text)) {
    const name = await findAttested(index, namesInOtherLetters(reading));
    if (name !== undefined) return name;
    if (await isAttested(index, reading, level)) return reading;
  }
  return undefined;
}

/**
 * Reads a query in Arabic letters by its keys, though articles have relatives of its words: «ةشيقهي» is `madrid`, and
 * its stem that of «شقة». Short words are left alone.
 */
async function readLongKeys(index: ReadableIndex, text: string): Promise<string | undefined> {
  return isLatin(text) || text.length < shortestKeys ? undefined : readLatinKeys(index, text, 'word');
}

/** Reads each unknown word by itself; an article or «عبد» that stands before it is read with it. */
async function readWords(
  index: ReadableIndex,
  words: readonly ReadWord[],
  isUnknown: (word: string) => boolean,
): Promise<string | undefined> {
  const read: string[] = [];
  let isRead = words.some((word) => word.isRead);
  let before: string[] = [];
  for (const [place, { text, isRead: isName }] of words.entries()) {
    const hasNext = place < words.length - 1;
    if (!isName && hasNext && (articleBefore.test(text) || abd.test(text))) {
      before.push(text);
      continue;
    }
    const word = !isName && isUnknown(text) ? await readWord(index, text) : undefined;
    if (word !== undefined) isRead = true;
    if (word !== undefined)
      read.push(prefixOf(before) + (before.length === 0 ? word : word.replace(articleAtStart, '')));
    else read.push(...(isName ? [] : before), text);
    before = [];
  }
  return isRead ? read.join(' ') : undefined;
}

/** Returns what the words before a name write: the article, «عبد ال», or nothing. */
function prefixOf(before: readonly string[]): string {
  if (before.some((word) => abd.test(word))) return abdWithArticle;
  return before.length > 0 ? article : '';
}

async function readWord(index: ReadableIndex, written: string): Promise<string | undefined> {
  if (!isLatin(written)) return readInLatin(index, written);
  const abdBefore = gluedAbd.exec(written)?.[0];
  if (abdBefore !== undefined) {
    const rest = await readLatin(index, written.slice(abdBefore.length));
    if (rest !== undefined) return abdWithArticle + rest.shown;
  }
  const hasVowels = /[aeiou]/i.test(written);
  if (hasVowels && written.length <= shortestToRead) return (await readLatin(index, written))?.shown;
  if (written.length >= shortestToRead) {
    for (const reading of readAsArabicKeys(written)) if (await isAttested(index, reading)) return reading;
  }
  return (await readLatin(index, written))?.shown;
}

interface Reading extends Pick<ListedWord, 'shown' | 'base'> {
  distance: number;
  /** The distance, less what the word's frequency offsets. */
  cost: number;
}

/** Reads a word in Latin letters, with the article that may be written together with it. */
async function readLatin(index: ReadableIndex, written: string): Promise<Reading | undefined> {
  const latinArticle = gluedArticle.exec(written)?.[0] ?? '';
  const whole = await readSpelling(index, foldLatin(written));
  if (latinArticle === '') return whole;
  const rest = await readSpelling(index, foldLatin(written.slice(latinArticle.length)));
  if (rest === undefined || (whole !== undefined && whole.cost <= rest.cost + articleCost)) return whole;
  return { ...rest, shown: article + rest.shown };
}

/** Chooses, of the words of the index, the most frequent of those that a Latin spelling may write. */
async function readSpelling(index: ReadableIndex, latin: string): Promise<Reading | undefined> {
  if (latin.length < shortestToRead) return undefined;
  const beginnings = arabicBeginnings(latin, maxBeginnings);
  const choose = async (some: typeof beginnings): Promise<Reading | undefined> => {
    const lists = await Promise.all(some.map(({ pair }) => index.readBeginnings(index, pair)));
    return chooseNearest(lists.flat(), (base) => distanceBetween(latin, base), greatestDistance(latin.length));
  };
  const first = await choose(beginnings.slice(0, firstBeginnings));
  const mayBeNearer = beginnings.slice(firstBeginnings).filter(({ distance }) => distance <= (first?.distance ?? 1));
  const second = await choose(mayBeNearer);
  if (second !== undefined && second.cost < (first?.cost ?? Number.POSITIVE_INFINITY)) return second;
  if (first !== undefined) return first;
  const { best } = await findMostFrequent(index, spellInArabic(latin).slice(0, maxSpellings), 'word');
  if (best === undefined) return undefined;
  const distance = distanceBetween(latin, best);
  return { shown: best, base: best, distance, cost: distance };
}

function chooseNearest(
  words: readonly ListedWord[],
  distanceOf: (base: string) => number,
  most: number,
): Reading | undefined {
  let best: Reading | undefined;
  for (const word of words) {
    const distance = distanceOf(word.base);
    if (distance > most) continue;
    const cost = distance - Math.log2(countArticlesOf(word)) * frequencyWeight;
    if (best === undefined || cost < best.cost) best = { ...word, distance, cost };
  }
  return best;
}

/** Reads an Arabic word that no article has: typed on the wrong keyboard, or a name that articles have in Latin only. */
async function readInLatin(index: ReadableIndex, written: string): Promise<string | undefined> {
  for (const reading of readAsLatinKeys(written)) {
    const name = await findAttested(index, namesInOtherLetters(reading));
    if (name !== undefined) return name;
    if (reading.length >= shortestToRead && (await isAttested(index, reading))) return reading;
  }
  const arabic = normalizeWord(written);
  if (arabic.length < shortestToRead || (await index.isSlip(index, stripArticle(arabic)))) return undefined;
  const beginnings = latinBeginnings(arabic);
  const lists = await Promise.all(beginnings.map((beginning) => index.readBeginnings(index, beginning)));
  // Each list also has words with other beginnings: by distance alone, «عتييبة» would be `type`.
  const latin = lists.flat().filter(({ base }) => /^[a-z]+$/.test(base) && beginnings.includes(base.slice(0, 2)));
  const distanceOf = (base: string): number => distanceBetween(foldLatin(base), arabic);
  // A short Latin word has few letters to be told by: «عتييبة» is no `ATB`.
  const near = latin.filter(({ base }) => distanceOf(base) <= greatestDistance(base.length));
  return chooseNearest(near, distanceOf, greatestDistance(arabic.length))?.shown;
}

/** Whether articles have all words of a text at `level`; a text of stop words only does not count. */
async function isAttested(index: ReadableIndex, text: string, level: Level = 'word'): Promise<boolean> {
  const { terms } = analyseQuery(text, index.names);
  for (const { base, alternatives, joined } of terms) {
    const bases = [base, ...alternatives, ...joined];
    const counts = await Promise.all(bases.map((other) => countArticles(index, other, level)));
    if (!counts.some((count) => count > 0)) return false;
  }
  return terms.length > 0;
}
