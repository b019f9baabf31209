import { basePathOf } from '../../lib/base-path.ts';
import { decodePart } from '../../lib/decode-path.ts';
import {
  authorPath,
  categoryPath,
  feedPath,
  frontPagePath,
  shortPath,
  standalonePath,
  tagPath,
} from '../../model/urls.ts';
import type { WordPressItem } from './export.ts';
import type { BodyContext, NamedTerm, PlannedArticle, PlannedPage } from './types.ts';

/** Returns the last segment of a URL, decoded. */
export function fileName(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodePart(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * Returns the old paths of an item as paths of the new site at `siteUrl`. If the new site lives below a path, it can
 * answer only at old paths below it.
 */
export function aliasesOf(item: WordPressItem, siteUrl: string): string[] {
  const base = basePathOf(siteUrl);
  return oldPathsOf(item)
    .filter((path) => path.startsWith(`${base}/`))
    .map((path) => path.slice(base.length))
    .filter((path) => path !== '/' && !path.includes('//'));
}

/**
 * Returns the decoded paths of an item on the old site: the current one, and the one with its previous slug, if any.
 */
function oldPathsOf({ link, meta }: WordPressItem): string[] {
  const path = pathOf(link);
  if (path === undefined || path === '/') return [];
  const old = meta.get('_wp_old_slug');
  const renamed = old === undefined ? [] : [path.replace(/[^/]+(\/?)$/, `${decodePart(old)}$1`)];
  return [...new Set([path, ...renamed])];
}

/** Encodes only the characters of a decoded path that would change its meaning, so that the path stays readable. */
export function writePath(path: string): string {
  return path.replace(/[%?#]/g, encodeURIComponent);
}

/**
 * Returns the decoded path of a URL; undefined if the URL has a query, such as `/?p=123`: no static file can serve it.
 */
function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return search === '' ? decodePart(pathname) : undefined;
}

/** The pages of the new site to which URLs of the old site can lead. */
export interface Targets {
  articles: readonly PlannedArticle[];
  pages: readonly PlannedPage[];
  categories: ReadonlyMap<string, NamedTerm>;
  authors: ReadonlyMap<string, NamedTerm>;
}

/** Creates `BodyContext.link`, which knows WordPress's default URLs of lists: `/category/…`, `/author/…`, `/tag/…`. */
export function createResolver(site: string, targets: Targets): BodyContext['link'] {
  const base = URL.canParse(site) ? new URL(site) : undefined;
  const home = keyOf(base?.pathname ?? '/');
  const paths = listTargets(targets, home);
  return (address) => {
    const isNotHttp = address.startsWith('#') || /^(?:mailto|tel):/i.test(address);
    if (base === undefined || isNotHttp || !URL.canParse(address, base.href)) return address;
    const url = new URL(address, base.href);
    if (hostOf(url) !== hostOf(base)) return address;
    const candidates = [...keysOfQuery(url.searchParams), ...keysOfPath(url.pathname)];
    // A query at the front page asks for something else: `/?cat=2`, `/?s=…`.
    const isOther = (key: string): boolean => key === home && url.search !== '';
    const found = candidates.find((key) => paths.has(key) && !isOther(key));
    if (found !== undefined) return paths.get(found);
    return keyOf(url.pathname).endsWith('/feed') ? feedPath() : undefined;
  };
}

/** What a query asks for: an article or a page by its id. All else, such as `utm_source`, says nothing of the page. */
function keysOfQuery(query: URLSearchParams): string[] {
  return ['p', 'page_id'].flatMap((name) => {
    const id = query.get(name);
    return id === null ? [] : [`?${name}=${id}`];
  });
}

/** The pages that a path may lead to: without what WordPress adds for parts, other views and sections above a section. */
function keysOfPath(pathname: string): string[] {
  const path = keyOf(pathname.replace(/\/{2,}/g, '/').replace(/\/index\.php(?=\/|$)/, ''));
  const whole = path.replace(/\/(?:amp|trackback|comment-page-\d+|page\/\d+|\d+)$/, '');
  return [path, whole].flatMap((key) => [key, key.replace(/(\/category)\/.*(?=\/)/, '$1')]);
}

/** Maps the normalised paths or queries (`?p=12`) of the old site to paths of the new one. */
function listTargets({ articles, pages, categories, authors }: Targets, home: string): Map<string, string> {
  const paths = new Map([[home, frontPagePath]]);
  for (const [slug, { id }] of categories) paths.set(keyOf(`${home}/category/${slug}`), categoryPath(id));
  for (const [login, { id }] of authors) {
    for (const name of [login, nicenameOf(login)]) paths.set(keyOf(`${home}/author/${name}`), authorPath(id));
  }
  for (const { item, slug, isDraft } of pages) {
    if (isDraft) continue;
    for (const old of oldPathsOf(item)) paths.set(keyOf(old), standalonePath(slug));
    paths.set(`?page_id=${item.id}`, standalonePath(slug));
  }
  for (const { item, id, isDraft } of articles) {
    if (isDraft || item.status !== 'publish') continue;
    for (const { taxonomy, slug, name } of item.terms) {
      if (taxonomy === 'post_tag') paths.set(keyOf(`${home}/tag/${slug}`), tagPath(name));
    }
    for (const old of oldPathsOf(item)) paths.set(keyOf(old), shortPath(id));
    paths.set(`?p=${item.id}`, shortPath(id));
  }
  return paths;
}

/** Returns the same key for all spellings of a path that WordPress treats alike. */
function keyOf(path: string): string {
  return decodePart(path).normalize('NFC').replace(/\/+$/, '').toLowerCase();
}

/** Writes a login as WordPress does in the address of its author: `abu.omar` and `Abu Omar` as `abu-omar`. */
function nicenameOf(login: string): string {
  return login
    .toLowerCase()
    .replace(/[\s.]+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}
