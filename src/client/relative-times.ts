import type { DigitSystem } from '../lib/arabic/digits.ts';
import { relativeTime } from '../lib/arabic/relative-time.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Returns the relative date to show instead of an absolute one. Undefined when the instant is more than `hours` ago, or
 * in the future: published articles are never dated in the future, so the reader's clock must be wrong.
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
 * Replaces the date in every `<time data-relative datetime="…">` by a relative one, «منذ أسبوعين», and updates it each
 * minute while the page is visible. The absolute date moves to the element's `title`, unless it has one already.
 * `data-digits` is `latn` (the default) or `arab`; `data-relative="24"` leaves dates of more than 24 hours ago
 * absolute.
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

/** The date and title of each element before its first update. */
const originals = new WeakMap<HTMLTimeElement, { date: string; title: string }>();

/** Replaces the dates once, without a timer. Call it for elements that are added to the page later. */
export function showRelativeTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const { date, title } = originals.get(time) ?? { date: time.textContent.trim(), title: time.title };
    originals.set(time, { date, title });
    const { relative, digits } = time.dataset;
    const system = digits === 'arab' ? 'arab' : 'latn';
    const text = relativeText(time.dateTime, Date.now(), system, Number(relative) || undefined);
    time.title = title || (text === undefined ? '' : date);
    time.textContent = text ?? date;
  }
}
