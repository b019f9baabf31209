import { stripTashkeel } from '../../lib/arabic/normalize.ts';
import type { QueryTerm } from '../../lib/arabic/search/analysis.ts';
import type { Level } from '../../lib/arabic/search/codes.ts';
import { createMatcher, type MarkedRun, markText, markWords } from '../../lib/arabic/search/matching.ts';
import type { Found } from './candidates.ts';
import { chooseExcerpt, type Excerpt } from './excerpt.ts';
import { type Hit, titleFactor } from './ranking.ts';
import type { SearchedIndex } from './searched-index.ts';
import type { SearchResult } from './types.ts';

/**
 * Reads what results show. Within their tiers, those are put first whose titles say what was typed, letter by letter: only
 * now are titles known, and near-duplicates told apart.
 */
export async function showResults(
  index: SearchedIndex,
  found: readonly Found[],
  query: { terms: readonly QueryTerm[]; bases: readonly string[]; byTitle: boolean },
): Promise<SearchResult[]> {
  const results = await Promise.all(found.map((entry) => showResult(index, entry, query.bases)));
  if (!query.byTitle) return results;
  const typed = query.terms.map(({ written }) => lettersOf(written));
  return results
    .map((result, place) => {
      const { tier = 0, score = 0 } = found[place] ?? {};
      const words = result.title
        .map(({ text }) => text)
        .join('')
        .split(' ')
        .map(lettersOf)
        .filter((word) => word !== '');
      const matching = result.title.filter(({ marked }) => marked).length;
      return { result, place, tier, score: score * titleFactor(typed, words, matching) };
    })
    .sort((a, b) => a.tier - b.tier || b.score - a.score || a.place - b.place)
    .map(({ result }) => result);
}

function lettersOf(word: string): string {
  return stripTashkeel(word).replace(/[^\p{L}\p{N}]/gu, '');
}

async function showResult(
  index: SearchedIndex,
  { candidate, tier }: Found,
  bases: readonly string[],
): Promise<SearchResult> {
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
    excerpt: markExcerpt(excerpt),
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

function markExcerpt({ words, marked, isCutBefore, isCutAfter }: Excerpt): MarkedRun[] {
  const runs = markWords(words, (place) => marked.has(place));
  if (isCutBefore) runs.unshift({ text: '… ', marked: false });
  if (isCutAfter) runs.push({ text: ' …', marked: false });
  return runs;
}
