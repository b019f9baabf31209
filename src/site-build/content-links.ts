import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { slugify } from '../lib/arabic/slug.ts';
import { findOutsideUrl } from '../lib/link-schemes.ts';
import { excerpt } from '../lib/plain-text.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { readThread } from '../library/content/comment-threads.ts';
import type { LiveEntry } from '../library/content/live.ts';
import { openLibrary, renderBody } from '../library/library.ts';
import type { Article, Library, LibraryOptions } from '../library/types.ts';
import { findAnchor } from '../markdown/anchors.ts';
import { type Address, findAddresses, pageAnchors } from '../model/addresses.ts';
import { hasExpiredPaths, isExpiredPath } from '../model/expired-links.ts';
import { resolveHref, resolveInternalLink } from '../model/internal-links.ts';
import { articlesWithCoverage } from '../model/live-entries.ts';
import { createLinkGuess, type LinkGuess } from '../model/meant-links.ts';
import { oldAddresses } from '../model/redirects.ts';
import { articlePath, basePath, frontPagePath, hrefTo, shortPath } from '../model/urls.ts';
import { messages } from '../schema/messages.ts';
import { findNearest } from '../schema/nearest.ts';
import { mostProblems, type Problem, sortProblems } from '../schema/problem.ts';
import { readSettingsLinks, type Site, siteFile } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import { isOfIncompleteFile } from './incomplete-files.ts';
import { libraryAt } from './later-library.ts';
import { openLinkLines } from './link-lines.ts';
import { type PlacedLink, publishedLinks, upcomingTexts } from './placed-links.ts';
import { type PublicFiles, readPublicFiles, siteOfPublicPages } from './public-pages.ts';
import { describeMoment } from './schedule-report.ts';

/**
 * Finds the links of everything published that lead nowhere. The build and `npm run check` refuse the same ones,
 * because both call this.
 */
export async function findBrokenLinks(library: Library, options: LibraryOptions): Promise<Problem[]> {
  const publicFiles = await readPublicFiles(options, library.site);
  return judgeLinks(await listPublishedLinks(library, options), { library, options, publicFiles });
}

async function listPublishedLinks(library: Library, options: LibraryOptions): Promise<PlacedLink[]> {
  const publicFiles = await readPublicFiles(options, library.site);
  const settings = await readFile(path.join(options.contentDirectory, siteFile), 'utf8').catch(() => '');
  return publishedLinks(library, readSettingsLinks(toPrintable(settings)), publicFiles.pages);
}

/** A link of a text that readers do not see yet. It is no problem before they do. */
export interface UpcomingProblem extends Problem {
  /** When the text appears, and the build refuses it: ISO 8601 in UTC. Undefined of a draft. */
  appears?: string;
}

/**
 * Finds the links that will lead nowhere when their texts appear: those of future articles, live entries and alerts are
 * judged by what readers see then, those of drafts as if everything were published.
 */
export async function findBrokenLinksOfUnpublished(options: LibraryOptions): Promise<UpcomingProblem[]> {
  const shown = await openLibrary(options);
  const publicFiles = await readPublicFiles(options, shown.site);
  const wholeOptions = { ...options, includeUnpublished: true };
  const whole = await openLibrary(wholeOptions);
  const addresses = findAddresses(shown);
  const isSure = (link: PlacedLink) => !link.url.includes('#') && addresses.has(pathOf(link, shown) ?? '');
  const moments = Map.groupBy(upcomingTexts(whole, options.now), ({ appears }) => appears);
  const problems: UpcomingProblem[] = [];
  for (const [appears, texts] of moments) {
    const links = texts.flatMap((text) => text.links.filter((link) => !isSure(link)));
    if (links.length === 0) continue;
    const judged =
      appears === undefined
        ? { library: whole, options: wholeOptions, publicFiles }
        : { library: libraryAt(Date.parse(appears), whole), options, publicFiles };
    const found = await judgeLinks(links, judged);
    problems.push(...found.map((problem) => ({ ...problem, ...(appears !== undefined && { appears }) })));
  }
  return sortProblems(problems);
}

/** What appears by itself and may have links. */
const appearingKinds: ReadonlySet<string> = new Set(['appears', 'live-entry-appears', 'alert-appears']);

/** Tells which links will stop the build when their texts appear: a sentence for each. */
export async function describeUpcomingLinks(library: Library, options: LibraryOptions): Promise<string[]> {
  if (!library.agenda.some(({ kind }) => appearingKinds.has(kind))) return [];
  const problems = await findBrokenLinksOfUnpublished(options);
  const dated = problems.filter(({ appears }) => appears !== undefined);
  const rest = dated.length - mostTold;
  return [
    ...dated.slice(0, mostTold).map((problem) => describeUpcoming(problem, library.site)),
    ...(rest > 0 ? [commandStrings.upcomingLinks.more(rest)] : []),
  ];
}

export function describeUpcoming({ file, line, message, appears }: UpcomingProblem, site: Site): string {
  const moment = appears === undefined ? undefined : describeMoment(appears, site);
  return commandStrings.upcomingLinks.told(file, line, message, moment);
}

/** The most links to what has expired or is to come that are told; the others are counted. */
const mostTold = 10;

/**
 * Tells which links of everything published lead to what has expired: a sentence for each. They are no problems, since
 * nobody has changed anything when an article expires.
 */
export async function describeExpiredLinks(library: Library, options: LibraryOptions): Promise<string[]> {
  if (!hasExpiredPaths(library)) return [];
  const links = await listPublishedLinks(library, options);
  const lines = openLinkLines(options);
  const words = commandStrings.expiredLinks;
  const expired = links.filter((link) => isExpiredPath(pathOf(link, library) ?? '', library));
  const told = expired.slice(0, mostTold).map(async (link) => {
    const { file, line } = await lines.locate(link, '', undefined);
    const tell = becomesText(link) ? words.text : words.kept;
    return tell(file, line, showUrl(link.url), fileOfExpired(pathOf(link, library) ?? '', library));
  });
  const rest = expired.length - told.length;
  return [...(await Promise.all(told)), ...(rest === 0 ? [] : [words.more(rest)])];
}

/** Whether readers see text in the place of a link that has expired: in bodies, and as the source of an article. */
function becomesText({ file, at }: PlacedLink): boolean {
  return at !== 'unknown' && !/^(?:theme|authors)\//.test(file) && file !== siteFile;
}

/** Returns the file of the expired article at a path; undefined for a list. */
function fileOfExpired(path: string, { expired, site }: Library): string | undefined {
  const isAt = (article: Article) =>
    [articlePath(article, site), shortPath(article.id), ...oldAddresses(article)].includes(path);
  return expired.find(isAt)?.file;
}

function pathOf(link: PlacedLink, library: Library): string | undefined {
  const resolve = isOfPublicPage(link) ? resolveHref : resolveInternalLink;
  const target = resolve(link.url, link.page, siteOf(link, library).url);
  return target && withoutIndex(target.path);
}

interface Judged {
  library: Library;
  /** The options that the library was opened with. */
  options: LibraryOptions;
  publicFiles: PublicFiles;
}

/** Why a link leads nowhere, and the URL that was meant, if it is known. */
interface LinkFault {
  message: string;
  meant?: string | undefined;
}

async function judgeLinks(links: readonly PlacedLink[], judged: Judged): Promise<Problem[]> {
  if (links.length === 0) return [];
  const judging = openJudging(judged);
  const lines = openLinkLines(judged.options);
  const told = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  for (const link of links) {
    const fault = await judge(link, judging);
    if (fault === undefined) continue;
    const places = told.get(link.file) ?? new Set();
    told.set(link.file, places);
    const place = JSON.stringify([link.url, link.at]);
    if (places.has(place) || places.size >= mostProblems) continue;
    places.add(place);
    problems.push(await lines.locate(link, fault.message, fault.meant));
  }
  return problems;
}

/** What links are judged by. What only faults need is made with the first of them. */
interface Judging extends Judged {
  addresses: ReadonlyMap<string, Address>;
  anchorsOf: ReadAnchors;
  openGuess(): LinkGuess;
  /** Opens the library with what is not published. */
  openWhole(): Promise<{ library: Library; addresses: ReadonlyMap<string, Address>; guess: LinkGuess }>;
}

function openJudging(judged: Judged): Judging {
  const { library, options, publicFiles } = judged;
  const addresses = findAddresses(library);
  let guess: LinkGuess | undefined;
  let whole: Awaited<ReturnType<Judging['openWhole']>> | undefined;
  return {
    ...judged,
    addresses,
    anchorsOf: createAnchorReader(judged),
    openGuess() {
      guess ??= createLinkGuess(addresses, publicFiles.paths);
      return guess;
    },
    async openWhole() {
      if (whole) return whole;
      const all = await openLibrary({ ...options, includeUnpublished: true });
      const allAddresses = findAddresses(all);
      whole = { library: all, addresses: allAddresses, guess: createLinkGuess(allAddresses, []) };
      return whole;
    },
  };
}

async function judge(link: PlacedLink, judging: Judging): Promise<LinkFault | undefined> {
  const { library, publicFiles, addresses } = judging;
  const resolve = isOfPublicPage(link) ? resolveHref : resolveInternalLink;
  const target = resolve(link.url, link.page, siteOf(link, library).url);
  if (target === undefined) return undefined;
  const path = withoutIndex(target.path);
  const shown = showUrl(link.url);
  if (publicFiles.paths.has(path)) {
    const page = publicFiles.pages.find((candidate) => candidate.path === path);
    return page && target.fragment !== '' ? judgeAnchor(shown, target.fragment, new Set(page.ids)) : undefined;
  }
  const address = addresses.get(path);
  if (address !== undefined)
    return target.fragment === '' ? undefined : judgeFragment(link, path, target.fragment, judging);
  if (isOfIncompleteFile(path, library) || isExpiredPath(path, library)) return undefined;
  return (await explainUnpublished(link, path, judging)) ?? explainNothing(link, path, target.fragment, judging);
}

/** Judges the fragment of a link to a path of the site. Files that are no pages, such as PDF, have other fragments. */
async function judgeFragment(
  link: PlacedLink,
  path: string,
  fragment: string,
  judging: Judging,
): Promise<LinkFault | undefined> {
  const { library, options, addresses, anchorsOf } = judging;
  const shown = showUrl(link.url);
  const { movedTo } = addresses.get(path) ?? {};
  if (movedTo === undefined && !/(?:\/|\.html)$/.test(path)) return undefined;
  const page = movedTo ?? path;
  const address = addresses.get(page) ?? {};
  if (address.isWithdrawn) return undefined;
  const anchors = await anchorsOf(page, address);
  if (anchors === undefined || (movedTo === undefined && anchors.has(fragment))) return undefined;
  const heldBack = await findHeldBack(page, fragment, judging);
  if (heldBack !== undefined) {
    const moment = describeMoment(heldBack.time, library.site);
    return { message: messages.linkToFuture(shown, heldBack.file, moment) };
  }
  const own = link.url.startsWith('#') ? ((await renderBody(link.file, options))?.anchors ?? []) : [];
  if (movedTo === undefined) return judgeAnchor(shown, fragment, new Set([...own, ...anchors]));
  const anchor = nearestAnchor(fragment, anchors);
  const meant = `${movedTo}${anchor === undefined ? '' : `#${anchor}`}`;
  return { message: messages.anchorIsLost(shown, meant), meant };
}

/** Finds the entry of live coverage that is to appear at an anchor. */
async function findHeldBack(
  page: string,
  fragment: string,
  { library: published, options, openWhole }: Judging,
): Promise<LiveEntry | undefined> {
  const covered = articlesWithCoverage(published).find(([article]) => articlePath(article, published.site) === page);
  if (covered === undefined || options.includeUnpublished) return undefined;
  const { library } = await openWhole();
  const entries = library.live.get(covered[0].id)?.entries ?? [];
  return entries.find(({ id, unpublished }) => unpublished && id === fragment);
}

function judgeAnchor(shown: string, fragment: string, anchors: ReadonlySet<string>): LinkFault | undefined {
  if (anchors.has(fragment)) return undefined;
  const anchor = nearestAnchor(fragment, anchors);
  if (anchor === undefined) return { message: messages.brokenAnchor(showText(fragment)) };
  const meant = `${shown.slice(0, shown.indexOf('#'))}#${anchor}`;
  return { message: messages.nearestAnchor(showText(fragment), anchor), meant };
}

/** Finds the anchor that a fragment was meant to name: by its letters, by a few other ones, or by its beginning. */
function nearestAnchor(fragment: string, anchors: ReadonlySet<string>): string | undefined {
  const candidates = [...anchors].filter((anchor) => !/^fn(?:ref)?-\d/.test(anchor));
  const exact = findAnchor(fragment, anchors) ?? findNearest(fragment, candidates);
  const slug = slugify(fragment);
  if (exact !== undefined || slug === '') return exact;
  const [only, ...others] = candidates.filter((anchor) => anchor.startsWith(slug) || slug.startsWith(anchor));
  return others.length === 0 ? only : undefined;
}

async function explainUnpublished(
  link: PlacedLink,
  path: string,
  { library: published, options, openGuess, openWhole }: Judging,
): Promise<LinkFault | undefined> {
  if (options.includeUnpublished) return undefined;
  const site = siteOf(link, published);
  const shown = showUrl(link.url);
  const written = withoutRest(shown);
  const { library, addresses, guess } = await openWhole();
  const isPublished = certainTarget(openGuess(), written, path, link.file, site) !== undefined;
  const meant =
    addresses.has(path) || isPublished ? path : (certainTarget(guess, written, path, link.file, site) ?? path);
  const address = addresses.get(meant);
  if (address === undefined) return undefined;
  const file = address.file ?? addresses.get(address.movedTo ?? '')?.file;
  if (file === undefined) return { message: messages.linkToUnpublishedList(shown) };
  const article = library.articles.find((candidate) => candidate.file === file);
  if (article === undefined || article.draft) return { message: messages.linkToDraft(shown, file) };
  return { message: messages.linkToFuture(shown, file, describeMoment(article.date, published.site)) };
}

function explainNothing(
  link: PlacedLink,
  path: string,
  fragment: string,
  { library, openGuess }: Judging,
): LinkFault | undefined {
  const site = siteOf(link, library);
  const shown = showUrl(link.url);
  const guess = openGuess();
  const certain = certainTarget(guess, withoutRest(shown), path, link.file, site);
  if (certain === undefined && isOfPublicPage(link) && path.startsWith('/../')) return undefined;
  const mayBeOutside = certain === undefined && link.kind === 'link' && link.url.length <= longestShown;
  const outside = mayBeOutside ? findOutsideUrl(shown) : undefined;
  if (outside !== undefined) return { message: messages.nearestLink(shown, outside), meant: outside };
  const nearest = certain ?? findNearest(path, guess.candidates);
  if (nearest === undefined) {
    return { message: link.kind === 'file' ? messages.missingPath(shown) : messages.brokenLink(shown) };
  }
  const place = isOfPublicPage(link) ? hrefTo(nearest, site) : nearest;
  const meant = place + (fragment === '' ? '' : `#${showText(fragment)}`);
  const tell = link.kind === 'file' ? messages.nearestPath : messages.nearestLink;
  return { message: tell(shown, meant), meant };
}

/** Returns the site whose paths a link is written with. */
function siteOf(link: PlacedLink, { site }: Library): Pick<Site, 'url'> {
  return isOfPublicPage(link) ? siteOfPublicPages(site) : site;
}

/** Whether a link is in a file of the newsroom that is published as it is: its paths include the site's base path. */
function isOfPublicPage({ at }: PlacedLink): boolean {
  return at === 'unknown';
}

/** Returns the path that was certainly meant, also by one that includes the site's base path. */
function certainTarget(
  guess: LinkGuess,
  written: string,
  path: string,
  file: string,
  site: Pick<Site, 'url'>,
): string | undefined {
  const known = guess.certain(written, path, file);
  const base = basePath(site);
  if (known !== undefined || base === '' || !`${path}/`.startsWith(`${base}/`)) return known;
  const inner = path.slice(base.length) || frontPagePath;
  return guess.certain(inner, inner, file);
}

/** Undefined if the body of the page could not be read. */
type ReadAnchors = (path: string, address: Address) => Promise<ReadonlySet<string> | undefined>;

/** Makes a function that returns the anchors of the page at a path, and keeps those of each page. */
function createAnchorReader({ library, options }: Judged): ReadAnchors {
  const known = new Map<string, ReadonlySet<string>>();
  const articles = new Map(library.articles.map((article) => [article.file, article]));
  return async (path, { file, anchors = [] }) => {
    const kept = known.get(path);
    if (kept) return kept;
    const body = file === undefined ? undefined : await renderBody(file, options);
    if (body?.isUnread) return undefined;
    const article = file === undefined ? undefined : articles.get(file);
    const comments = article?.thread ? await readThread(article.id, options.contentDirectory) : [];
    const all = new Set([
      ...pageAnchors,
      ...anchors,
      ...(body?.anchors ?? []),
      ...comments.map(({ id }) => `comment-${id}`),
    ]);
    known.set(path, all);
    return all;
  };
}

/** Returns a link without its query and its fragment. */
function withoutRest(url: string): string {
  return url.replace(/[?#].*/s, '');
}

function withoutIndex(path: string): string {
  return path.replace(/(?<=\/)index\.html$/, '');
}

/** The most characters of a URL that a message shows. */
const longestShown = 300;

/** Returns a URL as its reader would write it: with letters instead of percent-encoded bytes. */
function showUrl(url: string): string {
  try {
    return showText(decodeURI(url));
  } catch {
    return showText(url);
  }
}

/** Encodes what would break or hide a part of a line, and cuts what is too long to read. */
function showText(text: string): string {
  return excerpt(
    text.toWellFormed().replace(/[\s\p{C}]/gu, (character) => encodeURIComponent(character)),
    longestShown,
  );
}
