import { compareText } from '../../lib/compare.ts';
import type { SeriesFile } from '../../schema/content-files.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ParsedSeries } from '../../schema/series.ts';
import { placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { AgendaItem, DatedArticle } from '../agenda.ts';
import type { ImageStore } from '../images/images.ts';
import { locateFile } from '../located-files.ts';
import { isPublished } from '../publication.ts';
import type { Article, LibraryOptions, Series } from '../types.ts';

/** The file of a series, as it was read. */
interface ReadSeries {
  file: string;
  id: string;
  parsed: ParsedSeries;
}

/** Returns what the rules across files need of a series. */
export function describeSeriesFile({ file, id, parsed: { series, aliases, places } }: ReadSeries): SeriesFile {
  const { title, image, closed, listed } = series;
  return {
    file,
    id,
    aliases,
    places,
    listed,
    ...(title !== undefined && { title }),
    ...(image !== undefined && { image: image.src }),
    ...(closed !== undefined && { closed }),
  };
}

/** Composes the series with an article, and reports the problems of their images. */
export async function composeSeries(
  files: readonly ReadSeries[],
  newestFirst: readonly Article[],
  images: ImageStore,
  options: LibraryOptions,
): Promise<{ series: Series[]; problems: Problem[] }> {
  if (files.length === 0) return { series: [], problems: [] };
  const named = Map.groupBy(newestFirst, ({ series }) => series);
  const composed: Series[] = [];
  const problems: Problem[] = [];
  for (const { file, id, parsed } of files) {
    const { title, summary, image, closed, listed } = parsed.series;
    const picture = image && (await images.resolve(image.src, file));
    // Missing images are reported with those of articles.
    if (image && picture && 'problem' in picture && locateFile(image.src, file, options)) {
      problems.push({ file, ...pointTo(placeIn(parsed.places, 'image.src')), message: picture.problem });
    }
    const articles = inReadingOrder(named.get(id) ?? [], listed);
    if (title === undefined || articles.length === 0) continue;
    composed.push({
      id,
      file,
      title,
      ...(summary !== undefined && { summary }),
      ...(image && { image }),
      ...(picture && !('problem' in picture) && { picture }),
      isClosed: closed === true || (closed !== undefined && Date.parse(closed) <= options.now),
      articles,
    });
  }
  return { series: composed, problems };
}

/** Returns first the articles that are listed, in that order, then the others, oldest first; ties by id. */
export function inReadingOrder(newestFirst: readonly Article[], listed: readonly string[]): Article[] {
  if (listed.length === 0) return oldestFirst(newestFirst);
  const byId = new Map(newestFirst.map((article) => [article.id, article]));
  const first = listed.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(listed);
  return [...new Set(first), ...oldestFirst(newestFirst.filter(({ id }) => !known.has(id)))];
}

function oldestFirst(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id));
}

/** Lists when series close of themselves that have articles then. `currentIds` has their ids by former ones. */
export function seriesMoments(
  files: readonly ReadSeries[],
  currentIds: ReadonlyMap<string, string>,
  articles: Iterable<DatedArticle>,
): AgendaItem[] {
  if (files.length === 0) return [];
  const named = Map.groupBy(articles, ({ matter: { series = '' } }) => currentIds.get(series));
  return files.flatMap(({ file, id, parsed }) => {
    const { title, closed: at } = parsed.series;
    if (title === undefined || typeof at !== 'string') return [];
    const isShown = named.get(id)?.some(({ matter }) => isPublished(matter, Date.parse(at)));
    return isShown ? [{ at, kind: 'series-closes', file, title }] : [];
  });
}
