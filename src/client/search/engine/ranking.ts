import type { Level } from '../../../lib/arabic/search/codes.ts';
import type { Posting } from './index-part.ts';

/** How a term was found: by a form that it shares with a word of the article, or by a guess. */
export type Match = Exclude<Level, 'word'> | 'corrected' | 'completed';

/** The match of one term in one article. */
export interface Hit {
  match: Match;
  posting: Posting;
  /** The posting of the whole word, if the article has it. */
  exact?: Posting;
}

/**
 * The hit of each term in one article, in the order of the query; undefined for terms that the article does not have.
 */
export type Hits = readonly (Hit | undefined)[];

export interface WeightedTerm {
  /** Inverse document frequency. */
  weight: number;
  /** The index of the word in the query, counting stop words. */
  position: number;
}

/** The closer a match is to the typed word, the lower its tier. */
export const tierOfMatch: Record<Match, number> = { stem: 0, corrected: 1, completed: 2, skeleton: 3, root: 4 };
const tierOfMissing = 5;

const strength: Record<Match, number> = { stem: 0.8, corrected: 0.7, completed: 0.6, skeleton: 0.4, root: 0.3 };
const titleBonus = 2.5;
const namesBonus = 1;
const leadBonus = 0.5;
const headingsBonus = 0.5;
const beginningBonus = 0.4;
/** The first occurrences of a term count most, as in BM25. */
const saturation = 1.2;
/** A term gets `beginningBonus` if it occurs within this many words from the beginning. */
const beginningWords = 40;
/** The factor for articles that have every term as a whole word. */
const allExact = 2.5;
const adjacency = 0.5;
const recency = 0.1;

/**
 * Returns the tier of an article, from its hits: 0 if it has the stem of every term. The higher the tier, the less
 * closely the article matches the query.
 */
export function tierOf(hits: Hits): number {
  let tier = 0;
  let missing = 0;
  for (const hit of hits) {
    if (hit === undefined) missing += 1;
    else tier = Math.max(tier, tierOfMatch[hit.match]);
  }
  return missing === 0 ? tier : tierOfMissing + missing;
}

/**
 * Computes how well an article matches a query, compared with others of its tier. `age` is from 0, for the site's
 * newest article, to 1.
 */
export function scoreOf(hits: Hits, terms: readonly WeightedTerm[], age: number): number {
  let score = 0;
  let isExact = true;
  for (const [index, hit] of hits.entries()) {
    const weight = terms[index]?.weight ?? 0;
    if (hit === undefined) {
      isExact = false;
      continue;
    }
    if (hit.exact === undefined) isExact = false;
    score += weight * (gainOf(hit.posting) * strength[hit.match] * 0.5 + (hit.exact ? gainOf(hit.exact) * 0.5 : 0));
  }
  if (isExact && hits.length > 0) score *= allExact;
  if (hits.length > 1) score *= 1 + adjacency * shareOfAdjacent(hits, terms);
  return score * (1 + recency * (1 - age));
}

function gainOf({ places, fields }: Posting): number {
  return (
    places.length / (places.length + saturation) +
    (fields.includes('title') ? titleBonus : 0) +
    (fields.includes('names') ? namesBonus : 0) +
    (fields.includes('lead') ? leadBonus : 0) +
    (fields.includes('headings') ? headingsBonus : 0) +
    ((places[0] ?? beginningWords) < beginningWords ? beginningBonus : 0)
  );
}

/** Returns the share of neighbouring pairs of terms that are as far apart somewhere in the text as in the query. */
function shareOfAdjacent(hits: Hits, terms: readonly WeightedTerm[]): number {
  let adjacent = 0;
  for (let index = 1; index < hits.length; index++) {
    const distance = (terms[index]?.position ?? 0) - (terms[index - 1]?.position ?? 0);
    const before = new Set(hits[index - 1]?.posting.places);
    if (hits[index]?.posting.places.some((place) => before.has(place - distance))) adjacent += 1;
  }
  return adjacent / (hits.length - 1);
}

const titleExact = 0.3;
const titleCoverage = 0.3;
/** For a title that has the whole query in its order, and for one that has nothing else. */
const titleInOrder = 0.2;
const wholeTitle = 0.5;

/**
 * Returns a factor of at least 1 for the score of a result. It grows with the share of `typed` terms that the title has
 * letter by letter, with the share of the title's words that match the query, and if the title has all words of the
 * `query` side by side, stop words too. `words` are all words of the title; `matching` is how many of them match.
 */
export function titleFactor(
  typed: readonly string[],
  query: readonly string[],
  words: readonly string[],
  matching: number,
): number {
  if (typed.length === 0 || words.length === 0) return 1;
  const exact = typed.filter((term) => words.includes(term)).length;
  const isInOrder = query.length > 1 && ` ${words.join(' ')} `.includes(` ${query.join(' ')} `);
  const order = isInOrder ? titleInOrder + (query.length === words.length ? wholeTitle : 0) : 0;
  return 1 + (titleExact * exact) / typed.length + (titleCoverage * matching) / words.length + order;
}
