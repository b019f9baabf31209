import { compareText } from '../../lib/compare.ts';
import { localDay } from '../../lib/time-zone.ts';
import type { FindAddress, Found } from './addresses.ts';
import type { Entry, Reading, Reason } from './entries.ts';

/** Days; each may be left out. */
export interface Bounds {
  from?: string;
  to?: string;
}

type Judged = Found | { kind: 'outside' | 'background' };

export interface Tally {
  add(entry: Entry): void;
  /** Counts a line that is no entry. */
  skip(reason: Reason): void;
  /** Widens the period to days that a file names for all its entries. */
  cover(from: string, to: string): void;
  result(): Counted;
}

export interface Counted {
  /** The articles by how often they were read, the most read first, ties by id. */
  articles: { id: string; count: number }[];
  /** The number of entries, and of those that count for an article. */
  entries: number;
  counted: number;
  skipped: ReadonlyMap<Reason, number>;
  /** The days of everything that the file has within the bounds, whether it counts or not. */
  period?: { from: string; to: string };
  /** The hosts and the addresses that are not of the site, the most frequent first. */
  otherHosts: string[];
  unknown: string[];
}

/** Of addresses that are not of the site, so many different ones are kept, of which the report names a few. */
const mostKept = 1000;
const mostNamed = 3;
const longestNamed = 80;

/** Counts how often each article was read. Only the counts are kept, whatever the size of a log. */
export function createTally(find: FindAddress, timeZone: string, bounds: Bounds = {}): Tally {
  const counts = new Map<string, number>();
  const skipped = new Map<Reason, number>();
  const others = { otherHosts: new Map<string, number>(), unknown: new Map<string, number>() };
  const period: Bounds = {};
  let entries = 0;
  let counted = 0;

  const skip = (reason: Reason): void => {
    entries += 1;
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  };
  const cover = (from: string, to: string): void => {
    if (period.from === undefined || from < period.from) period.from = from;
    if (period.to === undefined || to > period.to) period.to = to;
  };
  /** Says what is at the address of a reading, or why it does not count. */
  const judge = (reading: Reading): Judged => {
    const day = reading.at === undefined ? reading.day : localDay(reading.at, timeZone);
    if (day !== undefined && isOutside(day, bounds)) return { kind: 'outside' };
    if (day !== undefined) cover(day, day);
    const found = find(reading.address, reading.host);
    const isAgain = found.kind === 'article' && !found.isPart && cameFromItself(reading, found.id, find);
    return isAgain ? { kind: 'background' } : found;
  };
  const count = (id: string, times: number): void => {
    entries += 1;
    counted += 1;
    counts.set(id, (counts.get(id) ?? 0) + times);
  };
  const add = (entry: Entry): void => {
    if ('skipped' in entry) {
      skip(entry.skipped);
      return;
    }
    const judged = judge(entry);
    if (judged.kind === 'article') count(judged.id, entry.count);
    else skip(judged.kind);
    if (judged.kind === 'otherHosts') note(others.otherHosts, judged.host);
    if (judged.kind === 'unknown') note(others.unknown, entry.address.slice(0, longestNamed));
  };
  return {
    add,
    skip,
    cover,
    result: () => ({
      articles: [...counts]
        .filter(([, count]) => count > 0)
        .map(([id, count]) => ({ id, count }))
        .sort((a, b) => b.count - a.count || compareText(a.id, b.id)),
      entries,
      counted,
      skipped,
      ...(period.from !== undefined && period.to !== undefined && { period: { from: period.from, to: period.to } }),
      otherHosts: mostFrequent(others.otherHosts),
      unknown: mostFrequent(others.unknown),
    }),
  };
}

function isOutside(day: string, { from, to }: Bounds): boolean {
  return (from !== undefined && day < from) || (to !== undefined && day > to);
}

/**
 * Whether a request for an article came from the article itself. A stub leads on to the page, and the page of an open
 * live coverage asks for itself every half minute: neither is a second reading.
 */
function cameFromItself({ referrer }: Reading, id: string, find: FindAddress): boolean {
  if (referrer === undefined || !/^https?:/i.test(referrer)) return false;
  const from = find(referrer);
  return from.kind === 'article' && from.id === id && !from.isPart;
}

function note(seen: Map<string, number>, name: string): void {
  const before = seen.get(name);
  if (before !== undefined || seen.size < mostKept) seen.set(name, (before ?? 0) + 1);
}

function mostFrequent(seen: ReadonlyMap<string, number>): string[] {
  return [...seen]
    .sort(([a, often], [b, oftener]) => oftener - often || compareText(a, b))
    .slice(0, mostNamed)
    .map(([name]) => name);
}
