import { longestQuery } from '../../lib/arabic/search/longest-query.ts';

export const filterNames = ['section', 'author', 'year', 'tag'] as const;
export type FilterName = (typeof filterNames)[number];
type SortOrder = 'relevance' | 'date';

/**
 * What the search page is asked for. All of it stands in the page's address, so that a search can be bookmarked and
 * sent.
 */
export interface SearchState {
  /** As typed, trimmed; at most 400 UTF-16 units, without lone surrogates. */
  text: string;
  /** At most one value of each filter. */
  filters: Partial<Record<FilterName, string>>;
  sort: SortOrder;
}

/**
 * What an address of the search page asks for: `?q=…&section=…&author=…&year=…&tag=…&sort=date`, all of it optional.
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

/** The address of the search page that asks for `state`; other parameters of `address` stay. */
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

/** The address of a result (`/k7q3m/`) with the query, which the article then highlights. */
export function resultAddress(url: string, text: string): string {
  return `${url}?${new URLSearchParams({ q: text })}`;
}

/** A typed or pasted text as it is searched for: trimmed, cut after 400 UTF-16 units, without lone surrogates. */
export function trimQuery(text: string): string {
  return text.trim().slice(0, longestQuery).toWellFormed();
}
