import type { Library, Series } from '../library/types.ts';
import { describePage, describeSeries, type Metadata } from './metadata.ts';
import { composePageChrome, type PageChrome } from './page-chrome.ts';
import { createPageKeys } from './page-keys.ts';
import { withSlots } from './page-slots.ts';
import {
  hasSeriesList,
  listSeries,
  paginateSeries,
  pictureOf,
  type SeriesPage,
  type SeriesSummary,
  summarizeSeries,
} from './series.ts';
import { sectionCard } from './share-card.ts';
import type { StaticPath } from './static-paths.ts';
import { captionOf, type Link, type Story, toStory } from './story.ts';
import { articlePath, hrefTo, seriesListPath, seriesPath } from './urls.ts';

/** A page of a series. */
export interface SeriesProps {
  chrome: PageChrome;
  series: Pick<SeriesSummary, 'summary' | 'picture' | 'isClosed'> & { id: string; title: string };
  /** What only the first page shows, because the numbered pages must not change with each article. */
  facts?: { count: number; caption?: string; credit?: string; latest?: Link };
  stories: Story[];
  /** The number of the first of `stories`, from 1. */
  start: number;
  /** Whether the stories are of several sections. */
  isMixed: boolean;
  pathOf: { earlier?: string; later?: string };
  /** The page with all series, if there is one. */
  listUrl?: string;
  metadata: Metadata;
}

/** Lists the pages of series. `listTitle` is what the site calls the page with all series. */
export function seriesPaths(library: Library, listTitle: string): StaticPath<SeriesProps>[] {
  const keys = createPageKeys(library);
  const chrome = composePageChrome(library, { kind: 'lists' });
  const parents = hasSeriesList(library) ? [{ title: listTitle, path: seriesListPath }] : [];
  return library.series.flatMap((series) => {
    const pages = paginateSeries(series.articles);
    return pages.map((page) => {
      const frame = seriesFrame(series, page, pages.length, library);
      const { articles, number, start } = page;
      return {
        params: { series: series.id, number: number === undefined ? undefined : String(number) },
        cacheKey: withSlots(
          keys.ofList(articles, [frame, start, series.image, series.picture, sectionCard(series.title, library)]),
          chrome.slots,
        ),
        props: {
          compose: () => {
            const stories = articles.map((article) => toStory(article, library));
            const metadata = describeSeries(library, series, { number, start, stories, parents });
            return { chrome, ...frame, stories, start, metadata };
          },
        },
      };
    });
  });
}

/** Composes what a page of a series shows around its stories. */
function seriesFrame(
  series: Series,
  { articles, number, earlier, later }: SeriesPage,
  pageCount: number,
  library: Library,
): Omit<SeriesProps, 'chrome' | 'stories' | 'start' | 'metadata'> {
  const { id, title, summary, image, isClosed } = series;
  const { site } = library;
  const picture = number === undefined ? pictureOf(series, library) : undefined;
  const pathTo = (page: number | 'first') => hrefTo(seriesPath(id, page === 'first' ? undefined : page), site);
  const latest = pageCount > 1 ? series.articles.at(-1) : undefined;
  return {
    series: {
      id,
      title,
      isClosed,
      ...(summary !== undefined && { summary }),
      ...(picture && { picture }),
    },
    ...(number === undefined && {
      facts: {
        count: series.articles.length,
        ...(image && captionOf(image)),
        ...(latest && { latest: { title: latest.title, url: hrefTo(articlePath(latest, site), site) } }),
      },
    }),
    isMixed: new Set(articles.map(({ category }) => category)).size > 1,
    pathOf: {
      ...(earlier !== undefined && { earlier: pathTo(earlier) }),
      ...(later !== undefined && { later: pathTo(later) }),
    },
    ...(hasSeriesList(library) && { listUrl: hrefTo(seriesListPath, site) }),
  };
}

export interface SeriesListProps {
  chrome: PageChrome;
  series: SeriesSummary[];
  metadata: Metadata;
}

/** Lists the page with all series, if there are several. `title` is what the site calls it. */
export function seriesListPaths(library: Library, title: string): StaticPath<SeriesListProps>[] {
  if (!hasSeriesList(library)) return [];
  const chrome = composePageChrome(library, { kind: 'lists' });
  const series = listSeries(library).flatMap(({ id }) => summarizeSeries(id, library, 1) ?? []);
  const compose = () => {
    const stories = series.map(({ series: { url } }) => ({ url }));
    return { chrome, series, metadata: describePage(library, { title, path: seriesListPath, stories }) };
  };
  const cacheKey = withSlots(createPageKeys(library).ofList([], [title, series]), chrome.slots);
  return [{ params: { index: undefined }, cacheKey, props: { compose } }];
}
