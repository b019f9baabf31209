import { basePathOf } from '../../lib/base-path.ts';

/** What an address of the statistics is. `isPart` is a numbered page of an article's live coverage. */
export type Found =
  | { kind: 'article'; id: string; isPart: boolean }
  | { kind: 'otherHosts'; host: string }
  | { kind: 'files' | 'pages' | 'unknown' };

/** What is known of the site's addresses. */
export interface KnownAddresses {
  /** The address of the site. */
  siteUrl: string;
  /** Other hosts under which it is or was read. */
  hosts: readonly string[];
  /** The id of the article at each decoded path. */
  articles: ReadonlyMap<string, string>;
  /** Every decoded path of the site. */
  paths: Iterable<string>;
}

export type FindAddress = (address: string, host?: string) => Found;

/** So many answers are kept: a site has as many pages, and a hostile log any number of addresses. */
const mostKept = 50_000;
/** No address of a site is longer, not even percent-encoded. */
const longest = 8192;

/**
 * Makes the function that says what is at an address: a path or a URL, encoded or not, with or without the base path,
 * a slash at its end, `index.html` or a query.
 */
export function createAddressFinder({ siteUrl, hosts, articles, paths }: KnownAddresses): FindAddress {
  const own = new Set([new URL(siteUrl).host, ...hosts].map(plainHost));
  const base = basePathOf(siteUrl);
  const ids = new Map([...articles].map(([path, id]) => [plainPath(path), id]));
  const pages = new Set(Array.from(paths, plainPath));
  const kept = new Map<string, Found>();

  const findPath = (written: string): Found => {
    const path = decodePath(written);
    if (path === undefined) return { kind: 'unknown' };
    const candidates = base !== '' && isBelow(path, base) ? [path.slice(base.length), path] : [path];
    for (const candidate of candidates) {
      const plain = plainPath(candidate);
      const id = ids.get(plain);
      if (id !== undefined) return { kind: 'article', id, isPart: false };
      const ofLive = ids.get(plain.replace(/\/live\/\d{1,6}$/, ''));
      if (ofLive !== undefined) return { kind: 'article', id: ofLive, isPart: true };
    }
    if (candidates.some(isFile)) return { kind: 'files' };
    return { kind: candidates.some((candidate) => pages.has(plainPath(candidate))) ? 'pages' : 'unknown' };
  };

  return (address, host) => {
    if (address.length > longest) return { kind: 'unknown' };
    const parts = splitAddress(address.trim(), own);
    const asked = plainHost(parts.host ?? host ?? '');
    if (asked !== '' && asked !== '-' && !own.has(asked)) return { kind: 'otherHosts', host: asked };
    const known = kept.get(parts.path) ?? findPath(parts.path);
    if (kept.size < mostKept) kept.set(parts.path, known);
    return known;
  };
}

/** Splits `https://host/path?query` and `host/path`; the second only for a host that is known. */
function splitAddress(address: string, own: ReadonlySet<string>): { host?: string; path: string } {
  const [bare = ''] = address.split(/[?#]/, 1);
  const url = /^[a-z][a-z\d+.-]{0,15}:\/\/([^/]*)(.*)$/is.exec(bare);
  if (url !== null) return { host: url[1] ?? '', path: url[2] === '' ? '/' : (url[2] ?? '/') };
  if (bare.startsWith('/')) return { path: bare };
  const slash = bare.indexOf('/');
  const first = slash === -1 ? bare : bare.slice(0, slash);
  if (own.has(plainHost(first))) return { host: first, path: slash === -1 ? '/' : bare.slice(slash) };
  return { path: `/${bare}` };
}

/** Returns a host without its port and without `www.`. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/^www\./, '');
}

/** Decodes a path, in which servers may have written bytes as `\xD9`; undefined if it is no text. */
function decodePath(written: string): string | undefined {
  try {
    return decodeURIComponent(written.replace(/\\x([\dA-F]{2})/gi, '%$1')).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** Returns a path without what hosts add and leave out: `index.html` and the slash at its end. */
function plainPath(path: string): string {
  const folder = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

function isBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}

/** Whether a path is that of a file, such as a picture, a style sheet or a feed, and no page. */
function isFile(path: string): boolean {
  return /^\/_|\.(?!html?$)[a-z\d_]{1,12}$/i.test(path);
}
