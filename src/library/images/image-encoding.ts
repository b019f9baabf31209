import { isUtf8 } from 'node:buffer';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { digestBytes, digestText } from '../../lib/digest.ts';
import {
  largestPortraitSide,
  minOwnWidthRatio,
  mostSocialImageBytes,
  socialImageSize,
  widestFallback,
} from '../../lib/picture-sizes.ts';
import { type DrawingRefusal, refuseDrawing } from './drawing-safety.ts';
import { type Original, planOriginal } from './original.ts';
import { stripAnimatedWebp, stripGif } from './strip-metadata.ts';

/** Why an image cannot be published. */
export type ImageRefusal = { reason: 'unreadable' | 'format' | 'tall' } | DrawingRefusal;

export interface ImageMeasure {
  /** Pixels as shown, with the orientation from EXIF applied. */
  width: number;
  height: number;
  /** Whether something of it is transparent. */
  hasAlpha: boolean;
  /** The extension of an image that is published as it is drawn: a drawing, or an animation without its metadata. */
  untouched?: 'svg' | 'gif' | 'webp';
  /** What the file of any other image is when it is published in one piece. */
  original?: Original;
}

/** An image of which a file of this width would be longer than the formats allow is refused. */
const leastWidth = 240;
/** The pixels of all files that are no wider than this are made from one decoding. */
const baseWidth = 1400;
const card = { ...socialImageSize, bytes: mostSocialImageBytes, qualities: [78, 66, 54, 42, 30] };
const avif = { quality: 52, effort: 0, chromaSubsampling: '4:2:0' };
const webp = { quality: 74, effort: 2 };
/**
 * The third table of quantisation saves a tenth of the bytes. Trellis quantisation saves as much, for six times the
 * time.
 */
const jpeg = { quality: 75, quantisationTable: 3 };
const png = { compressionLevel: 6 };

/**
 * Digest of everything besides an image's bytes that its published files depend on, except its original, which has
 * settings of its own. Raise `version` when changes to the code below change these files. The widths and formats that a
 * site chooses are in the names of the files.
 */
export const encodingSettings = digestText(
  JSON.stringify({
    version: 3,
    minOwnWidthRatio,
    fallbackWidth: widestFallback,
    baseWidth,
    card,
    portraitSide: largestPortraitSide,
    avif,
    webp,
    jpeg,
    png,
  }),
);

/** Returns the stem that the names of all published files of an image begin with. */
export function nameStem(bytes: Uint8Array): string {
  return digestText(encodingSettings + digestBytes(bytes));
}

/** The longest side of an image in WebP, which is a little below that in AVIF. */
const longestSide = 16_383;

/** Returns the widest that a file of an image can be, so that the formats can hold its height. */
function widestFile(width: number, height: number): number {
  return Math.min(width, Math.floor((longestSide * width) / height));
}

/**
 * Returns the widths in pixels in which an image is published, none of them wider than the image, and none so wide that
 * the formats cannot hold its height. `chosen` is ascending.
 */
export function widthsFor(chosen: readonly number[], width: number, height = 1): number[] {
  const widest = Math.min(widestFile(width, height), chosen.at(-1) ?? width);
  const offered = chosen.filter((offer) => offer <= widest);
  return widest >= (offered.at(-1) ?? 0) * minOwnWidthRatio ? [...offered, widest] : offered;
}

/** Returns the width of the file for feeds, and for browsers that support none of the site's formats. */
export function fallbackWidthFor(width: number, height = 1): number {
  return Math.min(widestFile(width, height), widestFallback);
}

/** Reads the metadata of an image, and its pixels, because a file that was cut off has all of its metadata. */
export async function measureImage(bytes: Uint8Array): Promise<ImageMeasure | ImageRefusal> {
  if (isHevc(bytes)) return { reason: 'format' };
  try {
    const metadata = await sharp(bytes).metadata();
    const { autoOrient, compression, format, pages = 1 } = metadata;
    if (compression === 'hevc') return { reason: 'format' };
    const { width, height } = autoOrient;
    if (format === 'svg') return measureDrawing(bytes, { width, height });
    const isAnimated = pages > 1 && (format === 'gif' || format === 'webp');
    if (!isAnimated && widestFile(width, height) < Math.min(width, leastWidth)) return { reason: 'tall' };
    const hasAlpha = hasTransparency(await readPixels(bytes));
    if (isAnimated) return { width, height, hasAlpha, untouched: format };
    return { width, height, hasAlpha, original: planOriginal(metadata, bytes.length, hasAlpha) };
  } catch {
    return { reason: isForeign(bytes) ? 'format' : 'unreadable' };
  }
}

/** Rejects if the pixels are damaged. Decoders read all of them, but compute only those of a small size. */
function readPixels(bytes: Uint8Array): Promise<Pixels> {
  return readPixelsOf(open(bytes).resize({ width: leastWidth, withoutEnlargement: true }));
}

/** Whether pixels have a channel of transparency that is used, which many programs write into every PNG. */
function hasTransparency({ data, info: { channels } }: Pixels): boolean {
  if (channels !== 2 && channels !== 4) return false;
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 255) return true;
  return false;
}

/** Pixels in memory: sRGB, 8 bits for each channel. */
interface Pixels {
  data: Buffer;
  info: Pick<OutputInfo, 'width' | 'height' | 'channels'>;
}

/** An image whose pixels are decoded when the first of its files needs them. */
interface DecodedImage {
  bytes: Uint8Array;
  /** Pixels as shown, with the orientation from EXIF applied. */
  size: { width: number; height: number };
  isDrawing: boolean;
  base(): Promise<Pixels>;
  square(): Promise<Pixels>;
}

/**
 * Encodes published files of an image, by their names: `abc-800.avif` is 800 pixels wide, `abc-social.jpg` is the crop
 * for social cards, `abc-square96.webp` the crop for portraits, `abc.svg` a drawing as it is, `abc.gif` an animation.
 * Orientation is applied and metadata left out. A file has the same bytes whatever is encoded beside it. Rejects if the
 * pixels are damaged.
 */
export async function encodeImages(bytes: Uint8Array, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  const encoded = new Map<string, Uint8Array>();
  const { autoOrient, format } = await sharp(bytes).metadata();
  const image = decodeLater(bytes, autoOrient, format === 'svg');
  for (const name of names) encoded.set(name, await encodeFile(image, name));
  return encoded;
}

function decodeLater(bytes: Uint8Array, size: DecodedImage['size'], isDrawing: boolean): DecodedImage {
  let base: Promise<Pixels> | undefined;
  let square: Promise<Pixels> | undefined;
  return {
    bytes,
    size,
    isDrawing,
    base() {
      base ??= readPixelsOf(open(bytes).resize({ width: baseWidthOf(size), withoutEnlargement: true }));
      return base;
    },
    square() {
      square ??= readPixelsOf(
        open(bytes).resize(largestPortraitSide, largestPortraitSide, { position: sharp.strategy.attention }),
      );
      return square;
    },
  };
}

/** Returns the width of the pixels that the files of an image are made from. They are high enough for a social card. */
function baseWidthOf({ width, height }: DecodedImage['size']): number {
  const widthForCard = Math.ceil((card.height * width) / height);
  return Math.min(widestFile(width, height), Math.max(baseWidth, widthForCard));
}

async function encodeFile(image: DecodedImage, name: string): Promise<Uint8Array> {
  const [, size, extension = ''] = /^[^-.]+(?:-(\w+))?\.(\w+)$/.exec(name) ?? [];
  if (size === undefined) return extension === 'svg' ? image.bytes : stripAnimation(image.bytes, extension);
  if (size === 'social') return encodeCard(image);
  const [, side] = /^square(\d+)$/.exec(size) ?? [];
  const sized = side === undefined ? await ofWidth(image, Number(size)) : await squareOf(image, Number(side));
  if (extension === 'avif') return sized.avif(avif).toBuffer();
  if (extension === 'webp') return sized.webp(webp).toBuffer();
  if (extension === 'png') return sized.png(png).toBuffer();
  return sized.flatten({ background: '#fff' }).jpeg(jpeg).toBuffer();
}

async function stripAnimation(bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  if (extension === 'gif') return stripGif(bytes);
  return stripAnimatedWebp(bytes) ?? sharp(bytes, { animated: true }).webp().toBuffer();
}

async function ofWidth(image: DecodedImage, width: number): Promise<Sharp> {
  const height = Math.max(1, Math.round((image.size.height * width) / image.size.width));
  const source = width > baseWidth ? open(image.bytes) : fromPixels(await image.base());
  return source.resize(width, height, { fit: 'fill', withoutEnlargement: true });
}

async function squareOf(image: DecodedImage, side: number): Promise<Sharp> {
  return fromPixels(await image.square()).resize(side, side);
}

async function encodeCard(image: DecodedImage): Promise<Uint8Array> {
  const { bytes } = image;
  const drawing = image.isDrawing ? measureDrawing(bytes, image.size) : undefined;
  const isDrawing = drawing !== undefined && 'width' in drawing;
  const scale = isDrawing ? Math.max(card.width / drawing.width, card.height / drawing.height) : 1;
  const source = isDrawing ? open(bytes, Math.min(72 * Math.max(1, scale), 7200)) : fromPixels(await image.base());
  const crop = await readPixelsOf(
    source
      .flatten({ background: '#fff' })
      .resize(card.width, card.height, { fit: 'cover', position: isDrawing ? 'centre' : sharp.strategy.attention }),
  );
  let encoded: Uint8Array = new Uint8Array();
  for (const quality of card.qualities) {
    encoded = await fromPixels(crop)
      .jpeg({ ...jpeg, quality })
      .toBuffer();
    if (encoded.length < card.bytes) break;
  }
  return encoded;
}

function readPixelsOf(image: Sharp): Promise<Pixels> {
  return image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
}

function fromPixels({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function open(bytes: Uint8Array, density = 72): Sharp {
  return sharp(bytes, { density, failOn: 'error' }).autoOrient();
}

function measureDrawing(bytes: Uint8Array, rendered: { width: number; height: number }): ImageMeasure | ImageRefusal {
  if (!isUtf8(bytes)) return { reason: 'encoding', found: '' };
  const xml = new TextDecoder().decode(bytes);
  const refusal = refuseDrawing(xml);
  if (refusal) return refusal;
  const root = /<(?:\w+:)?svg\b[^>]*>/.exec(xml)?.[0] ?? '';
  const viewBox = /\sviewBox\s*=\s*["']([^"']*)["']/.exec(root)?.[1] ?? '';
  const [, , width = 0, height = 0] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const own = width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : rendered;
  return { ...own, hasAlpha: true, untouched: 'svg' };
}

/** Whether an image is HEIC, the format in which many phones save photographs. */
function isHevc(bytes: Uint8Array): boolean {
  return /^ftyp(?:hei[cmsx]|hev[cmsx])/.test(latin(bytes, 4, 12));
}

/** Whether an image is in a format that browsers do not show: BMP, Photoshop, PDF, JPEG XL. */
function isForeign(bytes: Uint8Array): boolean {
  return /^(?:BM|8BPS|%PDF|ÿ\n|.{4}JXL )/s.test(latin(bytes, 0, 8));
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}
