import { compareText } from '../../lib/compare.ts';
import type { ArticleMatter } from '../../schema/article.ts';
import type { Withdrawal } from '../../schema/published-corrections.ts';
import { readableSlug } from '../../schema/readable-slug.ts';
import type { Site } from '../../schema/site.ts';
import type { AgendaItem } from '../agenda.ts';
import type { Article, WithdrawnArticle } from '../types.ts';

/** How long a correction stands above the text of its article, in milliseconds: three days. */
const freshTime = 3 * 24 * 3_600_000;

/**
 * Returns what the corrections of an article change in it: they are sorted from the newest, those are counted that are
 * fresh at the moment `now`, and the newest is the last update if the article has none after it.
 */
export function changesAt(
  { date, lastUpdated, corrections = [] }: Pick<ArticleMatter, 'date' | 'lastUpdated' | 'corrections'>,
  now: number,
): Pick<Article, 'corrections' | 'freshCorrections' | 'lastUpdated'> {
  const newestFirst = corrections.toSorted((a, b) => compareText(b.date, a.date));
  const [newest] = newestFirst;
  if (newest === undefined) return {};
  const fresh = newestFirst.filter((correction) => now - Date.parse(correction.date) < freshTime).length;
  return {
    corrections: newestFirst,
    ...(fresh > 0 && { freshCorrections: fresh }),
    ...(newest.date > (lastUpdated ?? date) && { lastUpdated: newest.date }),
  };
}

/** Composes a withdrawn article of what its notice needs, so that nothing else of it can reach the output. */
export function composeWithdrawn(
  file: string,
  { id, date, aliases, withdrawn }: ArticleMatter & { id: string; withdrawn: Withdrawal },
  site: Pick<Site, 'permalink'>,
  former: Article,
): WithdrawnArticle {
  return { id, slug: site.permalink === 'readable' ? readableSlug(file) : '', file, date, aliases, withdrawn, former };
}

/** Lists when the corrections that are fresh now go from above the text of their articles to below it. */
export function correctionMoments(articles: readonly Article[]): AgendaItem[] {
  return articles.flatMap(({ file, title, corrections = [], freshCorrections = 0 }) =>
    corrections.slice(0, freshCorrections).map(({ date }) => ({
      at: new Date(Date.parse(date) + freshTime).toISOString(),
      kind: 'correction-settles' as const,
      file,
      title,
    })),
  );
}
