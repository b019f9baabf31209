import { filterNames } from '../search-address.ts';
import type { SearchFilterCounts, SearchFilters } from '../types.ts';
import type { RankedCandidate } from './candidates.ts';
import type { IndexPart } from './index-part.ts';
import type { SearchIndex } from './search-index.ts';

/** How many values of a filter are counted, the most frequent of all parts: a newsroom may have thousands of tags. */
const mostValues = 200;

function findValue(part: IndexPart, name: string, value: string): Promise<ReadonlySet<string>> {
  return part.findFiltered(JSON.stringify({ [name]: value }));
}

/** Lists the values of each filter that are counted, by the name of the filter. */
async function listFrequent({ parts }: SearchIndex): Promise<Map<string, string[]>> {
  const totals = new Map<string, Map<string, number>>();
  for (const filters of await Promise.all(parts.map((part) => part.countFilters()))) {
    for (const [name, counts] of Object.entries(filters)) {
      const total = totals.get(name) ?? new Map<string, number>();
      totals.set(name, total);
      for (const [value, count] of Object.entries(counts)) total.set(value, (total.get(value) ?? 0) + count);
    }
  }
  const frequent = (counts: ReadonlyMap<string, number>): string[] =>
    [...counts]
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostValues)
      .map(([value]) => value);
  return new Map([...totals].map(([name, counts]) => [name, frequent(counts)]));
}

/** Returns, for each part, the ids of the articles that pass all filters; undefined when no filter value is chosen. */
export async function findAllowed(
  index: SearchIndex,
  filters: SearchFilters,
): Promise<ReadonlySet<string>[] | undefined> {
  const chosen = listChosen(filters);
  if (chosen.length === 0) return undefined;
  return Promise.all(
    index.parts.map(async (part) => {
      const sets = await Promise.all(
        chosen.map(async ([name, values]) => {
          const found = await Promise.all(values.map((value) => findValue(part, name, value)));
          return new Set<string>(found.flatMap((ids) => [...ids]));
        }),
      );
      const [first = new Set<string>(), ...others] = sets;
      return new Set([...first].filter((id) => others.every((set) => set.has(id))));
    }),
  );
}

/** Returns the filters that have chosen values, with these values. */
export function listChosen(filters: SearchFilters): [name: string, values: string[]][] {
  return Object.entries(filters).filter(([, values]) => values.length > 0);
}

/**
 * Counts articles by filter and value. A filter's values are counted among the articles that `find` returns for the
 * choices in the other filters: see `SearchFilterCounts`.
 */
export async function countFilters(
  index: SearchIndex,
  chosen: SearchFilters,
  find: (filters: SearchFilters) => Promise<readonly RankedCandidate[]>,
): Promise<SearchFilterCounts> {
  const frequent = await listFrequent(index);
  const found = await find(chosen);
  const counted = filterNames.map(async (name) => {
    const { [name]: own = [], ...others } = chosen;
    const values = frequent.get(name) ?? [];
    const readPart = async (part: IndexPart) =>
      new Map(await Promise.all(values.map(async (value) => [value, await findValue(part, name, value)] as const)));
    const valuesByPart = await Promise.all(index.parts.map(readPart));
    return [name, countValues(valuesByPart, own.length > 0 ? await find(others) : found)] as const;
  });
  return Object.fromEntries(await Promise.all(counted)) as SearchFilterCounts;
}

/**
 * Counts the found articles by filter value and omits values without any. `valuesByPart` has one map for each part of
 * the index, from a value to the ids of its articles.
 */
function countValues(
  valuesByPart: readonly (ReadonlyMap<string, ReadonlySet<string>> | undefined)[],
  found: readonly RankedCandidate[],
): SearchFilterCounts[keyof SearchFilters] {
  const counts = new Map<string, number>();
  for (const [part, values] of valuesByPart.entries()) {
    const ids = found.filter((article) => article.part === part).map(({ id }) => id);
    for (const [value, idsWithValue] of values ?? []) {
      const count = ids.filter((id) => idsWithValue.has(id)).length;
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
