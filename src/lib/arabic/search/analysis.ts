import { longestQuery } from './longest-query.ts';
import type { NameTable } from './names.ts';
import { hasConjunctionBeforeHamza, hasHamzaBeforeLam, stripArticle, stripEachProclitic } from './proclitics.ts';
import { isStopBase, isStopWord } from './stop-words.ts';
import { normalizeWord } from './words.ts';

/**
 * The base of a word as written: normalised, without article and proclitics, under the name that stands for all spellings
 * of it; '' for stop words and for what has neither letter nor digit. `segment` takes one-letter proclitics off, where
 * something tells them from the word's own letters: see `Segmentation`.
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

/** A word of a query that is searched for. */
export interface QueryTerm {
  /** As typed. */
  written: string;
  /** As in `baseOf`. */
  base: string;
  /** What the base is if its first letters are proclitics: only an index can tell. */
  alternatives: string[];
  /** Its place among the words of the query, stop words counted: words of a phrase are as far apart in the text. */
  position: number;
}

export interface AnalysedQuery {
  terms: QueryTerm[];
  /** Whether the query stands in quotation marks. */
  isPhrase: boolean;
}

const mostTerms = 16;
const separators = /[\s،؛,;:!؟?/\\|()[\]{}…–—"«»“”‹›<>]+/;

/** The terms of a query, of at most 400 characters and 16 words, each term once; none where it has only stop words. */
export function analyseQuery(query: string, names: NameTable): AnalysedQuery {
  const text = query.slice(0, longestQuery).toWellFormed().trim();
  const isPhrase = /^["«“].*["»”]$/su.test(text);
  const terms: QueryTerm[] = [];
  const words = text.split(separators).filter((word) => normalizeWord(word) !== '');
  for (const [position, written] of words.slice(0, mostTerms).entries()) {
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
