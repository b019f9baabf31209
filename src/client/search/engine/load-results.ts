import { stripTashkeel } from '../../../lib/arabic/normalize.ts';
import type { AnalysedQuery } from '../../../lib/arabic/search/analysis.ts';
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

/**
 * Loads what the results show. With `query`, sorts the results again within their tiers, since titles are known only
 * after loading: titles that have the words of the query exactly as typed raise a result's score. Words with any of
 * `bases` are marked in the titles.
 */
export async function loadResults(
  index: SearchIndex,
  found: readonly RankedCandidate[],
  bases: readonly string[],
  query: (Pick<AnalysedQuery, 'terms'> & { text: string }) | undefined,
): Promise<SearchResult[]> {
  const results = await Promise.all(found.map((entry) => loadResult(index, entry, bases)));
  if (!query) return results;
  const typed = query.terms.map(({ written }) => lettersOf(written));
  const words = listLetters(query.text);
  return results
    .map((result, index) => {
      const { tier = 0, score = 0 } = found[index] ?? {};
      return { result, tier, score: score * titleFactorOf(result.title, typed, words) };
    })
    .sort((a, b) => a.tier - b.tier || b.score - a.score)
    .map(({ result }) => result);
}

function titleFactorOf({ runs }: MarkedText, typed: readonly string[], query: readonly string[]): number {
  const words = listLetters(runs.map(({ text }) => text).join(''));
  return titleFactor(typed, query, words, runs.filter(({ marked }) => marked).length);
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
): Promise<SearchResult> {
  const fragment = await (index.parts[part] as IndexPart).read(id);
  const words = swapLetters(fragment.content).split(' ');
  const places = hits.map((hit) => hit?.posting.places ?? []);
  const meta = readMeta(fragment.meta);
  const title = readIsolates(meta.title);
  return {
    ...meta,
    url: fragment.url,
    title: { ...title, runs: markText(title.text, createMatcher(bases, index.names, loosestLevel(hits))) },
    excerpt: markExcerpt(chooseExcerpt(words, places)),
    nearness: tier === 0 ? 'exact' : 'near',
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
