import { basePathOf } from '../../lib/base-path.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { encodeStrayPercents } from '../../lib/written-urls.ts';
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
import type { SourceEntry, SourceNewsroom, SourceTerm } from './source.ts';

/** Returns the last segment of a URL, decoded. */
export function fileName(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodePart(encodeStrayPercents(path.slice(path.lastIndexOf('/') + 1)));
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
  addresses: readonly OldAddress[],
): (address: string, base?: string) => string | undefined {
  const site = urlOf(source.url, source);
  const paths = mapTargets(addresses);
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

/** An address of the old site, and the path of the new one to which it leads. */
export interface OldAddress {
  /** Its path and query, as the old site wrote them. */
  from: string;
  /** The same for all spellings of the address. */
  key: string;
  path: string;
}

/** Lists every address that the source tells, the first owner of an address before others. */
export function listOldAddresses(
  source: SourceNewsroom,
  { articles, pages, sections, authors }: Targets,
): OldAddress[] {
  const to = (addresses: readonly string[] | undefined, path: string): OldAddress[] =>
    (addresses ?? []).flatMap((address) => {
      const url = urlOf(address, source);
      // A URL object takes a kilobyte, and an archive has tens of thousands of addresses.
      return url === undefined ? [] : [{ from: url.pathname + url.search, key: keyOf(url), path }];
    });
  const ofEntry = ({ addresses, otherAddresses }: SourceEntry, path: string): OldAddress[] =>
    to([...addresses, ...(otherAddresses ?? [])], path);
  const ofTerm = ({ addresses, feeds }: SourceTerm, path: string): OldAddress[] => [
    ...to(addresses, path),
    ...to(feeds, feedPath(path)),
  ];
  const shown = articles.filter(({ isShown }) => isShown);
  const shownTags = new Set(shown.flatMap(({ entry }) => entry.tags.map((tag) => tagPath(tag))));
  const lists = { 'front-page': frontPagePath, feed: feedPath(), archive: archivePath };
  return [
    ...to([`${source.url}/`], frontPagePath),
    ...shown.flatMap(({ entry, id }) => ofEntry(entry, shortPath(id))),
    ...pages
      .filter(({ entry }) => !entry.isDraft && entry.isScheduled === undefined)
      .flatMap(({ entry, slug }) => ofEntry(entry, standalonePath(slug))),
    ...[...sections.values()].flatMap(({ term, id }) => ofTerm(term, categoryPath(id))),
    ...[...authors.values()].flatMap(({ term, id }) => ofTerm(term, authorPath(id))),
    // A tag without an article has no page, and only tags of many articles have feeds.
    ...source.tags
      .filter(({ name }) => shownTags.has(tagPath(name)))
      .flatMap(({ name, addresses, feeds = [] }) => to([...addresses, ...feeds], tagPath(name))),
    ...source.lists.flatMap(({ address, leadsTo }) => to([address], lists[leadsTo])),
  ];
}

/** Maps the keys of addresses of the old site to paths of the new one. */
function mapTargets(addresses: readonly OldAddress[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { key, path } of addresses) if (!paths.has(key)) paths.set(key, path);
  return paths;
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
