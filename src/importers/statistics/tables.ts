import { toLatinDigits } from '../../lib/arabic/digits.ts';
import { isDay } from '../../lib/calendar-days.ts';
import type { Entry, FormatName, Measure } from './entries.ts';

/** How the rows of an exported table are read. */
export interface Table {
  format: FormatName;
  measure: Measure;
  delimiter: string;
  read(cells: readonly string[]): Entry;
}

/** A table whose version nobody knows how to read. */
export interface UnknownVersion {
  format: FormatName;
  version: string;
}

/** The columns with addresses and with numbers, the best first; Cloudflare does not document those of its tables. */
const addressColumns = ['path', 'requestpath', 'request path', 'page path', 'page', 'pages', 'url', 'url path'];
const countColumns: readonly (readonly [column: string, measure: Measure])[] = [
  ['visitors', 'visitors'],
  ['visits', 'visits'],
  ['pageviews', 'views'],
  ['page views', 'views'],
  ['page loads', 'views'],
  ['views', 'views'],
  ['requests', 'views'],
  ['count', 'views'],
];

/** In UTF-16 code units. */
const longestHeader = 1000;

/**
 * Recognises an exported table by the names of its columns; undefined if they are of none that is known.
 *
 * - GoatCounter, a row for each view: `2Path,Title,Event,…,Bot,…,Date` (https://www.goatcounter.com/help/export)
 * - Umami, a row for each view: `…,hostname,…,url_path,…,event_type,…,created_at` (the table `website_event`), or the
 *   sums `x,y` of its API (https://umami.is/docs/api/website-stats)
 * - Plausible, sums: `name,visitors,pageviews,…` of the dashboard, or by day `date,hostname,page,visits,visitors,…`
 *   (https://plausible.io/docs/export-stats, https://plausible.io/docs/csv-import)
 * - any other table with a column of addresses and one of numbers, as Cloudflare exports it
 */
export function recogniseTable(header: string): Table | UnknownVersion | undefined {
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign));
  if (delimiter === undefined) return undefined;
  const names = splitRow(header.replace(/^\ufeff/, ''), delimiter)?.map((name) => name.trim().toLowerCase()) ?? [];
  const column = (name: string): number => names.indexOf(name);
  const version = /^(\d+),?path$/.exec(names[0] ?? '')?.[1];
  if (version !== undefined && column('firstvisit') !== -1) {
    if (version !== '1' && version !== '2') return { format: 'goatcounter', version };
    return { format: 'goatcounter', measure: 'views', delimiter, read: goatCounterReader(column) };
  }
  if (column('url_path') !== -1 && column('created_at') !== -1)
    return { format: 'umami', measure: 'views', delimiter, read: umamiReader(column) };
  return sumsTable(column, delimiter);
}

/** Whether lines are a table whose columns have names in Arabic, none of which is known. */
export function isTableInArabic(beginning: string): boolean {
  const [header = '', row = ''] = beginning.split(/\r?\n/, 2);
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign));
  if (delimiter === undefined || header.length > longestHeader || !/[\u0621-\u064a]/.test(header)) return false;
  return splitRow(header, delimiter)?.length === splitRow(row.slice(0, longestHeader), delimiter)?.length;
}

type Column = (name: string) => number;

function goatCounterReader(column: Column): Table['read'] {
  const [event, bot, date] = [column('event'), column('bot'), column('date')];
  return (cells) => {
    const at = Date.parse(cells[date] ?? '');
    if (Number.isNaN(at) || cells[0] === undefined || cells[0] === '') return { skipped: 'unreadable' };
    if (cells[event]?.toLowerCase() === 'true') return { skipped: 'events' };
    if ((cells[bot] ?? '0') !== '0') return { skipped: 'robots' };
    return { address: cells[0], count: 1, at };
  };
}

/** Umami writes moments in UTC without saying so; `event_type` is 1 for a view of a page. */
function umamiReader(column: Column): Table['read'] {
  const [path, created, type, host] = ['url_path', 'created_at', 'event_type', 'hostname'].map(column) as [
    number,
    number,
    number,
    number,
  ];
  return (cells) => {
    const written = (cells[created] ?? '').trim().replace(' ', 'T');
    const at = Date.parse(/[Zz]$|[+-]\d{2}:?\d{2}$/.test(written) ? written : `${written}Z`);
    const address = cells[path] ?? '';
    if (Number.isNaN(at) || address === '') return { skipped: 'unreadable' };
    if (type !== -1 && cells[type] !== '1') return { skipped: 'events' };
    return { address, count: 1, at, ...(cells[host] && { host: cells[host] }) };
  };
}

function sumsTable(column: Column, delimiter: string): Table | undefined {
  const isXy = column('x') !== -1 && column('y') !== -1;
  const counted = countColumns.find(([name]) => column(name) !== -1);
  const addressed = [...addressColumns, ...(counted?.[1] === 'visitors' ? ['name'] : [])].find(
    (name) => column(name) !== -1,
  );
  if (isXy) {
    return { format: 'umami', measure: 'visitors', delimiter, read: sumsReader(column('x'), column('y'), -1, -1) };
  }
  if (counted === undefined || addressed === undefined) return undefined;
  const ofPlausible = addressed === 'name' || (addressed === 'page' && column('date') !== -1);
  const format = column('totaltime') !== -1 ? 'umami' : ofPlausible ? 'plausible' : 'table';
  const host = Math.max(column('hostname'), column('host'));
  const read = sumsReader(column(addressed), column(counted[0]), column('date'), host);
  return { format, measure: counted[1], delimiter, read };
}

function sumsReader(path: number, number: number, date: number, host: number): Table['read'] {
  return (cells) => {
    const address = (cells[path] ?? '').trim();
    const count = readCount(cells[number] ?? '');
    const day = (cells[date] ?? '').trim().slice(0, 10);
    if (address === '' || (date !== -1 && !isDay(day))) return { skipped: 'unreadable' };
    if (count === undefined) return { skipped: 'numbers' };
    return { address, count, ...(date !== -1 && { day }), ...(cells[host] && { host: cells[host] }) };
  };
}

/** Reads `1,203` and `١٢٠٣`; undefined for what is no whole number. */
export function readCount(written: string): number | undefined {
  const digits = toLatinDigits(written.trim()).replace(/(?<=\d)[,٬\u00a0\u202f ](?=\d{3}(?!\d))/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/** Splits a row as RFC 4180 says. Undefined if a quotation mark is still open at its end: the cell goes on. */
export function splitRow(row: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] !== '"') {
      const next = row.indexOf(delimiter, at);
      const end = next === -1 ? row.length : next;
      cells.push(row.slice(at, end));
      at = end + 1;
      continue;
    }
    const closing = closingMark(row, at + 1);
    if (closing === undefined) return undefined;
    cells.push(row.slice(at + 1, closing).replaceAll('""', '"'));
    const next = row.indexOf(delimiter, closing);
    at = next === -1 ? row.length + 1 : next + 1;
  }
  return cells;
}

/** Finds the quotation mark that closes a cell; two together stand for one inside it. */
function closingMark(row: string, start: number): number | undefined {
  let at = row.indexOf('"', start);
  while (at !== -1 && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  return at === -1 ? undefined : at;
}
