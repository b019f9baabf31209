import { isCaddyRecord, type LogLine, readCaddyLine, readCombinedLine } from './access-log.ts';
import type { FormatName, Measure } from './entries.ts';
import { recogniseTable, splitRow, type Table, type UnknownVersion } from './tables.ts';
import type { Tally } from './tally.ts';

/** What was recognised in a file. */
export interface Recognised {
  format: FormatName;
  measure: Measure;
  /** Whether each entry has its moment or its day. */
  isDated: boolean;
  /** Whether a log does not say which programs asked, so that robots cannot be told from readers. */
  isAnonymous: boolean;
}

export interface LineReader {
  /** Reads the next line; undefined stands for one that is too long to be read. */
  read(line: string | undefined): void;
  /** Whether nothing was recognised in so many lines that nothing will be. */
  readonly isLost: boolean;
  /** Undefined if nothing was recognised. */
  end(): Recognised | UnknownVersion | undefined;
}

/** A log may begin with lines of other kinds; whatever has not begun after so many is something else. */
const mostBefore = 200;
/** A cell of a table goes on over no more lines and characters than these. */
const mostRowLines = 20;
const longestRow = 65_536;

/** Recognises the format of a file by its first lines, and counts what the others say. */
export function createLineReader(tally: Tally): LineReader {
  let reading: Reading | UnknownVersion | undefined;
  const waiting: string[] = [];

  const begin = (line: string): void => {
    reading = waiting.length === 0 ? beginTable(line, tally) : undefined;
    reading ??= beginLog(line, tally);
    if (reading === undefined) waiting.push(line);
    else if ('read' in reading) for (const before of waiting.splice(0)) reading.read(before);
  };
  return {
    read(line) {
      if (line === undefined) tally.skip('unreadable');
      else if (line.trim() === '') return;
      else if (reading === undefined) begin(line);
      else if ('read' in reading) reading.read(line);
    },
    get isLost() {
      return waiting.length > mostBefore || (reading !== undefined && 'version' in reading);
    },
    end: () => (reading !== undefined && 'read' in reading ? reading.end() : reading),
  };
}

interface Reading {
  read(line: string): void;
  end(): Recognised;
}

function beginLog(first: string, tally: Tally): Reading | undefined {
  if (readCaddyLine(first) !== undefined) return readLog(first, 'caddy', readCaddyLine, tally);
  if (readCombinedLine(first) !== undefined) return readLog(first, 'combined', readCombinedLine, tally);
  return undefined;
}

function readLog(
  first: string,
  format: FormatName,
  readLine: (line: string) => LogLine | undefined,
  tally: Tally,
): Reading {
  let isAnonymous = true;
  const read = (line: string): void => {
    const logged = readLine(line);
    if (logged !== undefined && !logged.isAnonymous) isAnonymous = false;
    tally.add(logged?.entry ?? { skipped: 'unreadable' });
  };
  read(first);
  return { read, end: () => ({ format, measure: 'views', isDated: true, isAnonymous }) };
}

function beginTable(header: string, tally: Tally): Reading | UnknownVersion | undefined {
  const table = recogniseTable(header);
  return table === undefined || 'version' in table ? table : readRows(table, tally);
}

function readRows(table: Table, tally: Tally): Reading {
  let isDated = false;
  let pending: string[] = [];
  const read = (line: string): void => {
    const row = [...pending, line].join('\n');
    const cells = splitRow(row, table.delimiter);
    const goesOn = cells === undefined && row.length <= longestRow && pending.length < mostRowLines;
    pending = goesOn ? [...pending, line] : [];
    if (goesOn) return;
    const entry = cells === undefined ? { skipped: 'unreadable' as const } : table.read(cells);
    if ('address' in entry && (entry.at !== undefined || entry.day !== undefined)) isDated = true;
    tally.add(entry);
  };
  const end = (): Recognised => {
    if (pending.length > 0) tally.skip('unreadable');
    return { format: table.format, measure: table.measure, isDated, isAnonymous: false };
  };
  return { read, end };
}

/**
 * Whether a file whose first characters are these is one value in JSON, and not lines: a log in JSON has a record on
 * each line.
 */
export function isDocument(beginning: string): boolean {
  const text = beginning.replace(/^[\ufeff\s]+/, '');
  if (!/^[[{]/.test(text)) return false;
  const [first = ''] = text.split('\n', 1);
  return !isCaddyRecord(first) && readCaddyLine(first) === undefined;
}
