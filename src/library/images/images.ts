import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { imageFolder, imageUrl } from '../../lib/paths.ts';
import type { Picture, ResolveImage } from '../../markdown/types.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { Problem } from '../../schema/problem.ts';
import { type CacheTable, isCacheDamage, openCache } from '../cache/cache.ts';
import { openKeptFiles } from '../cache/cached-files.ts';
import { stampOf } from '../file-stamps.ts';
import {
  encodeImage,
  encodingSettings,
  fallbackWidthFor,
  type ImageRefusal,
  measureImage,
  nameStem,
  widthsFor,
} from './image-encoding.ts';

export interface ImageDirectories {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
}

export interface ImageStore {
  resolve: ResolveImage;
  /** The names of all files that these pictures need (`Picture.source`), with the file each is made from; social cards for `leads` alone. */
  filesOf(leads: Iterable<string>, inBodies?: Iterable<string>): Promise<Map<string, ImageOrigin>>;
  /** One such file, encoded now if need be; a `Problem` where the pixels are damaged. */
  encode(name: string, origin: ImageOrigin): Promise<Uint8Array | Problem>;
  /** One file by its name, encoded now if need be, for `dev`; nothing where no picture has such a file. */
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

const refusals: Readonly<Record<ImageRefusal, (src: string) => string>> = {
  unreadable: messages.unreadableImage,
  format: (src) => `صيغة الصورة «${src}» لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو SVG.`,
  script: (src) =>
    `في ملف الصورة «${src}» برنامج يعمل عند القارئ. صدّرها من جديد رسمًا فقط، بلا script ولا foreignObject.`,
};

/** An image as its author stored it. */
export interface ImageOrigin {
  /** Absolute. */
  file: string;
  picture: Picture;
}

interface Measured {
  stamp: string;
  picture: Picture;
}

/**
 * The images of a site. The names of its files come from an image's bytes and our settings alone, so that pages never wait
 * for encoding: `resolve` reads the size and keeps it in the cache by path, time and length; `encode` and `read` encode.
 */
export function createImageStore(directories: ImageDirectories): ImageStore {
  const kept = openKeptFiles(path.join(directories.cacheDirectory, imageFolder));
  const cache = openCache(directories.cacheDirectory);
  const measured = cache.table<Measured>('pictures', encodingSettings);
  const origins = cache.table<string>('image-origins', encodingSettings);
  const known = new Map<string, Promise<Picture | ImageRefusal>>();
  const encodingNow = new Map<string, Promise<Uint8Array | undefined>>();
  const limit = pLimit(2);

  const find = async (src: string, from: string): Promise<ImageOrigin | { problem: string }> => {
    const file = locateImage(src, from, directories);
    if (file === undefined) return { problem: missing(src, from, directories) };
    try {
      const stamp = stampOf(file);
      const key = `${stamp}\n${file}`;
      const asked = known.get(key) ?? describe(file, stamp, directories, measured, origins);
      known.set(key, asked);
      const picture = await asked;
      return typeof picture === 'string' ? { problem: refusals[picture](src) } : { file, picture };
    } catch (error) {
      if (isCacheDamage(error)) throw error;
      return { problem: messages.unreadableImage(src) };
    }
  };

  const encode = (name: string, file: string): Promise<Uint8Array | undefined> =>
    kept.take(name, async () => {
      const bytes = await readFile(file);
      return nameStem(bytes) === stemOf(name) ? encodeImage(bytes, name) : undefined;
    });

  const encodeOnce = (name: string, file: string): Promise<Uint8Array | undefined> => {
    const running = encodingNow.get(name) ?? limit(() => encode(name, file));
    encodingNow.set(name, running);
    return running.finally(() => encodingNow.delete(name));
  };

  return {
    async resolve(src, from) {
      const found = await find(src, from);
      return 'problem' in found ? found : found.picture;
    },

    async filesOf(leads, inBodies = []) {
      const files = new Map<string, ImageOrigin>();
      const add = async (source: string, isLead: boolean) => {
        const found = await find(source, '');
        if ('problem' in found) return;
        for (const name of filesOfPicture(found.picture, isLead)) files.set(name, found);
      };
      await Promise.all([...new Set(inBodies)].map((source) => add(source, false)));
      await Promise.all([...new Set(leads)].map((source) => add(source, true)));
      return files;
    },

    async encode(name, { file, picture }) {
      const encoded = await encodeOnce(name, file).catch(() => undefined);
      return encoded ?? damage(picture.source ?? file);
    },

    async read(name) {
      if (!/^[\w-]+\.\w+$/.test(name)) return undefined;
      const origin = origins.get(stemOf(name));
      const type = types[path.extname(name).slice(1)];
      if (origin === undefined || type === undefined) return undefined;
      const bytes = await encodeOnce(name, origin).catch(() => undefined);
      return bytes && { bytes, type };
    },
  };
}

/** The names of the files that a picture refers to, without its social card unless `withCard`. */
export function filesOfPicture({ src, sources, social }: Picture, withCard: boolean): string[] {
  const urls = [src, ...sources.flatMap(({ srcset }) => srcset.split(', ').map((part) => part.split(' ')[0] ?? ''))];
  if (withCard && social !== undefined) urls.push(social);
  return urls.map((url) => url.slice(imageUrl('').length));
}

/**
 * The absolute path of an image: `src` is relative to the content-relative file `from`, or in `public/` where it starts
 * with `/`; percent-encoded and decomposed names are found too. Nothing outside the two directories is.
 */
export function locateImage(src: string, from: string, directories: ImageDirectories): string | undefined {
  const isPublic = src.startsWith('/');
  const base = isPublic ? directories.publicDirectory : directories.contentDirectory;
  const folder = isPublic ? '.' : path.dirname(from);
  for (const spelling of spellings(src)) {
    const file = path.resolve(base, folder, isPublic ? spelling.slice(1) : spelling);
    if (file.startsWith(base + path.sep) && path.extname(file) !== '' && existsSync(file)) return file;
  }
  return undefined;
}

function spellings(src: string): Set<string> {
  const written = [src, decode(src)];
  return new Set(written.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]));
}

/** The images in the folder that `src` points to, written as `src` would name them. */
export function imagesNear(src: string, from: string, directories: ImageDirectories): string[] {
  const isPublic = src.startsWith('/');
  const base = isPublic ? directories.publicDirectory : path.join(directories.contentDirectory, path.dirname(from));
  const folder = src.includes('/') ? src.slice(0, src.lastIndexOf('/') + 1) : '';
  try {
    return readdirSync(path.join(base, folder))
      .filter((name) => imageFile.test(name))
      .map((name) => folder + name);
  } catch {
    return [];
  }
}

function missing(src: string, from: string, directories: ImageDirectories): string {
  const written = decode(src);
  const nearest = findNearest(written, imagesNear(written, from, directories));
  return nearest === undefined ? messages.missingImage(written) : messages.nearestImage(written, nearest);
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

function sourceName(file: string, { contentDirectory, publicDirectory }: ImageDirectories): string {
  const inContent = path.relative(contentDirectory, file);
  const isContent = !inContent.startsWith('..') && !path.isAbsolute(inContent);
  const name = isContent ? inContent : `/${path.relative(publicDirectory, file)}`;
  return name.split(path.sep).join('/');
}

function stemOf(name: string): string {
  return name.split(/[-.]/)[0] ?? name;
}

async function describe(
  file: string,
  stamp: string,
  directories: ImageDirectories,
  measured: CacheTable<Measured>,
  origins: CacheTable<string>,
): Promise<Picture | ImageRefusal> {
  const source = sourceName(file, directories);
  const before = measured.get(source);
  if (before?.stamp === stamp) return before.picture;
  const bytes = await readFile(file);
  const measure = await measureImage(bytes);
  if (typeof measure === 'string') return measure;
  const stem = nameStem(bytes);
  const { width, height, hasAlpha, untouched } = measure;
  const url = (rest: string) => imageUrl(`${stem}${rest}`);
  const shared = { social: url('-social.jpg'), source };
  const shown = fallbackWidthFor(width);
  const srcset = (extension: string) =>
    widthsFor(width)
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
  measured.set(source, { stamp, picture });
  return picture;
}

function damage(source: string): Problem {
  const file = source.startsWith('/') ? `public${source}` : source;
  return { file, line: 1, message: messages.unreadableImage(path.posix.basename(source)) };
}
