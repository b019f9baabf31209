import { z } from 'zod';
import { isShortId } from '../lib/short-id.ts';
import { isoDate, readDate } from './dates.ts';
import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';
import { validate } from './validate.ts';
import { anyListOf, comma, type Fault, positiveInteger, scalar, shorthand, text } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

export const popularFile = 'popular.yaml';

/** A day as `2026-11-23`. A time of day may be written after it and is left out. */
const day = scalar((written): string | Fault => {
  const read = readDate(written);
  if (!('message' in read)) return isoDate(read.year, read.month, read.day);
  const { message, ...meant } = read;
  return { tell: () => message, ...meant };
});

/** The id of an article; its short link is a likely slip. */
const articleId = scalar((written): string | Fault => {
  const id = bareValue(written);
  if (isShortId(id)) return id;
  const meant = id.toLowerCase().replace(/^(?:https?:\/\/[^/]*)?\/|\/$/g, '');
  return { tell: () => messages.malformedId(id), ...(isShortId(meant) && { meant }) };
});

/** An article in the list; `- k7q3m` alone is the same as `- id: k7q3m`. */
const popularArticleSchema = z.strictObject({
  id: articleId,
  /** How often it was read. Readers never see it. */
  count: positiveInteger.optional(),
});

/** `popular.yaml` as the command and editors write it. */
export const popularSchema = z.strictObject({
  /** The first and the last day that were counted, in the time zone of the newsroom. */
  from: day,
  to: day,
  /** Where the numbers come from, for editors. */
  source: text.optional(),
  /** The most read first. */
  articles: anyListOf(shorthand('id', popularArticleSchema), comma),
});

export interface ParsedPopular {
  /** Undefined if there is no file, or something in it is wrong. */
  popular?: { from: string; to: string; ids: string[] };
  /** The places of the articles: `articles.0.id`. */
  places: Places;
  problems: Problem[];
}

/** Reads `popular.yaml`: the articles that were read most from one day to another. */
export function parsePopular(content: string): ParsedPopular {
  const source = readYaml(content, popularFile, 1);
  const { valid, problems } = validate(popularSchema, source);
  const places = findPlaces(source, ['from', 'to', 'articles']);
  const { from, to, articles } = valid;
  if (problems.length > 0 || from === undefined || to === undefined || articles === undefined)
    return { places, problems };
  const ids = articles.map(({ id }) => id);
  const found = [...(from > to ? [periodReversed(from, to, places)] : []), ...findRepeated(ids, places)];
  return found.length > 0 ? { places, problems: found } : { popular: { from, to, ids }, places, problems: [] };
}

function periodReversed(from: string, to: string, places: Places): Problem {
  return problemAtPlace(popularFile, placeIn(places, 'to'), 'to', messages.periodReversed(from, to), undefined);
}

function findRepeated(ids: readonly string[], places: Places): Problem[] {
  const listed = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, id] of ids.entries()) {
    if (listed.has(id) && problems.length < mostProblems) {
      const path = `articles.${index}`;
      problems.push(
        problemAtPlace(popularFile, popularPlace(places, index), path, messages.popularTwice(id), undefined),
      );
    }
    listed.add(id);
  }
  return problems;
}

/** Returns where the article with this index is written. */
export function popularPlace(places: Places, index: number): ReturnType<typeof placeIn> {
  const path = `articles.${index}`;
  return placeIn(places, places[`${path}.id`] ? `${path}.id` : path);
}
