import type { ArticleMatter } from '../schema/article.ts';
import type { Withdrawal } from '../schema/published-corrections.ts';

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

/** Whether readers see a notice in the place of the article. What never appeared was not taken back from anybody. */
export function isWithdrawn<Matter extends Timing>(
  matter: Matter,
  now: number,
): matter is Matter & { withdrawn: Withdrawal } {
  return matter.withdrawn !== undefined && hasAppeared(matter, now);
}

export function hasExpired({ expires }: Timing, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}
