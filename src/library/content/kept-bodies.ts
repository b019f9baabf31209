import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenderedBody } from '../../markdown/types.ts';
import { openCache } from '../cache/cache.ts';
import type { ImageDirectories } from '../images/images.ts';
import type { PictureSettings } from '../images/service-pictures.ts';
import { type BodySettings, bodyOfFile, hasSameMedia, type MediaStores, renderBodyOf } from './bodies.ts';
import { openEntryTables } from './entry-tables.ts';

/** Where the rendered bodies of a library are. It can be sent to another process. */
export interface BodySource {
  directories: Pick<ImageDirectories, 'contentDirectory' | 'publicDirectory' | 'cacheDirectory'>;
  /** See `openEntryTables`. */
  cacheVersion: string;
  /** By content-relative file: the digest that a cached body must have to be valid. */
  digests: ReadonlyMap<string, string>;
  settings: BodySettings & PictureSettings;
}

/** Returns the function that reads the body of a content-relative file: from the cache, or rendered now. */
export function createBodyReader(
  { directories, cacheVersion, digests, settings }: BodySource,
  stores: MediaStores,
): (file: string) => Promise<RenderedBody> {
  const { bodies } = openEntryTables(openCache(directories.cacheDirectory), 'article', cacheVersion);
  return async (file) => {
    const kept = bodies.get(file);
    if (kept && kept.digest === digests.get(file) && (await hasSameMedia(kept.media, stores))) return kept.body;
    const text = await readFile(path.join(directories.contentDirectory, file), 'utf8');
    return renderBodyOf(file, bodyOfFile(file, text), stores, settings);
  };
}
