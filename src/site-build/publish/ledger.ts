import type { Cache, CacheTable } from '../../library/cache/cache.ts';

/** A file of the output as it was last written. */
export interface LedgerEntry {
  /** `Output.key`; '' if it has none. */
  key: string;
  /** Digest of its bytes. */
  digest: string;
  /** `FileMeasure.stamp`, read right after the write. */
  stamp: string;
}

export type Change = 'added' | 'changed' | 'removed';

/**
 * Records the files that builds have written into an output directory, so that the next build can reuse those that are
 * up to date. A file is recorded after it is written: if a build is killed in between, the next build makes the file
 * again.
 */
export interface Ledger {
  /** By output-relative path. */
  entries: Map<string, LedgerEntry>;
  /** Whether a build has ever begun to write to this output directory. */
  hasBegun: boolean;
  /** The latest system time of a successful build (epoch milliseconds); undefined if there was none. */
  lastMoment: number | undefined;
  /**
   * False if the last build was not successful or if there was none: the output may have files that are not recorded.
   */
  isSettled: boolean;
  /** Marks the ledger as not settled. Must be called before anything is written. */
  begin(): void;
  /** Records a file that was written. */
  record(path: string, entry: LedgerEntry): void;
  /** Records a removal, even of an unrecorded file: it may have been published by a build whose cache was lost. */
  remove(path: string): void;
  /** Updates the key or the stamp of a file whose bytes are the same. */
  renew(path: string, entry: LedgerEntry): void;
  /** Returns all changes since the last successful build, by path. */
  changes(): Map<string, Change>;
  /**
   * Forgets the changes and marks the ledger as settled. Must be called when a build was successful, with the moment that it
   * called now if the system clock gave it (epoch milliseconds).
   */
  settle(moment?: number): void;
}

export function openLedger(cache: Cache, outputDirectory: string): Ledger {
  const table: CacheTable<LedgerEntry> = cache.table('outputs', outputDirectory);
  const changed: CacheTable<Change> = cache.table('output-changes', outputDirectory);
  const state: CacheTable<'settled' | 'building'> = cache.table('output-state', outputDirectory);
  const moments: CacheTable<number> = cache.table('output-moments', outputDirectory);
  const entries = new Map(table.entries());
  const note = (path: string, change: Change) => {
    const changes = new Map<string, Change>();
    const before = changed.get(path);
    if (before !== undefined) changes.set(path, before);
    noteChange(changes, path, change);
    const now = changes.get(path);
    if (now === undefined) changed.delete(path);
    else if (now !== before) changed.set(path, now);
  };
  const renew = (path: string, entry: LedgerEntry) => {
    entries.set(path, entry);
    table.set(path, entry);
  };
  return {
    entries,
    hasBegun: state.get('state') !== undefined,
    isSettled: state.get('state') === 'settled',
    lastMoment: moments.get('last'),
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
    settle(moment) {
      cache.transaction(() => {
        for (const [path] of [...changed.entries()]) changed.delete(path);
        state.set('state', 'settled');
        if (moment !== undefined) moments.set('last', moment);
      });
      cache.checkpoint();
    },
  };
}

/** Adds a change to those since the last successful build: a file that is added and then removed has not changed. */
export function noteChange(changes: Map<string, Change>, path: string, change: Change): void {
  const before = changes.get(path);
  if (change === 'removed' && before === 'added') changes.delete(path);
  else if (change === 'added' && before === 'removed') changes.set(path, 'changed');
  else if (change !== 'changed' || before === undefined) changes.set(path, change);
}
