import type { Library, Text } from '../library/types.ts';

const textsOfLibraries = new WeakMap<Library, ReadonlyMap<string, Text>>();

/** Returns the texts of a library by their content-relative files. */
export function textsByFile(library: Library): ReadonlyMap<string, Text> {
  const known = textsOfLibraries.get(library) ?? new Map(textsOf(library).map((text) => [text.file, text]));
  textsOfLibraries.set(library, known);
  return known;
}

/** Returns all texts of a site with a body. */
export function textsOf({ articles, pages, live, commentTerms }: Library): Text[] {
  const entries = [...live.values()].flatMap((coverage) => coverage.entries);
  return [...articles, ...entries, ...pages, ...(commentTerms ? [commentTerms] : [])];
}
