import { basePathOf } from '../../lib/base-path.ts';
import { decodePart } from '../../lib/decode-path.ts';
import {
  archivePath,
  authorPath,
  categoryPath,
  feedPath,
  frontPagePath,
  shortPath,
  standalonePath,
  tagPath,
} from '../../model/urls.ts';
import type { PlannedArticle, PlannedPage, PlannedTerm } from './plan.ts';
import type { SourceEntry, SourceNewsroom } from './source.ts';

/** Returns the last segment of a URL, decoded. */
export function fileName(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodePart(path.slice(path.lastIndexOf('/') + 1));
}

/**
 * Returns old addresses as decoded paths of the new site at `siteUrl`. If the new site lives below a path,
 * it can answer only at old paths below it. Addresses with a query, such as `/?p=123`, are left out, because no file
 * can answer at them.
 */
export function aliasesOf(addresses: readonly string[], source: SourceNewsroom, siteUrl: string): string[] {
  const base = basePathOf(siteUrl);
  const paths = addresses
    .flatMap((address) => urlOf(address, source) ?? [])
    .filter(({ search }) => search === '')
    .map(({ pathname }) => decodePart(pathname))
    .filter((path) => path.startsWith(`${base}/`))
    .map((path) => path.slice(base.length))
    .filter((path) => path !== '/' && !path.includes('//'));
  return [...new Set(paths)];
}

/** Encodes only the characters of a decoded path that would change its meaning, so that the path stays readable. */
export function writePath(path: string): string {
  return path.replace(/[%?#]/g, encodeURIComponent);
}

/** The pages of the new site to which addresses of the old site can lead. */
export interface Targets {
  articles: readonly PlannedArticle[];
  pages: readonly PlannedPage[];
  /** By key. */
  sections: ReadonlyMap<string, PlannedTerm>;
  authors: ReadonlyMap<string, PlannedTerm>;
}

/**
 * Creates a function that returns the path of the new site for an address of the old one, undefined if there is none.
 * Addresses of other sites are returned unchanged. Relative addresses are relative to `base`, the address of an entry.
 */
export function createResolver(
  source: SourceNewsroom,
  targets: Targets,
): (address: string, base?: string) => string | undefined {
  const site = urlOf(source.url, source);
  const paths = listTargets(source, targets);
  return (address, base) => {
    const isNotHttp = address.startsWith('#') || /^(?:mailto|tel):/i.test(address);
    const from = base === undefined ? undefined : urlOf(base, source)?.href;
    const url = isNotHttp ? undefined : urlOf(address, source, from);
    if (url === undefined || site === undefined || hostOf(url) !== hostOf(site)) return address;
    removeTracking(url);
    const alike = source.likeAddresses?.(url) ?? [];
    const found = [url.href, ...alike].map((like) => keyOf(new URL(like, site))).find((key) => paths.has(key));
    return found === undefined ? undefined : paths.get(found);
  };
}

/** Parameters that tell from where a reader comes, and nothing of the page. */
const tracking = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|share|replytocom)$/i;

function removeTracking(url: URL): void {
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
}

/** Maps the keys of addresses of the old site to paths of the new one. The first owner of an address keeps it. */
function listTargets(source: SourceNewsroom, { articles, pages, sections, authors }: Targets): Map<string, string> {
  const paths = new Map<string, string>();
  const add = (addresses: readonly string[] | undefined, path: string): void => {
    for (const url of (addresses ?? []).flatMap((address) => urlOf(address, source) ?? [])) {
      if (!paths.has(keyOf(url))) paths.set(keyOf(url), path);
    }
  };
  const addTerm = ({ addresses, feeds }: { addresses: string[]; feeds?: string[] }, path: string): void => {
    add(addresses, path);
    add(feeds, feedPath(path));
  };
  add([`${source.url}/`], frontPagePath);
  for (const { entry, id } of articles) if (isLinkable(entry)) add(entry.addresses, shortPath(id));
  for (const { entry, slug } of pages) if (isLinkable(entry)) add(entry.addresses, standalonePath(slug));
  for (const { term, id } of sections.values()) addTerm(term, categoryPath(id));
  for (const { term, id } of authors.values()) addTerm(term, authorPath(id));
  for (const term of source.tags) addTerm(term, tagPath(term.name));
  const lists = { 'front-page': frontPagePath, feed: feedPath(), archive: archivePath };
  for (const { address, leadsTo } of source.lists) add([address], lists[leadsTo]);
  return paths;
}

function isLinkable({ isDraft, isScheduled }: SourceEntry): boolean {
  return !isDraft && isScheduled === undefined;
}

/** Returns the same key for all spellings of an address that systems treat alike. */
function keyOf({ pathname, search }: URL): string {
  const path = decodePart(pathname)
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
    .toLowerCase();
  return path + search;
}

function urlOf(address: string, { url }: SourceNewsroom, base = `${url}/`): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}
