import { z } from 'zod';
import { foldForMatching } from '../lib/arabic/normalize.ts';
import { slugify } from '../lib/arabic/slug.ts';
import { digestText } from '../lib/digest.ts';
import { readDate, toInstant, type WrittenDate } from './dates.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, boolean, comma, type Fault, oneOf, scalar, text } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import type { Places } from './yaml/types.ts';

/** The folder with the entries of live coverage, each in the folder of its article: `live/<article id>/<name>.md`. */
export const liveFolder = 'live';

/** Whether live coverage goes on. */
export type LiveState = 'open' | 'closed';

/** Other words for the same, which no message offers. */
const statesByWord: Readonly<Record<string, LiveState>> = {
  Open: 'open',
  true: 'open',
  yes: 'open',
  نعم: 'open',
  مفتوحة: 'open',
  مفتوح: 'open',
  جارية: 'open',
  مستمرة: 'open',
  Closed: 'closed',
  ended: 'closed',
  مغلقة: 'closed',
  مغلق: 'closed',
  منتهية: 'closed',
  انتهت: 'closed',
};
const statesByFoldedWord = new Map(Object.entries(statesByWord).map(([word, state]) => [foldForMatching(word), state]));

/** The value of `live` in the front matter of an article. */
export const liveState = z.preprocess(
  (value) => (typeof value === 'string' ? (statesByFoldedWord.get(foldForMatching(bareValue(value))) ?? value) : value),
  oneOf(['open', 'closed']),
) as unknown as z.ZodType<LiveState, string>;

/** The front matter of an entry after validation. */
export interface LiveEntryMatter {
  /** ISO 8601 in UTC. */
  time: string;
  title?: string;
  /** As written: ids of authors, or names. */
  authors: string[];
  isKey: boolean;
  isPinned: boolean;
}

/** A moment with its clock time: a day alone would put an entry at midnight. */
const time = scalar((written): WrittenDate | Fault => {
  const read = readDate(written);
  if ('message' in read) {
    const { message, ...meant } = read;
    return { tell: () => message, ...meant };
  }
  return !read.hasNoTime ? read : { tell: () => messages.timeWithoutClock(bareValue(written)) };
});

/** The keys of an entry of live coverage, as reporters write them. */
export const liveEntrySchema = z.strictObject({
  /** When it happened, with its clock time: `2026-11-20 14:05`, with an offset or in the site's time zone. */
  time,
  /** A headline of its own. */
  title: text.optional(),
  /** Who wrote it: the id or the name of an author, or a list; without it, the authors of the article. */
  author: anyListOf(text, comma).optional(),
  /** true lists the entry among the key events. */
  key: boolean.optional(),
  /** true keeps the entry above all others, as the summary of the coverage. */
  pin: boolean.optional(),
});

export interface ParsedLiveEntry {
  /** Complete if there is no problem. */
  matter: Partial<LiveEntryMatter>;
  places: Places;
  problems: Problem[];
  /** Undefined if no front matter was found. */
  body?: Pick<FrontMatter, 'body' | 'bodyLine'>;
}

/** Reads the file of an entry. A time without an offset is in `timeZone`. */
export function parseLiveEntry(file: string, content: string, timeZone: string, typeset?: Typesetter): ParsedLiveEntry {
  const read = readFrontMatter(content, file);
  if ('problem' in read) return { matter: {}, places: {}, problems: [read.problem] };
  const { source, body, bodyLine } = read;
  const { valid, problems } = validate(liveEntrySchema, source, typeset);
  const matter = {
    ...(valid.time !== undefined && { time: toInstant(valid.time, timeZone) }),
    ...(valid.title !== undefined && { title: valid.title }),
    authors: [...new Set(valid.author ?? [])],
    isKey: valid.key ?? false,
    isPinned: valid.pin ?? false,
  };
  const places = findPlaces(source, ['time', 'author', 'pin']);
  return { matter, places, problems, body: { body, bodyLine } };
}

/** Whether the author of an entry is meant as an id, and not as a name. */
export function isAuthorId(written: string): boolean {
  return /^[a-z\d-]+$/.test(written);
}

/**
 * Returns the anchor of an entry, made of its file's name without the ending: `live-1405-opening`. It stays when the entry
 * is edited, or moves to another page.
 */
export function liveAnchor(name: string): string {
  return `live-${slugify(name) || digestText(name.normalize('NFC')).slice(0, 8)}`;
}
