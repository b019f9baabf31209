import { dateOf } from './dates.ts';
import { textOf } from './front-matter.ts';
import type { Document } from './project.ts';

/** Returns the name of a file without its folders, its endings, and the date before it: `2024-01-05-bridge.md` → `bridge`. */
export function nameOf(file: string): string {
  const parts = file.replace(/\.[^/]*$/, '').split('/');
  const last = parts.at(-1) ?? '';
  const own = /^(?:index|_index)$/.test(last) ? (parts.at(-2) ?? '') : last;
  return own.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
}

/** Writes a name as it stands in an address: in lower case, with `-` between words. */
export function inAddress(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_.]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** What a generator makes of the tokens whose meaning differs: the name of a post in its address. */
export interface PermalinkNames {
  title: string;
  slug: string;
  categories: readonly string[];
}

/** Fills the tokens of a permalink: `/:year/:month/:title/`. Unknown ones are left out. */
export function fillPermalink(
  pattern: string,
  { file, matter }: Document,
  timeZone: string,
  { title, slug, categories }: PermalinkNames,
): string {
  const date = dateOf({ file, matter }, timeZone);
  const [day = '', time = ''] = (date?.local ?? '').split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const [hour = '', minute = '', second = ''] = time.split(':');
  const folders = file.split('/').slice(1, -1);
  const name = nameOf(file);
  const values: Readonly<Record<string, string>> = {
    ...{ year, month, day: dayOfMonth, hour, minute, second, title, slug, name },
    i_month: String(Number(month)),
    i_day: String(Number(dayOfMonth)),
    short_year: year.slice(2),
    y_day: date ? String(date.dayOfYear).padStart(3, '0') : '',
    yearday: date ? String(date.dayOfYear) : '',
    monthname: date ? nameIn(day, { month: 'long' }) : '',
    weekdayname: date ? nameIn(day, { weekday: 'long' }) : '',
    filename: name,
    contentbasename: name,
    slugorfilename: inAddress(textOf(matter.slug) || name),
    slugorcontentbasename: inAddress(textOf(matter.slug) || name),
    post_title: inAddress(textOf(matter.title)),
    categories: categories.join('/'),
    category: categories[0] ?? '',
    section: folders[0] ?? '',
    sections: folders.join('/'),
    id: textOf(matter.id),
    output_ext: '.html',
  };
  const filled = pattern.replace(/:([a-z_]+)/g, (_token, key: string) => values[key] ?? '');
  return `/${filled}`.replace(/\/{2,}/g, '/');
}

/** Returns the English name of a month or a day of the week in lower case, as Hugo writes it. */
function nameIn(day: string, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', { ...form, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).toLowerCase();
}
