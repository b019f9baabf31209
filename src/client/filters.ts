import type { Found } from './candidates.ts';
import type { SearchFilterCounts, SearchFilters } from './search-types.ts';
import type { SearchedIndex } from './searched-index.ts';

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

/** How many of the articles have each value of each filter. */
export async function countFilters(index: SearchedIndex, found: readonly Found[]): Promise<SearchFilterCounts> {
  const filters = await Promise.all(index.parts.map((part) => part.readFilters()));
  const counts: Record<keyof SearchFilters, Map<string, number>> = {
    section: new Map(),
    author: new Map(),
    year: new Map(),
    tag: new Map(),
  };
  for (const [name, values] of Object.entries(counts)) {
    for (const [place, known] of filters.entries()) {
      const ids = found.filter(({ candidate }) => candidate.part === place).map(({ candidate }) => candidate.id);
      for (const [value, set] of known[name] ?? []) {
        const count = ids.filter((id) => set.has(id)).length;
        if (count > 0) values.set(value, (values.get(value) ?? 0) + count);
      }
    }
  }
  const listed = (values: ReadonlyMap<string, number>) =>
    [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    section: listed(counts.section),
    author: listed(counts.author),
    year: listed(counts.year),
    tag: listed(counts.tag),
  };
}
