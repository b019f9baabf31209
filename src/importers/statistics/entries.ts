/** One line or row of statistics that says how often an address was read. */
export interface Reading {
  /** As it is written there: a path or a URL, encoded or not. */
  address: string;
  /** The host that was asked, if the address does not name it. */
  host?: string;
  count: number;
  /** The moment, in epoch milliseconds. */
  at?: number;
  /** The day, in the time zone of whoever counted; only without `at`. */
  day?: string;
  /** The URL of the page from which a request came. */
  referrer?: string;
}

/** Why an entry is not counted. */
export const reasons = [
  'unreadable',
  'numbers',
  'robots',
  'errors',
  'redirects',
  'methods',
  'background',
  'events',
  'outside',
  'otherHosts',
  'files',
  'pages',
  'unknown',
] as const;

export type Reason = (typeof reasons)[number];

export type Entry = Reading | { skipped: Reason };

/** What a format counts. Numbers of different kinds are never added up. */
export type Measure = 'visitors' | 'visits' | 'views';

export type FormatName = 'plausible' | 'goatcounter' | 'umami' | 'cloudflare' | 'table' | 'caddy' | 'combined';
