import { isDay } from '../../lib/calendar-days.ts';
import type { Entry, FormatName, Measure } from './entries.ts';

/** What an answer of an API in JSON counts. */
export interface StatisticsDocument {
  format: FormatName;
  measure: Measure;
  entries: Entry[];
  /** The first and the last day that were counted, if the answer names them. */
  period?: { from: string; to: string };
}

type Fields = Record<string, unknown>;

/**
 * Reads an answer of an API; undefined if it is of none that is known.
 *
 * - GoatCounter: `{"hits": [{"path", "count", "event", "stats": [{"day"}]}]}` of `/api/v0/stats/hits`
 *   (https://www.goatcounter.com/api.html)
 * - Plausible: `{"results": [{"dimensions": ["/…"], "metrics": [12]}], "query": {…}}` of `/api/v2/query`, and
 *   `{"results": [{"page", "visitors"}]}` of its first version (https://plausible.io/docs/stats-api)
 * - Umami: `[{"x", "y"}]` of `/api/websites/…/metrics` (https://umami.is/docs/api/website-stats)
 * - Cloudflare: `rumPageloadEventsAdaptiveGroups` of its GraphQL API, under any name: `[{"count", "sum": {"visits"},
 *   "dimensions": {"requestPath"}}]` (https://developers.cloudflare.com/analytics/graphql-api/)
 */
export function readDocument(value: unknown): StatisticsDocument | undefined {
  const root = asFields(value);
  if (Array.isArray(value)) return readUmami(value);
  if (root === undefined) return undefined;
  if (Array.isArray(root.hits)) return readGoatCounter(root.hits);
  if (Array.isArray(root.results)) return readPlausible(root.results, asFields(root.query));
  if (Array.isArray(root.data)) return readUmami(root.data);
  return readCloudflare(root);
}

function readGoatCounter(hits: readonly unknown[]): StatisticsDocument {
  const days: string[] = [];
  const entries = hits.map((hit): Entry => {
    const { path, count, event, stats } = asFields(hit) ?? {};
    for (const each of Array.isArray(stats) ? stats : []) {
      const day = asFields(each)?.day;
      if (typeof day === 'string' && isDay(day)) days.push(day);
    }
    return event === true ? { skipped: 'events' } : entryOf(path, count);
  });
  return { format: 'goatcounter', measure: 'visits', entries, ...periodOf(days) };
}

function readPlausible(results: readonly unknown[], query: Fields | undefined): StatisticsDocument {
  const names = Array.isArray(query?.metrics) ? query.metrics : [];
  const metric = Math.max(
    0,
    ['visitors', 'visits', 'pageviews'].map((name) => names.indexOf(name)).find((index) => index !== -1) ?? 0,
  );
  const measure = names[metric] === 'visits' ? 'visits' : names[metric] === 'pageviews' ? 'views' : 'visitors';
  const entries = results.map((result): Entry => {
    const { dimensions, metrics, page, visitors, pageviews } = asFields(result) ?? {};
    if (Array.isArray(dimensions) && Array.isArray(metrics)) return entryOf(dimensions[0], metrics[metric]);
    return entryOf(page, visitors ?? pageviews);
  });
  const range = Array.isArray(query?.date_range) ? query.date_range : [];
  const days = range.flatMap((moment) => (typeof moment === 'string' ? [moment.slice(0, 10)] : [])).filter(isDay);
  return { format: 'plausible', measure, entries, ...periodOf(days) };
}

function readUmami(rows: readonly unknown[]): StatisticsDocument | undefined {
  const entries = rows.map((row): Entry => {
    const { x, y, name, path, visitors } = asFields(row) ?? {};
    return entryOf(x ?? name ?? path, y ?? visitors);
  });
  const isKnown = entries.some((entry) => 'address' in entry);
  return isKnown ? { format: 'umami', measure: 'visitors', entries } : undefined;
}

function readCloudflare(root: Fields): StatisticsDocument | undefined {
  const viewer = asFields(asFields(root.data)?.viewer);
  const owners = [viewer?.accounts, viewer?.zones].flatMap((list) => (Array.isArray(list) ? list : []));
  const groups = owners
    .flatMap((owner) => Object.values(asFields(owner) ?? {}))
    .flatMap((list) => (Array.isArray(list) ? list : []));
  const days: string[] = [];
  const entries = groups.flatMap((group): Entry[] => {
    const { count, sum, dimensions } = asFields(group) ?? {};
    const { requestPath, clientRequestPath, metric, requestHost, date } = asFields(dimensions) ?? {};
    const address = requestPath ?? clientRequestPath ?? metric;
    if (address === undefined) return [];
    if (typeof date === 'string' && isDay(date)) days.push(date);
    const entry = entryOf(address, asFields(sum)?.visits ?? count);
    return ['address' in entry && typeof requestHost === 'string' ? { ...entry, host: requestHost } : entry];
  });
  const measure = groups.some((group) => asFields(asFields(group)?.sum)?.visits !== undefined) ? 'visits' : 'views';
  return entries.length > 0 ? { format: 'cloudflare', measure, entries, ...periodOf(days) } : undefined;
}

function entryOf(address: unknown, count: unknown): Entry {
  if (typeof address !== 'string' || address === '') return { skipped: 'unreadable' };
  const isNumber = Number.isSafeInteger(count) && Number(count) >= 0;
  return isNumber ? { address, count: Number(count) } : { skipped: 'numbers' };
}

function periodOf(days: readonly string[]): { period?: { from: string; to: string } } {
  const [first, ...rest] = days;
  if (first === undefined) return {};
  const period = { from: first, to: first };
  for (const day of rest) {
    if (day < period.from) period.from = day;
    if (day > period.to) period.to = day;
  }
  return { period };
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
