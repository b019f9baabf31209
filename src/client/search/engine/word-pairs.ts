import type { Level } from '../../../lib/arabic/search/codes.ts';
import type { WordPair } from '../../../lib/arabic/search/compound-names.ts';
import type { IndexPart, Posting, Postings } from './index-part.ts';

/**
 * Finds the articles of a part that have the two words of a pair side by side, the second one at `level`. Pagefind does
 * not tell the places of words in titles and headings; there, both words must occur.
 */
export async function findPair(part: IndexPart, { heads, rest }: WordPair, level: Level): Promise<Postings> {
  const [last, ...firsts] = await Promise.all([
    part.find(rest, level),
    ...heads.map((head) => part.find(head, 'word')),
  ]);
  const found = new Map<string, Posting>();
  for (const [id, posting] of last) {
    const before = firsts.flatMap((postings) => postings.get(id) ?? []);
    const beginnings = new Set(before.flatMap(({ places }) => places));
    const places = posting.places.filter((place) => beginnings.has(place - 1)).flatMap((place) => [place - 1, place]);
    const fields = posting.fields.filter((field) => before.some((head) => head.fields.includes(field)));
    if (places.length > 0 || fields.length > 0) found.set(id, { places, fields });
  }
  return found;
}
