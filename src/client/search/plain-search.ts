import type { OpenPart, PagefindFragment } from './pagefind.ts';
import type { SearchAnswer, SearchRequest, SearchResult } from './types.ts';

const resultsAtOnce = 10;

/** Searches parts of plain records by Pagefind's own analysis and order: what is left where codes cannot be relied on. */
export async function findPlainly(parts: readonly OpenPart[], request: SearchRequest): Promise<SearchAnswer> {
  const { text, from = 0, limit = resultsAtOnce, sort, filters = {} } = request;
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  const options = {
    filters: Object.fromEntries(chosen.map(([name, values]) => [name, { any: values }])),
    ...(sort === 'date' && { sort: { date: 'desc' as const } }),
  };
  const answers = await Promise.all(parts.map(({ instance }) => instance.search(text, options)));
  const found = answers.flatMap(({ results }) => results);
  // The parts are in the order of dates already.
  if (sort !== 'date') found.sort((a, b) => b.score - a.score);
  const shown = await Promise.all(found.slice(from, from + limit).map((result) => result.data()));
  return { results: shown.map(toResult), exact: found.length, near: 0 };
}

function toResult({ url, excerpt, meta }: PagefindFragment): SearchResult {
  const { title = '', date = '', section = '', authors = '' } = meta;
  return {
    url,
    title: [{ text: title, marked: false }],
    excerpt: excerpt
      .split(/(<mark>.*?<\/mark>)/s)
      .filter((run) => run !== '')
      .map((run) => {
        const match = /^<mark>(.*)<\/mark>$/s.exec(run)?.[1];
        return { text: unescapeBrackets(match ?? run), marked: match !== undefined };
      }),
    date,
    section,
    authors: authors === '' ? [] : authors.split('\n'),
    nearness: 'exact',
  };
}

function unescapeBrackets(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
