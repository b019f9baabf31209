import { longestQuery } from '../../lib/arabic/search/longest-query.ts';

export const filterNames = ['section', 'author', 'year', 'tag'] as const;
export type FilterName = (typeof filterNames)[number];
export type SortOrder = 'relevance' | 'date';

/** What the search page is asked for; all of it stands in its address, so that a search can be kept and sent. */
export interface SearchState {
  /** As typed, trimmed; at most 400 characters, without half characters. */
  text: string;
  /** At most one value of each filter. */
  filters: Partial<Record<FilterName, string>>;
  sort: SortOrder;
}

/** What an address of the search page asks for: `?q=…&section=…&author=…&year=…&tag=…&sort=date`, all of it optional. */
export function readState(address: string): SearchState {
  const asked = new URL(address).searchParams;
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const value = asked.get(name);
    if (value) filters[name] = value;
  }
  return { text: trimQuery(asked.get('q') ?? ''), filters, sort: asked.get('sort') === 'date' ? 'date' : 'relevance' };
}

/** An address of the search page that asks for `state`; whatever else stands in `address` stays. */
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

/** The address of a result (`/k7q3m/`) at which the article highlights what was searched for. */
export function resultAddress(url: string, text: string): string {
  return `${url}?${new URLSearchParams({ q: text })}`;
}

/** Text as typed or pasted, in the form in which it is searched for. */
export function trimQuery(text: string): string {
  return text.trim().slice(0, longestQuery).toWellFormed();
}
