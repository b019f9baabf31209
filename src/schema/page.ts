import { z } from 'zod';
import { toInstant } from './dates.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { formerName } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, boolean, commaAndSpace, date, integer, text } from './values.ts';
import { findPlaces } from './yaml/places.ts';
import type { Places } from './yaml/types.ts';

/** The front matter of a standalone page after validation. */
export interface PageMatter {
  title: string;
  summary?: string;
  /** ISO 8601 in UTC. */
  lastUpdated?: string;
  /** Set if `lastUpdated` is a day without a time. */
  updateHasNoTime?: true;
  draft: boolean;
  order?: number;
  /** Former names of the page's file, and old paths, which begin with `/`. */
  aliases: string[];
}

/** The keys of the front matter of `pages/<name>.md`. */
export const pageSchema = z.strictObject({
  /** The headline. */
  title: text,
  /** One or two sentences for search engines and share cards. */
  summary: text.optional(),
  /** When its text last changed. */
  'last-updated': date.optional(),
  /** true keeps the page out of the published site. */
  draft: boolean.optional(),
  /** Lists of pages are sorted by this number, ascending. */
  order: integer.optional(),
  /** Former names of the page's file, and old paths that redirect to the page: `[about-us, /info/about.html]`. */
  aliases: anyListOf(formerName('/'), commaAndSpace).optional(),
});

export interface ParsedPage {
  /** Complete if there is no problem. */
  matter: Partial<PageMatter>;
  /** The places of `last-updated` and `aliases`. */
  places: Places;
  problems: Problem[];
  /** Undefined if no front matter was found. */
  body?: Pick<FrontMatter, 'body' | 'bodyLine'>;
}

/**
 * Reads a page's file. Dates without an offset are in `timeZone`; `typeset` is applied to the strings that readers see.
 */
export function parsePage(file: string, content: string, timeZone: string, typeset?: Typesetter): ParsedPage {
  const read = readFrontMatter(content, file);
  if ('problem' in read) return { matter: {}, places: {}, problems: [read.problem] };
  const { source, body, bodyLine } = read;
  const { valid, problems } = validate(pageSchema, source, typeset);
  const { 'last-updated': lastUpdated, draft, aliases, ...same } = valid;
  const matter = {
    ...same,
    ...(lastUpdated !== undefined && { lastUpdated: toInstant(lastUpdated, timeZone) }),
    ...(lastUpdated?.hasNoTime && { updateHasNoTime: true }),
    draft: draft ?? false,
    aliases: [...new Set(aliases)],
  } as Partial<PageMatter>;
  return { matter, places: findPlaces(source, ['last-updated', 'aliases']), problems, body: { body, bodyLine } };
}
