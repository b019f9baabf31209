import { type DigitSystem, formatDigits } from '../lib/arabic/digits.ts';
import { relativeTime } from '../lib/arabic/relative-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Returns the relative date to show beside or instead of an absolute one. Undefined in the future: published articles
 * are never dated in the future, so the reader's clock must be wrong. Of a day whose time nobody knows, also undefined
 * before it has passed.
 * @param instant ISO 8601 with `Z` or an offset
 * @param now milliseconds since the epoch
 */
export function relativeText(instant: string, now: number, digits: DigitSystem, hasNoTime = false): string | undefined {
  const age = now - Date.parse(instant);
  return age > (hasNoTime ? day : -minute) ? relativeTime(instant, now, digits) : undefined;
}

/**
 * Whether it is still the day of an instant where the instant was written down.
 * @param instant ISO 8601 with the offset of that place: the same day has another offset only when summer time begins
 * or ends
 * @param now milliseconds since the epoch
 */
export function isSameDay(instant: string, now: number): boolean {
  const local = Date.parse(`${instant.slice(0, 19)}Z`);
  const offset = local - Date.parse(instant);
  return Math.floor(local / day) === Math.floor((now + offset) / day);
}

/**
 * Completes the dates of a page, and does it again each minute while the page is visible. On paper they are as they
 * were written: a sheet does not grow older.
 *
 * `<time data-relative datetime="…">` shows «منذ أسبوعين», or stays as it is with `data-absolute`; the absolute date moves to its `title`, unless it has one
 * already. With `data-relative="dated"` it shows «منذ أسبوعين (13 يناير 2022)». `data-day` says that nobody knows the
 * time of day. `<time data-clock datetime="…">` shows «14:05» on the same day.
 *
 * `data-digits` is `latn` (the default) or `arab`.
 */
export function startRelativeTimes(root: ParentNode = document): void {
  const show = (): void => {
    if (!document.hidden) showRelativeTimes(root);
  };
  show();
  setInterval(show, minute);
  document.addEventListener('visibilitychange', show);
  addEventListener('beforeprint', restoreDates);
  addEventListener('afterprint', show);
}

const completed = '[data-relative],[data-clock]';

/** The date and title of each element before its first update. */
const originals = new WeakMap<HTMLTimeElement, { date: string; title: string }>();

function restoreDates(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>(completed)) {
    time.textContent = originals.get(time)?.date ?? time.textContent;
  }
}

/** Completes the dates once, without a timer. Call it for elements that are added to the page later. */
export function showRelativeTimes(root: ParentNode): void {
  const now = Date.now();
  for (const time of root.querySelectorAll<HTMLTimeElement>(completed)) {
    const { date, title } = originals.get(time) ?? { date: time.textContent.trim(), title: time.title };
    originals.set(time, { date, title });
    const { clock, relative, digits, day: hasNoTime } = time.dataset;
    const { dateTime } = time;
    const system = digits === 'arab' ? 'arab' : 'latn';
    if (clock !== undefined) {
      time.textContent = isSameDay(dateTime, now) ? formatDigits(dateTime.slice(11, 16), system) : date;
      continue;
    }
    const text = relativeText(dateTime, now, system, hasNoTime !== undefined);
    const isDated = relative === 'dated';
    time.toggleAttribute('data-absolute', text === undefined);
    time.title = title || (text && !isDated ? date : '');
    time.textContent = text ? text + (isDated ? ` (${date})` : '') : date;
  }
}
