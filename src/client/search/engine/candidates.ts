import type { Level } from '../../../lib/arabic/search/codes.ts';
import { verbsOfNoun } from '../../../lib/arabic/search/stems.ts';
import type { IndexPart, Posting, Postings } from './index-part.ts';
import type { ExpandedTerm } from './query-expansion.ts';
import { type Hit, type Hits, type Match, scoreOf, tierOf, tierOfMatch, type WeightedTerm } from './ranking.ts';
import { countArticles, type SearchIndex } from './search-index.ts';
import { findSequence } from './word-sequences.ts';

/** An article that was found, with everything that determines its rank among the results. */
export interface RankedCandidate {
  /** The index of its part in `SearchIndex.parts`. */
  part: number;
  /** Unique within its part. */
  id: string;
  hits: Hits;
  tier: number;
  score: number;
  /** Its rank by date within its part: 0 is the newest. */
  dateRank: number;
}

/** Weighs each term by its inverse document frequency: the fewer articles have a term, the higher its weight. */
export function weighTerms(index: SearchIndex, terms: readonly ExpandedTerm[]): Promise<WeightedTerm[]> {
  return Promise.all(
    terms.map(async ({ bases, position }) => {
      const counts = await Promise.all(bases.map(({ base }) => countArticles(index, base, 'stem')));
      const count = Math.max(...counts);
      return { position, weight: Math.log(1 + (index.articles - count + 0.5) / (count + 0.5)) };
    }),
  );
}

/**
 * Finds the articles that have any of the terms at any of the levels. `allowed` contains, for each part, the ids of the
 * articles that pass the filters; undefined if there are no filters.
 */
export async function findCandidates(
  index: SearchIndex,
  expanded: readonly ExpandedTerm[],
  weighted: readonly WeightedTerm[],
  levels: readonly Level[],
  allowed: readonly ReadonlySet<string>[] | undefined,
): Promise<RankedCandidate[]> {
  const found = await Promise.all(
    index.parts.map(async (part) => [await part.rankByDate(), await collectHits(part, expanded, levels)] as const),
  );
  let newerArticles = 0;
  return found.flatMap(([dateRanks, hitsById], part) => {
    const inNewerParts = newerArticles;
    newerArticles += index.parts[part]?.articles ?? 0;
    return [...hitsById]
      .filter(([id]) => allowed?.[part]?.has(id) ?? true)
      .map(([id, hits]): RankedCandidate => {
        const dateRank = dateRanks.get(id) ?? 0;
        const age = (inNewerParts + dateRank) / Math.max(1, index.articles);
        return { part, id, hits, tier: tierOf(hits), score: scoreOf(hits, weighted, age), dateRank };
      });
  });
}

async function collectHits(
  part: IndexPart,
  terms: readonly ExpandedTerm[],
  levels: readonly Level[],
): Promise<Map<string, (Hit | undefined)[]>> {
  const hitsById = new Map<string, (Hit | undefined)[]>();
  const add = (postings: Postings, term: number, match: Match, level: Level): void => {
    for (const [id, posting] of postings) {
      const hits = hitsById.get(id) ?? new Array<Hit | undefined>(terms.length).fill(undefined);
      hitsById.set(id, hits);
      const best = closerHit(hits[term], match, posting);
      hits[term] = level === 'word' ? { ...best, exact: posting } : best;
    }
  };
  for (const [term, { bases, sequences, written, base: own }] of terms.entries()) {
    for (const sequence of sequences) {
      for (const level of levelsOfSequence) add(await findSequence(part, sequence, level), term, 'stem', level);
    }
    for (const { base, match } of bases) {
      for (const level of match ? levelsOfGuess[match] : levels) {
        add(await part.find(base, level), term, match ?? (level === 'word' ? 'stem' : level), level);
      }
    }
    const verbs = await Promise.all(verbsOfNoun(written, own).map((verb) => part.find(verb, 'word')));
    for (const [id, hits] of hitsById) {
      const hit = hits[term];
      const places = verbs.flatMap((postings) => postings.get(id) ?? []);
      if (hit && places.length > 0 && hasNothingElse(hit, places)) hits[term] = { ...hit, match: 'skeleton' };
    }
  }
  return hitsById;
}

/** Whether an article has a term only where it has other words, at `others`. */
function hasNothingElse({ exact, match, posting }: Hit, others: readonly Posting[]): boolean {
  if (exact || match !== 'stem') return false;
  return (
    posting.places.every((place) => others.some(({ places }) => places.includes(place))) &&
    posting.fields.every((field) => others.some(({ fields }) => fields.includes(field)))
  );
}

/** The words of a sequence are not searched for by skeleton and root, which would make other words of them. */
const levelsOfSequence = ['stem', 'word'] as const satisfies Level[];

/** A guessed word is not searched for by its skeleton or root: those results would be too far from the query. */
const levelsOfGuess = { corrected: ['stem', 'word'], completed: ['stem'] } as const satisfies Partial<
  Record<Match, Level[]>
>;

function closerHit(hit: Hit | undefined, match: Match, posting: Posting): Hit {
  if (hit === undefined || tierOfMatch[match] < tierOfMatch[hit.match]) return { ...hit, match, posting };
  return hit;
}
