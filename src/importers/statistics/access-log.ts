import type { Entry, Reason } from './entries.ts';
import { isRobot } from './robots.ts';

/** A request as servers log it. */
interface Request {
  method: string;
  target: string;
  status: number;
  at: number;
  host?: string | undefined;
  referrer?: string | undefined;
  /** Undefined if the log has no names of programs. */
  agent?: string | undefined;
  /** Says that a script or the browser asks ahead of the reader. */
  isBackground?: boolean;
}

/** A line of an access log; `isAnonymous` if it does not say which program asked. */
export interface LogLine {
  entry: Entry;
  isAnonymous: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const moment = / ?\[(\d{2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\] "/;

/**
 * Reads a line of the Common or the Combined Log Format, with a virtual host before it or without
 * (https://httpd.apache.org/docs/2.4/logs.html#accesslog, `combined` in
 * https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format):
 *
 *     203.0.113.7 - - [23/Nov/2026:10:00:00 +0300] "GET /k7q3m/ HTTP/1.1" 200 5120 "https://…" "Mozilla/5.0 …"
 *
 * Undefined for any other line.
 */
export function readCombinedLine(line: string): LogLine | undefined {
  const found = moment.exec(line);
  if (found === null) return undefined;
  const at = momentOf(found);
  const request = readQuoted(line, found.index + found[0].length);
  if (at === undefined || request === undefined) return undefined;
  const status = /^ (\d{3}) (?:\d+|-)(?: |$)/.exec(line.slice(request.end, request.end + 32));
  const [method = '', target = ''] = request.text.split(' ');
  if (status === null) return undefined;
  const rest = request.end + status[0].length;
  const referrer = line[rest] === '"' ? readQuoted(line, rest + 1) : undefined;
  const agent = referrer && line.startsWith(' "', referrer.end) ? readQuoted(line, referrer.end + 2) : undefined;
  const before = line.slice(0, found.index).split(' ');
  const host = before.length === 4 && /[.:]/.test(before[0] ?? '') ? before[0] : undefined;
  return judge({ method, target, status: Number(status[1]), at, host, referrer: referrer?.text, agent: agent?.text });
}

function momentOf(found: RegExpExecArray): number | undefined {
  const [, day, name = '', year, hour, minute, second, sign, hours, minutes] = found;
  const month = months.indexOf(name.toLowerCase());
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return month === -1 || Number.isNaN(local) ? undefined : local - (sign === '-' ? -offset : offset);
}

/** Reads up to the closing quotation mark, which servers write as `\"` or `\x22` inside. */
function readQuoted(line: string, start: number): { text: string; end: number } | undefined {
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') return { text: line.slice(start, at), end: at + 1 };
  }
  return undefined;
}

/**
 * Reads a line of Caddy's access log in JSON (https://caddyserver.com/docs/caddyfile/directives/log, the fields of
 * `http.log.access`): `ts`, `status`, and in `request` `method`, `host`, `uri` and `headers`. What a system log writes
 * before the JSON is passed over. Undefined for any other line.
 */
export function readCaddyLine(line: string): LogLine | undefined {
  const start = line.indexOf('{');
  const record = start === -1 ? undefined : parseObject(line.slice(start));
  const request = asObject(record?.request);
  const at = momentOfCaddy(record?.ts);
  if (record === undefined || request === undefined || at === undefined) return undefined;
  const { method, uri, host } = request;
  if (typeof method !== 'string' || typeof uri !== 'string' || typeof record.status !== 'number') return undefined;
  const headers = asObject(request.headers);
  const header = (name: string): string | undefined => {
    const value = headers?.[name];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : undefined;
  };
  const destination = header('Sec-Fetch-Dest') ?? 'document';
  const purpose = header('Sec-Purpose') ?? header('Purpose') ?? '';
  return judge({
    method,
    target: uri,
    status: record.status,
    at,
    host: typeof host === 'string' ? host : undefined,
    referrer: header('Referer'),
    // A request without a name has headers but not this one; a log without headers has none at all.
    agent: headers === undefined ? undefined : (header('User-Agent') ?? ''),
    isBackground: destination !== 'document' || /prefetch|prerender|preview/i.test(purpose),
  });
}

/** Whether a line is a record of Caddy's, of a request or not: its log may begin with others. */
export function isCaddyRecord(line: string): boolean {
  const record = parseObject(line.slice(Math.max(0, line.indexOf('{'))));
  return record !== undefined && typeof record.level === 'string' && 'ts' in record;
}

/** `ts` is in seconds, or in one of the formats of `time_format`. */
function momentOfCaddy(ts: unknown): number | undefined {
  if (typeof ts === 'number' && Number.isFinite(ts)) return ts > 1e11 ? ts : ts * 1000;
  if (typeof ts !== 'string') return undefined;
  const zoned = /[Zz]$|[+-]\d{2}:?\d{2}$/.test(ts) ? ts : `${ts.replaceAll('/', '-').replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? undefined : at;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function judge(request: Request): LogLine {
  const { target, at, host, referrer, agent } = request;
  const skipped = reasonAgainst(request);
  const reading = { address: target, count: 1, at, ...(host && { host }), ...(referrer && { referrer }) };
  return { entry: skipped === undefined ? reading : { skipped }, isAnonymous: agent === undefined };
}

/** What a reader has seen was asked for with GET and answered with a page, anew or as it was (304). */
function reasonAgainst({ method, status, agent, isBackground }: Request): Reason | undefined {
  if (method !== 'GET') return 'methods';
  if (status >= 400 || status < 200) return 'errors';
  if (status !== 200 && status !== 304) return 'redirects';
  if (agent !== undefined && isRobot(agent)) return 'robots';
  return isBackground ? 'background' : undefined;
}
