import { isoWithOffset } from '../../lib/time-zone.ts';
import { readDate, toInstant } from '../../schema/dates.ts';
import { textOf } from './front-matter.ts';
import type { Document } from './project.ts';

export interface DocumentDate {
  /** ISO 8601 in UTC. */
  instant: string;
  /** ISO 8601 in the time zone of the site. */
  local: string;
  /** From 1. */
  dayOfYear: number;
}

/** Returns the date of a document, or the one in its file name (`2024-01-05-bridge.md`); undefined if it has none. */
export function dateOf(
  { file, matter }: Pick<Document, 'file' | 'matter'>,
  timeZone: string,
): DocumentDate | undefined {
  const written =
    matter.date ?? matter.pubDate ?? matter.publishDate ?? matter.publishdate ?? matter.published_at ?? matter.pubdate;
  const inName = /(?:^|\/)(\d{4}-\d{1,2}-\d{1,2})-[^/]*$/.exec(file)?.[1];
  const instant = toInstantOf(written, timeZone) ?? toInstantOf(inName, timeZone);
  if (instant === undefined) return undefined;
  const local = isoWithOffset(instant, timeZone);
  const [year = 0, month = 0, day = 0] = local.split(/\D/).map(Number);
  return { instant, local, dayOfYear: (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000 };
}

/** Converts a date of front matter, a text or what YAML and TOML make of it, to ISO 8601 in UTC. */
export function toInstantOf(value: unknown, timeZone: string): string | undefined {
  const written = value instanceof Date ? value.toISOString() : textOf(value);
  if (written === '') return undefined;
  const read = readDate(written.replace(/^(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) ([+-]\d{4})$/, '$1$2'));
  if (!('message' in read)) return toInstant(read, timeZone);
  const parsed = new Date(written);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}
