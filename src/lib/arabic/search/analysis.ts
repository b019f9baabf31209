import { longestQuery } from './longest-query.ts';
import type { NameTable } from './names.ts';
import { hasConjunctionBeforeHamza, hasHamzaBeforeLam, stripArticle, stripEachProclitic } from './proclitics.ts';
import { isStopBase, isStopWord } from './stop-words.ts';
import { normalizeWord } from './words.ts';

/**
 * Returns the base of a word as written: normalised, without article and proclitics; for a name, the spelling that
 * represents all its spellings. '' for stop words and for words without letters and digits. `segment` strips one-letter
 * proclitics, see `Segmentation`. By default they stay, because a word alone does not show whether its first letters
 * are proclitics.
 */
export function baseOf(written: string, names: NameTable, segment: (word: string) => string = (word) => word): string {
  const word = normalizeWord(written);
  if (word === '' || isStopWord(written)) return '';
  const hasOwnLam = hasHamzaBeforeLam(written);
  const bare = hasOwnLam ? word : stripArticle(word);
  const base = bare === word ? stripConjunction(written, word, segment) : bare;
  const name = names.get(base) ?? names.get(word) ?? base;
  return isStopBase(name) && !hasOwnLam ? '' : name;
}

function stripConjunction(written: string, word: string, segment: (word: string) => string): string {
  return segment(word.length >= 5 && hasConjunctionBeforeHamza(written) ? word.slice(1) : word);
}

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
}

export interface AnalysedQuery {
  terms: QueryTerm[];
  /** Whether the query is in quotation marks. */
  isPhrase: boolean;
}

const maxWords = 16;
const separators = /[\s،؛,;:!؟?/\\|()[\]{}…–—"«»“”‹›<>]+/;

/**
 * Splits a query into its terms, each once; none when it has only stop words. Ignores everything after 400 UTF-16 units
 * or 16 words.
 */
export function analyseQuery(query: string, names: NameTable): AnalysedQuery {
  const text = query.slice(0, longestQuery).toWellFormed().trim();
  const isPhrase = /^["«“].*["»”]$/su.test(text);
  const terms: QueryTerm[] = [];
  const words = text.split(separators).filter((word) => normalizeWord(word) !== '');
  for (const [position, written] of words.slice(0, maxWords).entries()) {
    const base = baseOf(written, names);
    if (base === '' || terms.some((term) => term.base === base)) continue;
    const word = normalizeWord(written);
    const isWhole = stripArticle(word) === word;
    const alternatives = isWhole ? stripEachProclitic(word).map((rest) => baseOfRest(rest, names)) : [];
    terms.push({
      written,
      base,
      alternatives: [...new Set(alternatives)].filter((alternative) => alternative !== '' && alternative !== base),
      position,
    });
  }
  return { terms, isPhrase: isPhrase && terms.length > 0 };
}

function baseOfRest(rest: string, names: NameTable): string {
  const bare = stripArticle(rest);
  const name = names.get(bare) ?? bare;
  return isStopBase(name) ? '' : name;
}
