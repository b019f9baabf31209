import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { deriveShortId } from '../../lib/short-id.ts';
import { isoWithOffset } from '../../lib/time-zone.ts';
import { reservedAddresses } from '../../schema/reserved-addresses.ts';
import type { SourceArticle, SourceEntry, SourcePage, SourceTerm } from './source.ts';

/** An article whose id and file are determined, before its body is converted. */
export interface PlannedArticle {
  entry: SourceArticle;
  /** Its short id. */
  id: string;
  /** Its file without extension: `articles/2022/01/name`. The body decides between `.md` and `.mdx`. */
  stem: string;
}

/** A standalone page whose slug is determined, before its body is converted. */
export interface PlannedPage {
  entry: SourcePage;
  slug: string;
}

/** An author, a section or a tag whose id is determined. */
export interface PlannedTerm {
  term: SourceTerm;
  /** Unique among its kind. */
  id: string;
}

/**
 * Determines the id and the file of each article. An article whose file exists keeps its id; a new id is derived from
 * the key, so that a repeated import results in the same id.
 * @param existingIds the ids of the newsroom's articles, by file without extension
 */
export function planArticles(
  articles: readonly SourceArticle[],
  existingIds: ReadonlyMap<string, string>,
  timeZone: string,
): PlannedArticle[] {
  const stems = new Set<string>();
  const takenIds = new Set(existingIds.values());
  return articles.map((entry) => {
    const date = entry.published ?? entry.modified ?? earliestDate;
    const [year = '', month = ''] = isoWithOffset(date, timeZone).split('-');
    const stem = claim(`articles/${year}/${month}/${slugOf(entry)}`, stems);
    return { entry, stem, id: existingIds.get(stem) ?? claimId(entry.key, takenIds) };
  });
}

/** For entries without any date. */
export const earliestDate = '1970-01-01T00:00:00Z';

/** Determines the slug of each page, which must not be one of the paths that the site itself uses. */
export function planPages(pages: readonly SourcePage[]): PlannedPage[] {
  const taken = new Set<string>(reservedAddresses);
  return pages.map((entry) => ({ entry, slug: claim(slugOf(entry), taken) }));
}

/** Determines the id of each term, by its key. `unnamed` is the id of a term without slug and name. */
export function planTerms(terms: readonly SourceTerm[], unnamed: string): Map<string, PlannedTerm> {
  const taken = new Set<string>();
  return new Map(
    terms.map((term) => {
      const wanted = slugify(decodePart(term.slug)) || slugify(term.name) || unnamed;
      return [term.key, { term, id: claim(wanted, taken) }];
    }),
  );
}

function claimId(key: string, taken: Set<string>): string {
  let id = deriveShortId(key);
  for (let attempt = 1; taken.has(id); attempt += 1) id = deriveShortId(key, attempt);
  taken.add(id);
  return id;
}

function slugOf({ slug, title, key }: SourceEntry): string {
  return slugify(decodePart(slug)) || slugify(title) || slugify(`entry-${key}`);
}

/** Returns a name that is not in `taken`, with a number (`name-2`) if necessary, and adds it to `taken`. */
function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}
