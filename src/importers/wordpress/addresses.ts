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

/** A part of an address without percent signs; as it is where those mean nothing. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of an address, decoded. */
export function fileName(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  return decodePart(path.slice(path.lastIndexOf('/') + 1));
}

/** Where an item was, decoded: its own address, and those of the names that it had before. */
export function aliasesOf({ link, meta }: WordPressItem): string[] {
  const path = pathOf(link);
  if (path === undefined || path === '/') return [];
  const old = meta.get('_wp_old_slug');
  const before = old === undefined ? [] : [path.replace(/[^/]+(\/?)$/, `${decodePart(old)}$1`)];
  return [...new Set([path, ...before])];
}

/** A decoded path as people read it: percent signs stand for those alone that would mean something else. */
export function writePath(path: string): string {
  return path.replace(/[%?#]/g, encodeURIComponent);
}

/** Undefined for an address that is a question, such as `/?p=123`: no file can answer it. */
function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return search === '' ? decodePart(pathname) : undefined;
}

/** What addresses of the old site may lead to. */
export interface Targets {
  articles: readonly PlannedArticle[];
  pages: readonly PlannedPage[];
  categories: ReadonlyMap<string, NamedTerm>;
  authors: ReadonlyMap<string, NamedTerm>;
}

/** Gives addresses of the old site in the new one, where WordPress has its lists at the usual places. See `BodyContext.link`. */
export function createResolver(site: string, targets: Targets): BodyContext['link'] {
  const base = URL.canParse(site) ? new URL(site) : undefined;
  const home = keyOf(base?.pathname ?? '/');
  const paths = listTargets(targets, home);
  return (address) => {
    const isOfPage = address.startsWith('#') || /^(?:mailto|tel):/i.test(address);
    if (base === undefined || isOfPage || !URL.canParse(address, base.href)) return address;
    const url = new URL(address, base.href);
    if (hostOf(url) !== hostOf(base)) return address;
    const path = url.search === '' ? keyOf(url.pathname) : url.search;
    const withoutParents = path.replace(/(\/category)\/.*(?=\/)/, '$1');
    return paths.get(path) ?? paths.get(withoutParents) ?? (path.endsWith('/feed') ? feedPath() : undefined);
  };
}

/** The paths of the new site, by the paths or questions (`?p=12`) of the old one. */
function listTargets({ articles, pages, categories, authors }: Targets, home: string): Map<string, string> {
  const paths = new Map([[home, frontPagePath]]);
  for (const [slug, { id }] of categories) paths.set(keyOf(`${home}/category/${slug}`), categoryPath(id));
  for (const [login, { id }] of authors) paths.set(keyOf(`${home}/author/${login}`), authorPath(id));
  for (const { item, slug, isDraft } of pages) {
    if (isDraft) continue;
    for (const alias of aliasesOf(item)) paths.set(keyOf(alias), standalonePath(slug));
    paths.set(`?page_id=${item.id}`, standalonePath(slug));
  }
  for (const { item, id, isDraft } of articles) {
    if (isDraft || item.status !== 'publish') continue;
    for (const { taxonomy, slug, name } of item.terms) {
      if (taxonomy === 'post_tag') paths.set(keyOf(`${home}/tag/${slug}`), tagPath(name));
    }
    for (const alias of aliasesOf(item)) paths.set(keyOf(alias), shortPath(id));
    paths.set(`?p=${item.id}`, shortPath(id));
  }
  return paths;
}

/** Addresses that WordPress answers alike. */
function keyOf(path: string): string {
  return decodePart(path).normalize('NFC').replace(/\/+$/, '').toLowerCase();
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}
