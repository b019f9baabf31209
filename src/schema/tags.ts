import { z } from 'zod';
import { tagKey, tagSlug } from '../lib/arabic/tag-slug.ts';
import { commaOrHashtag, tag } from './article.ts';
import { messages } from './messages.ts';
import { oldAddress } from './old-addresses.ts';
import { mostProblems, type Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, commaAndSpace, shorthand, text } from './values.ts';
import { findPlaces, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import { inFirstLine, readYamlList } from './yaml/read-list.ts';
import type { Places } from './yaml/types.ts';

export const tagsFile = 'tags.yaml';

/** A tag that has several spellings, a description or old addresses. */
export interface TagEntry {
  /** As readers see it. */
  name: string;
  /** Other spellings and former names. Articles that have one of them count as having `name`. */
  also: string[];
  /** A sentence for the tag's page. */
  description?: string;
  /** Old paths, which begin with `/`. */
  aliases: string[];
}

/** A tag's entry in `tags.yaml`, as its author writes it; `- كتب` alone is the same as `- tag: كتب`. */
const tagEntrySchema = z.strictObject({
  /** As readers see it. */
  tag,
  /** Other spellings and former names: a list, or one line with commas. */
  also: anyListOf(tag, commaOrHashtag).optional(),
  /** A sentence for the tag's page. */
  description: text.optional(),
  /** Old paths that redirect to the tag's page: `/tag/books/`. */
  aliases: anyListOf(oldAddress, commaAndSpace).optional(),
});

const root = 'tags';
const fileSchema = z.strictObject({ [root]: z.array(shorthand('tag', tagEntrySchema)).optional() });

interface ParsedTags {
  /** In the order of the file; complete if there is no problem. */
  tags: TagEntry[];
  /** The places of the entries: `tags.0.tag`, `tags.0.also.1`. */
  places: Places;
  problems: Problem[];
}

/** Reads `tags.yaml`, a list of entries. A spelling that belongs to two tags is a problem. */
export function parseTags(content: string, typeset?: Typesetter): ParsedTags {
  const source = readYamlList(content, tagsFile, root);
  const stray = Object.keys(source.value ?? {}).find((key) => key !== root);
  if (stray !== undefined) {
    const { line } = source.placeOfKey([stray]);
    return { tags: [], places: {}, problems: [{ file: tagsFile, line, message: messages.notTagEntries() }] };
  }
  const { valid, problems } = validate(fileSchema, source, typeset);
  const entries = (valid[root] ?? []) as z.output<typeof tagEntrySchema>[];
  const tags = entries.map(({ tag: name, also = [], description, aliases = [] }) => ({
    name,
    also,
    ...(description !== undefined && { description }),
    aliases: [...new Set(aliases)],
  }));
  const places = findPlaces(source, [root]);
  return { tags, places, problems: [...problems.map(inFirstLine), ...findRepeated(tags, places)] };
}

function findRepeated(tags: readonly TagEntry[], places: Places): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, { name, also }] of tags.entries()) {
    for (const [spelling, path] of spellingsOf(index, name, also)) {
      if (problems.length >= mostProblems) return problems;
      const owner = owners.get(tagKey(spelling));
      if (owner === undefined) owners.set(tagKey(spelling), name);
      else if (owner !== name || path.endsWith('.tag')) {
        problems.push(
          problemAtPlace(
            tagsFile,
            placeIn(places, path, spelling),
            'also',
            messages.tagTwice(spelling, owner),
            undefined,
          ),
        );
      }
    }
  }
  return problems;
}

/** Lists the spellings of an entry, each with the path of its place. */
export function spellingsOf(index: number, name: string, also: readonly string[]): [spelling: string, path: string][] {
  return [
    [name, `${root}.${index}.tag`],
    ...also.map((spelling, at): [string, string] => [spelling, `${root}.${index}.also.${at}`]),
  ];
}

/** Returns the tags of an article under the names that readers see. */
export type NameTags = (tags: readonly string[]) => string[];

/** Makes the function that replaces each spelling with the name of its entry; a tag without an entry stays as it is. */
export function createTagNames(entries: readonly Pick<TagEntry, 'name' | 'also'>[]): NameTags {
  const names = new Map(entries.flatMap(({ name, also }) => [...also, name].map((each) => [tagKey(each), name])));
  if (names.size === 0) return (tags) => [...tags];
  return (tags) => {
    const named = tags.map((written) => names.get(tagKey(written)) ?? written);
    return [...new Map(named.map((name) => [tagKey(name), name])).values()];
  };
}

/** Returns the segments of the former addresses of a tag: those of its other spellings. */
export function formerTagSlugs({ name, also }: Pick<TagEntry, 'name' | 'also'>): string[] {
  const slugs = new Set(also.map(tagSlug));
  slugs.delete(tagSlug(name));
  slugs.delete('');
  return [...slugs];
}

/** Whether a string is one tag, which articles can name. */
export function isTag(text: string): boolean {
  return !commaOrHashtag.test(text) && tag.safeParse(text).success;
}
