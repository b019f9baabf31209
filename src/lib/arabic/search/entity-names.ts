import { analyseQuery, basesOfTerm, type QueryTerm } from './analysis.ts';
import { hashOf } from './codes.ts';
import type { NameTable } from './names.ts';
import { stripArticle } from './proclitics.ts';
import { normalizeWord, splitWords } from './words.ts';

/** What has a page: `author` is a man or a person whose gender is not known, as sentences about people have it. */
export type EntityKind = 'author' | 'femaleAuthor' | 'desk' | 'section' | 'tag' | 'series';

/** An entity in the files beside the index: its kind, name, URL, number of articles, and other spellings. */
export type EntityRow = [kind: EntityKind, name: string, url: string, count: number, ...spellings: string[]];

/** A word of a name, or of a query that may be a name. */
export interface NameWord {
  base: string;
  /** The word in all ways of writing it: also without «ال», and joined with its neighbour. */
  own: string[];
  /** What is left of it without the letters that may be proclitics: «فنون» of «وفنون». */
  stripped: string[];
  /** All of these, and the parts of a joined name: «عبد» and «الله» of «عبدالله». */
  readings: string[];
}

/** Reads a name, or a query that may be one. Stop words count only if there is nothing else: «من هو؟». */
export function readName(text: string, names: NameTable): NameWord[] {
  const { terms } = analyseQuery(text, names);
  if (terms.length > 0) return terms.map(readTerm);
  const words = splitWords(text).map(normalizeWord);
  return words.filter((word) => word !== '').map((base) => ({ base, own: [base], stripped: [], readings: [base] }));
}

/** What readers write before a name and does not belong to it: «قسم الثقافة», «أخبار تونس». All are normalised. */
const introductions = new Set(
  'قسم اقسام صفحه كاتب كاتبه صحفي صحفيه مقال مقالات خبر اخبار موضوع مواضيع وسم سلسله ملف'.split(' '),
);

/** Returns a query without a word that only introduces the name after it; undefined if there is none. */
export function withoutIntroduction(query: readonly NameWord[]): readonly NameWord[] | undefined {
  const [first, ...name] = query;
  return first && name.length > 0 && introductions.has(first.base) ? name : undefined;
}

/** A name that begins with «أل» is typed without its hamza too, and looks as if it had the article then: «ألبير». */
function readTerm(term: QueryTerm): NameWord {
  const { base, alternatives } = term;
  const own = [base, stripArticle(base), ...term.joined];
  return { base, own, stripped: alternatives, readings: [...own, ...basesOfTerm(term)] };
}

/** The file of the entities that have a word, of `files`: words that begin alike are in the same one. */
export function entityFileOf(base: string, files: number): number {
  return hashOf(base.slice(0, 2)) % files;
}

/** How well a query names an entity: by the whole name, by its beginning, by other words of it. */
export type NameRank = 0 | 1 | 2;

/**
 * Ranks a name by a query, each of at least one word; undefined unless every word of the query is one of the name. With
 * `isTyping`, the last word of the query may be the beginning of one.
 */
export function rankName(
  name: readonly NameWord[],
  query: readonly NameWord[],
  isTyping: boolean,
): NameRank | undefined {
  const [first] = query;
  const isOneOf = (asked: NameWord, words: readonly NameWord[]): boolean =>
    words.some(
      ({ base, own, readings }) =>
        asked.own.some((word) => readings.includes(word)) ||
        (asked !== first && asked.stripped.includes(base)) ||
        (isTyping &&
          asked === query.at(-1) &&
          asked.base.length > 1 &&
          own.some((word) => word.startsWith(asked.base))),
    );
  if (!query.every((asked) => isOneOf(asked, name))) return undefined;
  const asked = new Set(query.flatMap(({ readings }) => readings));
  if (name.every(({ own, stripped }) => [...own, ...stripped].some((word) => asked.has(word)))) return 0;
  return first && isOneOf(first, name.slice(0, 1)) ? 1 : 2;
}
