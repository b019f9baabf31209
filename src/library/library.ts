import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closingTime } from '../lib/comments/closing.ts';
import { digestText } from '../lib/digest.ts';
import { timeSpanOf, type YearSpan } from '../lib/years.ts';
import type { Picture, RenderedBody } from '../markdown/types.ts';
import type { ArticleMatter } from '../schema/article.ts';
import { type Author, type ParsedAuthor, parseAuthor } from '../schema/author.ts';
import { type Category, type ParsedCategory, parseCategory } from '../schema/category.ts';
import { shareCorrections } from '../schema/corrections.ts';
import { checkAcrossFiles, readableSlug } from '../schema/cross-file.ts';
import { messages } from '../schema/messages.ts';
import type { PageMatter } from '../schema/page.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import { parseSearchAliases } from '../schema/search-aliases.ts';
import { parseSite, type Site, siteFile, typesetterOf } from '../schema/site.ts';
import { type HouseSpelling, parseStyleList } from '../schema/style-list.ts';
import { placeIn, pointTo } from '../schema/yaml/places.ts';
import type { Places } from '../schema/yaml/types.ts';
import { type Cache, type CacheTable, openCache } from './cache/cache.ts';
import {
  bodySettingsKey,
  digestOfText,
  formatOf,
  hasSameImages,
  identifyImages,
  renderBodyOf,
} from './content/bodies.ts';
import { listThreads, summarizeThreads, type ThreadSummary } from './content/comment-threads.ts';
import { type ContentFile, listContent } from './content/content-files.ts';
import { type IndexEntry, type KeptBody, parseBytes } from './content/entries.ts';
import { openEntryTables } from './content/entry-tables.ts';
import { type ReadingProgress, readEntries } from './content/read-entries.ts';
import { createImageStore, type ImageDirectories, type ImageStore, imagesNear, locateImage } from './images/images.ts';

export interface Article extends ArticleMatter {
  id: string;
  /** The last part of a readable permalink; '' where the site's links are short. */
  slug: string;
  /** Content-relative, with `/`. */
  file: string;
  format: 'md' | 'mdx';
  /** Of the file's text, the images in its body and the settings that it is rendered with. */
  digest: string;
  /** Digest of all that a list can show of it, apart from the picture: the front matter and the excerpt. */
  listDigest: string;
  /** The beginning of the body, at most 200 characters. */
  excerpt: string;
  wordCount: number;
  /** Characters (UTF-16) of the body as it is written: known outside the scope too, where neither excerpt nor words are. */
  bodyLength: number;
  /** The lead image. */
  picture?: Picture;
  /** `Picture.source` of every image in the body. */
  bodyImages: string[];
  /** A draft, or dated in the future: in the library of `dev` alone. */
  unpublished: boolean;
  /** What the archive has of the article's comments. */
  thread?: ThreadSummary;
  /** The thread was closed by its author, or by its age when the library was opened. */
  commentsClosed?: true;
}

export interface StandalonePage extends PageMatter {
  slug: string;
  file: string;
  format: 'md' | 'mdx';
  digest: string;
  excerpt: string;
  bodyImages: string[];
}

/** The content of a site, checked and in order. */
export interface Library {
  site: Site;
  /** Newest first, ties by id. */
  articles: Article[];
  authors: Author[];
  /** By their order, then by name. */
  categories: Category[];
  pages: StandalonePage[];
  /** The file of the terms of commenting, where they are not in `site.yaml`. */
  commentTerms?: { file: string; format: 'md'; digest: string };
  /** What `style.yaml` says, in its order; empty where there is none. */
  houseStyle: HouseSpelling[];
  /** What `search-aliases.yaml` says: groups of spellings of one name; empty where there is none. */
  searchAliases: string[][];
  /** Sorted by file and line; where there are any, the rest is only what could be read. */
  problems: Problem[];
  /** What the author should know and the build does not refuse. */
  notices: string[];
  /** The ids that are not written in their files, by file. */
  derivedIds: { file: string; id: string }[];
}

/** What a library is opened with; `Environment` has all of it. */
export interface LibraryOptions {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
  /** Epoch milliseconds: articles dated later are not published yet. */
  now: number;
  includeUnpublished: boolean;
  /** Digest of the engine's sources. */
  fingerprint: string;
  /** The articles whose bodies are wanted: of some years, and some more files. The others have neither excerpt nor words. */
  scope?: { years: YearSpan; files: readonly string[] };
  /** Told how many of the files that have to be read have been. */
  onReading?: ReadingProgress;
}

/** What this process keeps of a library that it has opened. */
interface Opened {
  stamps: string;
  library: Library;
  /** By content-relative file, `digest` of its index entry. */
  digests: Map<string, string>;
  images: Record<string, string>;
}

interface OpenedCache {
  store: ImageStore;
  bodies?: CacheTable<KeptBody>;
  libraries: Map<string, Opened>;
}

const openedCaches = new WeakMap<Cache, OpenedCache>();

function openedFor(options: LibraryOptions): OpenedCache {
  const cache = openCache(options.cacheDirectory);
  const opened = openedCaches.get(cache) ?? { store: createImageStore(options), libraries: new Map() };
  openedCaches.set(cache, opened);
  return opened;
}

function sessionOf(options: LibraryOptions): string {
  const { contentDirectory, publicDirectory, now, includeUnpublished, fingerprint, scope } = options;
  return JSON.stringify([contentDirectory, publicDirectory, now, includeUnpublished, fingerprint, scope]);
}

/**
 * Reads a content directory whole. Bad content never makes it reject: everything that is wrong with any file is in
 * `problems`. Unchanged files come from the index in the cache directory; a library that nothing has changed since this
 * process opened it is returned as it is.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const listing = listContent(options.contentDirectory);
  const threadFiles = listThreads(options.contentDirectory);
  const all = [
    listing.site,
    listing.style,
    listing.commentTerms,
    threadFiles,
    listing.searchAliases,
    listing.articles,
    listing.authors,
    listing.categories,
    listing.pages,
  ].flat();
  const stamps = digestText(all.map((entry) => `${entry?.file}\n${entry?.stamp}`).join('\n'));
  const { libraries, store } = openedFor(options);
  const before = libraries.get(sessionOf(options));
  const isSound = before?.stamps === stamps && before.library.problems.length === 0;
  if (isSound && (await hasSameImages(before.images, store))) return before.library;
  const read = await readLibrary(listing, threadFiles, options);
  libraries.set(sessionOf(options), { stamps, ...read });
  return read.library;
}

/** The rendered body of an article or a page of the library that is open, by its content-relative file. */
export async function renderBody(file: string, options: LibraryOptions): Promise<RenderedBody> {
  const opened = openedFor(options);
  if (!opened.libraries.has(sessionOf(options))) await openLibrary(options);
  const { library, digests } = opened.libraries.get(sessionOf(options)) as Opened;
  const kept = opened.bodies?.get(file);
  if (kept && kept.digest === digests.get(file) && (await hasSameImages(kept.images, opened.store))) return kept.body;
  const text = await readFile(path.join(options.contentDirectory, file), 'utf8');
  return renderBodyOf(file, text, opened.store, library.site);
}

async function readLibrary(
  listing: ReturnType<typeof listContent>,
  threadFiles: readonly ContentFile[],
  options: LibraryOptions,
): Promise<Omit<Opened, 'stamps'>> {
  const {
    site,
    places: sitePlaces,
    problems: siteProblems,
  } = listing.site ? await readParsed(listing.site, parseSite) : parseSite(undefined);
  const typeset = typesetterOf(site);
  const { houseStyle, problems: styleProblems } = listing.style
    ? await readParsed(listing.style, parseStyleList)
    : parseStyleList('');
  const { searchAliases, problems: aliasProblems } = listing.searchAliases
    ? await readParsed(listing.searchAliases, parseSearchAliases)
    : parseSearchAliases('');
  const opened = openedFor(options);
  const cache = openCache(options.cacheDirectory);
  const cacheVersion = digestText([options.fingerprint, site.timeZone, bodySettingsKey(site)].join('\n'));
  const { places, bodies } = openEntryTables(cache, 'article', cacheVersion);
  opened.bodies = bodies;
  const { scope } = options;
  const context = {
    ...directoriesOf(options),
    site,
    ...(scope && { scope: { ...timeSpanOf(scope.years, site.timeZone), files: scope.files } }),
  };
  const reading = { cache, cacheVersion, context };
  const articleEntries = await readEntries('article', listing.articles, reading, options.onReading);
  const pageEntries = await readEntries('page', listing.pages, reading);
  const authors = await readNamed(listing.authors, (file, id, text) => parseAuthor(file, id, text, typeset));
  const categories = await readNamed(listing.categories, (file, id, text) => parseCategory(file, id, text, typeset));

  const isPublished = ({ date, draft }: Partial<ArticleMatter>) =>
    !draft && date !== undefined && Date.parse(date) <= options.now;
  const idsTable = cache.table<string>('derived-ids', '');
  const remembered = new Map(idsTable.entries());
  const settled = checkAcrossFiles({
    site,
    sitePlaces,
    articles: articleEntries.map(({ file, entry: { parsed } }) => ({
      file,
      matter: parsed.matter,
      get places() {
        return places.get(file) ?? {};
      },
      isPublished: isPublished(parsed.matter),
    })),
    authors: authors.map(({ file, id, parsed }) => ({
      file,
      id,
      places: parsed.places,
      ...(parsed.author.image !== undefined && { image: parsed.author.image }),
    })),
    categories: categories.map(({ file, id }) => ({ file, id })),
    pages: listing.pages.map(({ file }) => ({ file, id: nameOf(file) })),
    rememberedIds: remembered,
    hasImage: (src, from) => locateImage(src, from, options) !== undefined,
    imagesNear: (src, from) => imagesNear(src, from, options),
  });

  const { threads, problems: threadProblems } = await summarizeThreads(threadFiles, cache, options.fingerprint);
  const terms = listing.commentTerms && (await readTerms(listing.commentTerms, site, options));
  const found = [
    ...siteProblems,
    ...styleProblems,
    ...threadProblems,
    ...(terms?.problems ?? []),
    ...(terms && sitePlaces['comments.terms'] ? [termsTwice(sitePlaces)] : []),
    ...aliasProblems,
    ...[...articleEntries, ...pageEntries].flatMap(({ entry }) => [
      ...entry.parsed.problems,
      ...(entry.body?.problems ?? []),
    ]),
    ...authors.flatMap(({ parsed }) => parsed.problems),
    ...categories.flatMap(({ parsed }) => parsed.problems),
    ...settled.problems,
  ];
  const problems = sortProblems(shareCorrections(found));

  const articles: Article[] = [];
  for (const { file, entry } of articleEntries) {
    const matter = entry.parsed.matter;
    const id = settled.ids.get(file);
    const unpublished = !isPublished(matter);
    if (id === undefined || !isComplete(matter) || (unpublished && !options.includeUnpublished)) continue;
    const picture = matter.image && (await opened.store.resolve(matter.image.src, file));
    if (picture && 'problem' in picture) {
      if (locateImage(matter.image?.src ?? '', file, options)) {
        problems.push({ file, ...pointTo(placeIn(places.get(file) ?? {}, 'image.src')), message: picture.problem });
      }
      continue;
    }
    articles.push({
      ...matter,
      id,
      slug: site.permalink === 'readable' ? readableSlug(file) : '',
      file,
      format: formatOf(file),
      digest: digestOf(entry),
      listDigest: entry.listDigest,
      excerpt: entry.body?.excerpt ?? '',
      wordCount: entry.body?.wordCount ?? 0,
      bodyLength: entry.bodyLength ?? 0,
      bodyImages: Object.keys(entry.body?.images ?? {}),
      unpublished,
      ...(picture && { picture }),
      ...(threads.has(id) && { thread: threads.get(id) as ThreadSummary }),
      ...(isClosed(matter, site, options.now) && { commentsClosed: true }),
    });
  }
  articles.sort((a, b) => (a.date === b.date ? compare(a.id, b.id) : compare(b.date, a.date)));

  const pages = pageEntries.flatMap(({ file, entry }): StandalonePage[] => {
    const { matter } = entry.parsed;
    if (matter.title === undefined || (matter.draft && !options.includeUnpublished)) return [];
    const page = { ...(matter as PageMatter), slug: nameOf(file), file, format: formatOf(file) };
    return [
      {
        ...page,
        digest: digestOf(entry),
        excerpt: entry.body?.excerpt ?? '',
        bodyImages: Object.keys(entry.body?.images ?? {}),
      },
    ];
  });
  pages.sort((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE) || compare(a.slug, b.slug));

  const library: Library = {
    site,
    articles,
    authors: authors.flatMap(({ parsed }) => (parsed.author.name === undefined ? [] : [parsed.author as Author])),
    categories: categories
      .flatMap(({ parsed }) => (parsed.category.name === undefined ? [] : [parsed.category as Category]))
      .sort((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE) || compare(a.name, b.name)),
    pages,
    ...(terms && { commentTerms: terms.commentTerms }),
    houseStyle,
    searchAliases,
    problems,
    notices: [...listing.notices, ...(settled.derived.length > 0 ? [messages.derivedIds(settled.derived.length)] : [])],
    derivedIds: settled.derived,
  };
  cache.transaction(() => {
    const derived = new Map(settled.derived.map(({ file, id }) => [file, id]));
    for (const file of remembered.keys()) if (!derived.has(file)) idsTable.delete(file);
    for (const [file, id] of derived) if (remembered.get(file) !== id) idsTable.set(file, id);
  });
  const shown = articles.flatMap(({ picture, bodyImages }) => [...bodyImages, picture?.source ?? []].flat());
  return {
    library,
    digests: new Map([
      ...[...articleEntries, ...pageEntries].map(({ file, entry }): [string, string] => [file, entry.digest]),
      ...(terms ? [[terms.commentTerms.file, terms.commentTerms.digest] as const] : []),
    ]),
    images: await identifyImages(shown, opened.store),
  };
}

/** The author's word goes before the age. */
function isClosed({ comments, date }: ArticleMatter, { comments: { closeAfter } }: Site, now: number): boolean {
  if (comments !== undefined) return comments === 'closed';
  const closes = closingTime(date, closeAfter);
  return closes !== undefined && Date.parse(closes) <= now;
}

/** Rendered here and kept, since every article page shows them. */
async function readTerms({ file, absolute }: ContentFile, site: Site, options: LibraryOptions) {
  const { store, bodies } = openedFor(options);
  const text = await readFile(absolute, 'utf8');
  const body = await renderBodyOf(file, text, store, site);
  const digest = digestOfText(text, site);
  bodies?.set(file, { digest, body, images: await identifyImages(body.images, store) });
  return {
    commentTerms: { file, format: 'md' as const, digest },
    problems: body.problems.map((problem): Problem => ({ file, ...problem })),
  };
}

function termsTwice(places: Places): Problem {
  return { file: siteFile, ...pointTo(placeIn(places, 'comments.terms')), message: messages.termsTwice() };
}

function directoriesOf({ contentDirectory, publicDirectory, cacheDirectory }: LibraryOptions): ImageDirectories {
  return { contentDirectory, publicDirectory, cacheDirectory };
}

async function readNamed<Parsed extends ParsedAuthor | ParsedCategory>(
  files: readonly ContentFile[],
  parse: (file: string, id: string, text: string) => Parsed,
): Promise<{ file: string; id: string; parsed: Parsed }[]> {
  return Promise.all(
    files.map(async (source) => {
      const id = nameOf(source.file);
      return { file: source.file, id, parsed: await readParsed(source, (text) => parse(source.file, id, text)) };
    }),
  );
}

async function readParsed<Parsed extends { problems: Problem[] }>(
  { file, absolute }: ContentFile,
  parse: (text: string) => Parsed,
): Promise<Parsed> {
  return parseBytes(file, await readFile(absolute), parse);
}

function digestOf({ digest, body }: Pick<IndexEntry, 'digest' | 'body'>): string {
  const images = Object.values(body?.images ?? {});
  return images.length === 0 ? digest : digestText([digest, ...images].join('\n'));
}

function isComplete(matter: Partial<ArticleMatter>): matter is ArticleMatter {
  const { title, authors, date, category } = matter;
  return title !== undefined && authors !== undefined && date !== undefined && category !== undefined;
}

/** `authors/salma.yaml` → `salma`, in NFC as Astro writes paths. */
function nameOf(file: string): string {
  return path.posix.basename(file, path.posix.extname(file)).normalize('NFC');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
