import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { basePathOf } from '../../lib/base-path.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { type ImageService, type ImageSigning, originalOf } from '../../lib/image-services.ts';
import { isRemoteImage } from '../../lib/media-addresses.ts';
import { imageFolder, imageUrl } from '../../lib/paths.ts';
import { largestPortraitSide, portraitSides } from '../../lib/picture-sizes.ts';
import { urlsInSrcset } from '../../lib/srcset.ts';
import type { FileProblem, Picture, ResolveImage } from '../../markdown/types.ts';
import { explainMissingImage } from '../../schema/cross-file.ts';
import { defaultImageSettings, type ImageSettings } from '../../schema/images.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import { type CacheTable, isCacheDamage, openCache } from '../cache/cache.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import { stampOf } from '../file-stamps.ts';
import { filesNear, leadsOutside, leavesDirectories, locateFile, nearestName, sourceName } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';
import { isSystemError } from '../system-errors.ts';
import {
  encodeImages,
  encodingSettings,
  fallbackWidthFor,
  type ImageMeasure,
  type ImageRefusal,
  measureImage,
  nameStem,
  widthsFor,
} from './image-encoding.ts';
import { encodeOriginal, nameOriginal, type Original, originalSettings } from './original.ts';
import { createRemoteFinder } from './remote-images.ts';
import {
  imageServiceOf,
  type PictureOriginal,
  type PictureSettings,
  servedPicture,
  servedPortrait,
} from './service-pictures.ts';

export interface ImageDirectories extends FileDirectories {
  cacheDirectory: string;
  /** Images are measured again, even if their stamps have not changed. */
  isVerifying?: boolean | undefined;
  /** What the addresses of imgproxy are signed with. */
  imageSigning?: ImageSigning | undefined;
}

export interface ImageStore {
  resolve: ResolveImage;
  /** Returns the picture that stands for a person: a small square from the middle of the image. A drawing stays whole. */
  portraitOf(picture: Picture): Picture;
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
  /** Returns a photo in one piece, as it is shown until its sizes are made; undefined for drawings and animations. */
  originalPicture(source: string): Picture | undefined;
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

/** Raise it when an image that was accepted may be refused, or is measured otherwise. */
const safetyVersion = 4;

/** An image file as it was measured. */
interface MeasuredImage extends ImageMeasure {
  /** The stem of the names of its published files. */
  stem: string;
  /** The name under which it is published in one piece. */
  originalName?: string;
}

/** The image file of a newsroom that the published files of a picture are made from. */
export interface ImageOrigin {
  /** Absolute. */
  file: string;
  picture: Picture;
  /** All files that are published of it. They are encoded together, from one decoding. */
  names: Set<string>;
  /** Every `Picture.source` with the same bytes, of which the same files are published. */
  sources: Set<string>;
}

/** Matches the names of images that are published in one piece. */
export const originalFile = /-original\.(jpg|png|webp)$/;

type FindImage = (src: string, from: string) => Promise<Omit<ImageOrigin, 'names' | 'sources'> | FileProblem>;
type ComposePicture = (measured: MeasuredImage, source: string) => Picture;
type EncodeFile = (name: string, file: string, beside?: Iterable<string>) => Promise<Uint8Array | undefined>;

/** The settings of a site without any of its own, for a store that only reads files by their names. */
const noSettings: PictureSettings = { url: '', images: { ...defaultImageSettings } };

/**
 * Creates the store of a site's images. The names of published files depend only on an image's bytes and our settings,
 * so that pages need not wait for encoding: `resolve` only reads an image's size, which it caches; `encode` and `read`
 * encode.
 */
export function createImageStore(directories: ImageDirectories, settings = noSettings): ImageStore {
  const tables = openImageTables(directories.cacheDirectory);
  const service = imageServiceOf(settings, directories.imageSigning);
  const find = createFinder(directories, tables, (measured, source) =>
    service && measured.original
      ? withCrop(pictureOfOriginal(measured, measured.original, source, service, settings), measured, service)
      : encodedPicture(measured, source, settings.images),
  );
  const findRemote = createRemoteFinder(directories.contentDirectory, settings.images, service);
  const portrait = (picture: Picture) => portraitOf(picture, settings, service);
  const encodeFile = createEncoder(directories.cacheDirectory);

  return {
    async resolve(src, from) {
      if (isRemoteImage(src)) return findRemote(src);
      const found = await find(src, from);
      return 'problem' in found ? found : found.picture;
    },

    portraitOf: portrait,

    filesOf: createFileList(find, portrait),

    originalPicture(source) {
      const measured = tables.measures.get(source)?.measured;
      if (measured?.original === undefined) return undefined;
      const none: ImageService = { name: 'none-but-originals', siteUrl: settings.url };
      return pictureOfOriginal(measured, measured.original, source, none, settings);
    },

    async encode(name, { file, picture, names }) {
      // An original is made fast; the sizes beside it are made in their turn.
      const beside = originalFile.test(name) ? [] : names;
      const encoded = await encodeFile(name, file, beside).catch(undefinedUnlessSystemError);
      return encoded ?? damagedImage(picture.source ?? file);
    },

    async read(name) {
      if (!/^[\w-]+\.\w+$/.test(name)) return undefined;
      const origin = tables.origins.get(originalFile.test(name) ? name : stemOf(name));
      const type = types[path.extname(name).slice(1)];
      if (origin === undefined || type === undefined) return undefined;
      const bytes = await encodeFile(name, origin).catch(() => undefined);
      return bytes && { bytes, type };
    },
  };
}

/** Creates `ImageStore.filesOf`. */
function createFileList(find: FindImage, portrait: ImageStore['portraitOf']): ImageStore['filesOf'] {
  return async (leads, inBodies = [], portraits = []) => {
    const files = new Map<string, ImageOrigin>();
    const origins = new Map<string, ImageOrigin>();
    const addAll = async (sources: Iterable<string>, namesOf: (picture: Picture) => string[]) => {
      const local = [...new Set(sources)].filter((source) => !isRemoteImage(source));
      const adding = local.map(async (source) => {
        const found = await find(source, '');
        if ('problem' in found) return;
        const origin = origins.get(found.file) ?? { ...found, names: new Set(), sources: new Set([source]) };
        origins.set(found.file, origin);
        for (const name of namesOf(found.picture)) {
          for (const other of files.get(name)?.sources ?? []) origin.sources.add(other);
          files.set(name, origin);
          origin.names.add(name);
        }
      });
      await Promise.all(adding);
    };
    await addAll(portraits, (picture) => filesOfPicture(portrait(picture), false));
    await addAll(inBodies, (picture) => filesOfPicture(picture, false));
    await addAll(leads, (picture) => filesOfPicture(picture, true));
    return files;
  };
}

function pictureOfOriginal(
  measured: MeasuredImage,
  original: Original,
  source: string,
  service: ImageService,
  { images }: PictureSettings,
): Picture {
  return { ...servedPicture(originalAt(measured, original, placeBefore(service)), service, images), source };
}

/** Where no service crops pictures and no size is made, builds make the crop: messengers refuse a whole photo. */
function withCrop(picture: Picture, { stem }: MeasuredImage, { name }: ImageService): Picture {
  if (name !== 'none-but-originals') return picture;
  const { socialSize: _, ...shown } = picture;
  return { ...shown, social: socialUrl(stem) };
}

function socialUrl(stem: string): string {
  return imageUrl(`${stem}-social.jpg`);
}

interface ImageTables {
  /** By `Picture.source`, with the stamp of the file that was measured. */
  measures: CacheTable<{ stamp: string; measured: MeasuredImage }>;
  /** Absolute paths of images, by the stems of their published files, and by the whole names of their originals. */
  origins: CacheTable<string>;
}

function openImageTables(cacheDirectory: string): ImageTables {
  const cache = openCache(cacheDirectory);
  return {
    measures: cache.table('measured-images', `${encodingSettings} ${originalSettings} ${safetyVersion}`),
    origins: cache.table('image-origins', `${encodingSettings} ${originalSettings}`),
  };
}

/** Creates a function that finds images. Each image is measured only once for the same stamp. */
function createFinder(directories: ImageDirectories, tables: ImageTables, compose: ComposePicture): FindImage {
  const composed = new Map<string, Promise<Picture | ImageRefusal>>();
  return async (src, from) => {
    const file = locateFile(src, from, directories);
    if (file === undefined) return missing(src, from, directories);
    if (leavesDirectories(file, directories)) return { problem: messages.imageLeavesContent(src) };
    try {
      const stamp = stampOf(file);
      const key = `${stamp}\n${file}`;
      const composing = composed.get(key) ?? measureAndCompose(file, stamp);
      composed.set(key, composing);
      const picture = await composing;
      return 'reason' in picture ? { problem: explainRefusal(picture, src) } : { file, picture };
    } catch (error) {
      if (isCacheDamage(error) || isSystemError(error)) throw error;
      return { problem: messages.unreadableImage(src) };
    }
  };

  async function measureAndCompose(file: string, stamp: string): Promise<Picture | ImageRefusal> {
    const source = sourceName(file, directories);
    const measured = await measure(file, source, stamp, directories, tables);
    return 'reason' in measured ? measured : compose(measured, source);
  }
}

/**
 * Creates a function that takes a published file from the cache, or encodes it into the cache together with those `beside`
 * it of the same image. At most two images are encoded at a time. Undefined if the image has changed meanwhile.
 */
function createEncoder(cacheDirectory: string): EncodeFile {
  const kept = openCachedFiles(path.join(cacheDirectory, imageFolder));
  /** By the stem of the published files. */
  const encoding = new Map<string, Promise<Map<string, Uint8Array>>>();
  const limit = pLimit(2);
  const encodeMissing = async (names: Iterable<string>, file: string) => {
    const missing = new Set<string>();
    for (const name of names) if (!(await kept.find(name))) missing.add(name);
    const made = await makeFiles([...missing], await readFile(file));
    for (const [name, bytes] of made) await kept.keep(name, bytes);
    return made;
  };
  return async function encode(name, file, beside = []): Promise<Uint8Array | undefined> {
    const found = await kept.find(name);
    if (found) return found;
    const stem = stemOf(name);
    const running = encoding.get(stem);
    if (running) {
      const made = (await running.catch(() => undefined))?.get(name);
      return made ?? encode(name, file, beside);
    }
    const beginning = limit(() => encodeMissing([name, ...beside], file)).finally(() => encoding.delete(stem));
    encoding.set(stem, beginning);
    return (await beginning).get(name);
  };
}

/** Makes those of the published files whose names stand for the bytes of the image. */
async function makeFiles(names: readonly string[], bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const stem = nameStem(bytes);
  const made = await encodeImages(
    bytes,
    names.filter((name) => stemOf(name) === stem),
  );
  for (const name of names) {
    const [, written] = originalFile.exec(name) ?? [];
    if (written === undefined) continue;
    const extension = written as Original['extension'];
    if (nameOriginal(bytes, { extension }) === name) made.set(name, await encodeOriginal(bytes, extension));
  }
  return made;
}

/** Lists the names of the files that are published of a picture, with its social card if `withCard` is true. */
export function filesOfPicture({ src, sources, social }: Picture, withCard: boolean): string[] {
  const urls = [src, ...sources.flatMap(({ srcset }) => urlsInSrcset(srcset))];
  if (withCard && social !== undefined) urls.push(social);
  return [...new Set(urls.flatMap((url) => fileName.exec(originalOf(url) ?? url)?.[1] ?? []))];
}

const fileName = new RegExp(`${imageUrl('')}([\\w-]+\\.\\w+)$`);

/** See `ImageStore.portraitOf`. */
export function portraitOf(picture: Picture, { images } = noSettings, service?: ImageService): Picture {
  const { src, source, width, height, sources, type, color } = picture;
  if (service && type !== undefined) return servedPortrait(picture, service, images);
  const own = source !== undefined && { source };
  const remote = { ...(type !== undefined && { type }), ...(color !== undefined && { color }) };
  if (sources.length === 0) return { src, width, height, sources, ...own, ...remote };
  const name = src.slice(imageUrl('').length);
  if (stemOf(name) === path.parse(name).name) return { src, width, height, sources, ...own };
  const square = (side: number, extension: string) => imageUrl(`${stemOf(name)}-square${side}.${extension}`);
  const srcset = (extension: string) => portraitSides.map((side) => `${square(side, extension)} ${side}w`).join(', ');
  const plain = src.endsWith('.png') ? 'png' : 'jpg';
  return {
    src: square(largestPortraitSide, plain),
    width: largestPortraitSide,
    height: largestPortraitSide,
    sources: sourcesIn(images, plain, srcset),
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
  if (nearest === undefined) return { problem: explainMissingImage(written) };
  return { problem: messages.nearestImage(written, nearest), nearest };
}

/** Returns what the names of all files that are encoded from an image begin with. */
export function stemOf(name: string): string {
  return name.split(/[-.]/)[0] ?? name;
}

/** Measures an image file, unless its measure is in the cache under the same stamp. */
async function measure(
  file: string,
  source: string,
  stamp: string,
  directories: ImageDirectories,
  { measures, origins }: ImageTables,
): Promise<MeasuredImage | ImageRefusal> {
  const known = measures.get(source);
  if (known?.stamp === stamp && !directories.isVerifying) return known.measured;
  const bytes = await readFile(file);
  const measure = await measureImage(bytes);
  if ('reason' in measure) return measure;
  const originalName = measure.original && nameOriginal(bytes, measure.original);
  const measured = { ...measure, stem: nameStem(bytes), ...(originalName !== undefined && { originalName }) };
  origins.set(measured.stem, file);
  if (originalName !== undefined) origins.set(originalName, file);
  measures.set(source, { stamp, measured });
  return measured;
}

/** Returns what stands before the path of an original in addresses of a service: they need the base path inside. */
function placeBefore({ name, siteUrl }: ImageService): string {
  return name === 'none-but-originals' ? '' : encodeURI(basePathOf(siteUrl));
}

/** Describes the published file of an image in one piece. */
function originalAt({ originalName = '', hasAlpha }: MeasuredImage, original: Original, base: string): PictureOriginal {
  const { extension, width, height } = original;
  const url = base + imageUrl(originalName);
  return { url, width, height, mediaType: types[extension] ?? '', hasAlpha: hasAlpha && extension !== 'jpg' };
}

/** Returns the picture of an image whose sizes are encoded by builds. */
function encodedPicture(
  { stem, width, height, hasAlpha, untouched }: MeasuredImage,
  source: string,
  images: ImageSettings,
): Picture {
  const url = (rest: string) => imageUrl(`${stem}${rest}`);
  const shared = { social: socialUrl(stem), source };
  const shown = fallbackWidthFor(width, height);
  const srcset = (extension: string) =>
    widthsFor(images.widths, width, height)
      .map((offer) => `${url(`-${offer}.${extension}`)} ${offer}w`)
      .join(', ');
  const plain = hasAlpha ? 'png' : 'jpg';
  return untouched
    ? { src: url(`.${untouched}`), width, height, sources: [], ...shared }
    : {
        src: url(`-${shown}.${plain}`),
        width: shown,
        height: Math.max(1, Math.round((height * shown) / width)),
        sources: sourcesIn(images, plain, srcset),
        ...shared,
      };
}

/** Returns the sources in the formats that a site chose; in the `plain` one, which all browsers show, if it chose none. */
function sourcesIn(
  { formats }: Pick<ImageSettings, 'formats'>,
  plain: 'jpg' | 'png',
  srcset: (extension: string) => string,
): Picture['sources'] {
  if (formats.length === 0) return [{ type: types[plain] ?? '', srcset: srcset(plain) }];
  return formats.map((format) => ({ type: `image/${format}`, srcset: srcset(format) }));
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
