import { z } from 'zod';
import { slugify } from '../lib/arabic/slug.ts';
import { tagKey } from '../lib/arabic/tag-slug.ts';
import { findUrlFault, webSchemes } from '../lib/link-schemes.ts';
import { toInstant } from './dates.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type LiveState, liveState } from './live.ts';
import { messages } from './messages.ts';
import { oldAddress } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { type Changes, changesShape, completeChanges } from './published-corrections.ts';
import { type Recording, recording } from './recording.ts';
import { type Reporter, reporters } from './reporter.ts';
import { type Typesetter, validate } from './validate.ts';
import {
  anyListOf,
  boolean,
  comma,
  commaAndSpace,
  date,
  type Fault,
  imagePath,
  listOf,
  oneOf,
  optionalText,
  readUrl,
  reference,
  scalar,
  shorthand,
  text,
  url,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import type { Places } from './yaml/types.ts';

export interface LeadImage {
  /** As written: relative to the article's file, or to `public/` if it starts with `/`. */
  src: string;
  /** '' if the picture adds nothing to the text. */
  alt: string;
  caption?: string;
  credit?: string;
}

/** The front matter of an article after validation. */
export interface ArticleMatter extends Changes {
  title: string;
  /** Ids of authors, in the order of the byline. */
  authors: string[];
  /** ISO 8601 in UTC. */
  date: string;
  /** Set if `date` is a day without a time. */
  dateHasNoTime?: true;
  /** Id of a category. */
  category: string;
  /** ISO 8601 in UTC, not before `date`. */
  lastUpdated?: string;
  /** Set if `lastUpdated` is a day without a time. */
  updateHasNoTime?: true;
  /** When the article is taken out of the site: ISO 8601 in UTC, after `date`. */
  expires?: string;
  id?: string;
  kicker?: string;
  summary?: string;
  reporters: Reporter[];
  dateline?: string;
  image?: LeadImage;
  audio?: Recording;
  tags: string[];
  source?: { name: string; url?: string };
  /** Id of a series that the article is one of. */
  series?: string;
  /** Whether the page lists the headings of the text, whatever its length. */
  contents?: boolean;
  comments?: 'open' | 'closed';
  /** Set if the article has live coverage. */
  live?: LiveState;
  draft: boolean;
  /** Old URLs: decoded paths in NFC with a leading `/`. */
  aliases: string[];
}

export const tag = scalar((written): string | Fault => {
  const bare = bareValue(written).replace(/^#.*/, (hashtag) => hashtag.slice(1).replaceAll('_', ' '));
  return slugify(bare) === '' ? { tell: messages.noLetters } : bare;
});

/** Splits «سياسة، اقتصاد» and «#سياسة #اقتصاد». */
export const commaOrHashtag = /[،,؛;]|\s(?=#)/;

/** A lead image: a path, or `{ src, alt, caption, credit }`. */
export const leadImage = shorthand(
  'src',
  z.strictObject({
    src: imagePath,
    alt: optionalText.default(''),
    caption: text.optional(),
    credit: text.optional(),
  }),
);

/** The keys of an article's front matter, as authors write them. */
export const articleSchema = z.strictObject({
  /** The headline. */
  title: text,
  /** Who published the article: the id of an author (`authors/<id>.yaml`), or a list of ids. */
  author: listOf(reference, comma),
  /** When it was published: `2026-11-20`, `2026-11-20 09:30`, with an offset or in the site's time zone. */
  date,
  /** Its section: the id of a category (`categories/<id>.yaml`). */
  category: reference,
  /** When its text last changed, written as `date` is and not before it. */
  'last-updated': date.optional(),
  /** When it is taken out of the site, written as `date` is and later than it. */
  expires: date.optional(),
  /** Its short id, five characters; `npm run new` makes one, `npm run check -- --fix` adds a missing one. */
  id: scalar(bareValue).optional(),
  /** A few words above the headline. */
  kicker: text.optional(),
  /**
   * One or two sentences for lists, feeds and share cards; without a summary, these show the beginning of the text. A
   * summary without letters counts as none, since imported articles often have a lone «.» here.
   */
  summary: optionalText.optional(),
  /** Who reported it, for the byline: names, ids of authors, or `{ name, gender }` with gender male or female. */
  reporter: reporters.optional(),
  /** The city it was reported from. */
  dateline: text.optional(),
  /** The lead image: a path, or `{ src, alt, caption, credit }`. */
  image: leadImage.optional(),
  /** The article read aloud: a file of sound beside it, an `https:` URL, or `{ file, duration, reader }`. */
  audio: recording.optional(),
  /** Subjects: a list, or one line with commas or semicolons. */
  tags: anyListOf(tag, commaOrHashtag).optional(),
  /** Where the story was first published: a name, an URL, or `{ name, url }`. */
  source: z.preprocess(expandSource, z.strictObject({ name: text, url: url.optional() })).optional(),
  /** The series that it is one of: the id of a file (`series/<id>.yaml`). */
  series: reference.optional(),
  /** Whether the page lists the headings of the text; without it, long articles do. */
  contents: boolean.optional(),
  /** Whether readers may comment; overrides the site's `close-after`. */
  comments: oneOf(['open', 'closed']).optional(),
  /** Live coverage below the text, from `live/<id>/`: open while it goes on, then closed. */
  live: liveState.optional(),
  /** true keeps the article out of the published site. */
  draft: boolean.optional(),
  /** Old paths that redirect to this article: `/2019/05/old-name/`. */
  aliases: anyListOf(oldAddress, commaAndSpace).optional(),
  ...changesShape,
});

function expandSource(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const bare = bareValue(value);
  const fault = findUrlFault(bare, webSchemes);
  const address = readUrl(bare) ?? (fault?.kind === 'misspelt' ? fault.meant : undefined);
  if (address === undefined || !URL.canParse(address)) return { name: value };
  return { name: new URL(address).hostname.replace(/^www\./, ''), url: bare };
}

export interface ParsedArticle {
  /** Complete if there is no problem; otherwise the valid keys, so that rules across files can still be checked. */
  matter: Partial<ArticleMatter>;
  /** The places of the keys that are checked after all files have been read. */
  places: Places;
  problems: Problem[];
  /** Undefined if no front matter was found. */
  body?: Pick<FrontMatter, 'body' | 'bodyLine'>;
}

/**
 * Reads an article's file. Dates without an offset are in `timeZone`; `typeset` is applied to the strings that readers
 * see.
 */
export function parseArticle(file: string, content: string, timeZone: string, typeset?: Typesetter): ParsedArticle {
  const read = readFrontMatter(content, file);
  if ('problem' in read) return { matter: {}, places: {}, problems: [read.problem] };
  const { source, body, bodyLine } = read;
  const { valid, problems } = validate(articleSchema, source, typeset);
  const {
    author,
    reporter,
    tags,
    draft,
    aliases,
    date,
    'last-updated': lastUpdated,
    expires,
    summary,
    corrections,
    withdrawn,
    ...same
  } = valid;
  const matter = {
    ...same,
    ...(author !== undefined && { authors: unique(author) }),
    ...(summary !== undefined && /[\p{L}\p{N}]/u.test(summary) && { summary }),
    ...(date !== undefined && { date: toInstant(date, timeZone) }),
    ...(date?.hasNoTime && { dateHasNoTime: true }),
    ...(lastUpdated !== undefined && { lastUpdated: toInstant(lastUpdated, timeZone) }),
    ...(lastUpdated?.hasNoTime && { updateHasNoTime: true }),
    ...(expires !== undefined && { expires: toInstant(expires, timeZone) }),
    ...completeChanges({ ...(corrections && { corrections }), ...(withdrawn && { withdrawn }) }, timeZone),
    reporters: reporter ?? [],
    tags: unique(tags ?? [], tagKey),
    draft: draft ?? false,
    aliases: unique(aliases ?? []),
  } as Partial<ArticleMatter>;
  if (matter.date !== undefined && matter.lastUpdated !== undefined && matter.lastUpdated < matter.date) {
    const path = ['last-updated'];
    problems.push(problemAt(source, source.placeOfValue(path), path, messages.updatedBeforePublished()));
  }
  if (matter.date !== undefined && matter.expires !== undefined && matter.expires <= matter.date) {
    problems.push(problemAt(source, source.placeOfValue(['expires']), ['expires'], messages.expiresBeforePublished()));
  }
  const fields = [
    'author',
    'category',
    'id',
    'image',
    'audio',
    'tags',
    'aliases',
    'date',
    'last-updated',
    'expires',
    'source',
    'series',
    ...Object.keys(changesShape),
  ];
  return { matter, places: findPlaces(source, fields), problems, body: { body, bodyLine } };
}

/** Removes the items whose key an earlier item has; without `keyOf`, an item is its own key. */
function unique(items: readonly string[], keyOf: (item: string) => string = (item) => item): string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
