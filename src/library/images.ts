import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { digestBytes, digestText } from '../lib/digest.ts';
import { imageFolder, imageUrl } from '../lib/paths.ts';
import type { Picture, ResolveImage } from '../markdown/body.ts';
import { messages } from '../schema/messages.ts';
import { findNearest } from '../schema/nearest.ts';
import { readJson, writeWhole } from './atomic-file.ts';
import { stampOf } from './content-files.ts';

interface ImageDirectories {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
}

export interface ImageStore {
  resolve: ResolveImage;
  /** Encodes what the pictures made from these files need (`Picture.source`) into `outputDirectory`, from the cache where it can. */
  write(outputDirectory: string, sources: Iterable<string>): Promise<void>;
  /** One encoded file by its name, for `dev`; nothing where no resolved picture has that name. */
  read(name: string): Promise<{ bytes: Uint8Array; type: string } | undefined>;
}

const widths = [480, 800, 1200, 1600];
const social = { width: 1200, height: 630 };
const quality = { avif: 52, webp: 74, jpg: 78 };
const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};
/** Part of every name: other settings give other files. */
const settings = digestText(JSON.stringify({ widths, social, quality }));
/** Formats that go out as they are. */
const untouched = ['svg', 'gif'];
const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;

/**
 * The images of a site. Names come from an image's bytes and these settings alone, so that pages never wait for encoding:
 * `resolve` reads the size, `write` and `read` encode and keep what they made in the cache.
 */
export function createImageStore(directories: ImageDirectories): ImageStore {
  const cache = path.join(directories.cacheDirectory, imageFolder);
  const known = new Map<string, Promise<Picture>>();
  const limit = pLimit(2);

  const resolve: ResolveImage = async (src, from) => {
    const file = locateImage(src, from, directories);
    if (file === undefined) return { problem: missing(src, from, directories) };
    try {
      const key = `${file}\n${await stampOf(file)}`;
      const picture = known.get(key) ?? describe(file, sourceName(file, directories), cache);
      known.set(key, picture);
      return await picture;
    } catch {
      return { problem: messages.unreadableImage(src) };
    }
  };

  const encoded = async (name: string): Promise<string | undefined> => {
    const kept = path.join(cache, name);
    if (existsSync(kept)) return kept;
    const origin = await readJson<{ file: string }>(path.join(cache, `${name.split(/[-.]/)[0]}.json`));
    if (!origin) return undefined;
    await writeWhole(kept, await encode(origin.file, name));
    return kept;
  };

  return {
    resolve,
    async write(outputDirectory, sources) {
      const target = path.join(outputDirectory, imageFolder);
      const pictures = await Promise.all([...new Set(sources)].map((source) => resolve(source, '')));
      const names = new Set(pictures.flatMap((picture) => ('problem' in picture ? [] : filesOfPicture(picture))));
      if (names.size > 0) await mkdir(target, { recursive: true });
      await Promise.all(
        [...names].map((name) =>
          limit(async () => {
            const file = await encoded(name);
            if (file === undefined) throw new Error(`The image ${name} was never resolved.`);
            await copyFile(file, path.join(target, name));
          }),
        ),
      );
    },
    async read(name) {
      const file = /^[\w.-]+$/.test(name) ? await encoded(name) : undefined;
      if (file === undefined) return undefined;
      return { bytes: await readFile(file), type: types[path.extname(name).slice(1)] ?? 'application/octet-stream' };
    },
  };
}

/** The names of all files that a picture refers to. */
export function filesOfPicture({ src, sources, social: card }: Picture): string[] {
  const urls = [src, ...sources.flatMap(({ srcset }) => srcset.split(', ').map((part) => part.split(' ')[0] ?? ''))];
  return [...urls, ...(card === undefined ? [] : [card])].map((url) => url.slice(imageUrl('').length));
}

/**
 * The absolute path of an image: `src` is relative to the content-relative file `from`, or in `public/` where it starts
 * with `/`; percent-encoded and decomposed names are found too. Nothing outside the two directories is.
 */
export function locateImage(src: string, from: string, directories: ImageDirectories): string | undefined {
  const isPublic = src.startsWith('/');
  const base = isPublic ? directories.publicDirectory : directories.contentDirectory;
  const folder = isPublic ? '.' : path.dirname(from);
  for (const spelling of new Set(
    [src, decode(src)].flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]),
  )) {
    const file = path.resolve(base, folder, isPublic ? spelling.slice(1) : spelling);
    if (file.startsWith(base + path.sep) && imageFile.test(file) && existsSync(file)) return file;
  }
  return undefined;
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
  const nearest = findNearest(src, imagesNear(src, from, directories));
  return nearest === undefined ? messages.missingImage(src) : messages.nearestImage(src, nearest);
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

async function describe(file: string, source: string, cache: string): Promise<Picture> {
  const bytes = await readFile(file);
  const digest = digestText(settings + digestBytes(bytes));
  const { autoOrient, format, hasAlpha } = await sharp(bytes).metadata();
  const { width, height } = autoOrient;
  await writeWhole(path.join(cache, `${digest}.json`), JSON.stringify({ file }));
  const url = (rest: string) => imageUrl(`${digest}${rest}`);
  const picture = { width, height, social: url('-social.jpg'), source };
  if (untouched.includes(format)) return { ...picture, src: url(`.${format}`), sources: [] };
  const offered = [...widths.filter((offer) => offer < width), ...(width <= 1600 ? [width] : [])];
  const largest = offered.at(-1) ?? width;
  const srcset = (extension: string) => offered.map((offer) => `${url(`-${offer}.${extension}`)} ${offer}w`).join(', ');
  return {
    ...picture,
    src: url(`-${largest}.${hasAlpha ? 'png' : 'jpg'}`),
    sources: ['avif', 'webp'].map((extension) => ({ type: types[extension] ?? '', srcset: srcset(extension) })),
  };
}

async function encode(file: string, name: string): Promise<Uint8Array> {
  const [, size = '', extension = ''] = /^[^-.]+(?:-(\w+))?\.(\w+)$/.exec(name) ?? [];
  if (size === '') return readFile(file);
  if (size === 'social') {
    const crop = sharp(file, { density: 96 })
      .flatten({ background: '#fff' })
      .resize({ ...social, fit: 'cover' });
    return crop.jpeg({ quality: quality.jpg, mozjpeg: true }).toBuffer();
  }
  const image = sharp(file)
    .autoOrient()
    .resize({ width: Number(size), withoutEnlargement: true });
  if (extension === 'avif') return image.avif({ quality: quality.avif, effort: 3 }).toBuffer();
  if (extension === 'webp') return image.webp({ quality: quality.webp }).toBuffer();
  if (extension === 'png') return image.png({ compressionLevel: 9 }).toBuffer();
  return image.jpeg({ quality: quality.jpg, mozjpeg: true }).toBuffer();
}
