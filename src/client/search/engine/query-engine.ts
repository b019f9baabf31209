import { type AnalysedQuery, analyseQuery } from '../../../lib/arabic/search/analysis.ts';
import type { SearchAnswer, SearchApi, SearchFilters, SearchRequest } from '../types.ts';
import { findCandidates, type RankedCandidate, weighTerms } from './candidates.ts';
import type { createEntitySearch, FindEntities } from './entities.ts';
import { loadResults } from './load-results.ts';
import { type ImportPagefind, importPagefind, type OpenIndex, openIndex } from './open-index.ts';
import type { ReadableIndex } from './other-readings.ts';
import { type ExpandedTerm, expandTerms } from './query-expansion.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

const resultsAtOnce = 10;
/** With fewer exact results than this, near ones are searched for as well. */
const enoughResults = 10;
const maxNear = 50;
/** How long an answer waits for entities, in milliseconds: with articles, and without. */
const patience = 300;
const longPatience = 1000;

/** The module `entities.ts`. */
interface EntityCode {
  createEntitySearch: typeof createEntitySearch;
}

/** Creates the query engine for the index at `base`. It runs in the thread that calls this, a worker or the page. */
export function createQueryEngine(base: string, importScript: ImportPagefind = importPagefind): SearchApi {
  let opening: Promise<SearchApi> | undefined;
  let failures = 0;

  async function open(): Promise<SearchApi> {
    opening ??= openBoth(base, importScript, failures);
    try {
      return await opening;
    } catch (error) {
      failures += 1;
      opening = undefined;
      throw error;
    }
  }

  return {
    find: async (request) => (await open()).find(request),
    complete: async (text) => {
      try {
        return await (await open()).complete(text);
      } catch {
        return [];
      }
    },
  };
}

/**
 * Opens the index and loads the code for entities beside it, which takes fewer stages. Once both are there, entities
 * are found with one request and articles with two in sequence, so that answers need not wait for entities.
 */
async function openBoth(base: string, importScript: ImportPagefind, attempt: number): Promise<SearchApi> {
  const entityCode = import('./entities.ts').catch(() => undefined);
  return searchOpenIndex(await openIndex(base, importScript, attempt), await entityCode);
}

function searchOpenIndex(opened: OpenIndex, entityCode: EntityCode | undefined): SearchApi {
  const index = createSearchIndex(opened);
  const { entities } = opened;
  const findEntities: FindEntities =
    entities.length > 0 && entityCode ? entityCode.createEntitySearch(entities, index.names) : async () => [];
  if (!opened.isCoded) {
    const findPlain = async (request: SearchRequest) =>
      (await import('./plain-search.ts')).searchPlainIndex(opened.parts, request);
    return { find: (request) => findBoth(findPlain, findEntities, request), complete: async () => [] };
  }
  return {
    find: (request) => findBoth((asked) => find(index, asked), findEntities, request),
    complete: async (text) => (await loadUnattested())?.completeQuery(index, text) ?? [],
  };
}

/**
 * Searches for articles and, beside them, for entities, which are in a small file that comes before the articles as a
 * rule. An answer does not wait for it longer than readers notice, unless it has nothing else, or the query was read
 * otherwise, which is known late.
 */
async function findBoth(
  findArticles: (request: SearchRequest) => Promise<SearchAnswer>,
  findEntities: FindEntities,
  request: SearchRequest,
): Promise<SearchAnswer> {
  if (request.from) return findArticles(request);
  const asTyped = findEntities(request.text, request.isTyping);
  const answer = await findArticles(request);
  const reading = answer.readAs ?? answer.didYouMean;
  const waiting = giveUpAfter(answer.results.length > 0 && !reading ? patience : longPatience);
  const named = await Promise.race([asTyped, waiting]);
  // What names a page is no mistake.
  if (named.length > 0) delete answer.didYouMean;
  const entities = reading && named.length === 0 ? await Promise.race([findEntities(reading), waiting]) : named;
  return entities.length > 0 ? { ...answer, entities } : answer;
}

function giveUpAfter(ms: number): Promise<[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), ms));
}

async function find(index: SearchIndex, request: SearchRequest): Promise<SearchAnswer> {
  const { text, terms, phrases } = await readQuery(index, request);
  if (terms.length === 0) return { results: [], exact: 0, near: 0 };
  const findWith = async (filters: SearchFilters) =>
    findRanked(index, terms, phrases, await findAllowed(index, filters));
  const findToCount = async (filters: SearchFilters): Promise<RankedCandidate[]> => {
    const { found: all } = await findWith(filters);
    const exactOnes = all.filter(({ tier }) => tier === 0);
    return exactOnes.length > 0 ? exactOnes : chooseNear(all, enoughResults);
  };
  const { found, expanded } = await findWith(request.filters ?? {});
  const isByDate = request.sort === 'date';
  const order = isByDate ? byWordsAndDate : byRelevance;
  const exact = found.filter(({ tier }) => tier === 0).sort(order);
  const near = chooseNear(found, enoughResults - exact.length).sort(order);
  const from = request.from ?? 0;
  const shown = [...exact, ...near].slice(from, from + (request.limit ?? resultsAtOnce));
  const bases = expanded.flatMap(({ bases: own, sequences }) => [...own.map(({ base }) => base), ...sequences.flat(2)]);
  const corrected = expanded.some(({ correction }) => correction)
    ? (await loadUnattested())?.correctQuery(text, expanded)
    : undefined;
  return {
    results: await loadResults(index, shown, bases, isByDate ? undefined : { terms, text }),
    exact: exact.length,
    ...(isByDate && countRelatives(exact)),
    near: near.length,
    ...(request.countFilters && {
      filters: await (await loadFilters()).countFilters(index, request.filters ?? {}, findToCount),
    }),
    ...(corrected !== undefined && { didYouMean: corrected }),
    ...(text !== request.text && { readAs: text }),
  };
}

/** A query as it is searched for. */
interface ReadQuery extends Pick<AnalysedQuery, 'phrases'> {
  /** As typed, or as read in other letters. */
  text: string;
  terms: readonly ExpandedTerm[];
}

/** Reads the words of a query as typed or, if no article has them, with other spaces, in other letters or corrected. */
async function readQuery(index: SearchIndex, request: SearchRequest): Promise<ReadQuery> {
  const { text, isTyping = false } = request;
  const { terms, phrases } = analyseQuery(text, index.names);
  const attested = await expandTerms(index, terms);
  if (!isTyping && attested.every(({ isUnknown }) => !isUnknown) && !mayBeReadOtherwise(attested, request))
    return { text, phrases, terms: attested };
  const code = await loadUnattested();
  if (code === undefined) return { text, phrases, terms: attested };
  const mended = await code.mendSpaces(index, attested, isTyping ? attested.at(-1) : undefined);
  const { isSlip, readBeginnings } = code;
  const read = await readLetters({ ...index, isSlip, readBeginnings }, { text, phrases, terms: mended }, request);
  const completed = isTyping ? await code.addCompletions(index, read.text, read.terms) : read.terms;
  return { ...read, terms: await code.correctUnknown(index, completed) };
}

/** Reads a query in other letters, if it has words that articles have only so. */
async function readLetters(index: ReadableIndex, query: ReadQuery, request: SearchRequest): Promise<ReadQuery> {
  if (!mayBeReadOtherwise(query.terms, request)) return query;
  const readings = await import('./other-readings.ts').catch(() => undefined);
  const reading = await readings?.readOtherwise(index, query.text, query.terms);
  if (reading?.text === undefined) return { ...query, terms: reading?.terms ?? query.terms };
  const { terms, phrases } = analyseQuery(reading.text, index.names);
  return { phrases, text: reading.text, terms: await expandTerms(index, terms) };
}

/**
 * Browsers remember a script that could not be loaded. To fail then would fail such queries until the next page, so
 * that they are searched as typed.
 */
const loadUnattested = () => import('./unattested-words.ts').catch(() => undefined);

/**
 * Whether a query has a word to look up in other letters: one in Latin letters that few articles have, or another that
 * none has as typed. An Arabic word that is still being typed is not read otherwise: it may be the beginning of a word.
 */
function mayBeReadOtherwise(terms: readonly ExpandedTerm[], { isTyping }: SearchRequest): boolean {
  return terms.some(({ base, bases, articles, isUnknown }, place) => {
    if (/[a-z]{2}/.test(base)) return articles < enoughResults;
    const isUnwritten = isUnknown || (articles === 0 && bases[0]?.base === base);
    return isUnwritten && !(isTyping && place === terms.length - 1);
  });
}

/** The code for filters is loaded when a reader opens or has chosen them, which most never do. */
const loadFilters = () => import('./result-filters.ts');

async function findAllowed(index: SearchIndex, filters: SearchFilters): Promise<ReadonlySet<string>[] | undefined> {
  if (!Object.values(filters).some((values) => values.length > 0)) return undefined;
  return (await loadFilters()).findAllowed(index, filters);
}

/** Chooses the best near results, by whole tiers: as many tiers as it takes to reach `needed`, cut off at `maxNear`. */
function chooseNear(found: readonly RankedCandidate[], needed: number): RankedCandidate[] {
  const near = found.filter(({ tier }) => tier > 0).sort(byRelevance);
  const highestTier = near[needed - 1]?.tier ?? Number.POSITIVE_INFINITY;
  return near.filter(({ tier }) => tier <= highestTier).slice(0, maxNear);
}

function byRelevance(a: RankedCandidate, b: RankedCandidate): number {
  return a.tier - b.tier || b.score - a.score || byDate(a, b);
}

/** Articles that have the very words come first: by date alone, relatives of a word would hide them. */
function byWordsAndDate(a: RankedCandidate, b: RankedCandidate): number {
  return Number(hasVeryWords(b)) - Number(hasVeryWords(a)) || byDate(a, b);
}

function hasVeryWords({ hits }: RankedCandidate): boolean {
  return hits.every((hit) => hit?.exact !== undefined);
}

function countRelatives(exact: readonly RankedCandidate[]): Pick<SearchAnswer, 'relatives'> {
  const relatives = exact.filter((candidate) => !hasVeryWords(candidate)).length;
  return relatives > 0 && relatives < exact.length ? { relatives } : {};
}

function byDate(a: RankedCandidate, b: RankedCandidate): number {
  return a.part - b.part || a.dateRank - b.dateRank;
}

/**
 * Finds the exact results and, when there are not enough of them, near ones too. For phrases, returns only the articles
 * that contain them word for word; if there are none, all results are near. The returned `expanded` has the terms as
 * they were finally searched for.
 */
async function findRanked(
  index: SearchIndex,
  expanded: readonly ExpandedTerm[],
  phrases: readonly string[],
  allowed: readonly ReadonlySet<string>[] | undefined,
): Promise<{ found: RankedCandidate[]; expanded: readonly ExpandedTerm[] }> {
  const weighted = await weighTerms(index, expanded);
  const close = await findCandidates(index, expanded, weighted, ['stem', 'word'], allowed);
  const exact = close.filter(({ tier }) => tier === 0);
  if (phrases.length > 0 && exact.length > 0) {
    const { keepPhrases } = await import('./phrases.ts');
    return { found: await keepPhrases(index, exact.sort(byRelevance), phrases), expanded };
  }
  if (exact.length >= enoughResults) return { found: exact, expanded };
  const guessed = (await (await loadUnattested())?.addCorrections(index, expanded)) ?? expanded;
  return {
    found: await findCandidates(index, guessed, weighted, ['root', 'skeleton', 'stem', 'word'], allowed),
    expanded: guessed,
  };
}
