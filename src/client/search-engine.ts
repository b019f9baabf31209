import { type AnalysedQuery, analyseQuery, type QueryTerm } from '../lib/arabic/search/analysis.ts';
import type { Level } from '../lib/arabic/search/codes.ts';
import { createMatcher, markText, markWords } from '../lib/arabic/search/matching.ts';
import { createNameTable, type NameTable } from '../lib/arabic/search/names.ts';
import { completeWord, correctWord, type KnownWord } from '../lib/arabic/search/spelling.ts';
import { chooseExcerpt } from './excerpt.ts';
import { importScript, type LoadScript, openIndex } from './pagefind.ts';
import { createPartIndex, type PartIndex, type Posting, type Postings } from './part-index.ts';
import { type Candidate, type Hit, holdsPhrase, type Match, scoreOf, type Term, tierOf } from './ranking.ts';
import type {
  Search,
  SearchAnswer,
  SearchFilterCounts,
  SearchFilters,
  SearchRequest,
  SearchResult,
} from './search-types.ts';

const resultsAtOnce = 10;
/** With fewer exact results than this, near ones are looked for. */
const enoughResults = 10;
/** A word that so few articles have may be one with proclitics. */
const rareWord = 20;
/** How many times commoner a word must be without its first letters, for both to be searched. */
const muchCommoner = 20;
const completionsShown = 5;
const completionsSearched = 3;
/** Completions are read from the largest parts. */
const partsForCompletion = 3;
const shortestToComplete = 3;
const shortestToCorrect = 4;

interface Index {
  parts: PartIndex[];
  names: NameTable;
  articles: number;
}

/** A term with the bases it is searched by. */
interface Reading {
  term: QueryTerm;
  bases: { base: string; match?: Match }[];
  /** What the reader probably meant to type. */
  correction?: KnownWord;
}

interface Found {
  candidate: Candidate;
  tier: number;
  score: number;
  rank: number;
}

/** Searches the index at `base` in the thread that it is called in. */
export function createSearchEngine(base: string, loadScript: LoadScript = importScript): Search {
  let index: Promise<Index> | undefined;
  let failures = 0;

  function open(): Promise<Index> {
    index ??= openIndex(base, loadScript, failures)
      .then(({ parts, names }) => ({
        parts: parts.map(createPartIndex),
        names: createNameTable(names),
        articles: parts.reduce((sum, part) => sum + part.articles, 0),
      }))
      .catch((error: unknown) => {
        failures += 1;
        index = undefined;
        throw error;
      });
    return index;
  }

  return {
    find: async (request) => answer(await open(), request),
    complete: async (text) => {
      try {
        return await completeQuery(await open(), text);
      } catch {
        return [];
      }
    },
  };
}

async function answer(index: Index, request: SearchRequest): Promise<SearchAnswer> {
  const query = analyseQuery(request.text, index.names);
  if (query.terms.length === 0) return { results: [], exact: 0, near: 0 };
  const readings = await readTerms(index, query.terms);
  const allowed = request.filters && (await allowedBy(index, request.filters));
  const found = await findAll(index, query, readings, request, allowed);
  const exact = found.filter(({ tier }) => tier === 0);
  const order = request.sort === 'date' ? byDate : byRelevance;
  const near = exact.length >= enoughResults ? [] : found.filter(({ tier }) => tier > 0);
  const ordered = [...exact.sort(order), ...near.sort(order)];
  const from = request.from ?? 0;
  const shown = ordered.slice(from, from + (request.limit ?? resultsAtOnce));
  const bases = readings.flatMap((reading) => reading.bases.map((reads) => reads.base));
  const meant = meantQuery(request.text, readings);
  return {
    results: await Promise.all(shown.map((entry) => showResult(index, entry, bases))),
    exact: exact.length,
    near: near.length,
    ...(request.countFilters && { filters: await countFilters(index, exact) }),
    ...(meant !== undefined && { didYouMean: meant }),
  };
}

function byRelevance(a: Found, b: Found): number {
  return a.tier - b.tier || b.score - a.score || byDate(a, b);
}

function byDate(a: Found, b: Found): number {
  return a.candidate.part - b.candidate.part || a.rank - b.rank;
}

async function countArticles(index: Index, base: string, level: Level): Promise<number> {
  const postings = await Promise.all(index.parts.map((part) => part.find(base, level)));
  return postings.reduce((sum, { size }) => sum + size, 0);
}

/** Pagefind passes over words that it does not know, so that each word must be asked for by itself. */
function readTerms(index: Index, terms: readonly QueryTerm[]): Promise<Reading[]> {
  return Promise.all(terms.map((term) => readTerm(index, term)));
}

async function readTerm(index: Index, term: QueryTerm): Promise<Reading> {
  const { base, alternatives } = term;
  const asTyped = { term, bases: [{ base }] };
  const own = await countArticles(index, base, 'word');
  if (alternatives.length > 0 && own < rareWord) {
    const { best, count } = await commonest(index, alternatives, 'word');
    if (best !== undefined && own === 0) return { term, bases: [{ base: best }] };
    if (best !== undefined && count >= own * muchCommoner) return { term, bases: [{ base }, { base: best }] };
  }
  if (own > 0 || (await countArticles(index, base, 'stem')) > 0) return asTyped;
  const { best } = await commonest(index, alternatives, 'stem');
  if (best !== undefined) return { term, bases: [{ base: best }] };
  if ((await countArticles(index, base, 'frame')) > 0) return asTyped;
  const correction = await correct(index, base);
  return correction ? { term, bases: [{ base: correction.base }], correction } : asTyped;
}

async function commonest(
  index: Index,
  bases: readonly string[],
  level: Level,
): Promise<{ best: string | undefined; count: number }> {
  const counts = await Promise.all(bases.map((base) => countArticles(index, base, level)));
  const count = Math.max(0, ...counts);
  return { best: count > 0 ? bases[counts.indexOf(count)] : undefined, count };
}

async function correct(index: Index, base: string): Promise<KnownWord | undefined> {
  return correctWord(base, mergeWords(await Promise.all(index.parts.map((part) => part.readWords(base)))));
}

/** The words of several parts, each once; a word is as frequent as where it is most frequent. */
function mergeWords(lists: readonly KnownWord[][]): KnownWord[] {
  const words = new Map<string, KnownWord>();
  for (const word of lists.flat()) {
    const before = words.get(word.base);
    if (before === undefined || before.frequency < word.frequency) words.set(word.base, word);
  }
  return [...words.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

async function findAll(
  index: Index,
  query: AnalysedQuery,
  readings: readonly Reading[],
  request: SearchRequest,
  allowed: ReadonlySet<string>[] | undefined,
): Promise<Found[]> {
  const ranks = await Promise.all(index.parts.map((part) => part.rankByDate()));
  const older: number[] = [];
  let newer = 0;
  for (const part of index.parts) {
    older.push(newer);
    newer += part.articles;
  }
  const weights = await Promise.all(
    readings.map(async ({ bases, term: { position } }): Promise<Term> => {
      const counts = await Promise.all(bases.map(({ base }) => countArticles(index, base, 'stem')));
      const count = Math.max(...counts);
      return { position, weight: Math.log(1 + (index.articles - count + 0.5) / (count + 0.5)) };
    }),
  );
  const collect = async (asked: readonly Reading[], levels: readonly Level[]): Promise<Found[]> => {
    const lists = await Promise.all(index.parts.map((part) => collectCandidates(part, asked, levels)));
    return lists.flatMap((candidates, part) =>
      [...candidates].flatMap(([id, hits]) => {
        if (allowed && !allowed[part]?.has(id)) return [];
        const candidate = { part, id, hits };
        const rank = ranks[part]?.get(id) ?? 0;
        const age = ((older[part] ?? 0) + rank) / Math.max(1, index.articles);
        return [{ candidate, tier: tierOf(candidate), score: scoreOf(candidate, weights, age), rank }];
      }),
    );
  };

  const exact = (await collect(readings, ['stem', 'word'])).filter(({ tier }) => tier === 0);
  if (query.isPhrase && readings.length > 1) {
    const inText = exact.filter(({ candidate }) => holdsPhrase(candidate, weights));
    if (inText.length > 0) return inText;
  }
  if (exact.length >= enoughResults) return exact;
  const wider = await widen(index, readings, request);
  return collect(wider, ['root', 'frame', 'stem', 'word']);
}

/** Adds what may have been meant: words that are spelled nearly like those that nobody wrote, and ends of the last one. */
async function widen(index: Index, readings: readonly Reading[], request: SearchRequest): Promise<Reading[]> {
  return Promise.all(
    readings.map(async (reading, place): Promise<Reading> => {
      const { base } = reading.term;
      const isLast = place === readings.length - 1;
      if (request.isTyping && isLast && base.length >= shortestToComplete) {
        const words = completeWord(base, await readBeginnings(index, base), completionsSearched);
        const completed = words.map((word) => ({ base: word.base, match: 'completed' as const }));
        return { ...reading, bases: [...reading.bases, ...completed] };
      }
      if (reading.correction || base.length < shortestToCorrect) return reading;
      if ((await countArticles(index, base, 'word')) > 0 || reading.bases[0]?.base !== base) return reading;
      const correction = await correct(index, base);
      if (!correction) return reading;
      const corrected = { base: correction.base, match: 'corrected' as const };
      return { ...reading, bases: [...reading.bases, corrected], correction };
    }),
  );
}

async function readBeginnings(index: Index, base: string): Promise<KnownWord[]> {
  const largest = index.parts.toSorted((a, b) => b.articles - a.articles).slice(0, partsForCompletion);
  return mergeWords(await Promise.all(largest.map((part) => part.readBeginnings(base))));
}

async function collectCandidates(
  part: PartIndex,
  readings: readonly Reading[],
  levels: readonly Level[],
): Promise<Map<string, (Hit | undefined)[]>> {
  const candidates = new Map<string, (Hit | undefined)[]>();
  const add = (postings: Postings, place: number, match: Match): void => {
    for (const [id, posting] of postings) {
      const hits = candidates.get(id) ?? new Array<Hit | undefined>(readings.length).fill(undefined);
      candidates.set(id, hits);
      hits[place] = better(hits[place], match, posting);
    }
  };
  for (const [place, { bases }] of readings.entries()) {
    for (const { base, match } of bases) {
      for (const level of match ? (['stem'] as const) : levels)
        add(await part.find(base, level), place, match ?? level);
    }
  }
  return candidates;
}

const order: Match[] = ['root', 'frame', 'completed', 'corrected', 'stem', 'word'];

function better(before: Hit | undefined, match: Match, posting: Posting): Hit {
  if (match === 'word') return { match: 'stem', posting: before?.posting ?? posting, exact: posting };
  if (before === undefined || order.indexOf(match) > order.indexOf(before.match)) return { ...before, match, posting };
  return before;
}

/** The ids that all filters let through, by part. */
function allowedBy(index: Index, filters: SearchFilters): Promise<ReadonlySet<string>[]> | undefined {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (chosen.length === 0) return undefined;
  return Promise.all(
    index.parts.map(async (part) => {
      const known = await part.readFilters();
      const sets = chosen.map(([name, values]) => {
        return new Set<string>(values.flatMap((value: string) => [...(known[name]?.get(value) ?? [])]));
      });
      const [first = new Set<string>(), ...others] = sets;
      return new Set([...first].filter((id) => others.every((set) => set.has(id))));
    }),
  );
}

async function countFilters(index: Index, found: readonly Found[]): Promise<SearchFilterCounts> {
  const filters = await Promise.all(index.parts.map((part) => part.readFilters()));
  const counts: Record<keyof SearchFilters, Map<string, number>> = {
    section: new Map(),
    author: new Map(),
    year: new Map(),
    tag: new Map(),
  };
  for (const [name, values] of Object.entries(counts)) {
    for (const [place, known] of filters.entries()) {
      const ids = found.filter(({ candidate }) => candidate.part === place).map(({ candidate }) => candidate.id);
      for (const [value, set] of known[name] ?? []) {
        const count = ids.filter((id) => set.has(id)).length;
        if (count > 0) values.set(value, (values.get(value) ?? 0) + count);
      }
    }
  }
  const listed = (values: ReadonlyMap<string, number>) =>
    [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    section: listed(counts.section),
    author: listed(counts.author),
    year: listed(counts.year),
    tag: listed(counts.tag),
  };
}

async function showResult(index: Index, { candidate, tier }: Found, bases: readonly string[]): Promise<SearchResult> {
  const { part, id, hits } = candidate;
  const fragment = await index.parts[part]?.read(id);
  if (!fragment) throw new Error(`${id} is in no part`);
  const words = fragment.content.split(' ');
  const places = hits.map((hit) => hit?.posting.places ?? []);
  const excerpt = chooseExcerpt(words, places);
  const level = widestLevel(hits);
  const { title = '', date = '', section = '', authors = '' } = fragment.meta;
  return {
    url: fragment.url,
    title: markText(title, createMatcher(bases, index.names, level)),
    excerpt: [
      ...(excerpt.isCutBefore ? [{ text: '… ', marked: false }] : []),
      ...markWords(excerpt.words, (place) => excerpt.marked.has(place)),
      ...(excerpt.isCutAfter ? [{ text: ' …', marked: false }] : []),
    ],
    date,
    section,
    authors: authors === '' ? [] : authors.split('\n'),
    nearness: tier === 0 ? 'exact' : 'near',
  };
}

function widestLevel(hits: readonly (Hit | undefined)[]): Level {
  const matches = hits.map((hit) => hit?.match);
  if (matches.includes('root')) return 'root';
  return matches.includes('frame') ? 'frame' : 'stem';
}

/** The query with its corrections; undefined where there are none. */
function meantQuery(text: string, readings: readonly Reading[]): string | undefined {
  const corrected = readings.filter((reading) => reading.correction);
  if (corrected.length === 0) return undefined;
  return corrected.reduce(
    (query, { term, correction }) => query.replace(term.written, () => correction?.shown ?? term.written),
    text,
  );
}

async function completeQuery(index: Index, text: string): Promise<string[]> {
  const written = /\S+$/u.exec(text)?.[0];
  if (written === undefined) return [];
  const term = analyseQuery(written, index.names).terms.at(-1);
  if (!term || term.base.length < shortestToComplete) return [];
  const words = completeWord(term.base, await readBeginnings(index, term.base), completionsShown);
  return words.map(({ shown }) => text + shown.slice(term.base.length));
}
