import { stripTashkeel } from '../../../lib/arabic/normalize.ts';
import type { QueryTerm } from '../../../lib/arabic/search/analysis.ts';
import type { Level } from '../../../lib/arabic/search/codes.ts';
import { createMatcher, markText, markWords } from '../../../lib/arabic/search/matching.ts';
import { joinShown, readIsolates } from '../../../lib/arabic/search/shown-words.ts';
import { swapLetters } from '../../../lib/arabic/search/single-byte-letters.ts';
import { splitWords } from '../../../lib/arabic/search/words.ts';
import type { MarkedText, SearchResult } from '../types.ts';
import { readMeta } from './article-meta.ts';
import type { RankedCandidate } from './candidates.ts';
import { chooseExcerpt, type Excerpt } from './excerpt.ts';
import type { IndexPart } from './index-part.ts';
import { type Hits, titleFactor } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

/** The factor of a result from whose text the query may have been copied. */
const copiedFrom = 1.3;

/**
 * Loads what the results show. With `query`, sorts the results again within their tiers, since titles are known only
 * after loading: titles that have the words of the query exactly as typed raise a result's score, and so do texts that
 * have all of them side by side. Words with any of `bases` are marked in the titles.
 */
export async function loadResults(
  index: SearchIndex,
  found: readonly RankedCandidate[],
  bases: readonly string[],
  query: Query | undefined,
): Promise<SearchResult[]> {
  const typed = query && readTyped(query);
  const loaded = await Promise.all(
    found.map(async (candidate) => {
      const { result, factor } = await loadResult(index, candidate, bases, typed);
      return { result, tier: candidate.tier, score: candidate.score * factor };
    }),
  );
  if (typed) loaded.sort((a, b) => a.tier - b.tier || b.score - a.score);
  return loaded.map(({ result }) => result);
}

/** What titles and texts are compared with. */
interface Query {
  terms: readonly QueryTerm[];
  text: string;
}

/** A query as typed, in letters and digits. */
interface TypedQuery {
  terms: string[];
  /** All words, stop words too. */
  words: string[];
  /** The words from the first term on. */
  copied: string[];
}

function readTyped({ terms, text }: Query): TypedQuery {
  const words = listLetters(text);
  return {
    terms: terms.map(({ written }) => lettersOf(written)),
    words,
    copied: words.slice(terms[0]?.position ?? 0),
  };
}

function factorOf(
  { runs }: MarkedText,
  text: readonly string[],
  hits: Hits,
  { terms, words, copied }: TypedQuery,
): number {
  const title = listLetters(runs.map((run) => run.text).join(''));
  const factor = titleFactor(terms, words, title, runs.filter(({ marked }) => marked).length);
  const starts = hits[0]?.exact?.places ?? [];
  return starts.some((start) => isAt(text, start, copied)) ? factor * copiedFrom : factor;
}

/** Whether words stand side by side at a place of a text, whatever signs are between them. */
function isAt(text: readonly string[], start: number, words: readonly string[]): boolean {
  let at = start;
  return words.every((word) => {
    while (at < text.length && lettersOf(text[at] ?? '') === '') at += 1;
    at += 1;
    return lettersOf(text[at - 1] ?? '') === word;
  });
}

function listLetters(text: string): string[] {
  return splitWords(text)
    .map(lettersOf)
    .filter((word) => word !== '');
}

function lettersOf(word: string): string {
  return stripTashkeel(word).replace(/[^\p{L}\p{N}]/gu, '');
}

async function loadResult(
  index: SearchIndex,
  { part, id, hits, tier }: RankedCandidate,
  bases: readonly string[],
  typed: TypedQuery | undefined,
): Promise<{ result: SearchResult; factor: number }> {
  const fragment = await (index.parts[part] as IndexPart).read(id);
  const words = swapLetters(fragment.content).split(' ');
  const places = hits.map((hit) => hit?.posting.places ?? []);
  const meta = readMeta(fragment.meta);
  const written = readIsolates(meta.title);
  const title = { ...written, runs: markText(written.text, createMatcher(bases, index.names, loosestLevel(hits))) };
  return {
    result: {
      ...meta,
      url: fragment.url,
      title,
      excerpt: markExcerpt(chooseExcerpt(words, places)),
      nearness: tier === 0 ? 'exact' : 'near',
    },
    factor: typed ? factorOf(title, words, hits, typed) : 1,
  };
}

function loosestLevel(hits: Hits): Level {
  const matches = hits.map((hit) => hit?.match);
  if (matches.includes('root')) return 'root';
  return matches.includes('skeleton') ? 'skeleton' : 'stem';
}

function markExcerpt({ words, marked, isCutBefore, isCutAfter }: Excerpt): MarkedText {
  const { text, places, isolates } = joinShown(words);
  const runs = markWords(text, places, (place) => marked.has(place));
  const before = isCutBefore ? '… ' : '';
  if (isCutBefore) runs.unshift({ text: before, marked: false });
  if (isCutAfter) runs.push({ text: ' …', marked: false });
  const moved = isolates.map(({ start, end, ...kind }) => ({
    ...kind,
    start: start + before.length,
    end: end + before.length,
  }));
  return { runs, isolates: moved };
}
