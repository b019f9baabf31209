import { digestText, digestValue } from '../lib/digest.ts';
import type { Article, Library } from '../library/types.ts';

/**
 * Cache keys of pages. A key is a digest of everything that a page is composed from, so that a build finds out without
 * composing the page whether its content has changed.
 */
export interface PageKeys {
  /**
   * Returns the key of an article's own page. `linked` has the articles that the page links to, in order; `''`
   * separates two lists.
   */
  ofArticle(article: Article, linked?: readonly (Article | '')[]): string;
  /** Returns the key of a page that lists articles. `rest` is any JSON value that the page shows too. */
  ofList(articles: readonly Article[], rest?: unknown): string;
  /** Returns the key of a page that shows articles with their whole text, as feeds do. `rest` is as for `ofList`. */
  ofTexts(articles: readonly Article[], rest?: unknown): string;
}

const keysOf = new WeakMap<Library, PageKeys>();

/**
 * Creates the page keys of a library, only once per library. Every key covers the settings, the sections and the
 * standalone pages, because the page chrome shows them, and of the newsroom's theme the style sheet, the logo and whether
 * there are an icon and a file of alerts. It covers only those authors whose articles are on the page, so
 * that a new author changes no old page.
 */
export function createPageKeys(library: Library): PageKeys {
  const known = keysOf.get(library);
  if (known) return known;
  const { site, categories, authors, pages, components, ownerStyles, logo, icon, breaking } = library;
  const shown = pages.map(({ title, slug, draft }) => [title, slug, draft]);
  const chrome = digestValue([
    site,
    categories,
    shown,
    ownerStyles?.sheet,
    logo,
    icon !== undefined,
    breaking !== undefined,
  ]);
  const authorKeys = new Map(authors.map((author) => [author.id, digestValue(author)]));
  const storyOf = ({ id, slug, listDigest, category, picture, unpublished, authors: names }: Article): string =>
    [
      id,
      slug,
      listDigest,
      // The section is the one of today, which the digest does not cover: the article may name a former id.
      category,
      picture && digestPicture(picture),
      ...names.map((name) => authorKeys.get(name)),
      // The moment of the build decides whether an article is marked as a future one.
      unpublished ? 'unpublished' : '',
    ].join(' ');
  const storyKeys = new Map(library.articles.map((article) => [article.id, storyOf(article)]));
  const storyKey = (article: Article | '') => (article === '' ? '' : (storyKeys.get(article.id) ?? storyOf(article)));
  const listedKey = (article: Article) => `${storyKey(article)} ${article.thread?.count ?? 0}`;
  const commentsKey = ({ thread, commentsClosed }: Article) =>
    [thread?.digest, commentsClosed, library.commentTerms?.digest].join(' ');
  const componentsKey = ({ format }: Pick<Article, 'format'>) => (format === 'mdx' ? components.digest : '');
  // Tags have the names of today too, which only an article's own page and feeds show.
  const textKey = (article: Article) =>
    [article.file, `${article.digest}${componentsKey(article)}`, storyKey(article), JSON.stringify(article.tags)].join(
      ' ',
    );

  const keys: PageKeys = {
    ofArticle: (article, linked = []) =>
      digestLines([chrome, textKey(article), commentsKey(article), ...linked.map(storyKey)]),
    ofList: (articles, rest) => digestLines([chrome, JSON.stringify(rest), ...articles.map(listedKey)]),
    ofTexts: (articles, rest) => digestLines([chrome, JSON.stringify(rest), ...articles.map(textKey)]),
  };
  keysOf.set(library, keys);
  return keys;
}

function digestLines(lines: readonly (string | undefined)[]): string {
  return digestText(lines.join('\n'));
}

const pictureDigests = new WeakMap<object, string>();

function digestPicture(picture: object): string {
  const known = pictureDigests.get(picture) ?? digestValue(picture);
  pictureDigests.set(picture, known);
  return known;
}
