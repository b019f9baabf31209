import { dateOf } from './dates.ts';
import { asRecord, textOf, textsOf } from './front-matter.ts';
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

/**
 * Fills the tokens of a permalink: `/:year/:month/:title/`. Those of several generators are known; unknown ones are left
 * out.
 */
export function fillPermalink(pattern: string, { file, matter }: Document, timeZone: string): string {
  const date = dateOf({ file, matter }, timeZone);
  const [day = '', time = ''] = (date?.local ?? '').split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const [hour = '', minute = '', second = ''] = time.split(':');
  const name = nameOf(file);
  const slug = textOf(matter.slug) || name;
  const title = textOf(matter.title);
  const categories = textsOf(matter.categories ?? matter.category, /\s+/).map(inAddress);
  const values: Record<string, string> = {
    year,
    month,
    day: dayOfMonth,
    i_month: String(Number(month)),
    i_day: String(Number(dayOfMonth)),
    short_year: year.slice(2),
    y_day: date ? String(date.dayOfYear).padStart(3, '0') : '',
    yearday: date ? String(date.dayOfYear) : '',
    hour,
    minute,
    second,
    slug: inAddress(slug),
    filename: name,
    contentbasename: name,
    slugorfilename: inAddress(slug),
    slugorcontentbasename: inAddress(slug),
    name,
    post_title: inAddress(title),
    categories: categories.join('/'),
    category: categories[0] ?? '',
    section: file.split('/').at(1) ?? '',
    sections: file.split('/').slice(1, -1).join('/'),
    id: textOf(matter.id),
    output_ext: '.html',
    ...asRecord({ title: inAddress(slug) }),
  } as Record<string, string>;
  const filled = pattern.replace(/:([a-z_]+)/g, (_token, key: string) => values[key] ?? '');
  return `/${filled}`.replace(/\/{2,}/g, '/');
}
