import { basePathOf, isRootedPath } from '../lib/base-path.ts';
import type { Article, CommentTerms, Library, StandalonePage } from '../library/types.ts';
import { findAddresses } from './addresses.ts';
import { resolveInternalLink } from './internal-links.ts';
import { articlePath, frontPagePath, standalonePath } from './urls.ts';

const found = new WeakMap<Library, ReadonlySet<string>>();

/**
 * Returns the decoded paths that the site would have if no article had expired, and has not: of the articles, of their
 * old addresses, and of lists that they alone were in. A link to one of them is no mistake of its author.
 */
export function expiredPaths(library: Library): ReadonlySet<string> {
  const known = found.get(library) ?? findExpiredPaths(library);
  found.set(library, known);
  return known;
}

function findExpiredPaths(library: Library): ReadonlySet<string> {
  const { articles, expired } = library;
  if (expired.length === 0) return new Set();
  const addresses = findAddresses(library);
  const whole = findAddresses({ ...library, articles: [...articles, ...expired] });
  return new Set([...whole.keys()].filter((path) => !addresses.has(path)));
}

/** Returns the links of a text to what has expired, as its page would have them, each once. */
export function expiredLinksOf(text: Text, library: Library): string[] {
  if (expiredPaths(library).size === 0) return [];
  const page = pathOf(text, library);
  const base = basePathOf(library.site.url);
  const source = 'source' in text && text.source?.url !== undefined ? [text.source.url] : [];
  const urls = [...source, ...text.references.map(({ url }) => url)];
  const links = urls.filter((url) => isExpired(url, page, library));
  return [...new Set(links)].map((url) => (isRootedPath(url) ? base + url : url));
}

/** Returns the links to what has expired in the body of a content-relative file. */
export function expiredLinksIn(file: string, library: Library): string[] {
  if (expiredPaths(library).size === 0) return [];
  const text = textsByFile(library).get(file);
  return text === undefined ? [] : expiredLinksOf(text, library);
}

type Text = Article | StandalonePage | CommentTerms;

const textsOfLibraries = new WeakMap<Library, ReadonlyMap<string, Text>>();

function textsByFile(library: Library): ReadonlyMap<string, Text> {
  const { articles, pages, commentTerms } = library;
  const known =
    textsOfLibraries.get(library) ??
    new Map([...articles, ...pages, ...(commentTerms ? [commentTerms] : [])].map((text) => [text.file, text]));
  textsOfLibraries.set(library, known);
  return known;
}

/** The terms of commenting are on many pages, so that none of their links is relative. */
function pathOf(text: Text, { site }: Library): string {
  if ('id' in text) return articlePath(text, site);
  return 'slug' in text ? standalonePath(text.slug) : frontPagePath;
}

/** Whether a link of the content leads to what has expired. `page` is the path of the page that has it. */
function isExpired(url: string, page: string, library: Library): boolean {
  const paths = expiredPaths(library);
  if (paths.size === 0) return false;
  const target = resolveInternalLink(url, page, library.site.url);
  return target !== undefined && paths.has(target.path.replace(/(?<=\/)index\.html$/, ''));
}

/** Returns the source of an article, without its URL if that leads to what has expired. */
export function shownSource(article: Article, library: Library): Article['source'] {
  const { source } = article;
  const isLost = source?.url !== undefined && isExpired(source.url, articlePath(article, library.site), library);
  return source && isLost ? { name: source.name } : source;
}
