import { type Library, type Text, textsOf } from '../library/types.ts';

const textsOfLibraries = new WeakMap<Library, ReadonlyMap<string, Text>>();

/** Returns the texts of a library by their content-relative files. */
export function textsByFile(library: Library): ReadonlyMap<string, Text> {
  const known = textsOfLibraries.get(library) ?? new Map(textsOf(library).map((text) => [text.file, text]));
  textsOfLibraries.set(library, known);
  return known;
}
