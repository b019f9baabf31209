import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { digestText } from '../lib/digest.ts';
import { countWords, excerpt } from '../lib/plain-text.ts';
import type { BodyProblem, Picture, RenderedBody } from '../markdown/body.ts';
import { type ArticleMatter, type ParsedArticle, parseArticle } from '../schema/article.ts';
import { type Author, type ParsedAuthor, parseAuthor } from '../schema/author.ts';
import { type Category, type ParsedCategory, parseCategory } from '../schema/category.ts';
import { shareCorrections } from '../schema/corrections.ts';
import { checkAcrossFiles, readableSlug } from '../schema/cross-file.ts';
import { messages } from '../schema/messages.ts';
import { type PageMatter, type ParsedPage, parsePage } from '../schema/page.ts';
import { placeIn, pointTo } from '../schema/places.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import { parseSearchAliases } from '../schema/search-aliases.ts';
import { parseSite, type Site, typesetterOf } from '../schema/site.ts';
import { type HouseSpelling, parseStyleList } from '../schema/style-list.ts';
import { readJson, writeWhole } from './atomic-file.ts';
import { bodyBasis, formatOf, hasSameImages, loadBody, stampImages } from './bodies.ts';
import { type ContentFile, listContent } from './content-files.ts';
import { createImageStore, imagesNear, locateImage } from './images.ts';

export interface Article extends ArticleMatter {
  id: string;
  /** The last part of a readable permalink. */
  slug: string;
  /** Content-relative, with `/`. */
  file: string;
  format: 'md' | 'mdx';
  /** Of the file's text, the images in its body and the settings that it is rendered with. */
  digest: string;
  /** The beginning of the body, at most 200 characters. */
  excerpt: string;
  wordCount: number;
  /** The lead image. */
  picture?: Picture;
  /** `Picture.source` of every image in the body. */
  bodyImages: string[];
  /** A draft, or dated in the future: in the library of `dev` alone. */
  unpublished: boolean;
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
}

const excerptLength = 200;
const indexFile = 'index.json';

/** One file as the index on disk keeps it: as long as the stamps hold, the file is not read again. */
interface IndexEntry<Parsed> {
  stamp: string;
  digest: string;
  parsed: Parsed;
  body?: { excerpt: string; wordCount: number; images: Record<string, string>; problems: Problem[] };
}

interface ContentIndex {
  /** Digest of everything but the files that decides what the entries say. */
  basis: string;
  articles: Record<string, IndexEntry<Omit<ParsedArticle, 'body'>>>;
  pages: Record<string, IndexEntry<Omit<ParsedPage, 'body'>>>;
  derivedIds: Record<string, string>;
}

interface OpenedLibrary {
  stamps: string;
  library: Library;
}

const opened = new Map<string, OpenedLibrary>();

/**
 * Reads a content directory whole. Bad content never makes it reject: everything that is wrong with any file is in
 * `problems`. Unchanged files come from the index in the cache directory; a library that nothing has changed since this
 * process opened it is returned as it is.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const listing = await listContent(options.contentDirectory);
  const all = [
    listing.site,
    listing.style,
    listing.searchAliases,
    listing.articles,
    listing.authors,
    listing.categories,
    listing.pages,
  ].flat();
  const stamps = digestText(all.map((entry) => `${entry?.file}\n${entry?.stamp}`).join('\n'));
  const session = JSON.stringify(options);
  const before = opened.get(session);
  if (
    before?.stamps === stamps &&
    before.library.problems.length === 0 &&
    (await imagesHold(before.library, options))
  ) {
    return before.library;
  }
  const library = await readLibrary(listing, options);
  opened.set(session, { stamps, library });
  return library;
}

/** The rendered body of an article or a page of the library, by its content-relative file. */
export async function renderBody(file: string, options: LibraryOptions): Promise<RenderedBody> {
  const { site } = await knownLibrary(options);
  return loadBody(file, options, storeFor(options), site);
}

/** Pages render thousands of bodies: they take the library that is open and do not look for changes. */
async function knownLibrary(options: LibraryOptions): Promise<Library> {
  return opened.get(JSON.stringify(options))?.library ?? openLibrary(options);
}

const stores = new Map<string, ReturnType<typeof createImageStore>>();

function storeFor(options: LibraryOptions) {
  const key = JSON.stringify([options.contentDirectory, options.publicDirectory, options.cacheDirectory]);
  const store = stores.get(key) ?? createImageStore(options);
  stores.set(key, store);
  return store;
}

const imageStamps = new WeakMap<Library, Record<string, string>>();

async function imagesHold(library: Library, options: LibraryOptions): Promise<boolean> {
  return hasSameImages(imageStamps.get(library) ?? {}, options);
}

async function readLibrary(
  listing: Awaited<ReturnType<typeof listContent>>,
  options: LibraryOptions,
): Promise<Library> {
  const {
    site,
    places: sitePlaces,
    problems: siteProblems,
  } = listing.site ? await readParsed(listing.site, parseSite) : parseSite(undefined);
  const setType = typesetterOf(site);
  const { houseStyle, problems: styleProblems } = listing.style
    ? await readParsed(listing.style, parseStyleList)
    : parseStyleList('');
  const { searchAliases, problems: aliasProblems } = listing.searchAliases
    ? await readParsed(listing.searchAliases, parseSearchAliases)
    : parseSearchAliases('');
  const indexPath = path.join(options.cacheDirectory, indexFile);
  const basis = digestText([options.fingerprint, site.timeZone, bodyBasis(site)].join('\n'));
  const kept = await readJson<ContentIndex>(indexPath);
  const old = kept?.basis === basis ? kept : undefined;

  const articleEntries = await readEntries(listing.articles, old?.articles, site, options, (file, text) =>
    parseArticle(file, text, site.timeZone, setType),
  );
  const pageEntries = await readEntries(listing.pages, old?.pages, site, options, (file, text) =>
    parsePage(file, text, site.timeZone, setType),
  );
  const authors = await readNamed(listing.authors, (file, id, text) => parseAuthor(file, id, text, setType));
  const categories = await readNamed(listing.categories, (file, id, text) => parseCategory(file, id, text, setType));

  const isPublished = ({ date, draft }: Partial<ArticleMatter>) =>
    !draft && date !== undefined && Date.parse(date) <= options.now;
  const remembered = new Map(Object.entries(kept?.derivedIds ?? {}));
  const settled = checkAcrossFiles({
    site,
    sitePlaces,
    articles: articleEntries.map(({ file, entry: { parsed } }) => ({
      file,
      matter: parsed.matter,
      places: parsed.places,
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

  const found = [
    ...siteProblems,
    ...styleProblems,
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

  const store = storeFor(options);
  const articles: Article[] = [];
  for (const { file, entry } of articleEntries) {
    const matter = entry.parsed.matter;
    const id = settled.ids.get(file);
    const unpublished = !isPublished(matter);
    if (id === undefined || !isComplete(matter) || (unpublished && !options.includeUnpublished)) continue;
    const picture = matter.image && (await store.resolve(matter.image.src, file));
    if (picture && 'problem' in picture) {
      if (locateImage(matter.image?.src ?? '', file, options)) {
        problems.push({ file, ...pointTo(placeIn(entry.parsed.places, 'image.src')), message: picture.problem });
      }
      continue;
    }
    articles.push({
      ...matter,
      id,
      slug: readableSlug(file),
      file,
      format: formatOf(file),
      digest: digestOf(entry),
      excerpt: entry.body?.excerpt ?? '',
      wordCount: entry.body?.wordCount ?? 0,
      bodyImages: Object.keys(entry.body?.images ?? {}),
      unpublished,
      ...(picture && { picture }),
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
    houseStyle,
    searchAliases,
    problems,
    notices: [...listing.notices, ...(settled.derived.length > 0 ? [messages.derivedIds(settled.derived.length)] : [])],
    derivedIds: settled.derived,
  };
  const shown = articles.flatMap(({ picture, bodyImages }) => [
    ...bodyImages,
    ...(picture?.source ? [picture.source] : []),
  ]);
  imageStamps.set(library, await stampImages(shown, options));
  const index: ContentIndex = {
    basis,
    articles: Object.fromEntries(articleEntries.map(({ file, entry }) => [file, entry])),
    pages: Object.fromEntries(pageEntries.map(({ file, entry }) => [file, entry])),
    derivedIds: Object.fromEntries(settled.derived.map(({ file, id }) => [file, id])),
  };
  await writeWhole(indexPath, JSON.stringify(index));
  return library;
}

interface BodyFile {
  matter: object;
  problems: Problem[];
  body?: unknown;
}

async function readEntries<Parsed extends BodyFile>(
  files: readonly ContentFile[],
  old: Record<string, IndexEntry<Omit<Parsed, 'body'>>> | undefined,
  site: Site,
  options: LibraryOptions,
  parse: (file: string, text: string) => Parsed,
): Promise<{ file: string; entry: IndexEntry<Omit<Parsed, 'body'>> }[]> {
  const limit = pLimit(8);
  const read = async (source: ContentFile) => {
    const { file, stamp } = source;
    const kept = old?.[file];
    const isFresh = kept?.stamp === stamp && kept.body?.problems.length === 0;
    if (kept && isFresh && (await hasSameImages(kept.body?.images ?? {}, options))) return { file, entry: kept };
    const bytes = await readFile(source.absolute);
    const text = bytes.toString('utf8');
    const { body, ...parsed } = parseBytes(file, bytes, (readable) => parse(file, readable));
    const entry: IndexEntry<Omit<Parsed, 'body'>> = {
      stamp,
      digest: digestText([bodyBasis(site), text].join('\n')),
      parsed,
    };
    if (body !== undefined) {
      const rendered = await loadBody(file, options, storeFor(options), site);
      entry.body = {
        excerpt: excerpt(rendered.text, excerptLength),
        wordCount: countWords(rendered.text),
        images: await stampImages(rendered.images, options),
        problems: inFile(file, text, rendered.problems),
      };
    }
    return { file, entry };
  };
  return Promise.all(files.map((file) => limit(() => read(file))));
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

/** A file as `parse` reads its text; where the bytes are no text, that is the one problem with it. */
function parseBytes<Parsed extends { problems: Problem[] }>(
  file: string,
  bytes: Buffer,
  parse: (text: string) => Parsed,
): Parsed {
  if (isUtf8(bytes)) return parse(bytes.toString('utf8'));
  return { ...parse(''), problems: [{ file, line: 1, message: messages.notUtf8() }] };
}

/** The problems of a body, each with its line as written where it has a column. */
function inFile(file: string, text: string, problems: readonly BodyProblem[]): Problem[] {
  if (problems.length === 0) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return problems.map((problem) => {
    const source = problem.column === undefined ? undefined : lines[problem.line - 1];
    return { file, ...problem, ...(source !== undefined && source.trim() !== '' && { source }) };
  });
}

function digestOf({ digest, body }: Pick<IndexEntry<unknown>, 'digest' | 'body'>): string {
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
