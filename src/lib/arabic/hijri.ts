import { foldForMatching } from './normalize.ts';

const hijriMonths = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];
const hijriCalendars = new Map<string, Intl.DateTimeFormat>();

function hijriCalendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = hijriCalendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    hijriCalendars.set(timeZone, calendar);
  }
  return calendar;
}

export function hijriMonthName(month: number): string | undefined {
  return hijriMonths[month - 1];
}

/** Returns `year`, `month` and `day` of a moment by the Umm al-Qura calendar. */
export function hijriParts(date: Date, timeZone: string): Map<string, number> {
  const parts = hijriCalendarOf(timeZone).formatToParts(date);
  return new Map(parts.map(({ type, value }) => [type, Number(value)]));
}

/** The common spellings of the Hijri months that differ from their names in more than `foldForMatching` evens out. */
const hijriMonthSpellings: Readonly<Record<string, number>> = {
  المحرم: 1,
  'محرم الحرام': 1,
  'صفر الخير': 2,
  'ربيع أول': 3,
  'ربيع الثاني': 4,
  'ربيع ثان': 4,
  'ربيع ثاني': 4,
  'ربيع آخر': 4,
  'جمادى الأول': 5,
  'جمادى أول': 5,
  'جمادى الآخر': 6,
  'جمادى الثانية': 6,
  'جمادى الثاني': 6,
  'رجب الفرد': 7,
  'شعبان المعظم': 8,
  'رمضان المبارك': 9,
  'شوال المكرم': 10,
  'ذي القعدة': 11,
  'ذو القعدة الحرام': 11,
  'ذي الحجة': 12,
  'ذو الحجة الحرام': 12,
};

const hijriMonthNumbers = new Map([
  ...hijriMonths.map((name, index): [string, number] => [foldForMatching(name), index + 1]),
  ...Object.entries(hijriMonthSpellings).map(([name, month]): [string, number] => [foldForMatching(name), month]),
]);

/** Returns the number, from 1, of a Hijri month by its name in any common spelling: «جمادى الثانية» → 6. */
export function hijriMonthOf(name: string): number | undefined {
  return hijriMonthNumbers.get(foldForMatching(name));
}

const dayMs = 86_400_000;
/** The mean lengths by which a Hijri date is within a few days of where the calendar has it. */
const [yearDays, monthDays] = [354.367, 29.5306];
const hijriEpoch = Date.UTC(622, 6, 19);

/**
 * Converts a date of the Umm al-Qura calendar: 1448-06-10 → 2026-11-20. Undefined if it does not exist, or lies before
 * 1300 or after 1600, which the calendar's tables do not have.
 */
export function gregorianFromHijri(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } | undefined {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const about = hijriEpoch + Math.round((year - 1) * yearDays + (month - 1) * monthDays + day - 1) * dayMs;
  for (let shift = -4; shift <= 4; shift += 1) {
    const date = new Date(about + shift * dayMs);
    const parts = hijriParts(date, 'UTC');
    if (parts.get('year') === year && parts.get('month') === month && parts.get('day') === day) {
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return undefined;
}
