import type { z } from 'zod';
import { isTimeZone } from '../../lib/time-zone.ts';
import { readDate, toInstant } from '../../schema/dates.ts';
import { findNearest } from '../../schema/nearest.ts';
import { jsonLinesStrings as words } from '../../strings/json-lines.ts';
import { type Line, type LineKind, lineSchemas } from './schema.ts';

/** What is wrong with a line: its number, from 1, and a sentence. */
export interface LineFault {
  line: number;
  message: string;
}

/** The lines of a file, by kind, in their order. */
export type Lines = { [Kind in LineKind]: Line<Kind>[] };

/** How many faults are told: a file with a wrong form has one in each of its lines. */
const mostFaults = 50;

/**
 * Reads JSON lines, one object each; empty lines are skipped. Everything wrong is told with its line, and nothing is
 * read in part.
 * @param pieces of the text, of any length
 */
export async function readLines(
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<{ lines: Lines; faults: LineFault[] }> {
  const reading: Reading = { lines: emptyLines(), faults: [], ids: new Map() };
  let number = 0;
  for await (const text of splitLines(pieces)) {
    number += 1;
    if (text.trim() !== '' && reading.faults.length < mostFaults) readLine(text, number, reading);
  }
  const { lines, faults } = reading;
  if (faults.length === 0 && lines.article.length + lines.page.length === 0)
    faults.push({ line: 1, message: words.noEntries });
  if (faults.length === 0 && lines.site.length === 0) faults.push({ line: 1, message: words.noSite });
  return { lines, faults };
}

interface Reading {
  lines: Lines;
  faults: LineFault[];
  /** The line of each id, by kind: articles and pages are of one. */
  ids: Map<string, number>;
}

function emptyLines(): Lines {
  return { article: [], page: [], author: [], category: [], media: [], list: [], site: [] };
}

async function* splitLines(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function readLine(text: string, number: number, { lines, faults, ids }: Reading): void {
  const tell = (message: string): void => {
    if (faults.length < mostFaults) faults.push({ line: number, message });
  };
  const value = parseObject(text);
  if (value === undefined) {
    tell(words.notAnObject);
    return;
  }
  const { kind = 'article' } = value;
  if (!isKind(kind)) {
    const kinds = Object.keys(lineSchemas);
    tell(words.unknownKind(String(kind), kinds, findNearest(String(kind), kinds)));
    return;
  }
  const schema: z.ZodObject = lineSchemas[kind];
  const read = schema.safeParse(value);
  if (!read.success) {
    for (const issue of read.error.issues) tell(describeIssue(issue, value, Object.keys(schema.shape)));
    return;
  }
  const before = faults.length;
  for (const message of findFaults(kind, read.data)) tell(message);
  const name = 'id' in read.data && `${kind === 'page' ? 'article' : kind} ${read.data.id}`;
  const first = name ? ids.get(name) : undefined;
  if (first !== undefined) tell(words.repeatedId(String(read.data.id), first));
  if (name) ids.set(name, number);
  if (kind === 'site' && lines.site.length > 0) tell(words.secondSite);
  if (faults.length === before) (lines[kind] as unknown[]).push(read.data);
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isKind(kind: unknown): kind is LineKind {
  return typeof kind === 'string' && Object.hasOwn(lineSchemas, kind);
}

function describeIssue(issue: z.core.$ZodIssue, value: object, keys: readonly string[]): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return words.unknownKey(
      [...issue.path, key].join('.'),
      issue.path.length === 0 ? findNearest(key, keys) : undefined,
    );
  }
  const given = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value);
  if (given === undefined) return words.missing(path);
  if (given === '') return words.empty(path);
  if (issue.code === 'invalid_value') return words.notOneOf(path, issue.values.map(String));
  if (issue.code === 'invalid_format') return words.notAnAddress(path, String(given));
  return words.wrongType(path, typeOf(issue));
}

/** Names the type that is expected, as `strings/json-lines.ts` does. */
function typeOf(issue: z.core.$ZodIssue): Parameters<typeof words.wrongType>[1] {
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'array') return 'list';
  if (expected === 'object') return 'object';
  if (expected === 'boolean') return 'boolean';
  return expected === 'number' || expected === 'int' ? 'number' : 'text';
}

/** Finds what a schema cannot tell: bodies, dates and time zones. */
function findFaults(kind: LineKind, data: Record<string, unknown>): string[] {
  if (kind === 'site') {
    const zone = data['time-zone'];
    return typeof zone === 'string' && !isTimeZone(zone) ? [words.notATimeZone(zone)] : [];
  }
  if (kind !== 'article' && kind !== 'page') return [];
  const bodies = ['html', 'markdown'].filter((key) => data[key] !== undefined);
  const comments = (data.comments ?? []) as Line<'article'>['comments'] & object;
  const dates = [
    ...['date', 'modified'].map((key) => [key, data[key]] as const),
    ...comments.map(({ date }, index) => [`comments.${index}.date`, date] as const),
  ];
  return [
    ...(bodies.length === 1 ? [] : [words.oneBody]),
    ...dates.flatMap(([key, written]) => {
      const read = typeof written === 'string' ? readDate(written) : undefined;
      return read && 'message' in read ? [words.wrongDate(key, read.message)] : [];
    }),
  ];
}

/** Converts a date of a line, which `readLines` has found sound, to ISO 8601 in UTC. */
export function instantOf(written: string, timeZone: string): string | undefined {
  const read = readDate(written);
  return 'message' in read ? undefined : toInstant(read, timeZone);
}
