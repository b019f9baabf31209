import type { DigitSystem } from '../lib/arabic/digits.ts';
import { relativeTime } from '../lib/arabic/relative-time.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * What to show instead of an absolute date, or nothing where that date is better: when it is older than `hours`, or still
 * to come (no published article is, so the reader's clock is wrong).
 * @param instant ISO 8601 with `Z` or an offset
 * @param now milliseconds since the epoch
 */
export function relativeText(
  instant: string,
  now: number,
  digits: DigitSystem,
  hours = Number.POSITIVE_INFINITY,
): string | undefined {
  const age = now - Date.parse(instant);
  return age > -minute && age < hours * hour ? relativeTime(instant, now, digits) : undefined;
}

/**
 * Gives every `<time data-relative datetime="…">` its relative text, «منذ أسبوعين», and renews it each minute while the
 * page is visible. The absolute date it held goes to its `title`, unless it has one. `data-digits` is `latn` (also when absent) or `arab`;
 * `data-relative="24"` keeps the absolute date of what is older than 24 hours.
 */
export function startRelativeTimes(root: ParentNode = document): void {
  if (root.querySelector('time[data-relative]') === null) return;
  const show = (): void => {
    if (!document.hidden) showRelativeTimes(root);
  };
  show();
  setInterval(show, minute);
  document.addEventListener('visibilitychange', show);
}

const absolutes = new WeakMap<HTMLTimeElement, { date: string; title: string }>();

/** The same once, for times that have come into the page since. */
export function showRelativeTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const { date, title } = absolutes.get(time) ?? { date: time.textContent.trim(), title: time.title };
    absolutes.set(time, { date, title });
    const { relative, digits } = time.dataset;
    const system = digits === 'arab' ? 'arab' : 'latn';
    const text = relativeText(time.dateTime, Date.now(), system, Number(relative) || undefined);
    time.title = title || (text === undefined ? '' : date);
    time.textContent = text ?? date;
  }
}
