import { basePathOf, isRootedPath } from '../lib/base-path.ts';
import type { Article, Library, Series, Text } from '../library/types.ts';
import { findAddresses } from './addresses.ts';
import { findById } from './find-by-id.ts';
import { resolveInternalLink } from './internal-links.ts';
import { textsByFile } from './texts-by-file.ts';
import { articlePath, frontPagePath, shortPath, standalonePath } from './urls.ts';

/** What has gone from the site because of time or a withdrawal. */
interface Gone {
  /** The decoded paths of articles, of their old addresses, and of what they alone were in. */
  paths: ReadonlySet<string>;
  /** The addresses of articles with live coverage, whose numbered pages and feed are below them. */
  coverage: ReadonlySet<string>;
}

const found = new WeakMap<Library, Gone>();

function goneFrom(library: Library): Gone {
  const known = found.get(library) ?? findGone(library);
  found.set(library, known);
  return known;
}

function findGone(library: Library): Gone {
  const { articles, expired, withdrawn, site } = library;
  const gone = [...expired, ...withdrawn.map(({ former }) => former)].map((each) => ({ ...each, unpublished: false }));
  if (gone.length === 0) return { paths: new Set(), coverage: new Set() };
  const addresses = findAddresses(library);
  const whole = findAddresses({ ...library, articles: [...articles, ...gone], series: seriesWith(gone, library) });
  const covered = gone.filter(({ live }) => live !== undefined);
  return {
    paths: new Set([...whole.keys()].filter((path) => !addresses.has(path))),
    coverage: new Set(covered.flatMap((article) => [articlePath(article, site), shortPath(article.id)])),
  };
}

/** Returns the series as they would be with the articles that have gone, as far as addresses depend on it. */
function seriesWith(gone: readonly Article[], { series }: Library): Series[] {
  const parts = Map.groupBy(gone, (article) => article.series);
  const known = new Set(series.map(({ id }) => id));
  const lost = [...parts.keys()].filter((id) => id !== undefined && !known.has(id));
  return [
    ...series.map((each) => ({ ...each, articles: [...each.articles, ...(parts.get(each.id) ?? [])] })),
    ...lost.map((id = '') => ({ id, file: '', title: '', isClosed: false, articles: parts.get(id) ?? [] })),
  ];
}

/**
 * Whether the site would have a decoded path if no article had expired or been withdrawn, and has not: of an article, of
 * its old address, or of a list, a feed or a page that went with it. A link to it is no mistake of its author.
 */
export function isExpiredPath(path: string, library: Library): boolean {
  const { paths, coverage } = goneFrom(library);
  if (paths.has(path)) return true;
  const [, article = ''] = coverage.size === 0 ? [] : (/^(.+\/)(?:live\/\d+\/|rss\.xml)$/.exec(path) ?? []);
  return coverage.has(article);
}

/** Whether anything has gone from the site, so that a link can lead to it. */
export function hasExpiredPaths(library: Library): boolean {
  return goneFrom(library).paths.size > 0 || goneFrom(library).coverage.size > 0;
}

/** Returns the links of a text to what has expired, as its page would have them, each once. */
export function expiredLinksOf(text: Text, library: Library): string[] {
  if (!hasExpiredPaths(library)) return [];
  const page = pathOf(text, library);
  const base = basePathOf(library.site.url);
  const source = 'source' in text && text.source?.url !== undefined ? [text.source.url] : [];
  const urls = [...source, ...text.references.map(({ url }) => url)];
  const links = urls.filter((url) => isExpired(url, page, library));
  return [...new Set(links)].map((url) => (isRootedPath(url) ? base + url : url));
}

/** Returns the links to what has expired in the body of a content-relative file. */
export function expiredLinksIn(file: string, library: Library): string[] {
  if (!hasExpiredPaths(library)) return [];
  const text = textsByFile(library).get(file);
  return text === undefined ? [] : expiredLinksOf(text, library);
}

/** The terms of commenting are on many pages, so that none of their links is relative. */
function pathOf(text: Text, { site, articles }: Library): string {
  if ('isKey' in text) {
    const coverage = findById(articles, text.file.split('/')[1] ?? '');
    return coverage ? articlePath(coverage, site) : frontPagePath;
  }
  if ('id' in text) return articlePath(text, site);
  return 'slug' in text ? standalonePath(text.slug) : frontPagePath;
}

/** Whether a link of the content leads to what has expired. `page` is the path of the page that has it. */
export function isExpired(url: string, page: string, library: Library): boolean {
  if (!hasExpiredPaths(library)) return false;
  const target = resolveInternalLink(url, page, library.site.url);
  return target !== undefined && isExpiredPath(target.path.replace(/(?<=\/)index\.html$/, ''), library);
}

/** Returns the source of an article, without its URL if that leads to what has expired. */
export function shownSource(article: Article, library: Library): Article['source'] {
  const { source } = article;
  const isLost = source?.url !== undefined && isExpired(source.url, articlePath(article, library.site), library);
  return source && isLost ? { name: source.name } : source;
}
