import { shareCorrections } from '../schema/corrections.ts';
import type { CheckedFiles } from '../schema/cross-file.ts';
import { type Problem, sortProblems } from '../schema/problem.ts';
import { commentTermsFile, type Site } from '../schema/site.ts';
import { type AgendaItem, composeAgenda } from './agenda.ts';
import { type Cache, openCache } from './cache/cache.ts';
import { articlesById, composeArticles, datedArticles, incompleteFiles } from './content/articles.ts';
import { composeAuthors } from './content/authors.ts';
import { identifyMedia, type MediaIdentities, type MediaStores, placedImages } from './content/bodies.ts';
import { alertMoments, readBreaking } from './content/breaking.ts';
import { checkTogether } from './content/check-together.ts';
import { readTerms } from './content/comment-terms.ts';
import { summarizeThreads } from './content/comment-threads.ts';
import type { ContentFile, ListedContent } from './content/content-files.ts';
import { keepDerivedIds } from './content/derived-ids.ts';
import { frontPageMoments, readFrontPage } from './content/front-page.ts';
import type { BodySource } from './content/kept-bodies.ts';
import { composeLive, withFinishedCoverage } from './content/live.ts';
import { currentIdsOf, listFormerNames, readNames, sortCategories } from './content/names.ts';
import { composePages } from './content/pages.ts';
import { readPopular } from './content/popular.ts';
import { correctionMoments } from './content/published-changes.ts';
import { composeSeries, seriesMoments } from './content/series.ts';
import { readSettings, type Settings } from './content/settings.ts';
import { bodyDigestsOf, findRemoteImages, mediaOfAll, readTexts } from './content/texts.ts';
import type { PictureSettings } from './images/service-pictures.ts';
import { noticesOf } from './notices.ts';
import { readBrand, refuseDrawings, withPublisherLogo } from './theme/brand.ts';
import { readComponents } from './theme/components.ts';
import { drawNameplate, engineNameplateFont, type Nameplate } from './theme/nameplate.ts';
import { readTheme } from './theme/owner-styles.ts';
import { readSlots } from './theme/slots.ts';
import type { Library, LibraryOptions } from './types.ts';

/** A library, with the data that is needed to render its bodies and to check whether it is still current. */
export interface LibraryReading {
  library: Library;
  bodySource: BodySource;
  /** The images and files of all articles, from `identifyMedia`. */
  media: MediaIdentities;
  stores: MediaStores;
}

/** The files that a library is read from. */
interface LibraryFiles extends ListedContent {
  threads: readonly ContentFile[];
}

/** Reads the files of a content directory and checks them. Each step uses the results of the steps before it. */
export async function readLibrary(
  files: LibraryFiles,
  storesOf: (settings: PictureSettings) => MediaStores,
  options: LibraryOptions,
): Promise<LibraryReading> {
  const cache = openCache(options.cacheDirectory);
  const settings = await readSettings(files, options);
  const stores = storesOf(settings.site);
  const read = await readFiles(files, settings, stores, cache, options);
  const { texts, names } = read;
  const checked = checkTogether(settings, texts, names, cache, options);
  const composed = await compose(files, read, checked, stores, options);
  keepDerivedIds(checked, cache);
  const library = gather(files, read, checked, composed, options);
  return {
    library,
    bodySource: bodySourceOf(read, library, options),
    media: await identifyMedia(mediaOfAll(library), stores),
    stores,
  };
}

function bodySourceOf({ texts }: ReadFiles, library: Library, options: LibraryOptions): BodySource {
  const { contentDirectory, publicDirectory, cacheDirectory } = options;
  const { url, typesetting, disabledRules, digits, embeds, labels, images } = library.site;
  return {
    directories: { contentDirectory, publicDirectory, cacheDirectory },
    cacheVersion: texts.cacheVersion,
    digests: bodyDigestsOf(texts, library.commentTerms),
    settings: { url, typesetting, disabledRules, digits, embeds, labels, images, components: library.components.names },
  };
}

type ReadFiles = Awaited<ReturnType<typeof readFiles>>;

/** Reads what can be judged by itself, each kind of file on its own. */
async function readFiles(
  files: LibraryFiles,
  settings: Settings,
  stores: MediaStores,
  cache: Cache,
  options: LibraryOptions,
) {
  const { images } = stores;
  const components = await readComponents(files.theme);
  const bodySite = { ...settings.site, components: components.components.names };
  const texts = await readTexts(files, bodySite, cache, options);
  const names = await readNames(files, settings);
  const theme = await readTheme({ ...settings, files: files.theme, images });
  const brand = await readBrand(files.theme, images);
  return {
    settings,
    components,
    texts,
    names,
    threads: await summarizeThreads(files.threads, cache, options),
    terms: await readTerms(files.commentTerms, settings, stores, texts.tables),
    theme,
    brand,
    nameplate: brand.logo ? undefined : await readNameplate(settings.site, theme, options),
    slots: await readSlots(files.theme, settings.site.url, currentIdsOf(names.categories)),
    drawingProblems: await refuseDrawings(settings, images, options),
    authors: await composeAuthors(names.authors, placedImages(images, settings.site), options),
  };
}

/** Draws the name of the paper in the font of its text. */
function readNameplate(
  { title }: Pick<Site, 'title'>,
  { styles }: Awaited<ReturnType<typeof readTheme>>,
  options: LibraryOptions,
): Promise<Nameplate | undefined> {
  const own = styles?.faces.filter(({ role }) => role === 'text') ?? [];
  return drawNameplate(title, own.length > 0 ? { files: own } : engineNameplateFont, options);
}

type Composed = Awaited<ReturnType<typeof compose>>;

/** Composes the articles under their settled ids, and what refers to them. */
async function compose(
  files: LibraryFiles,
  { settings, texts, names, threads }: ReadFiles,
  checked: CheckedFiles,
  stores: MediaStores,
  options: LibraryOptions,
) {
  const { site } = settings;
  const images = placedImages(stores.images, site);
  const { now, includeUnpublished } = options;
  const byId = articlesById(texts, checked);
  const complete = await composeArticles(texts, checked, threads.threads, settings, names, images, options);
  const live = composeLive({
    entries: texts.live,
    articles: byId,
    shown: complete.articles,
    authors: names.authors.map(({ id, parsed: { author } }) => ({ id, name: author.name })),
    authorIds: currentIdsOf(names.authors),
    placesOf: (file) => texts.tables.places.get(file) ?? {},
    now,
    includeUnpublished,
  });
  const articles = { ...complete, articles: withFinishedCoverage(complete.articles, live.live) };
  const shown = articles.articles;
  return {
    byId,
    articles,
    live,
    series: await composeSeries(names.series, shown, images, options),
    alerts: await readBreaking(files.breaking, site, byId, now),
    frontPage: await readFrontPage(files.frontPage, { ...settings, ...names, now, articles: byId, shown }),
    popular: await readPopular(files.popular, shown, byId, site, options),
  };
}

function gather(
  files: LibraryFiles,
  read: ReadFiles,
  checked: CheckedFiles,
  composed: Composed,
  options: LibraryOptions,
): Library {
  const { settings, texts, names, terms, theme, brand, nameplate } = read;
  const { articles, live, series, alerts, frontPage, popular } = composed;
  return {
    site: withPublisherLogo(settings.site, brand.icon),
    articles: articles.articles,
    withdrawn: articles.withdrawn,
    authors: read.authors.authors,
    categories: sortCategories(names.categories),
    pages: composePages(texts, options),
    live: live.live,
    series: series.series,
    ...(terms && { commentTerms: terms.commentTerms }),
    ...(theme.styles && { ownerStyles: theme.styles }),
    ...(brand.logo && { logo: brand.logo }),
    ...(nameplate && { nameplate }),
    ...(brand.icon && { icon: brand.icon }),
    houseStyle: settings.houseStyle,
    searchAliases: settings.searchAliases,
    ...(alerts.breaking && { breaking: alerts.breaking }),
    frontPage: frontPage.frontPage,
    slots: read.slots.slots,
    components: read.components.components,
    tags: settings.tags,
    ...(popular.popular && { popular: popular.popular }),
    formerNames: listFormerNames(texts, settings, names, options),
    problems: gatherProblems(read, checked, composed),
    notices: [
      ...noticesOf(files, checked, texts, terms?.commentTerms, settings, options),
      ...frontPage.notices,
      ...live.notices,
      ...alerts.notices,
      ...theme.notices,
      ...brand.notices,
      ...popular.notices,
    ],
    agenda: composeAgenda(gatherMoments(read, checked, composed), options.now),
    expired: articles.expired,
    derivedIds: checked.derived,
    remoteImages: findRemoteImages(texts, settings.site.images.media, [
      ...names.authors.map(({ file, parsed: { author } }) => ({ file, image: author.image })),
      ...names.series.map(({ file, parsed }) => ({ file, image: parsed.series.image?.src })),
      ...(terms?.commentTerms.bodyImages ?? []).map((image) => ({ file: commentTermsFile, image })),
    ]),
    ...(settings.mediaLock && { mediaLock: settings.mediaLock }),
    incomplete: incompleteFiles(texts, names, articles.incomplete),
  };
}

/** Lists all problems by file and line; those of one line suggest it with the corrections of all of them. */
function gatherProblems(read: ReadFiles, checked: CheckedFiles, composed: Composed): Problem[] {
  const ofLines = [
    ...read.settings.problems,
    ...read.theme.problems,
    ...read.threads.problems,
    ...(read.terms?.problems ?? []),
    ...read.texts.problems,
    ...read.names.problems,
    ...checked.problems,
    ...composed.frontPage.problems,
    ...composed.live.problems,
  ];
  return sortProblems([
    ...shareCorrections(ofLines),
    ...composed.alerts.problems,
    ...composed.articles.problems,
    ...composed.series.problems,
    ...read.drawingProblems,
    ...read.authors.problems,
    ...read.slots.problems,
    ...read.components.problems,
    ...read.brand.problems,
    ...composed.popular.problems,
  ]);
}

/** Lists what happens by itself. Each part of the site that depends on the moment of the build has its moments here. */
function gatherMoments({ settings, texts, names }: ReadFiles, checked: CheckedFiles, composed: Composed): AgendaItem[] {
  const { byId, articles, live, frontPage, alerts } = composed;
  return [
    ...datedArticles(texts, checked, settings),
    ...correctionMoments(articles.articles),
    ...live.moments,
    ...frontPageMoments(frontPage.frontPage, byId),
    ...(alerts.breaking ? alertMoments(alerts.breaking) : []),
    ...seriesMoments(names.series, currentIdsOf(names.series), byId.values()),
  ];
}
