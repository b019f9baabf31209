import { hasAppeared, hasExpired } from '../library/publication.ts';
import type { Article, Library } from '../library/types.ts';

/**
 * Returns a library as it will be at a later moment (epoch milliseconds) if nothing is edited until then. `whole` has
 * been opened with `includeUnpublished`.
 */
export function libraryAt(moment: number, whole: Library): Library {
  const appeared = whole.articles.filter((article) => hasAppeared(article, moment));
  const articles = appeared.filter((article) => !hasExpired(article, moment)).map(asPublished);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const coverage = [...whole.live].filter(([id]) => byId.has(id));
  return {
    ...whole,
    articles,
    expired: appeared.filter((article) => hasExpired(article, moment)),
    pages: whole.pages.filter(({ draft }) => !draft),
    series: whole.series
      .map((series) => ({ ...series, articles: series.articles.flatMap(({ id }) => byId.get(id) ?? []) }))
      .filter((series) => series.articles.length > 0),
    live: new Map(
      coverage.map(([id, { state, entries }]) => {
        return [id, { state, entries: entries.filter(({ time }) => Date.parse(time) <= moment) }];
      }),
    ),
  };
}

function asPublished({ hasExpired: _, ...article }: Article): Article {
  return { ...article, unpublished: false };
}
