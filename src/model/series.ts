import { compareText } from '../lib/compare.ts';
import type { Article, Library, Series } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import { findById } from './find-by-id.ts';
import { placePicture } from './pictures.ts';
import { type Link, type Story, toStory } from './story.ts';
import { articlePath, hrefTo, seriesPath } from './urls.ts';

/** The number of articles on a page of a series. */
export const seriesPageSize = 20;

/**
 * The most articles of an open series that tell how many there are. Each new one renders the pages of all of them again,
 * so that a column of years must not count.
 */
const mostCounted = 20;

/** What the page of an article shows of its series. */
export interface PlaceInSeries {
  series: Link;
  isClosed: boolean;
  /** From 1, in the order of reading. */
  number: number;
  /** How many articles there are, so far if the series is open; undefined if that is not told. */
  total?: number;
  earlier?: Link;
  later?: Link;
}

interface Place {
  series: Series;
  /** From 0. */
  index: number;
}

const placesOfLibrary = new WeakMap<Library, Map<string, Place>>();

function placesIn(library: Library): Map<string, Place> {
  const known = placesOfLibrary.get(library);
  if (known) return known;
  const places = new Map(
    library.series.flatMap((series) =>
      series.articles.map(({ id }, index): [string, Place] => [id, { series, index }]),
    ),
  );
  placesOfLibrary.set(library, places);
  return places;
}

/** Returns what an article's own page shows of its series; undefined if it is in none. */
export function placeInSeries({ id }: Pick<Article, 'id'>, library: Library): PlaceInSeries | undefined {
  const place = placesIn(library).get(id);
  if (place === undefined) return undefined;
  const { series, index } = place;
  const { articles, isClosed } = series;
  const linkAt = (at: number): Link | undefined => {
    const article = articles[at];
    return article && { title: article.title, url: hrefTo(articlePath(article, library.site), library.site) };
  };
  const earlier = linkAt(index - 1);
  const later = linkAt(index + 1);
  const isCounted = articles.length > 1 && (isClosed || articles.length <= mostCounted);
  return {
    series: seriesLink(series, library),
    isClosed,
    number: index + 1,
    ...(isCounted && { total: articles.length }),
    ...(earlier && { earlier }),
    ...(later && { later }),
  };
}

/** Returns the ids of the articles that the page of an article links to as the ones before and after it. */
export function besideInSeries({ id }: Pick<Article, 'id'>, library: Library): string[] {
  const place = placesIn(library).get(id);
  if (place === undefined) return [];
  const { series, index } = place;
  return [series.articles[index - 1], series.articles[index + 1]].flatMap((article) => (article ? [article.id] : []));
}

export function seriesLink({ id, title }: Pick<Series, 'id' | 'title'>, { site }: Library): Link {
  return { title, url: hrefTo(seriesPath(id), site) };
}

/** Whether the site has a page with all series; for a single one it would repeat the page of the series. */
export function hasSeriesList({ series }: Pick<Library, 'series'>): boolean {
  return series.length > 1;
}

/** A page of a series: its articles in the order of reading. The first page has no number. */
export interface SeriesPage {
  number?: number;
  articles: Article[];
  /** The number of the first article, from 1. */
  start: number;
  earlier?: number | 'first';
  later?: number;
}

/** Splits a series into pages, of which a new article at its end changes only the last. */
export function paginateSeries(articles: readonly Article[]): SeriesPage[] {
  const count = Math.max(1, Math.ceil(articles.length / seriesPageSize));
  return Array.from({ length: count }, (_, index) => ({
    ...(index > 0 && { number: index + 1 }),
    articles: articles.slice(index * seriesPageSize, (index + 1) * seriesPageSize),
    start: index * seriesPageSize + 1,
    ...(index > 0 && { earlier: index === 1 ? ('first' as const) : index }),
    ...(index + 1 < count && { later: index + 2 }),
  }));
}

/** A series as lists show it. */
export interface SeriesSummary {
  series: Link;
  summary?: string;
  picture?: Picture & { alt: string };
  isClosed: boolean;
  count: number;
  /** Its newest stories, the newest first. */
  newest: Story[];
}

/** Composes what the front page and the list of series show of one; undefined if no article of it is published. */
export function summarizeSeries(id: string, library: Library, newestCount = 3): SeriesSummary | undefined {
  const series = findById(library.series, id);
  if (series === undefined) return undefined;
  const picture = pictureOf(series, library);
  return {
    series: seriesLink(series, library),
    ...(series.summary !== undefined && { summary: series.summary }),
    ...(picture && { picture }),
    isClosed: series.isClosed,
    count: series.articles.length,
    newest: newestFirst(series)
      .slice(0, newestCount)
      .map((article) => toStory(article, library)),
  };
}

/** Lists all series, that with the newest article first; ties by id. */
export function listSeries(library: Library): Series[] {
  const newestOf = new Map(library.series.map((series) => [series, newestFirst(series)[0]?.date ?? '']));
  return library.series.toSorted(
    (a, b) => compareText(newestOf.get(b) ?? '', newestOf.get(a) ?? '') || compareText(a.id, b.id),
  );
}

/** Sorts the articles of a series as all lists are sorted: newest first, ties by id. */
export function newestFirst({ articles }: Pick<Series, 'articles'>): Article[] {
  return articles.toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id));
}

/** Returns the picture of a series with its URLs as pages write them. */
export function pictureOf({ picture, image }: Series, { site }: Library): SeriesSummary['picture'] {
  return picture && { ...placePicture(picture, site), alt: image?.alt ?? '' };
}
