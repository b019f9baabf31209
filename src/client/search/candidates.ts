import type { Level } from '../../lib/arabic/search/codes.ts';
import type { PartIndex, Posting, Postings } from './part-index.ts';
import { type Candidate, type Hit, type Match, scoreOf, type Term, tierOf } from './ranking.ts';
import type { Reading } from './readings.ts';
import { countArticles, type SearchedIndex } from './searched-index.ts';

/** An article that was found, with all that decides its place among the results. */
export interface Found {
  candidate: Candidate;
  tier: number;
  score: number;
  /** By date, from the newest article of its part. */
  rank: number;
}

/** The weights of terms: the fewer articles have one, the more it tells. */
export function weighTerms(index: SearchedIndex, readings: readonly Reading[]): Promise<Term[]> {
  return Promise.all(
    readings.map(async ({ bases, term: { position } }) => {
      const counts = await Promise.all(bases.map(({ base }) => countArticles(index, base, 'stem')));
      const count = Math.max(...counts);
      return { position, weight: Math.log(1 + (index.articles - count + 0.5) / (count + 0.5)) };
    }),
  );
}

/**
 * The articles in which any of the terms is found at any of the levels. `allowed` has the ids that filters let through, by
 * part.
 */
export async function findCandidates(
  index: SearchedIndex,
  readings: readonly Reading[],
  terms: readonly Term[],
  levels: readonly Level[],
  allowed: readonly ReadonlySet<string>[] | undefined,
): Promise<Found[]> {
  const lists = await Promise.all(
    index.parts.map(async (part) => ({
      articles: part.articles,
      ranks: await part.rankByDate(),
      candidates: await collectHits(part, readings, levels),
    })),
  );
  let newer = 0;
  return lists.flatMap(({ articles, ranks, candidates }, part) => {
    const newerParts = newer;
    newer += articles;
    return [...candidates]
      .filter(([id]) => allowed?.[part]?.has(id) ?? true)
      .map(([id, hits]): Found => {
        const candidate = { part, id, hits };
        const rank = ranks.get(id) ?? 0;
        const age = (newerParts + rank) / Math.max(1, index.articles);
        return { candidate, tier: tierOf(candidate), score: scoreOf(candidate, terms, age), rank };
      });
  });
}

async function collectHits(
  part: PartIndex,
  readings: readonly Reading[],
  levels: readonly Level[],
): Promise<Map<string, (Hit | undefined)[]>> {
  const candidates = new Map<string, (Hit | undefined)[]>();
  const add = (postings: Postings, place: number, match: Match, level: Level): void => {
    for (const [id, posting] of postings) {
      const hits = candidates.get(id) ?? new Array<Hit | undefined>(readings.length).fill(undefined);
      candidates.set(id, hits);
      const best = better(hits[place], match, posting);
      hits[place] = level === 'word' ? { ...best, exact: posting } : best;
    }
  };
  for (const [place, { bases }] of readings.entries()) {
    for (const { base, match } of bases) {
      for (const level of match ? levelsOfMeant[match] : levels) {
        add(await part.find(base, level), place, match ?? (level === 'word' ? 'stem' : level), level);
      }
    }
  }
  return candidates;
}

/** Of a word that was probably meant: what else shares its root is too far from what was typed. */
const levelsOfMeant = { corrected: ['stem', 'word'], completed: ['stem'] } as const satisfies Partial<
  Record<Match, Level[]>
>;

const order: Match[] = ['root', 'frame', 'completed', 'corrected', 'stem'];

function better(before: Hit | undefined, match: Match, posting: Posting): Hit {
  if (before === undefined || order.indexOf(match) > order.indexOf(before.match)) return { ...before, match, posting };
  return before;
}
