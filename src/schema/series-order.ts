import { localDay } from '../lib/time-zone.ts';
import type { ContentFiles, SeriesFile } from './content-files.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { atPlace, byFile } from './placed-problem.ts';
import { mostProblems, type Problem } from './problem.ts';
import { currentIds } from './references.ts';

type SeriesArticle = ContentFiles['articles'][number];

/**
 * Reports ids in the order of a series that no article has, that stand there twice, or whose article does not name the
 * series.
 */
export function checkSeriesOrder(content: ContentFiles, ids: ReadonlyMap<string, string>): Problem[] {
  if (content.series.length === 0) return [];
  const current = currentIds(content.series);
  const known = [...ids.values()];
  // An id that is refused in the file of its article is told there only.
  const written = content.articles.map((article) => [article.matter.id ?? '', article] as const);
  const settled = content.articles.map((article) => [ids.get(article.file) ?? '', article] as const);
  const articles = new Map([...written, ...settled]);
  return byFile(content.series).flatMap((series) => {
    const seen = new Set<string>();
    const problems: Problem[] = [];
    for (const [index, id] of series.listed.entries()) {
      if (problems.length >= mostProblems) break;
      const { message, meant } = seen.has(id)
        ? { message: messages.twiceInSeries(id) }
        : (faultOf(id, series, articles.get(id), current, known) ?? {});
      seen.add(id);
      if (message !== undefined)
        problems.push(atPlace(series.file, series.places, `articles.${index}`, message, id, meant));
    }
    return problems;
  });
}

interface OrderFault {
  message: string;
  meant?: string | undefined;
}

/** Says why the article with an id cannot have a place in the order of a series; undefined if it can. */
function faultOf(
  id: string,
  series: SeriesFile,
  article: SeriesArticle | undefined,
  current: ReadonlyMap<string, string>,
  known: readonly string[],
): OrderFault | undefined {
  if (article === undefined) {
    const meant = findNearest(id, known);
    return { message: meant === undefined ? messages.unknownArticle(id) : messages.nearestArticle(id, meant), meant };
  }
  const { series: named } = article.matter;
  const isNamed = named !== undefined && (current.get(named) ?? named) === series.id;
  return isNamed ? undefined : { message: messages.notOfSeries(id, article.file, series.id) };
}

/** Tells which series no article names, and which closed ones got another article. */
export function seriesNotices(content: ContentFiles): string[] {
  if (content.series.length === 0) return [];
  const current = currentIds(content.series);
  const named = Map.groupBy(content.articles, ({ matter: { series } }) => series && (current.get(series) ?? series));
  return byFile(content.series).flatMap((series) => {
    const articles = named.get(series.id) ?? [];
    if (articles.length === 0) return [messages.emptySeries(series.file, series.id)];
    return byFile(articles)
      .filter((article) => isAfterClosing(article, series, content))
      .map(({ file }) => messages.addedToClosed(series.file, file));
  });
}

/**
 * Whether readers have a newer article in a closed series. Without the day of the closing, only one that waits for its
 * moment is known to be new.
 */
function isAfterClosing({ matter }: SeriesArticle, { closed }: SeriesFile, { now, site }: ContentFiles): boolean {
  const { date, draft, expires, withdrawn } = matter;
  const isGone = withdrawn !== undefined || (expires !== undefined && Date.parse(expires) <= now);
  if (closed === undefined || date === undefined || draft === true || isGone) return false;
  const isPublished = Date.parse(date) <= now;
  if (closed === true) return !isPublished;
  return isPublished && localDay(Date.parse(date), site.timeZone) > localDay(Date.parse(closed), site.timeZone);
}
