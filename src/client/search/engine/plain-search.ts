import { findIsolates } from '../../../lib/arabic/bidi.ts';
import type { MarkedRun } from '../../../lib/arabic/search/matching.ts';
import type { MarkedText, SearchAnswer, SearchRequest, SearchResult } from '../types.ts';
import { readMeta } from './article-meta.ts';
import type { OpenPart } from './open-index.ts';
import type { PagefindFragment } from './pagefind-api.ts';
import { listChosen } from './result-filters.ts';

const resultsAtOnce = 10;

/**
 * Searches an index of plain records by Pagefind's own analysis and ranking. The build writes such an index when
 * Pagefind fails the self-test of word codes.
 */
export async function searchPlainIndex(parts: readonly OpenPart[], request: SearchRequest): Promise<SearchAnswer> {
  const { text, from = 0, limit = resultsAtOnce, sort, filters = {} } = request;
  const options = {
    filters: Object.fromEntries(listChosen(filters).map(([name, values]) => [name, { any: values }])),
    ...(sort === 'date' && { sort: { date: 'desc' as const } }),
  };
  const answers = await Promise.all(parts.map(({ instance }) => instance.search(text, options)));
  const found = answers.flatMap(({ results }) => results);
  // By date the results are in order already: the parts are sorted, and so are the results of each part.
  if (sort !== 'date') found.sort((a, b) => b.score - a.score);
  const shown = await Promise.all(found.slice(from, from + limit).map((result) => result.data()));
  return { results: shown.map(toResult), exact: found.length, near: 0 };
}

function toResult({ url, excerpt, meta: fields }: PagefindFragment): SearchResult {
  const meta = readMeta(fields);
  return {
    ...meta,
    url,
    title: isolated([{ text: meta.title, marked: false }]),
    excerpt: isolated(
      excerpt
        .split(/(<mark>.*?<\/mark>)/s)
        .filter((run) => run !== '')
        .map((run) => {
          const match = /^<mark>(.*)<\/mark>$/s.exec(run)?.[1];
          return { text: unescapeBrackets(match ?? run), marked: match !== undefined };
        }),
    ),
    nearness: 'exact',
  };
}

function isolated(runs: MarkedRun[]): MarkedText {
  return { runs, isolates: findIsolates(runs.map(({ text }) => text).join('')) };
}

function unescapeBrackets(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
