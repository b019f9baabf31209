import type { Level } from '../../../lib/arabic/search/codes.ts';
import type { WordSequence } from '../../../lib/arabic/search/compound-names.ts';
import type { IndexPart, Posting, Postings } from './index-part.ts';

/**
 * Finds the articles of a part that have the words of a sequence side by side, the last one at `level`. Pagefind does
 * not tell the places of words in titles and headings; there, all words must occur.
 */
export async function findSequence(part: IndexPart, words: WordSequence, level: Level): Promise<Postings> {
  const postings = await Promise.all(
    words.map((forms, place) =>
      Promise.all(forms.map((form) => part.find(form, place === words.length - 1 ? level : 'word'))),
    ),
  );
  const [first = [], ...others] = postings;
  let found: Postings = mergeForms(first);
  for (const forms of others) found = follow(found, mergeForms(forms));
  return found;
}

/** The articles that have any of several forms. */
function mergeForms(forms: readonly Postings[]): Postings {
  const merged = new Map<string, Posting>();
  for (const [id, { places, fields }] of forms.flatMap((postings) => [...postings])) {
    const before = merged.get(id);
    merged.set(id, { places: places.concat(before?.places ?? []), fields: fields.concat(before?.fields ?? []) });
  }
  return merged;
}

/** Keeps the articles in which a word follows what was found so far; `places` are then those of all words. */
function follow(found: Postings, next: Postings): Postings {
  const followed = new Map<string, Posting>();
  for (const [id, posting] of next) {
    const before = found.get(id);
    if (before === undefined) continue;
    const ends = new Set(before.places);
    const places = posting.places.filter((place) => ends.has(place - 1)).flatMap((place) => [place - 1, place]);
    const fields = posting.fields.filter((field) => before.fields.includes(field));
    if (places.length > 0 || fields.length > 0) followed.set(id, { places, fields });
  }
  return followed;
}
