import { filterNames } from './address.ts';
import type { Found } from './candidates.ts';
import type { SearchedIndex } from './searched-index.ts';
import type { SearchFilterCounts, SearchFilters } from './types.ts';

/** The ids that all filters let through, by part; undefined where nothing is chosen. */
export async function findAllowed(
  index: SearchedIndex,
  filters: SearchFilters,
): Promise<ReadonlySet<string>[] | undefined> {
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

/**
 * How many articles have each value of each filter, of those that `find` finds under what is chosen of the other filters: see
 * `SearchFilterCounts`.
 */
export async function countFilters(
  index: SearchedIndex,
  chosen: SearchFilters,
  find: (filters: SearchFilters) => Promise<readonly Found[]>,
): Promise<SearchFilterCounts> {
  const parts = await Promise.all(index.parts.map((part) => part.readFilters()));
  const found = await find(chosen);
  const counted = filterNames.map(async (name) => {
    const { [name]: own = [], ...others } = chosen;
    return [
      name,
      countValues(
        parts.map((filters) => filters[name]),
        own.length > 0 ? await find(others) : found,
      ),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(counted)) as SearchFilterCounts;
}

/** The values that any of the articles has; `parts` has the ids of the articles with each value, by part. */
function countValues(
  parts: readonly (ReadonlyMap<string, ReadonlySet<string>> | undefined)[],
  found: readonly Found[],
): SearchFilterCounts[keyof SearchFilters] {
  const counts = new Map<string, number>();
  for (const [place, values] of parts.entries()) {
    const ids = found.filter(({ candidate }) => candidate.part === place).map(({ candidate }) => candidate.id);
    for (const [value, set] of values ?? []) {
      const count = ids.filter((id) => set.has(id)).length;
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
