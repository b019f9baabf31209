import { compareText } from '../lib/compare.ts';
import { isRemoteImage } from '../lib/media-addresses.ts';
import type { Library } from '../library/types.ts';
import { textsOf } from './texts-by-file.ts';

/**
 * Returns the origins from which pages load images of other sites, sorted; on a staging site also that of the real one.
 * Undefined if not all of them are known: without a lock bodies show images as they are written, and components of the
 * newsroom may show any.
 */
export function findImageOrigins(library: Library): string[] | undefined {
  const { mediaLock, components, articles, authors, series, site } = library;
  if (mediaLock === undefined || components.names.length > 0) return undefined;
  const pictures = [...articles, ...series].map(({ picture }) => picture);
  const shown = [
    ...textsOf(library).flatMap(({ bodyImages }) => bodyImages),
    ...[...pictures, ...authors.map(({ portrait }) => portrait)].flatMap((picture) => picture?.source ?? []),
    ...(site.stagingOf === undefined ? [] : [site.stagingOf]),
  ];
  const origins = new Set(shown.filter(isRemoteImage).map((address) => new URL(address).origin));
  return [...origins].sort(compareText);
}
