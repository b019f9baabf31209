import type { DigitSystem } from './digits.ts';
import { countNoun, type NounForms } from './plural.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30.44 * day;
const year = 365.25 * day;

/** Makes the counted forms of a noun in the genitive, the case after «منذ» and «بعد». */
function inGenitive(one: string, two: string, few: string, many: string): NounForms {
  return { zero: one, one, two, few: `# ${few}`, many: `# ${many}`, other: `# ${one}` };
}

const units: readonly { from: number; length: number; forms: NounForms }[] = [
  { from: 365 * day, length: year, forms: inGenitive('عام', 'عامين', 'أعوام', 'عامًا') },
  { from: 30 * day, length: month, forms: inGenitive('شهر', 'شهرين', 'أشهر', 'شهرًا') },
  { from: week, length: week, forms: inGenitive('أسبوع', 'أسبوعين', 'أسابيع', 'أسبوعًا') },
  { from: day, length: day, forms: inGenitive('يوم', 'يومين', 'أيام', 'يومًا') },
  { from: hour, length: hour, forms: inGenitive('ساعة', 'ساعتين', 'ساعات', 'ساعةً') },
  { from: minute, length: minute, forms: inGenitive('دقيقة', 'دقيقتين', 'دقائق', 'دقيقةً') },
];

/**
 * Returns how far an instant is from now, in words: «الآن», «منذ 3 دقائق», «منذ أسبوعين», «بعد يومين».
 * Units are rounded down: 13 days are one week. «الآن» is less than a minute before or after now; then come minutes,
 * hours, days (up to 6), weeks (below 30 days), months of 30.44 days (below 365 days), and years of 365.25 days.
 * @param instant ISO 8601 with `Z` or an offset; throws a `RangeError` for anything else
 * @param now milliseconds since the epoch
 */
export function relativeTime(instant: string, now: number, digits: DigitSystem): string {
  const elapsed = now - Date.parse(instant);
  if (Number.isNaN(elapsed)) throw new RangeError(`Not an ISO 8601 instant: ${instant}`);
  const distance = Math.abs(elapsed);
  const unit = units.find(({ from }) => distance >= from);
  if (unit === undefined) return 'الآن';
  const count = Math.max(1, Math.floor(distance / unit.length));
  return `${elapsed > 0 ? 'منذ' : 'بعد'} ${countNoun(count, unit.forms, digits)}`;
}
