import { longestQuery } from '../../lib/arabic/search/longest-query.ts';

export const filterNames = ['section', 'author', 'year', 'tag'] as const;
export type FilterName = (typeof filterNames)[number];
type SortOrder = 'relevance' | 'date';

/** The search that the page shows. All of it is in the page's URL, so that a search can be bookmarked and shared. */
export interface SearchState {
  /** As typed, trimmed; at most 400 UTF-16 units, without lone surrogates. */
  text: string;
  /** At most one value of each filter. */
  filters: Partial<Record<FilterName, string>>;
  sort: SortOrder;
}

/**
 * Reads the search from a URL of the search page: `?q=…&section=…&author=…&year=…&tag=…&sort=date`. All parameters are
 * optional.
 */
export function readState(address: string): SearchState {
  const asked = new URL(address).searchParams;
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const value = asked.get(name);
    if (value) filters[name] = value;
  }
  return { text: trimQuery(asked.get('q') ?? ''), filters, sort: asked.get('sort') === 'date' ? 'date' : 'relevance' };
}

/** Returns the URL of the search page for `state`, with the other parameters of `address`. */
export function addressOf(address: string, { text, filters, sort }: SearchState): string {
  const url = new URL(address);
  const values = { q: trimQuery(text), ...filters, sort: sort === 'date' ? sort : '' };
  for (const name of ['q', ...filterNames, 'sort'] as const) {
    const value = values[name];
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}

/** Returns the URL of a result (`/k7q3m/`) with the query as a parameter, for the article to highlight. */
export function resultAddress(url: string, text: string): string {
  return `${url}?${new URLSearchParams({ q: text })}`;
}

/**
 * Prepares typed or pasted input for the search: trims it, cuts it after 400 UTF-16 units, replaces lone surrogates.
 */
export function trimQuery(text: string): string {
  return text.trim().slice(0, longestQuery).toWellFormed();
}
