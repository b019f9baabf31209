import { stringify } from 'yaml';
import type { Comment } from '../../lib/comments/comment.ts';
import { authorPath, categoryPath, standalonePath, tagPath } from '../../model/urls.ts';
import { isReservedAddress } from '../../schema/reserved-addresses.ts';
import { siteFile } from '../../schema/site.ts';
import { siteAddress } from '../../schema/site-address.ts';
import { aliasesOf, createResolver } from './addresses.ts';
import { plainText } from './body.ts';
import { commentsOf } from './comments.ts';
import { composeArticle, composePage, type Sources } from './content-files.ts';
import { guessTimeZone } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';
import { createImagePlaces } from './images.ts';
import { isImported, planArticles, planPages } from './plan.ts';
import { categoryOf, nameAuthors, nameCategories, tagsOf } from './terms.ts';
import type { ImportNote, NamedTerm, PlannedArticle, PlannedPage } from './types.ts';

/** What the newsroom already has. */
export interface ExistingNewsroom {
  /** The ids of its articles, by file without extension. */
  ids: ReadonlyMap<string, string>;
  /** From its settings, if it has any. */
  timeZone?: string;
  /** Its address, from its settings, if it has any. */
  url?: string;
  /** URLs of images that could not be fetched. */
  missing: ReadonlySet<string>;
}

/** An export as the files of a content directory, before they are written. Paths are relative to that directory. */
export interface ImportedNewsroom {
  timeZone: string;
  /** The text of each file, by its path. */
  files: Map<string, string>;
  /** URLs, by the file in which the image is to be stored. */
  images: Map<string, string>;
  /** Comments, by the id of their article. */
  threads: Map<string, Comment[]>;
  notes: ImportNote[];
  counts: ImportCounts;
}

type ImportCounts = Record<'articles' | 'drafts' | 'pages' | 'authors' | 'categories' | 'comments', number>;

/** Composes a newsroom from an export. The same arguments result in the same files. */
export function composeNewsroom(source: WordPressExport, existing: ExistingNewsroom): ImportedNewsroom {
  const posts = itemsOf(source, 'post').filter(isImported);
  const articles = planArticles(posts, existing.ids);
  const pages = planPages(itemsOf(source, 'page').filter(isImported));
  const sources = gatherSources(source, existing, posts, articles, pages);
  const composed = [
    ...articles.map((article) => composeArticle(article, sources)),
    ...pages.map((page) => composePage(page, sources)),
  ];
  const { siteUrl, timeZone, authors, categories, images } = sources;
  const threads = collectThreads(articles, source);
  return {
    timeZone,
    files: new Map([
      ...composed.map(({ file, text }) => [file, text] as const),
      ...composeTerms('authors', authors),
      ...composeTerms('categories', categories),
      [siteFile, composeSettings(source, siteUrl, timeZone)],
    ]),
    images: images.all,
    threads,
    notes: composed.flatMap(({ notes }) => notes),
    counts: {
      articles: articles.length,
      drafts: articles.filter(({ isDraft }) => isDraft).length,
      pages: pages.length,
      authors: authors.size,
      categories: categories.size,
      comments: [...threads.values()].reduce((sum, thread) => sum + thread.length, 0),
    },
  };
}

function itemsOf({ items }: WordPressExport, type: string): WordPressItem[] {
  return items.filter((item) => item.type === type);
}

function gatherSources(
  source: WordPressExport,
  existing: ExistingNewsroom,
  posts: readonly WordPressItem[],
  articles: readonly PlannedArticle[],
  pages: readonly PlannedPage[],
): Sources {
  const attachments = new Map(itemsOf(source, 'attachment').map((item) => [item.id, item]));
  const categories = nameCategories(posts, source);
  const authors = nameAuthors(posts, source);
  const siteUrl = existing.url ?? addressOf(source.url);
  return {
    source,
    siteUrl,
    timeZone: existing.timeZone ?? guessTimeZone(posts),
    attachments,
    blocks: new Map(itemsOf(source, 'wp_block').map(({ id, content }) => [id, content])),
    categories,
    authors,
    resolveLink: createResolver(source.url, { articles, pages, categories, authors }),
    images: createImagePlaces(attachments, existing.missing),
    aliasOwners: findAliasOwners(articles, siteUrl),
    isReserved: createReservation(posts, pages, source, { categories, authors }),
  };
}

/** Creates `Sources.isReserved` for the lists and pages that the export results in. */
function createReservation(
  posts: readonly WordPressItem[],
  pages: readonly PlannedPage[],
  source: WordPressExport,
  { categories, authors }: Pick<Sources, 'categories' | 'authors'>,
): Sources['isReserved'] {
  const tags = new Set(posts.flatMap((post) => tagsOf(post, categoryOf(post, source))));
  const own = new Set([
    ...[...categories.values()].map(({ id }) => categoryPath(id)),
    ...[...authors.values()].map(({ id }) => authorPath(id)),
    ...[...tags].map((tag) => tagPath(tag)),
    ...pages.map(({ slug }) => standalonePath(slug)),
  ]);
  const isOwn = (address: string): boolean => own.has(`${address}/`);
  return (path) => {
    const address = path.normalize('NFC').replace(/\/(?:index\.html)?$/, '');
    return isOwn(address) || isReservedAddress(address, isOwn);
  };
}

/**
 * Maps each alias to one article's id: a path may have belonged to several, but the build refuses it as alias of two.
 */
function findAliasOwners(articles: readonly PlannedArticle[], siteUrl: string): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { item, id } of articles) {
    for (const alias of aliasesOf(item, siteUrl)) if (!owners.has(alias)) owners.set(alias, id);
  }
  return owners;
}

function collectThreads(articles: readonly PlannedArticle[], source: WordPressExport): Map<string, Comment[]> {
  return new Map(
    articles
      .filter(({ isDraft }) => !isDraft)
      .map(({ id, item }): [string, Comment[]] => [id, commentsOf(item, source)])
      .filter(([, comments]) => comments.length > 0),
  );
}

function composeTerms(folder: string, terms: ReadonlyMap<string, NamedTerm>): [file: string, text: string][] {
  return [...terms.values()].map(({ id, name }) => [`${folder}/${id}.yaml`, stringify({ name })]);
}

/** Returns the address of the old site, which the new one takes over, without a path that a site cannot have. */
function addressOf(url: string): string {
  const address = siteAddress.safeParse(url);
  if (address.success) return address.data;
  return URL.canParse(url) ? new URL(url).origin : url;
}

function composeSettings(source: WordPressExport, url: string, timeZone: string): string {
  const [title, description] = [source.title, source.description].map(plainText);
  return stringify({ title, description: description || title, url, 'time-zone': timeZone }, { lineWidth: 0 });
}
