import { compareText } from '../lib/compare.ts';
import { isRemoteImage } from '../lib/media-addresses.ts';
import type { Library } from '../library/types.ts';

/**
 * Returns the origins from which pages load images of other sites, sorted. Undefined if not all of them are known: without
 * a lock bodies show images as they are written, and components of the newsroom may show any.
 */
export function findImageOrigins({
  mediaLock,
  components,
  articles,
  authors,
  series,
  pages,
  live,
  commentTerms,
}: Library): string[] | undefined {
  if (mediaLock === undefined || components.names.length > 0) return undefined;
  const texts = [...articles, ...pages, ...[...live.values()].flatMap(({ entries }) => entries)];
  const pictures = [...articles, ...series].map(({ picture }) => picture);
  const shown = [
    ...[...texts, ...(commentTerms ? [commentTerms] : [])].flatMap(({ bodyImages }) => bodyImages),
    ...[...pictures, ...authors.map(({ portrait }) => portrait)].flatMap((picture) => picture?.source ?? []),
  ];
  const origins = new Set(shown.filter(isRemoteImage).map((address) => new URL(address).origin));
  return [...origins].sort(compareText);
}
