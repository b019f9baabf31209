import path from 'node:path';
import { imageFolder } from '../lib/paths.ts';
import type { YearSpan } from '../lib/years.ts';
import { openCachedFiles } from '../library/cache/cached-files.ts';
import { ContentError } from '../library/content/content-error.ts';
import { type ImageOrigin, type ImageStore, originalFile, stemOf } from '../library/images/images.ts';
import type { Photo, PhotoEncoder } from '../library/images/photo-encoder.ts';
import { logoFile } from '../library/theme/logo.ts';
import { type Library, type ShownOriginal, textsOf } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Ledger } from './publish/ledger.ts';
import type { Output } from './publish/output.ts';
import { leadFilesOfShard } from './shards.ts';

/** The published files of a site's images, each with the image that it is made from. */
export type ImageFiles = ReadonlyMap<string, ImageOrigin>;

/** Finds the published files of all images of a site. */
export function findImageFiles(library: Library, store: ImageStore): Promise<ImageFiles> {
  const leads = [...library.articles, ...library.series].flatMap(({ picture }) => picture?.source ?? []);
  const inBodies = textsOf(library).flatMap(({ bodyImages }) => bodyImages);
  const portraits = library.authors.flatMap(({ portrait }) => portrait?.source ?? []);
  const logos = library.logo ? [logoFile] : [];
  return store.filesOf(leads, [...inBodies, ...logos], portraits);
}

/** A photo that has to be encoded. */
export interface WaitingPhoto extends Photo {
  /** Whether pages may show its original instead: it belongs to articles only, and is no drawing. */
  mayWait: boolean;
}

/**
 * Lists the photos whose files neither the output nor the cache has: first those of the newsroom itself, its authors and
 * pages, then those of articles, newest first.
 */
export function findWaitingPhotos(
  files: ImageFiles,
  library: Library,
  store: ImageStore,
  ledger: Pick<Ledger, 'entries'>,
  cacheDirectory: string,
): WaitingPhoto[] {
  const missing = [...files].filter(([name]) => ledger.entries.get(`${imageFolder}/${name}`)?.key !== name);
  if (missing.length === 0) return [];
  const cached = openCachedFiles(path.join(cacheDirectory, imageFolder)).names();
  const waiting = missing.filter(([name]) => !cached.has(name) && isEncoded(name));
  const ages = agesOfSources(library);
  const photos = [...Map.groupBy(waiting, ([name]) => stemOf(name))].map(([stem, group]) => {
    const origins = group.map(([, origin]) => origin);
    const sources = [...new Set(origins.flatMap((origin) => [...origin.sources]))];
    const age = Math.min(...sources.map((source) => ages.get(source) ?? -1));
    const mayWait = age >= 0 && sources.every((source) => store.originalPicture(source));
    const photo = { stem, names: group.map(([name]) => name), file: origins[0]?.file ?? '', sources, mayWait };
    return { photo, rank: mayWait ? age : -1 };
  });
  return photos.sort((a, b) => a.rank - b.rank).map(({ photo }) => photo);
}

/** Whether a file is encoded: originals, drawings and animations are not, but the social cards of drawings are. */
function isEncoded(name: string): boolean {
  return name.includes('-') && !originalFile.test(name);
}

/** Numbers the images of articles from the newest on, by `Picture.source`; images of the newsroom itself get -1. */
function agesOfSources(library: Library): Map<string, number> {
  const { articles, live, pages, series, authors, commentTerms } = library;
  const ages = new Map<string, number>();
  const add = (source: string | undefined, age: number) => {
    if (source !== undefined && !ages.has(source)) ages.set(source, age);
  };
  for (const { picture } of series) add(picture?.source, -1);
  for (const { portrait } of authors) add(portrait?.source, -1);
  for (const text of [...pages, ...(commentTerms ? [commentTerms] : [])])
    for (const source of text.bodyImages) add(source, -1);
  for (const [age, { id, picture, bodyImages }] of articles.entries()) {
    add(picture?.source, age);
    const entries = live.get(id)?.entries ?? [];
    for (const source of [...bodyImages, ...entries.flatMap((entry) => entry.bodyImages)]) add(source, age);
  }
  return ages;
}

/** Selects the photos that a shard encodes: the lead images of its articles. */
export function photosOfShard(photos: readonly WaitingPhoto[], library: Library, years: YearSpan): WaitingPhoto[] {
  const leads = new Set(leadFilesOfShard(library, years));
  return photos.flatMap((photo) => {
    const names = photo.names.filter((name) => leads.has(name));
    return names.length === 0 ? [] : [{ ...photo, names }];
  });
}

/** Returns the originals that stand for photos, by `Picture.source`. */
export async function findOriginals(
  photos: readonly Photo[],
  store: ImageStore,
): Promise<ReadonlyMap<string, ShownOriginal>> {
  const originals = new Map<string, ShownOriginal>();
  for (const source of photos.flatMap(({ sources }) => sources)) {
    const of = await store.resolve(source, '');
    const picture = store.originalPicture(source);
    if (!('problem' in of) && picture) originals.set(source, { of, picture: withoutUnfitSocial(picture) });
  }
  return originals;
}

/** Messengers show only a JPEG of about the shape of a card; the share card stands in for any other original. */
function withoutUnfitSocial(picture: Picture): Picture {
  const ratio = picture.width / picture.height;
  if (picture.type === 'image/jpeg' && picture.width >= 600 && ratio >= 1 && ratio <= 2.5) return picture;
  const { social: _social, socialSize: _size, ...shown } = picture;
  return shown;
}

/** Plans the published files of images: of an image whose sizes wait, its original only. */
export function planImages(
  files: ImageFiles,
  encoder: Pick<PhotoEncoder, 'take'>,
  originals: Library['originals'] = new Map(),
): Output[] {
  const published = [...files].flatMap(([name, origin]) =>
    publishedNames(name, origin, originals).map((each) => [each, origin] as const),
  );
  const planned = new Map(published);
  return [...planned].map(([name, origin]) => ({
    path: `${imageFolder}/${name}`,
    key: name,
    async make() {
      const encoded = await encoder.take(name, origin);
      if (encoded instanceof Uint8Array) return encoded;
      throw new ContentError([encoded]);
    },
  }));
}

/** Returns what is published in the place of a file. Images with the same bytes need not be shown alike. */
function publishedNames(
  name: string,
  { sources }: ImageOrigin,
  originals: NonNullable<Library['originals']>,
): string[] {
  const shown = [...sources].flatMap((source) => originals.get(source) ?? []);
  const own = shown.length < sources.size ? [name] : [];
  return [...own, ...shown.slice(0, 1).map(({ picture }) => path.posix.basename(picture.src))];
}
