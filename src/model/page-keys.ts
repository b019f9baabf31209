import { digestText, digestValue } from '../lib/digest.ts';
import type { Article, Library } from '../library/library.ts';

/**
 * Tells of what a page shows whether it is the same: digests of those of all that it comes from, so that the page need not be
 * composed for it.
 */
export interface PageKeys {
  /** Of an article's own page, with the stories beside its text in their order; `''` parts two lists. */
  ofArticle(article: Article, beside?: readonly (Article | '')[]): string;
  /** Of a page that shows articles as stories of a list, and `rest` besides: any JSON value. */
  ofList(articles: readonly Article[], rest?: unknown): string;
  /** Of a page that shows articles with their whole text, as feeds do, and `rest` besides. */
  ofTexts(articles: readonly Article[], rest?: unknown): string;
}

const keysOf = new WeakMap<Library, PageKeys>();

/**
 * Each key holds the settings, the sections and the standalone pages, which the chrome around every page shows; of the
 * authors, only those of the articles on the page, so that a new author changes no old page.
 */
export function createPageKeys(library: Library): PageKeys {
  const known = keysOf.get(library);
  if (known) return known;
  const { site, categories, authors, pages } = library;
  const chrome = digestValue([site, categories, pages.map(({ title, slug, draft }) => [title, slug, draft])]);
  const authorKeys = new Map(authors.map((author) => [author.id, digestValue(author)]));
  const storyOf = ({ id, slug, listDigest, picture, authors: names }: Article): string =>
    [id, slug, listDigest, picture && digestPicture(picture), ...names.map((name) => authorKeys.get(name))].join(' ');
  const storyKeys = new Map(library.articles.map((article) => [article.id, storyOf(article)]));
  const storyKey = (article: Article | '') => (article === '' ? '' : (storyKeys.get(article.id) ?? storyOf(article)));
  const listedKey = (article: Article) => `${storyKey(article)} ${article.thread?.count ?? 0}`;
  const commentsKey = ({ thread, commentsClosed }: Article) =>
    [thread?.digest, commentsClosed, library.commentTerms?.digest].join(' ');
  const textKey = (article: Article) => `${article.file} ${article.digest} ${storyKey(article)}`;

  const keys: PageKeys = {
    ofArticle: (article, beside = []) =>
      digestLines([chrome, textKey(article), commentsKey(article), ...beside.map(storyKey)]),
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
