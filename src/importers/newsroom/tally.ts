import { compareText } from '../../lib/compare.ts';
import { importTallyStrings, type TallyKind, type TallyReason } from '../../strings/import-tally.ts';

/** What becomes of something that a source holds: it comes as it was, it comes changed, or it is left out. */
export type Fate = 'came' | 'changed' | 'left';

/** A number of things of one kind, and what became of them. */
export interface TallyRow {
  kind: TallyKind;
  /** What the source calls them: the type of a post, the key of a field, the name of a shortcode; '' for no name. */
  name: string;
  fate: Fate;
  /** Why; always set if they did not come as they were. */
  reason?: TallyReason;
  count: number;
}

/** What became of one thing. */
export type Outcome = Pick<TallyRow, 'name' | 'fate' | 'reason'>;

/** Counts things one by one. Each is added once, so that the rows of a kind add up to all that there is of it. */
export interface Tally {
  add(kind: TallyKind, outcome: Outcome, count?: number): void;
  /** By kind, then by fate, the largest number first. */
  rows(): TallyRow[];
}

export function createTally(rows: readonly TallyRow[] = []): Tally {
  const all = new Map<string, TallyRow>();
  const add: Tally['add'] = (kind, { name, fate, reason }, count = 1) => {
    if (count === 0) return;
    const key = JSON.stringify([kind, name, fate, reason]);
    const row = all.get(key) ?? { kind, name, fate, ...(reason && { reason }), count: 0 };
    row.count += count;
    all.set(key, row);
  };
  for (const { kind, count, ...outcome } of rows) add(kind, outcome, count);
  return { add, rows: () => [...all.values()].sort(compareRows) };
}

const kinds = Object.keys(importTallyStrings.kinds) as TallyKind[];
const fates: readonly Fate[] = ['came', 'changed', 'left'];

function compareRows(one: TallyRow, other: TallyRow): number {
  return (
    kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
    fates.indexOf(one.fate) - fates.indexOf(other.fate) ||
    compareText(one.reason ?? '', other.reason ?? '') ||
    other.count - one.count ||
    compareText(one.name, other.name)
  );
}

/** Everything of one kind: `total` is the sum of the three fates. */
export interface KindSum extends Record<Fate | 'total', number> {
  kind: TallyKind;
  rows: TallyRow[];
}

/** Sums rows by kind; kinds of which there is nothing are left out. */
export function sumByKind(rows: readonly TallyRow[]): KindSum[] {
  const groups = Map.groupBy(rows, (row): TallyKind => row.kind);
  return [...groups].map(([kind, own]) => {
    const count = (wanted: Fate): number => sum(own.filter(({ fate }) => fate === wanted));
    return { kind, total: sum(own), came: count('came'), changed: count('changed'), left: count('left'), rows: own };
  });
}

function sum(rows: readonly TallyRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
