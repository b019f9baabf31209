import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closingTime } from '../lib/comments/closing.ts';
import { compareText } from '../lib/compare.ts';
import { digestText } from '../lib/digest.ts';
import { timeSpanOf } from '../lib/years.ts';
import type { Picture } from '../markdown/types.ts';
import type { ArticleMatter } from '../schema/article.ts';
import { type ParsedAuthor, parseAuthor } from '../schema/author.ts';
import { createReporterNaming } from '../schema/author-names.ts';
import { type Category, type ParsedCategory, parseCategory } from '../schema/category.ts';
import { shareCorrections } from '../schema/corrections.ts';
import { type CheckedFiles, checkAcrossFiles } from '../schema/cross-file.ts';
import { withoutLateGuesses } from '../schema/future-dates.ts';
import { messages } from '../schema/messages.ts';
import type { PageMatter } from '../schema/page.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import { readableSlug } from '../schema/readable-slug.ts';
import { currentIds } from '../schema/references.ts';
import { parseSearchAliases } from '../schema/search-aliases.ts';
import { type ParsedSeries, parseSeries } from '../schema/series.ts';
import type { SettledIds } from '../schema/short-ids.ts';
import { namesArticle, parseSite, type Site, siteFile, typesetterOf } from '../schema/site.ts';
import { type HouseSpelling, parseStyleList } from '../schema/style-list.ts';
import { createTagNames, formerTagSlugs, parseTags, type TagEntry } from '../schema/tags.ts';
import { placeIn, pointTo } from '../schema/yaml/places.ts';
import type { Places } from '../schema/yaml/types.ts';
import { type AgendaItem, articleMoments, composeAgenda } from './agenda.ts';
import { type Cache, type CacheTable, openCache } from './cache/cache.ts';
import { composeAuthors } from './content/authors.ts';
import {
  bodySettingsKey,
  digestOfText,
  digestWithMedia,
  formatOf,
  identifyMedia,
  type MediaIdentities,
  type MediaStores,
  mediaOf,
  renderBodyOf,
} from './content/bodies.ts';
import { type AlertTarget, alertMoments, readBreaking } from './content/breaking.ts';
import { summarizeThreads, type ThreadSummary } from './content/comment-threads.ts';
import type { ContentFile, ListedContent } from './content/content-files.ts';
import { type EntryKind, type IndexEntry, type KeptBody, parseBytes, type ReadingContext } from './content/entries.ts';
import { type EntryTables, openEntryTables } from './content/entry-tables.ts';
import { type ComposedLive, composeLive, withFinishedCoverage } from './content/live.ts';
import { readPopular } from './content/popular.ts';
import { changesAt, composeWithdrawn, correctionMoments } from './content/published-changes.ts';
import { readEntries } from './content/read-entries.ts';
import { frontPageMoments, readFrontPage } from './front-page.ts';
import { type ImageStore, imagesNear } from './images/images.ts';
import { locateFile } from './located-files.ts';
import { hasAppeared, hasExpired, isPublished } from './publication.ts';
import { composeSeries, describeSeriesFile, seriesMoments } from './series.ts';
import { type Showing, shownSite } from './shown-site.ts';
import { readComponents } from './theme/components.ts';
import { publisherIcon, readIcon, type SiteIcon } from './theme/icons.ts';
import { type Logo, readLogo } from './theme/logo.ts';
import { readTheme } from './theme/owner-styles.ts';
import { readSlots } from './theme/slots.ts';
import type {
  Article,
  CommentTerms,
  FormerNames,
  IncompleteFile,
  Library,
  LibraryOptions,
  PublishedAuthor,
  Series,
  StandalonePage,
  WithdrawnArticle,
} from './types.ts';

/** A library, with the data that is needed to render its bodies and to check whether it is still current. */
export interface LibraryReading {
  library: Library;
  bodies: CacheTable<KeptBody>;
  /** By content-relative file: the digest that a cached body must have to be valid. */
  bodyDigests: Map<string, string>;
  /** The images and files of all articles, from `identifyMedia`. */
  media: MediaIdentities;
}

/** The files that a library is read from. */
export interface LibraryFiles extends ListedContent {
  threads: readonly ContentFile[];
}

/** Reads the files of a content directory and checks them. Each step uses the results of the steps before it. */
export async function readLibrary(
  files: LibraryFiles,
  stores: MediaStores,
  options: LibraryOptions,
): Promise<LibraryReading> {
  const { images } = stores;
  const cache = openCache(options.cacheDirectory);
  const settings = await readSettings(files, options);
  const components = await readComponents(files.theme);
  const bodySite = { ...settings.site, components: components.components.names };
  const texts = await readTexts(files, bodySite, cache, options);
  const names = await readNames(files, settings);
  const { threads, problems: threadProblems } = await summarizeThreads(files.threads, cache, options);
  const terms = await readTerms(files.commentTerms, settings, stores, texts.tables);
  const theme = await readTheme({ ...settings, files: files.theme, images });
  const sections = currentIdsOf(names.categories);
  const slots = await readSlots(files.theme, settings.site.url, sections);
  const drawingProblems = await refuseDrawings(settings, images, options);
  const authors = await composeAuthors(names.authors, images, options);
  const brand = await readBrand(files.theme, images);
  const checked = checkTogether(settings, texts, names, cache, options);
  const composed = await composeArticles(texts, checked, threads, settings, names, images, options);
  const live = readLive(texts, checked, composed.articles, names, options);
  const articles = { ...composed, articles: withFinishedCoverage(composed.articles, live.live) };
  const series = await composeSeries(names.series, articles.articles, images, options);
  const alerts = await readBreaking(files.breaking, settings.site, alertTargets(texts, checked), options.now);
  const shown = { ...articles, now: options.now, articleIds: checked.ids.values() };
  const frontPage = await readFrontPage(files, { ...settings, ...names, ...shown });
  keepDerivedIds(checked, cache);
  const popular = await readPopular(files.popular, articles.articles, checked.ids, settings.site, options);
  return {
    library: {
      site: withPublisherLogo(settings.site, brand.icon),
      articles: articles.articles,
      withdrawn: articles.withdrawn,
      authors: authors.authors,
      categories: sortCategories(names.categories),
      pages: composePages(texts, options),
      live: live.live,
      series: series.series,
      ...(terms && { commentTerms: terms.commentTerms }),
      ...(theme.styles && { ownerStyles: theme.styles }),
      ...(brand.logo && { logo: brand.logo }),
      ...(brand.icon && { icon: brand.icon }),
      houseStyle: settings.houseStyle,
      searchAliases: settings.searchAliases,
      ...(alerts.breaking && { breaking: alerts.breaking }),
      frontPage: frontPage.frontPage,
      slots: slots.slots,
      components: components.components,
      tags: settings.tags,
      ...(popular.popular && { popular: popular.popular }),
      formerNames: listFormerNames(texts, settings, names, options),
      problems: sortProblems([
        ...shareCorrections([
          ...settings.problems,
          ...theme.problems,
          ...threadProblems,
          ...(terms?.problems ?? []),
          ...texts.problems,
          ...names.problems,
          ...checked.problems,
          ...frontPage.problems,
          ...live.problems,
        ]),
        ...alerts.problems,
        ...articles.problems,
        ...series.problems,
        ...drawingProblems,
        ...authors.problems,
        ...slots.problems,
        ...components.problems,
        ...brand.problems,
        ...popular.problems,
      ]),
      notices: [
        ...noticesOf(files, checked, texts, terms, settings, options),
        ...frontPage.notices,
        ...live.notices,
        ...theme.notices,
        ...brand.notices,
        ...popular.notices,
      ],
      agenda: composeAgenda(
        [
          ...datedArticles(texts, checked, settings),
          ...correctionMoments(articles.articles),
          ...live.moments,
          ...frontPageMoments(frontPage.frontPage, articles.articles),
          ...(alerts.breaking ? alertMoments(alerts.breaking, options.now) : []),
          ...seriesMoments(names.series, options.now),
        ],
        options.now,
      ),
      expired: articles.expired,
      derivedIds: checked.derived,
      incomplete: incompleteFiles(texts, names, articles.incomplete),
    },
    bodies: texts.tables.bodies,
    bodyDigests: bodyDigestsOf(texts, terms),
    media: await identifyMedia(mediaOfAll(articles.articles, authors.authors, series.series, live.live), stores),
  };
}

interface Settings {
  site: Site;
  /** The places of the settings in `site.yaml`. */
  places: Places;
  houseStyle: HouseSpelling[];
  searchAliases: string[][];
  tags: TagEntry[];
  /** The places of the entries in `tags.yaml`. */
  tagPlaces: Places;
  problems: Problem[];
}

async function readSettings({ site, style, searchAliases, tags }: LibraryFiles, showing: Showing): Promise<Settings> {
  const parsedSite = site ? await readParsed(site, parseSite) : parseSite(undefined);
  const parsedStyle = style ? await readParsed(style, parseStyleList) : parseStyleList('');
  const parsedAliases = searchAliases ? await readParsed(searchAliases, parseSearchAliases) : parseSearchAliases('');
  const parseTagsOf = (text: string) => parseTags(text, typesetterOf(parsedSite.site));
  const parsedTags = tags ? await readParsed(tags, parseTagsOf) : parseTags('');
  return {
    site: shownSite(parsedSite.site, showing),
    places: parsedSite.places,
    houseStyle: parsedStyle.houseStyle,
    searchAliases: parsedAliases.searchAliases,
    tags: parsedTags.tags,
    tagPlaces: parsedTags.places,
    problems: [...parsedSite.problems, ...parsedStyle.problems, ...parsedAliases.problems, ...parsedTags.problems],
  };
}

/** The file of a text, with its entry in the index on disk. */
interface IndexedFile<Kind extends EntryKind> {
  file: string;
  entry: IndexEntry<Kind>;
}

interface Texts {
  articles: IndexedFile<'article'>[];
  pages: IndexedFile<'page'>[];
  live: IndexedFile<'live'>[];
  tables: EntryTables<'article'>;
  problems: Problem[];
}

/**
 * Returns the entries of articles, standalone pages and live coverage: from the index on disk, or from files that are
 * read and rendered now.
 */
async function readTexts(
  files: LibraryFiles,
  site: ReadingContext['site'],
  cache: Cache,
  options: LibraryOptions,
): Promise<Texts> {
  const { contentDirectory, publicDirectory, cacheDirectory, scope, fingerprint, isVerifying } = options;
  const cacheVersion = digestText([fingerprint, site.timeZone, bodySettingsKey(site)].join('\n'));
  const context = {
    contentDirectory,
    publicDirectory,
    cacheDirectory,
    isVerifying,
    site,
    ...(scope && { scope: { ...timeSpanOf(scope.years, site.timeZone), files: scope.files } }),
  };
  const reading = { cache, cacheVersion, context, onProcessLost: options.onProcessLost };
  const articles = await readEntries('article', files.articles, reading, options.onReading, options.onArticlesRead);
  const pages = await readEntries('page', files.pages, reading);
  const live = await readEntries('live', files.live, reading);
  const problems = [...articles, ...pages, ...live].flatMap(({ entry }) => [
    ...withoutLateGuesses(entry.parsed.problems, options.now, site.timeZone),
    ...(entry.body?.problems ?? []),
  ]);
  return { articles, pages, live, tables: openEntryTables(cache, 'article', cacheVersion), problems };
}

/** The file of an author, a section or a series, whose name without its extension is the id. */
interface NamedFile<Parsed> {
  file: string;
  id: string;
  parsed: Parsed;
}

interface Names {
  authors: NamedFile<ParsedAuthor>[];
  categories: NamedFile<ParsedCategory>[];
  series: NamedFile<ParsedSeries>[];
  problems: Problem[];
}

async function readNames(files: LibraryFiles, { site }: Settings): Promise<Names> {
  const typeset = typesetterOf(site);
  const authors = await readNamed(files.authors, (file, id, text) => parseAuthor(file, id, text, typeset));
  const categories = await readNamed(files.categories, (file, id, text) => parseCategory(file, id, text, typeset));
  const series = await readNamed(files.series, (file, id, text) => parseSeries(file, id, text, site.timeZone, typeset));
  const problems = [...authors, ...categories, ...series].flatMap(({ parsed }) => parsed.problems);
  return { authors, categories, series, problems };
}

interface ReadTerms {
  commentTerms: CommentTerms;
  problems: Problem[];
}

/** Renders the terms of commenting and stores their body in the cache, because every article page shows them. */
async function readTerms(
  source: ContentFile | undefined,
  { site, places }: Settings,
  stores: MediaStores,
  { bodies }: EntryTables<'article'>,
): Promise<ReadTerms | undefined> {
  if (!source) return undefined;
  const { file } = source;
  const text = await readFile(source.absolute, 'utf8');
  const body = await renderBodyOf(file, { body: text, bodyLine: 1 }, stores, site);
  const media = await identifyMedia(mediaOf(body), stores);
  const digest = digestOf({ digest: digestOfText(text, site), body: { media } });
  bodies.set(file, { digest, body, media });
  const twice = { file: siteFile, ...pointTo(placeIn(places, 'comments.terms')), message: messages.termsTwice() };
  return {
    commentTerms: {
      file,
      format: 'md',
      digest,
      bodyImages: Object.keys(media.images),
      bodyFiles: body.files,
      bodyEmbeds: body.embeds,
      references: body.references,
    },
    problems: [
      ...body.problems.map((problem): Problem => ({ file, ...problem })),
      ...(places['comments.terms'] ? [twice] : []),
    ],
  };
}

/**
 * Reports the paper's logo if it is a drawing that cannot be published. A missing one is reported by `checkTogether`.
 */
async function refuseDrawings(
  { site, places }: Settings,
  images: ImageStore,
  options: LibraryOptions,
): Promise<Problem[]> {
  const { logo = '' } = site.publisher;
  const isOwn = logo.startsWith('/') && /\.svg$/i.test(logo) && locateFile(logo, siteFile, options) !== undefined;
  const picture = isOwn ? await images.resolve(logo, siteFile) : undefined;
  if (picture === undefined || !('problem' in picture)) return [];
  return [{ file: siteFile, ...pointTo(placeIn(places, 'publisher.logo')), message: picture.problem }];
}

interface Brand {
  logo?: Logo;
  icon?: SiteIcon;
  problems: Problem[];
  notices: string[];
}

async function readBrand(theme: readonly ContentFile[], images: ImageStore): Promise<Brand> {
  const logo = await readLogo(theme, images);
  const icon = await readIcon(theme);
  const notices = [...logo.notices, ...icon.notices];
  return { ...logo, ...icon, problems: [...logo.problems, ...icon.problems], notices };
}

/** Search engines read no drawings: a publisher without a logo has the icon of its site. */
function withPublisherLogo(site: Site, icon: SiteIcon | undefined): Site {
  if (icon === undefined || site.publisher.logo !== undefined) return site;
  return { ...site, publisher: { ...site.publisher, logo: publisherIcon } };
}

/** Checks the rules across files: ids, URLs, dates, references and images. */
function checkTogether(
  { site, places: sitePlaces, tags, tagPlaces }: Settings,
  texts: Texts,
  names: Names,
  cache: Cache,
  options: LibraryOptions,
): CheckedFiles {
  const { places } = texts.tables;
  const faultyLines = new Set(texts.problems.map(({ file, line }) => `${file}:${line}`));
  return checkAcrossFiles({
    now: options.now,
    site,
    sitePlaces,
    articles: texts.articles.map(({ file, entry: { parsed } }) => ({
      file,
      matter: parsed.matter,
      get places() {
        return places.get(file) ?? {};
      },
      // An article that has expired keeps the id that it appeared with.
      isPublished: hasAppeared(parsed.matter, options.now),
    })),
    authors: names.authors.map(({ file, id, parsed }) => ({
      file,
      id,
      aliases: parsed.aliases,
      places: parsed.places,
      ...(parsed.author.image !== undefined && { image: parsed.author.image }),
    })),
    categories: names.categories.map(({ file, id, parsed: { aliases, places: own } }) => {
      return { file, id, aliases, places: own };
    }),
    pages: texts.pages.map(({ file, entry: { parsed } }) => ({
      file,
      id: nameOf(file),
      matter: parsed.matter,
      aliases: parsed.matter.aliases ?? [],
      get places() {
        return places.get(file) ?? {};
      },
    })),
    series: names.series.map(describeSeriesFile),
    tags,
    tagPlaces,
    rememberedIds: new Map(derivedIdTable(cache).entries()),
    hasProblemAt: (file, line) => faultyLines.has(`${file}:${line}`),
    hasImage: (src, from) => locateFile(src, from, options) !== undefined,
    imagesNear: (src, from) => imagesNear(src, from, options),
  });
}

interface ComposedArticles {
  articles: Article[];
  withdrawn: WithdrawnArticle[];
  expired: Article[];
  incomplete: IncompleteFile[];
  problems: Problem[];
}

/**
 * Composes the complete articles, newest first, without unpublished ones unless `includeUnpublished`, and reports the
 * problems of their lead images.
 */
async function composeArticles(
  { articles: indexed, tables }: Texts,
  { ids }: SettledIds,
  threads: ReadonlyMap<string, ThreadSummary>,
  { site, tags }: Settings,
  names: Names,
  images: ImageStore,
  options: LibraryOptions,
): Promise<ComposedArticles> {
  const articles: Article[] = [];
  const withdrawn: WithdrawnArticle[] = [];
  const expired: Article[] = [];
  const incomplete: IncompleteFile[] = [];
  const problems: Problem[] = [];
  const nameToday = createNaming(names, tags);
  for (const { file, entry } of indexed) {
    const { matter } = entry.parsed;
    const id = ids.get(file);
    if (id === undefined || !isComplete(matter)) {
      const written = id ?? matter.id;
      incomplete.push({ file, ...(written !== undefined && { id: written }) });
      continue;
    }
    const compose = (picture?: Picture): Article =>
      composeArticle(file, entry, nameToday({ ...matter, id }), site, options.now, picture, threads.get(id));
    if (!options.includeUnpublished && !isPublished(matter, options.now)) {
      if (hasAppeared(matter, options.now)) expired.push(compose());
      continue;
    }
    if (matter.withdrawn) {
      withdrawn.push(composeWithdrawn(file, { ...matter, id, withdrawn: matter.withdrawn }, site, compose()));
      continue;
    }
    const picture = matter.image && (await images.resolve(matter.image.src, file));
    if (picture && 'problem' in picture) {
      // Only images that exist but cannot be read: missing ones have already been reported, with suggested names.
      if (locateFile(matter.image?.src ?? '', file, options)) {
        const place = placeIn(tables.places.get(file) ?? {}, 'image.src');
        problems.push({ file, ...pointTo(place), message: picture.problem });
      }
      incomplete.push({ file, id });
      continue;
    }
    if (picture && isStrip(picture)) {
      const place = placeIn(tables.places.get(file) ?? {}, 'image.src');
      problems.push({ file, ...pointTo(place), message: messages.leadIsStrip(matter.image?.src ?? '') });
    }
    articles.push(compose(picture));
  }
  articles.sort((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id));
  return { articles, withdrawn, expired, incomplete, problems };
}

/** Lists the articles that alerts may lead to, those that readers do not see yet among them. */
function alertTargets({ articles }: Texts, { ids }: SettledIds): AlertTarget[] {
  return articles.flatMap(({ file, entry: { parsed } }) => {
    const id = ids.get(file);
    return id === undefined ? [] : [{ id, isPublishedAt: (moment) => isPublished(parsed.matter, moment) }];
  });
}

function readLive(
  { articles, live, tables }: Texts,
  { ids }: SettledIds,
  shown: readonly Article[],
  { authors }: Names,
  { now, includeUnpublished }: LibraryOptions,
): ComposedLive {
  const known = articles.flatMap(({ file, entry: { parsed } }) => {
    const { id = ids.get(file), title = '', live: state } = parsed.matter;
    return id === undefined ? [] : [[id, { file, title, ...(state && { live: state }) }] as const];
  });
  return composeLive({
    entries: live,
    articles: new Map(known),
    shown: new Set(shown.map(({ id }) => id)),
    authors: authors.map(({ id, parsed: { author } }) => ({ id, name: author.name })),
    authorIds: currentIdsOf(authors),
    placesOf: (file) => tables.places.get(file) ?? {},
    now,
    includeUnpublished,
  });
}

type Naming = <Matter extends ArticleMatter>(matter: Matter) => Matter;

/** Makes the function that gives an article the ids and tags of today for the former ones that are written in it. */
function createNaming({ authors, categories, series }: Names, tags: readonly TagEntry[]): Naming {
  const authorIds = currentIdsOf(authors);
  const categoryIds = currentIdsOf(categories);
  const seriesIds = currentIdsOf(series);
  const nameTags = createTagNames(tags);
  const nameReporters = createReporterNaming(
    authors.map(({ parsed: { author, aliases } }) => ({ ...author, aliases })),
  );
  return (matter) => ({
    ...matter,
    reporters: nameReporters(matter.reporters),
    authors: [...new Set(matter.authors.map((id) => authorIds.get(id) ?? id))],
    category: categoryIds.get(matter.category) ?? matter.category,
    ...(matter.series !== undefined && { series: seriesIds.get(matter.series) ?? matter.series }),
    tags: nameTags(matter.tags),
  });
}

function currentIdsOf(files: readonly NamedFile<{ aliases: string[] }>[]): Map<string, string> {
  return currentIds(files.map(({ id, parsed: { aliases } }) => ({ id, aliases })));
}

/** Lists what has former names, except for pages that are not shown. */
function listFormerNames(texts: Texts, { tags }: Settings, names: Names, options: LibraryOptions): FormerNames[] {
  const { authors, categories, series } = names;
  const all: FormerNames[] = [
    ...categories.map(({ id, parsed: { aliases } }) => ({ kind: 'category' as const, id, aliases })),
    ...authors.map(({ id, parsed: { aliases } }) => ({ kind: 'author' as const, id, aliases })),
    ...shownPages(texts, options).map(({ file, entry: { parsed } }) => {
      return { kind: 'page' as const, id: nameOf(file), aliases: parsed.matter.aliases ?? [] };
    }),
    ...series.map(({ id, parsed: { aliases } }) => ({ kind: 'series' as const, id, aliases })),
    ...tags.map((tag) => ({ kind: 'tag' as const, id: tag.name, aliases: [...formerTagSlugs(tag), ...tag.aliases] })),
  ];
  return all.filter(({ aliases }) => aliases.length > 0);
}

/** Whether a lead image is so narrow that its crop for social cards cannot be rendered. */
function isStrip({ width, height }: Picture): boolean {
  return height > 25 * width || width > 50 * height;
}

function incompleteFiles(
  { pages }: Texts,
  { authors, categories, series }: Names,
  articles: readonly IncompleteFile[],
): IncompleteFile[] {
  const untitled = pages.filter(({ entry }) => entry.parsed.matter.title === undefined);
  return [
    ...articles,
    ...untitled.map(({ file }) => ({ file, id: nameOf(file) })),
    ...authors.filter(({ parsed }) => parsed.author.name === undefined),
    ...categories.filter(({ parsed }) => parsed.category.name === undefined),
    ...series.filter(({ parsed }) => parsed.series.title === undefined),
  ].map(({ file, id }) => ({ file, ...(id !== undefined && { id }) }));
}

function composeArticle(
  file: string,
  entry: IndexEntry<'article'>,
  matter: ArticleMatter & { id: string },
  site: Site,
  now: number,
  picture: Picture | undefined,
  thread: ThreadSummary | undefined,
): Article {
  return {
    ...matter,
    slug: site.permalink === 'readable' ? readableSlug(file) : '',
    file,
    format: formatOf(file),
    digest: digestOf(entry),
    listDigest: entry.listDigest,
    excerpt: entry.body?.excerpt ?? '',
    wordCount: entry.body?.wordCount ?? 0,
    bodyLength: entry.bodyLength ?? 0,
    bodyImages: Object.keys(entry.body?.media.images ?? {}),
    bodyFiles: entry.body?.files ?? [],
    bodyEmbeds: entry.body?.embeds ?? [],
    references: entry.body?.references ?? [],
    unpublished: !isPublished(matter, now),
    ...(hasExpired(matter, now) && { hasExpired: true }),
    ...(picture && { picture }),
    ...(thread && { thread }),
    ...(areCommentsClosed(matter, site, now) && { commentsClosed: true }),
    ...changesAt(matter, now),
  };
}

/** Composes the standalone pages, sorted by `order`, then by slug. */
function composePages(texts: Texts, options: LibraryOptions): StandalonePage[] {
  return shownPages(texts, options)
    .map(({ file, entry }) => ({
      ...withoutAliases(entry.parsed.matter as PageMatter),
      slug: nameOf(file),
      file,
      format: formatOf(file),
      digest: digestOf(entry),
      excerpt: entry.body?.excerpt ?? '',
      bodyImages: Object.keys(entry.body?.media.images ?? {}),
      bodyFiles: entry.body?.files ?? [],
      bodyEmbeds: entry.body?.embeds ?? [],
      references: entry.body?.references ?? [],
    }))
    .sort((a, b) => compareOrder(a, b) || compareText(a.slug, b.slug));
}

function shownPages({ pages }: Texts, { includeUnpublished }: LibraryOptions): IndexedFile<'page'>[] {
  return pages.filter(
    ({ entry: { parsed } }) => parsed.matter.title !== undefined && (includeUnpublished || !parsed.matter.draft),
  );
}

function withoutAliases({ aliases: _, ...matter }: PageMatter): Omit<PageMatter, 'aliases'> {
  return matter;
}

function sortCategories(categories: readonly NamedFile<ParsedCategory>[]): Category[] {
  return categories
    .flatMap(({ parsed: { category } }) => (category.name === undefined ? [] : [category as Category]))
    .sort((a, b) => compareOrder(a, b) || compareText(a.name, b.name));
}

/**
 * Stores the ids that are not written in files, so that articles keep them when a new article would derive the same id.
 */
function keepDerivedIds({ derived }: SettledIds, cache: Cache): void {
  const table = derivedIdTable(cache);
  const kept = new Map(table.entries());
  const current = new Map(derived.map(({ file, id }) => [file, id]));
  cache.transaction(() => {
    for (const file of kept.keys()) if (!current.has(file)) table.delete(file);
    for (const [file, id] of current) if (kept.get(file) !== id) table.set(file, id);
  });
}

function derivedIdTable(cache: Cache): CacheTable<string> {
  return cache.table<string>('derived-ids', '');
}

function noticesOf(
  { notices, attachments }: LibraryFiles,
  { derived, notices: aboutNames }: CheckedFiles,
  texts: Texts,
  terms: ReadTerms | undefined,
  { site }: Settings,
  { scope }: LibraryOptions,
): string[] {
  const { provider, endpoint } = site.comments;
  const isShared = provider === 'embed' && endpoint !== undefined && !namesArticle(endpoint);
  // Only if every body was read is it known what none of them links to.
  const isKnown = scope === undefined && texts.problems.length === 0;
  return [
    ...notices,
    ...(isKnown ? unlinkedFiles(attachments, texts, terms).map((file) => messages.unlinkedFile(file)) : []),
    ...(isShared ? [messages.endpointWithoutArticle()] : []),
    ...aboutNames,
    ...(derived.length === 0 ? [] : [messages.derivedIds(derived.length)]),
  ];
}

function unlinkedFiles(attachments: readonly string[], texts: Texts, terms?: ReadTerms): string[] {
  const inBodies = [...texts.articles, ...texts.pages, ...texts.live].flatMap(({ entry }) => entry.body?.files ?? []);
  const linked = new Set([...inBodies, ...(terms?.commentTerms.bodyFiles ?? [])].map(({ source }) => source));
  return attachments.filter((file) => !linked.has(file));
}

/** Lists the moments of the articles, without those whose dates are refused. */
function datedArticles({ articles }: Texts, { problems }: SettledIds, { site }: Settings): AgendaItem[] {
  const refused = new Set(problems.filter(({ field }) => field === 'date').map(({ file }) => file));
  const dated = articles.filter(({ file }) => !refused.has(file));
  return articleMoments(
    dated.map(({ file, entry }) => ({ file, matter: entry.parsed.matter })),
    site,
  );
}

function bodyDigestsOf({ articles, pages, live }: Texts, terms: ReadTerms | undefined): Map<string, string> {
  const digests = new Map([...articles, ...pages, ...live].map(({ file, entry }) => [file, entry.digest]));
  if (terms) digests.set(terms.commentTerms.file, terms.commentTerms.digest);
  return digests;
}

function mediaOfAll(
  articles: readonly Article[],
  authors: readonly PublishedAuthor[],
  series: readonly Series[],
  live: Library['live'],
): { images: string[]; files: string[] } {
  const texts = [...articles, ...[...live.values()].flatMap((coverage) => coverage.entries)];
  const shown = [...articles, ...series].map(({ picture }) => picture);
  const pictures = [...shown, ...authors.map(({ portrait }) => portrait)];
  return {
    images: [...texts.flatMap(({ bodyImages }) => bodyImages), ...pictures.flatMap((picture) => picture?.source ?? [])],
    files: texts.flatMap(({ bodyFiles }) => bodyFiles.map(({ source }) => source)),
  };
}

/** `comments:` in the article overrides the site's `close-after`. */
function areCommentsClosed(
  { comments, date }: ArticleMatter,
  { comments: { closeAfter } }: Site,
  now: number,
): boolean {
  if (comments !== undefined) return comments === 'closed';
  const closes = closingTime(date, closeAfter);
  return closes !== undefined && Date.parse(closes) <= now;
}

function isComplete(matter: Partial<ArticleMatter>): matter is ArticleMatter {
  const { title, authors, date, category } = matter;
  return title !== undefined && authors !== undefined && date !== undefined && category !== undefined;
}

/** Digests a file's text together with its images and files. */
function digestOf({ digest, body }: { digest: string; body?: { media: MediaIdentities } | undefined }): string {
  return digestWithMedia(digest, body?.media);
}

function readNamed<Parsed extends { problems: Problem[] }>(
  files: readonly ContentFile[],
  parse: (file: string, id: string, text: string) => Parsed,
): Promise<NamedFile<Parsed>[]> {
  return Promise.all(
    files.map(async (source) => {
      const { file } = source;
      const id = nameOf(file);
      return { file, id, parsed: await readParsed(source, (text) => parse(file, id, text)) };
    }),
  );
}

async function readParsed<Parsed extends { problems: Problem[] }>(
  { file, absolute }: ContentFile,
  parse: (text: string) => Parsed,
): Promise<Parsed> {
  return parseBytes(file, await readFile(absolute), parse);
}

/** Returns `salma` for `authors/salma.yaml`, in NFC, as Astro writes paths. */
function nameOf(file: string): string {
  return path.posix.basename(file, path.posix.extname(file)).normalize('NFC');
}

/** Compares by `order`; entries without one come last. */
function compareOrder(a: { order?: number | undefined }, b: { order?: number | undefined }): number {
  return (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE);
}
