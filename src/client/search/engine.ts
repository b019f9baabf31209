import { analyseQuery } from '../../lib/arabic/search/analysis.ts';
import { completeWord } from '../../lib/arabic/search/spelling.ts';
import { type Found, findCandidates, weighTerms } from './candidates.ts';
import { countFilters, findAllowed } from './filters.ts';
import { importScript, type LoadScript, type OpenIndex, openIndex } from './pagefind.ts';
import { findPlainly } from './plain-search.ts';
import { holdsPhrase } from './ranking.ts';
import { meantQuery, type Reading, readTerms, widenReadings } from './readings.ts';
import { showResults } from './results.ts';
import { createSearchedIndex, readBeginnings, type SearchedIndex } from './searched-index.ts';
import type { Search, SearchAnswer, SearchFilters, SearchRequest } from './types.ts';

const resultsAtOnce = 10;
/** With fewer exact results than this, near ones are looked for. */
const enoughResults = 10;
const mostNear = 50;
const completionsShown = 5;
const shortestToComplete = 3;

interface Opened {
  open: OpenIndex;
  index: SearchedIndex;
}

/** Searches the index at `base` in the thread that it is called in. `loadScript` loads Pagefind's script from its address. */
export function createSearchEngine(base: string, loadScript: LoadScript = importScript): Search {
  let opening: Promise<Opened> | undefined;
  let failures = 0;

  async function open(): Promise<Opened> {
    opening ??= openIndex(base, loadScript, failures).then((opened) => ({
      open: opened,
      index: createSearchedIndex(opened),
    }));
    try {
      return await opening;
    } catch (error) {
      failures += 1;
      opening = undefined;
      throw error;
    }
  }

  return {
    find: async (request) => {
      const { open: opened, index } = await open();
      return opened.isCoded ? find(index, request) : findPlainly(opened.parts, request);
    },
    complete: async (text) => {
      try {
        const { open: opened, index } = await open();
        return opened.isCoded ? await completeQuery(index, text) : [];
      } catch {
        return [];
      }
    },
  };
}

async function find(index: SearchedIndex, request: SearchRequest): Promise<SearchAnswer> {
  const { terms, isPhrase } = analyseQuery(request.text, index.names);
  if (terms.length === 0) return { results: [], exact: 0, near: 0 };
  const read = await readTerms(index, terms);
  const findWith = async (filters: SearchFilters) =>
    findAll(index, read, request, isPhrase, await findAllowed(index, filters));
  const { found, readings } = await findWith(request.filters ?? {});
  const findShown = async (filters: SearchFilters): Promise<Found[]> => {
    const { found: all } = await findWith(filters);
    const exactOnes = all.filter(({ tier }) => tier === 0);
    return exactOnes.length > 0 ? exactOnes : nearest(all, enoughResults);
  };
  const order = request.sort === 'date' ? byDate : byRelevance;
  const exact = found.filter(({ tier }) => tier === 0).sort(order);
  const near = nearest(found, enoughResults - exact.length).sort(order);
  const from = request.from ?? 0;
  const shown = [...exact, ...near].slice(from, from + (request.limit ?? resultsAtOnce));
  const bases = readings.flatMap((reading) => reading.bases.map(({ base }) => base));
  const meant = meantQuery(request.text, readings);
  return {
    results: await showResults(index, shown, { terms, bases, byTitle: request.sort !== 'date' }),
    exact: exact.length,
    near: near.length,
    ...(request.countFilters && { filters: await countFilters(index, request.filters ?? {}, findShown) }),
    ...(meant !== undefined && { didYouMean: meant }),
  };
}

/** As many of the near results as are needed, with all others that are as near, within reason. */
function nearest(found: readonly Found[], needed: number): Found[] {
  const near = found.filter(({ tier }) => tier > 0).sort(byRelevance);
  const farthest = near[needed - 1]?.tier ?? Number.POSITIVE_INFINITY;
  return near.filter(({ tier }) => tier <= farthest).slice(0, mostNear);
}

function byRelevance(a: Found, b: Found): number {
  return a.tier - b.tier || b.score - a.score || byDate(a, b);
}

function byDate(a: Found, b: Found): number {
  return a.candidate.part - b.candidate.part || a.rank - b.rank;
}

/** The exact results where there are enough of them, and else near ones too; a phrase has those in which it stands, if any. */
async function findAll(
  index: SearchedIndex,
  readings: readonly Reading[],
  request: SearchRequest,
  isPhrase: boolean,
  allowed: readonly ReadonlySet<string>[] | undefined,
): Promise<{ found: Found[]; readings: readonly Reading[] }> {
  const terms = await weighTerms(index, readings);
  const known = await findCandidates(index, readings, terms, ['stem', 'word'], allowed);
  const exact = known.filter(({ tier }) => tier === 0);
  if (isPhrase && terms.length > 1) {
    const inText = exact.filter(({ candidate }) => holdsPhrase(candidate, terms));
    if (inText.length > 0) return { found: inText, readings };
  }
  if (exact.length >= enoughResults) return { found: exact, readings };
  const wider = await widenReadings(index, readings, request.isTyping ?? false);
  return {
    found: await findCandidates(index, wider, terms, ['root', 'frame', 'stem', 'word'], allowed),
    readings: wider,
  };
}

async function completeQuery(index: SearchedIndex, text: string): Promise<string[]> {
  const written = /\S+$/u.exec(text)?.[0];
  if (written === undefined) return [];
  const term = analyseQuery(written, index.names).terms.at(-1);
  if (!term || term.base.length < shortestToComplete) return [];
  const words = completeWord(term.base, await readBeginnings(index, term.base), completionsShown);
  return words.map(({ shown }) => text + shown.slice(term.base.length));
}
