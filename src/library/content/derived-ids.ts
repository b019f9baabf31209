import type { SettledIds } from '../../schema/short-ids.ts';
import type { Cache, CacheTable } from '../cache/cache.ts';

/**
 * Stores the ids that are not written in files, so that articles keep them when a new article would derive the same id.
 */
export function keepDerivedIds({ derived }: SettledIds, cache: Cache): void {
  const table = derivedIdTable(cache);
  const kept = new Map(table.entries());
  const current = new Map(derived.map(({ file, id }) => [file, id]));
  cache.transaction(() => {
    for (const file of kept.keys()) if (!current.has(file)) table.delete(file);
    for (const [file, id] of current) if (kept.get(file) !== id) table.set(file, id);
  });
}

/** Returns the table of the ids that an earlier build derived, by file. */
export function derivedIdTable(cache: Cache): CacheTable<string> {
  return cache.table<string>('derived-ids', '');
}
