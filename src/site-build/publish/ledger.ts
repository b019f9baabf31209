import type { Cache, CacheTable } from '../../library/cache/cache.ts';

/** What is known of a file of the output since it was last written. */
export interface LedgerEntry {
  /** `Output.key`; '' where it has none. */
  key: string;
  /** Digest of its bytes. */
  digest: string;
  /** `measureFile`'s, right after it was written. */
  stamp: string;
}

export type Change = 'added' | 'changed' | 'removed';

/**
 * Remembers what a build has put into an output directory, so that the next one leaves alone what is still right. It is
 * written after the files: whatever moment a build dies at, a file is at worst not remembered, and is then made again.
 */
export interface Ledger {
  /** By output-relative path. */
  entries: Map<string, LedgerEntry>;
  /** False where the build before this one did not end well, or there was none: files may lie about that nobody recorded. */
  isSettled: boolean;
  /** To be called before anything is written. */
  begin(): void;
  record(path: string, entry: LedgerEntry): void;
  /** A file that it does not know, too, may have been published by a build whose cache is lost. */
  remove(path: string): void;
  /** Same bytes as before, but for another key, or with another stamp. */
  renew(path: string, entry: LedgerEntry): void;
  /** Everything that has changed since a build last ended well, by path. */
  changes(): Map<string, Change>;
  /** To be called when a build has ended well. */
  settle(): void;
}

export function openLedger(cache: Cache, outputDirectory: string): Ledger {
  const table: CacheTable<LedgerEntry> = cache.table('outputs', outputDirectory);
  const changed: CacheTable<Change> = cache.table('output-changes', outputDirectory);
  const state: CacheTable<'settled' | 'building'> = cache.table('output-state', outputDirectory);
  const entries = new Map(table.entries());
  const note = (path: string, change: Change) => {
    const before = changed.get(path);
    if (change === 'removed' && before === 'added') changed.delete(path);
    else if (change === 'added' && before === 'removed') changed.set(path, 'changed');
    else if (change !== 'changed' || before === undefined) changed.set(path, change);
  };
  const renew = (path: string, entry: LedgerEntry) => {
    entries.set(path, entry);
    table.set(path, entry);
  };
  return {
    entries,
    isSettled: state.get('state') === 'settled',
    begin() {
      state.set('state', 'building');
      cache.checkpoint();
    },
    renew,
    record(path, entry) {
      const before = entries.get(path);
      if (before?.digest !== entry.digest) note(path, before === undefined ? 'added' : 'changed');
      renew(path, entry);
    },
    remove(path) {
      entries.delete(path);
      table.delete(path);
      note(path, 'removed');
    },
    changes: () => new Map(changed.entries()),
    settle() {
      cache.transaction(() => {
        for (const [path] of [...changed.entries()]) changed.delete(path);
        state.set('state', 'settled');
      });
      cache.checkpoint();
    },
  };
}
