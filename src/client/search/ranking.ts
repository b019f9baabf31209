import type { Level } from '../../lib/arabic/search/codes.ts';
import type { Posting } from './part-index.ts';

/** How a word of the query was found: in some form of itself, or by what was probably meant. */
export type Match = Exclude<Level, 'word'> | 'corrected' | 'completed';

/** What one term found in one article. */
export interface Hit {
  match: Match;
  posting: Posting;
  /** Of the same term by its whole word alone, where that was found. */
  exact?: Posting;
}

/** An article with what each term of the query found in it; undefined where a term found nothing. */
export interface Candidate {
  part: number;
  id: string;
  hits: (Hit | undefined)[];
}

export interface Term {
  /** The rarer a term, the more it tells: its inverse document frequency. */
  weight: number;
  /** Its place among the words of the query. */
  position: number;
}

/** How much of the query an article answers: 0 all of it, in some form of its words. */
const tierOfMatch: Record<Match, number> = { stem: 0, corrected: 1, completed: 2, frame: 3, root: 4 };
const tierOfMissing = 5;

const strength: Record<Match, number> = { stem: 0.8, corrected: 0.7, completed: 0.6, frame: 0.4, root: 0.3 };
const bonus = { title: 2.5, lead: 0.5, headings: 0.5, beginning: 0.4 };
const saturation = 1.2;
const beginningWords = 40;
const allExact = 1.25;
const adjacency = 0.5;
const recency = 0.1;

/** 0 for articles with all terms; the higher, the less of the query an article answers. */
export function tierOf({ hits }: Candidate): number {
  let tier = 0;
  let missing = 0;
  for (const hit of hits) {
    if (hit === undefined) missing += 1;
    else tier = Math.max(tier, tierOfMatch[hit.match]);
  }
  return missing === 0 ? tier : tierOfMissing + missing;
}

/** How well an article answers a query, within its tier. `age` is from 0 for the newest article of the site to 1. */
export function scoreOf({ hits }: Candidate, terms: readonly Term[], age: number): number {
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

function gainOf({ places, inTitle, inLead, inHeadings }: Posting): number {
  return (
    places.length / (places.length + saturation) +
    (inTitle ? bonus.title : 0) +
    (inLead ? bonus.lead : 0) +
    (inHeadings ? bonus.headings : 0) +
    ((places[0] ?? beginningWords) < beginningWords ? bonus.beginning : 0)
  );
}

/** How many neighbours in the query are neighbours somewhere in the text, as a share of all. */
function shareOfAdjacent(hits: readonly (Hit | undefined)[], terms: readonly Term[]): number {
  let adjacent = 0;
  for (let index = 1; index < hits.length; index++) {
    const distance = (terms[index]?.position ?? 0) - (terms[index - 1]?.position ?? 0);
    const before = new Set(hits[index - 1]?.posting.places);
    if (hits[index]?.posting.places.some((place) => before.has(place - distance))) adjacent += 1;
  }
  return adjacent / (hits.length - 1);
}

/** Whether all terms stand together in the text as they do in the query. */
export function holdsPhrase({ hits }: Candidate, terms: readonly Term[]): boolean {
  const first = terms[0]?.position ?? 0;
  const places = hits.map((hit) => new Set(hit?.posting.places));
  const starts = hits[0]?.posting.places ?? [];
  return starts.some((start) => places.every((set, index) => set.has(start + (terms[index]?.position ?? 0) - first)));
}

const titleExact = 0.3;
const titleCoverage = 0.3;

/**
 * How much more a result is worth for its title: for terms that stand there letter by letter as typed, and for a title that
 * says little else. `words` are all words of the title, of which `matching` answer the query.
 */
export function titleFactor(typed: readonly string[], words: readonly string[], matching: number): number {
  if (typed.length === 0 || words.length === 0) return 1;
  const exact = typed.filter((term) => words.includes(term)).length;
  return 1 + (titleExact * exact) / typed.length + (titleCoverage * matching) / words.length;
}
