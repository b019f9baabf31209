import type { ArticleMatter } from '../schema/article.ts';

/** What decides when readers see an article. */
type Timing = Pick<Partial<ArticleMatter>, 'date' | 'draft' | 'expires' | 'withdrawn'>;

/** Whether readers see the article at the moment `now` (epoch milliseconds). */
export function isPublished(matter: Timing, now: number): boolean {
  return hasAppeared(matter, now) && !matter.withdrawn && !hasExpired(matter, now);
}

/** Whether readers see the article at the moment, or saw it before it expired or was withdrawn. */
export function hasAppeared({ date, draft }: Timing, now: number): boolean {
  return !draft && date !== undefined && Date.parse(date) <= now;
}

export function hasExpired({ expires }: Timing, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}
