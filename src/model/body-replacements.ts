import type { BodyReplacements, Library } from '../library/types.ts';
import { expiredLinksIn, hasExpiredPaths } from './expired-links.ts';
import { originalsIn } from './originals.ts';
import { textsByFile } from './texts-by-file.ts';

export const noReplacements: BodyReplacements = { expiredLinks: [], originals: [] };

/** Returns what has to be replaced in the body of a content-relative file. */
export function replacementsIn(file: string, library: Library): BodyReplacements {
  return { expiredLinks: expiredLinksIn(file, library), originals: originalsIn(file, library) };
}

/** Returns the same of all bodies in which anything has to be replaced, by content-relative file. */
export function replacementsByFile(library: Library): Map<string, BodyReplacements> {
  if (!hasExpiredPaths(library) && library.originals === undefined) return new Map();
  const all = [...textsByFile(library).keys()].map((file) => [file, replacementsIn(file, library)] as const);
  return new Map(all.filter(([, { expiredLinks, originals }]) => expiredLinks.length + originals.length > 0));
}
