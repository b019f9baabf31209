import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { decodePart } from '../../lib/decode-path.ts';
import { isRemoteImage } from '../../lib/media-addresses.ts';
import { imageFolder, imageUrl } from '../../lib/paths.ts';
import type { FileProblem, Picture, ResolveImage } from '../../markdown/types.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import { type CacheTable, isCacheDamage, openCache } from '../cache/cache.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import { stampOf } from '../file-stamps.ts';
import { filesNear, leadsOutside, leavesDirectories, locateFile, nearestName, sourceName } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';
import { isSystemError } from '../system-errors.ts';
import {
  encodeImage,
  encodingSettings,
  fallbackWidthFor,
  type ImageRefusal,
  measureImage,
  nameStem,
  widthsFor,
} from './image-encoding.ts';
import { createRemoteFinder } from './remote-images.ts';

export interface ImageDirectories extends FileDirectories {
  cacheDirectory: string;
  /** Images are measured again, even if their stamps have not changed. */
  isVerifying?: boolean | undefined;
}

export interface ImageStore {
  resolve: ResolveImage;
  /**
   * Returns the names of all published files of pictures, each with the image that it is made from. `leads`,
   * `inBodies` and `portraits` are values of `Picture.source`; only `leads` have social cards, and `portraits` are
   * published as squares.
   */
  filesOf(
    leads: Iterable<string>,
    inBodies?: Iterable<string>,
    portraits?: Iterable<string>,
  ): Promise<Map<string, ImageOrigin>>;
  /**
   * Returns the content of a published file: from the cache, or encoded now. Returns a `Problem` if the image's pixels
   * are damaged.
   */
  encode(name: string, origin: ImageOrigin): Promise<Uint8Array | Problem>;
  /**
   * Returns a published file by its name, for `dev`: from the cache, or encoded now. Undefined if no resolved picture
   * has such a file.
   */
  read(name: string): Promise<{ bytes: Uint8Array; type: string } | undefined>;
}

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};
const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;

const refusals: Readonly<Record<ImageRefusal['reason'], (src: string, found: string) => string>> = {
  unreadable: messages.unreadableImage,
  format: messages.imageFormat,
  tall: messages.imageTooTall,
  script: messages.imageScript,
  outside: messages.imageOutside,
  foreign: messages.imageForeign,
  encoding: messages.imageEncoding,
};

/** Raise it when an image that was accepted may be refused. */
const safetyVersion = 3;

/** The image file of a newsroom that the published files of a picture are made from. */
export interface ImageOrigin {
  /** Absolute. */
  file: string;
  picture: Picture;
}

type FindImage = (src: string, from: string) => Promise<ImageOrigin | FileProblem>;
type EncodeFile = (name: string, file: string) => Promise<Uint8Array | undefined>;

/**
 * Creates the store of a site's images. The names of published files depend only on an image's bytes and our settings,
 * so that pages need not wait for encoding: `resolve` only reads an image's size, which it caches; `encode` and `read`
 * encode.
 */
export function createImageStore(directories: ImageDirectories): ImageStore {
  const tables = openImageTables(directories.cacheDirectory);
  const find = createFinder(directories, tables);
  const findRemote = createRemoteFinder(directories.contentDirectory);
  const encodeFile = createEncoder(directories.cacheDirectory);

  return {
    async resolve(src, from) {
      if (isRemoteImage(src)) return findRemote(src);
      const found = await find(src, from);
      return 'problem' in found ? found : found.picture;
    },

    async filesOf(leads, inBodies = [], portraits = []) {
      const files = new Map<string, ImageOrigin>();
      const addAll = async (sources: Iterable<string>, namesOf: (picture: Picture) => string[]) => {
        const local = [...new Set(sources)].filter((source) => !isRemoteImage(source));
        const adding = local.map(async (source) => {
          const found = await find(source, '');
          if ('problem' in found) return;
          for (const name of namesOf(found.picture)) files.set(name, found);
        });
        await Promise.all(adding);
      };
      await addAll(portraits, (picture) => filesOfPicture(portraitOf(picture), false));
      await addAll(inBodies, (picture) => filesOfPicture(picture, false));
      await addAll(leads, (picture) => filesOfPicture(picture, true));
      return files;
    },

    async encode(name, { file, picture }) {
      const encoded = await encodeFile(name, file).catch(undefinedUnlessSystemError);
      return encoded ?? damagedImage(picture.source ?? file);
    },

    async read(name) {
      if (!/^[\w-]+\.\w+$/.test(name)) return undefined;
      const origin = tables.origins.get(stemOf(name));
      const type = types[path.extname(name).slice(1)];
      if (origin === undefined || type === undefined) return undefined;
      const bytes = await encodeFile(name, origin).catch(() => undefined);
      return bytes && { bytes, type };
    },
  };
}

interface ImageTables {
  /** By `Picture.source`, with the stamp of the file that was measured. */
  pictures: CacheTable<{ stamp: string; picture: Picture }>;
  /** Absolute paths of images, by the stems of their published files. */
  origins: CacheTable<string>;
}

function openImageTables(cacheDirectory: string): ImageTables {
  const cache = openCache(cacheDirectory);
  return {
    pictures: cache.table('pictures', `${encodingSettings} ${safetyVersion}`),
    origins: cache.table('image-origins', encodingSettings),
  };
}

/** Creates a function that finds images. Each image is measured only once for the same stamp. */
function createFinder(directories: ImageDirectories, tables: ImageTables): FindImage {
  const measured = new Map<string, Promise<Picture | ImageRefusal>>();
  return async (src, from) => {
    const file = locateFile(src, from, directories);
    if (file === undefined) return missing(src, from, directories);
    if (leavesDirectories(file, directories)) return { problem: messages.imageLeavesContent(src) };
    try {
      const stamp = stampOf(file);
      const key = `${stamp}\n${file}`;
      const measuring = measured.get(key) ?? measure(file, stamp, directories, tables);
      measured.set(key, measuring);
      const picture = await measuring;
      return 'reason' in picture ? { problem: explainRefusal(picture, src) } : { file, picture };
    } catch (error) {
      if (isCacheDamage(error) || isSystemError(error)) throw error;
      return { problem: messages.unreadableImage(src) };
    }
  };
}

/**
 * Creates a function that encodes at most two files at a time. Concurrent requests for the same file share one
 * encoding.
 */
function createEncoder(cacheDirectory: string): EncodeFile {
  const kept = openCachedFiles(path.join(cacheDirectory, imageFolder));
  const encoding = new Map<string, Promise<Uint8Array | undefined>>();
  const limit = pLimit(2);
  const encode: EncodeFile = (name, file) =>
    kept.take(name, async () => {
      const bytes = await readFile(file);
      return nameStem(bytes) === stemOf(name) ? encodeImage(bytes, name) : undefined;
    });
  return (name, file) => {
    const running = encoding.get(name) ?? limit(() => encode(name, file));
    encoding.set(name, running);
    return running.finally(() => encoding.delete(name));
  };
}

/** Lists the names of the files that are published of a picture, with its social card if `withCard` is true. */
export function filesOfPicture({ src, sources, social }: Picture, withCard: boolean): string[] {
  const urls = [src, ...sources.flatMap(({ srcset }) => srcset.split(', ').map((part) => part.split(' ')[0] ?? ''))];
  if (withCard && social !== undefined) urls.push(social);
  return urls.filter((url) => url.startsWith(imageUrl(''))).map((url) => url.slice(imageUrl('').length));
}

/** The sides of the squares in which a portrait is published, in pixels. */
const portraitSides = [96, 192];

/**
 * Returns the picture that stands for a person: a small square from the middle of the image. What is published as it is
 * stays whole: a drawing, or an image of another site.
 */
export function portraitOf({ src, source, width, height, sources, type, color }: Picture): Picture {
  const own = source !== undefined && { source };
  const remote = { ...(type !== undefined && { type }), ...(color !== undefined && { color }) };
  if (sources.length === 0) return { src, width, height, sources, ...own, ...remote };
  const name = src.slice(imageUrl('').length);
  const square = (side: number, extension: string) => imageUrl(`${stemOf(name)}-square${side}.${extension}`);
  const largest = portraitSides.at(-1) ?? 0;
  const srcset = portraitSides.map((side) => `${square(side, 'webp')} ${side}w`).join(', ');
  return {
    src: square(largest, src.endsWith('.png') ? 'png' : 'jpg'),
    width: largest,
    height: largest,
    sources: [{ type: 'image/webp', srcset }],
    ...own,
  };
}

/** Lists the images in the folder that `src` points into, each in the form in which `src` would name it. */
export function imagesNear(src: string, from: string, directories: ImageDirectories): string[] {
  return filesNear(src, from, directories, (name) => imageFile.test(name));
}

function missing(src: string, from: string, directories: ImageDirectories): FileProblem {
  const written = decodePart(src);
  if (leadsOutside(written, from, directories)) return { problem: messages.imageOutOfContent(written) };
  const nearest = nearestName(written, from, directories, (name) => imageFile.test(name));
  if (nearest === undefined) return { problem: messages.missingImage(written) };
  return { problem: messages.nearestImage(written, nearest), nearest };
}

function stemOf(name: string): string {
  return name.split(/[-.]/)[0] ?? name;
}

/** Returns the picture of an image file: from the cache if the file's stamp is the same, or measured now. */
async function measure(
  file: string,
  stamp: string,
  directories: ImageDirectories,
  { pictures, origins }: ImageTables,
): Promise<Picture | ImageRefusal> {
  const source = sourceName(file, directories);
  const known = pictures.get(source);
  if (known?.stamp === stamp && !directories.isVerifying) return known.picture;
  const bytes = await readFile(file);
  const measured = await measureImage(bytes);
  if ('reason' in measured) return measured;
  const stem = nameStem(bytes);
  const { width, height, hasAlpha, untouched } = measured;
  const url = (rest: string) => imageUrl(`${stem}${rest}`);
  const shared = { social: url('-social.jpg'), source };
  const shown = fallbackWidthFor(width, height);
  const srcset = (extension: string) =>
    widthsFor(width, height)
      .map((offer) => `${url(`-${offer}.${extension}`)} ${offer}w`)
      .join(', ');
  const picture: Picture = untouched
    ? { src: url(`.${untouched}`), width, height, sources: [], ...shared }
    : {
        src: url(`-${shown}.${hasAlpha ? 'png' : 'jpg'}`),
        width: shown,
        height: Math.max(1, Math.round((height * shown) / width)),
        sources: ['avif', 'webp'].map((extension) => ({ type: `image/${extension}`, srcset: srcset(extension) })),
        ...shared,
      };
  origins.set(stem, file);
  pictures.set(source, { stamp, picture });
  return picture;
}

/** Returns the message about an image that cannot be published. */
export function explainRefusal(refusal: ImageRefusal, src: string): string {
  return refusals[refusal.reason](src, 'found' in refusal ? refusal.found : '');
}

function damagedImage(source: string): Problem {
  const file = source.startsWith('/') ? `public${source}` : source;
  return { file, line: 1, message: messages.unreadableImage(path.posix.basename(source)) };
}

/** Passed to `catch`: treats an image that cannot be decoded as undefined, and throws system errors again. */
function undefinedUnlessSystemError(error: unknown): undefined {
  if (isSystemError(error)) throw error;
  return undefined;
}
