import { digestText, digestValue } from '../lib/digest.ts';
import type { Article, Library } from '../library/types.ts';
import { expiredLinksOf } from './expired-links.ts';
import { originalsKey, shownPicture } from './originals.ts';
import { articlesWithCards } from './share-card.ts';
import { shownLists } from './shown-lists.ts';

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
 * standalone pages, because the page chrome shows them, which lists of lists there are, which the menu links to, whether
 * there is a file of alerts, and of the newsroom's theme the style sheet, the logo or the drawn name and whether there
 * is an icon. It covers only those authors whose articles are on the page, so that a new author changes no old page.
 */
export function createPageKeys(library: Library): PageKeys {
  const known = keysOf.get(library);
  if (known) return known;
  const { site, categories, authors, pages, components, ownerStyles, logo, nameplate, icon, breaking } = library;
  const shown = pages.map(({ title, slug, draft }) => [title, slug, draft]);
  const chrome = digestValue([
    // No page shows how long a build may take.
    { ...site, images: { ...site.images, minutes: undefined } },
    categories,
    shown,
    ownerStyles?.sheet,
    logo,
    nameplate,
    icon !== undefined,
    shownLists(library),
    breaking !== undefined,
  ]);
  const authorKeys = new Map(authors.map((author) => [author.id, digestValue(author)]));
  const keyOfAuthor = (id: string | undefined) => (id === undefined ? '' : authorKeys.get(id));
  const storyOf = (article: Article): string => {
    const { id, slug, listDigest, category, unpublished, hasExpired, authors: names, reporters } = article;
    const picture = shownPicture(article, library);
    const mark = hasExpired ? 'expired' : 'unpublished';
    // A digest, because an article is in the keys of a dozen pages and more.
    return digestLines([
      id,
      slug,
      listDigest,
      // The section is the one of today, which the digest does not cover: the article may name a former id.
      category,
      picture && digestPicture(picture),
      ...names.map(keyOfAuthor),
      // Which of the reporters have files depends on the files of the authors.
      ...reporters.map(({ author }) => keyOfAuthor(author)),
      // The moment of the build decides whether an article is marked as a future or an expired one.
      unpublished ? mark : '',
    ]);
  };
  const storyKeys = new Map(library.articles.map((article) => [article.id, storyOf(article)]));
  const storyKey = (article: Article | '') => (article === '' ? '' : (storyKeys.get(article.id) ?? storyOf(article)));
  const listedKey = (article: Article) => `${storyKey(article)} ${article.thread?.count ?? 0}`;
  const termsKey = [
    library.commentTerms?.digest,
    ...(library.commentTerms ? expiredLinksOf(library.commentTerms, library) : []),
  ].join(' ');
  const commentsKey = ({ thread, commentsClosed }: Article) => [thread?.digest, commentsClosed, termsKey].join(' ');
  // The moment of the build decides which corrections stand above the text.
  const freshKey = ({ freshCorrections }: Article) => (freshCorrections === undefined ? '' : String(freshCorrections));
  // How many newer articles there are decides whether an article has a share card of its own.
  const carded = new Set(articlesWithCards(library).map(({ id }) => id));
  const cardKey = (article: Article) => (carded.has(article.id) ? 'card' : '');
  const componentsKey = ({ format }: Pick<Article, 'format'>) => (format === 'mdx' ? components.digest : '');
  // Tags have the names of today too, which only an article's own page and feeds show.
  const textKey = (article: Article) =>
    [
      article.file,
      `${article.digest}${componentsKey(article)}`,
      storyKey(article),
      JSON.stringify(article.tags),
      // The moment of the build decides which links of a body are plain text.
      ...expiredLinksOf(article, library),
      ...originalsKey(article, library),
    ].join(' ');

  const keys: PageKeys = {
    ofArticle: (article, linked = []) =>
      digestLines([
        chrome,
        textKey(article),
        commentsKey(article),
        freshKey(article),
        cardKey(article),
        ...linked.map(storyKey),
      ]),
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
