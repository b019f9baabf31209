import type { DigitSystem } from '../lib/arabic/digits.ts';
import { relativeTime } from '../lib/arabic/relative-time.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * The relative text to show instead of an absolute date. Undefined when it is older than `hours`, or in the future: no
 * published article is, so the reader's clock is wrong.
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
 * Gives every `<time data-relative datetime="…">` its relative text, «منذ أسبوعين», and updates it each minute while
 * the page is visible. The absolute date moves to its `title`, unless it has one already. `data-digits` is `latn` (the
 * default) or `arab`; `data-relative="24"` leaves the absolute dates of more than 24 hours ago.
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

/** What each element held before its first update. */
const originals = new WeakMap<HTMLTimeElement, { date: string; title: string }>();

/** Does the same once, for elements that were added to the page since. */
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
