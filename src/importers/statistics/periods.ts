import { toLatinDigits } from '../../lib/arabic/digits.ts';
import { addDays, isDay } from '../../lib/calendar-days.ts';

export interface Period {
  from: string;
  to: string;
}

const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const ago = /^(\d{1,3})d$/;

/**
 * Reads what `--period` names: `7d`, the last seven days with today, or `2026-11-23..2026-11-29`. Undefined for
 * anything else.
 */
export function readPeriod(written: string, today: string): Period | undefined {
  const text = toLatinDigits(written.trim());
  const days = Number(ago.exec(text)?.[1] ?? 0);
  if (days > 0) return { from: addDays(today, 1 - days), to: today };
  const [, from = '', to = ''] = range.exec(text) ?? [];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

/**
 * Finds the days that services write into the names of their exports: `… 2026-11-23 to 2026-11-29/pages.csv`,
 * `imported_pages_20261123_20261129.csv` (Plausible).
 */
export function periodInName(name: string): Period | undefined {
  const [, first = '', last = ''] =
    /(\d{4}-\d{2}-\d{2})(?: to |_to_|-to-|\.\.|_)(\d{4}-\d{2}-\d{2})/.exec(name) ??
    /(?<!\d)(\d{8})_(\d{8})(?!\d)/.exec(name) ??
    [];
  const [from, to] = [first, last].map((day) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) as [string, string];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}
