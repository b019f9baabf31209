import type { Library } from '../library/types.ts';
import type { Correction, CorrectionKind } from '../schema/published-corrections.ts';
import { correctionsFeedFormats, hasCorrections, type ListedCorrection, listCorrections } from './corrections.ts';
import { feedHead } from './feed.ts';
import { type ListingPage, listingSize, paginateFromOldest } from './listings.ts';
import { describePage, type Metadata } from './metadata.ts';
import { composePageChrome, type PageChrome } from './page-chrome.ts';
import { createPageKeys } from './page-keys.ts';
import { withSlots } from './page-slots.ts';
import type { StaticPath } from './static-paths.ts';
import { type Link, toStory } from './story.ts';
import {
  absoluteHref,
  absoluteUrl,
  articlePath,
  correctionsPath,
  type FeedFormat,
  feedItemId,
  feedPath,
  hrefTo,
  routeParameter,
} from './urls.ts';

/** The words that the model takes from the strings of the interface. */
export interface CorrectionWords {
  title: string;
  explanation: string;
}

/** A correction as the list of all shows it. */
export interface CorrectionEntry extends Correction {
  /** The article, at the correction. */
  article: Link;
}

interface CorrectionsProps {
  chrome: PageChrome;
  listing: ListingPage<CorrectionEntry>;
  pathOf: { newer?: string; older?: string };
  metadata: Metadata;
}

/** Lists the pages with the corrections of all articles; none if there are no corrections. */
export function correctionsPaths(library: Library, words: CorrectionWords): StaticPath<CorrectionsProps>[] {
  if (!hasCorrections(library)) return [];
  const { site } = library;
  const chrome = composePageChrome(library, { kind: 'lists' });
  const keys = createPageKeys(library);
  const { title, explanation } = words;
  const hrefOfPage = (number: number | 'newest') => hrefTo(correctionsPath(pageNumber(number)), site);
  return paginateFromOldest(listCorrections(library), listingSize).map(({ items, ...page }) => ({
    params: { number: page.number === undefined ? undefined : String(page.number) },
    cacheKey: withSlots(keys.ofList([], [page, words, items.map(shownOf)]), chrome.slots),
    props: {
      compose: () => ({
        chrome,
        listing: { ...page, items: items.map((item) => toEntry(item, library)) },
        pathOf: {
          ...(page.newer !== undefined && { newer: hrefOfPage(page.newer) }),
          ...(page.older !== undefined && { older: hrefOfPage(page.older) }),
        },
        metadata: describePage(library, {
          title,
          description: explanation,
          path: correctionsPath(page.number),
          ...(page.number !== undefined && { listStart: { title, path: correctionsPath() } }),
          feedOf: { title, path: correctionsPath() },
        }),
      }),
    },
  }));
}

/** The feed of corrections; the words of its items are composed where it is written. */
export interface CorrectionsFeed {
  title: string;
  description: string;
  language: string;
  /** The absolute URL of the page that the feed belongs to. */
  link: string;
  /** The absolute URL of the feed itself. */
  self: string;
  hub?: string;
  site: { title: string; url: string; logo?: string };
  items: CorrectionItem[];
}

interface CorrectionItem {
  /** Stays the same when the text of the correction is edited. */
  id: string;
  /** The absolute URL of the correction in its article. */
  link: string;
  /** ISO instant. */
  published: string;
  kind: CorrectionKind;
  text: string;
  /** The headline of the article. */
  headline: string;
  section: string;
}

/** The most corrections in the feed. */
const feedSize = 30;

/** Lists the feed of corrections in its formats; none if there are no corrections. */
export function correctionsFeedPaths(
  library: Library,
  words: CorrectionWords,
): StaticPath<{ feed: CorrectionsFeed; format: FeedFormat }>[] {
  const keys = createPageKeys(library);
  const items = listCorrections(library).slice(0, feedSize);
  return correctionsFeedFormats(library).map((format) => ({
    params: { feed: routeParameter(feedPath('/', format)) },
    cacheKey: keys.ofList([], [format, words, items.map(shownOf)]),
    props: { compose: () => ({ feed: composeFeed(items, format, library, words), format }) },
  }));
}

function composeFeed(
  items: readonly ListedCorrection[],
  format: FeedFormat,
  library: Library,
  { title, explanation }: CorrectionWords,
): CorrectionsFeed {
  const { site } = library;
  const path = correctionsPath();
  return {
    title: `${title} – ${site.title}`,
    description: explanation,
    ...feedHead(site),
    link: absoluteUrl(path, site),
    self: absoluteUrl(feedPath(path, format), site),
    items: items.map((item) => toItem(item, library)),
  };
}

function toItem({ article, correction }: ListedCorrection, library: Library): CorrectionItem {
  const { site } = library;
  const { url, title, section } = toStory(article, library);
  const { anchor, date, kind, text } = correction;
  return {
    id: `${feedItemId(article, site)}/${anchor}`,
    link: `${absoluteHref(url, site)}#${anchor}`,
    published: date,
    kind,
    text,
    headline: title,
    section: section.title,
  };
}

function toEntry({ article, correction }: ListedCorrection, { site }: Library): CorrectionEntry {
  const { anchor, ...shown } = correction;
  const url = `${hrefTo(articlePath(article, site), site)}#${anchor}`;
  return { ...shown, article: { title: article.title, url } };
}

/** Returns all that the pages and the feed show of an item, and no more: they do not change with a comment. */
function shownOf({ article, correction }: ListedCorrection) {
  const { id, slug, title, category, date } = article;
  return { ...correction, article: { id, slug, title, category, date } };
}

function pageNumber(number: number | 'newest'): number | undefined {
  return number === 'newest' ? undefined : number;
}
