import { isUtf8 } from 'node:buffer';
import sharp, { type Sharp } from 'sharp';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { type DrawingRefusal, refuseDrawing } from './drawing-safety.ts';
import { type Original, planOriginal } from './original.ts';

/** Why an image cannot be published. */
export type ImageRefusal = { reason: 'unreadable' | 'format' | 'tall' } | DrawingRefusal;

export interface ImageMeasure {
  /** Pixels as shown, with the orientation from EXIF applied. */
  width: number;
  height: number;
  hasAlpha: boolean;
  /** The extension of an image that is published byte for byte: a drawing or an animation. */
  untouched?: 'svg' | 'gif' | 'webp';
  /** What the file of any other image is when it is published in one piece. */
  original?: Original;
}

/** The smallest is for the squares of lists, which are 80 CSS pixels wide on phones. */
const offeredWidths = [240, 480, 800, 1200, 1600];
/** An image gets a file of its own width if it is at least this much wider than the largest offered width below it. */
const minOwnWidthRatio = 1.15;
const fallbackWidth = 1200;
const card = { width: 1200, height: 630, bytes: 300_000, qualities: [78, 66, 54, 42, 30] };
const quality = { webp: 74, jpg: 78 };
/** One more step of effort, or full colour resolution, doubles the time for 4 % fewer bytes. */
const avif = { quality: 52, effort: 2, chromaSubsampling: '4:2:0' };

/**
 * Digest of everything besides an image's bytes that its published files depend on. Raise `version` when changes to the
 * code below change these files.
 */
export const encodingSettings = digestText(
  JSON.stringify({ version: 2, offeredWidths, worthwhile: minOwnWidthRatio, fallbackWidth, card, quality, avif }),
);

/** Returns the stem that the names of all published files of an image begin with. */
export function nameStem(bytes: Uint8Array): string {
  return digestText(encodingSettings + digestBytes(bytes));
}

/** The longest side of an image in WebP, which is a little below that in AVIF. */
const longestSide = 16_383;

/**
 * Returns the widths in pixels in which an image is published, none of them wider than the image, and none so wide that
 * the formats cannot hold its height.
 */
export function widthsFor(width: number, height = 1): number[] {
  const offered = offeredWidths.filter((offer) => offer <= width);
  const largest = offered.at(-1) ?? 0;
  const isOwnWorthwhile = width < (offeredWidths.at(-1) ?? 0) && width >= largest * minOwnWidthRatio;
  const widths = isOwnWorthwhile ? [...offered, width] : offered;
  return widths.filter((offer) => Math.round((height * offer) / width) <= longestSide);
}

/** Returns the width of the file for feeds, and for browsers that support neither AVIF nor WebP. */
export function fallbackWidthFor(width: number, height = 1): number {
  return Math.max(...widthsFor(width, height).filter((offer, index) => index === 0 || offer <= fallbackWidth));
}

/** Reads the metadata of an image, and its pixels, because a file that was cut off has all of its metadata. */
export async function measureImage(bytes: Uint8Array): Promise<ImageMeasure | ImageRefusal> {
  if (isHevc(bytes)) return { reason: 'format' };
  try {
    const metadata = await sharp(bytes).metadata();
    const { autoOrient, compression, format, hasAlpha, pages = 1 } = metadata;
    if (compression === 'hevc') return { reason: 'format' };
    const { width, height } = autoOrient;
    if (format === 'svg') return measureDrawing(bytes, { width, height });
    const isAnimated = pages > 1 && (format === 'gif' || format === 'webp');
    if (!isAnimated && widthsFor(width, height).length === 0) return { reason: 'tall' };
    await readPixels(bytes);
    return { width, height, hasAlpha, ...(isAnimated ? { untouched: format } : { original: planOriginal(metadata) }) };
  } catch {
    return { reason: isForeign(bytes) ? 'format' : 'unreadable' };
  }
}

/** Rejects if the pixels are damaged. Decoders read all of them, but compute only those of the smallest offered width. */
async function readPixels(bytes: Uint8Array): Promise<void> {
  await open(bytes)
    .resize({ width: offeredWidths[0] ?? 1, withoutEnlargement: true })
    .raw()
    .toBuffer();
}

/**
 * Encodes one published file of an image: `abc-800.avif` is 800 pixels wide, `abc-social.jpg` is the crop for social
 * cards, `abc-square96.webp` the crop for portraits, `abc.svg` the bytes as they are. Orientation is applied and metadata left out. Rejects if the pixels are
 * damaged.
 */
export async function encodeImage(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const [, size, extension = ''] = /^[^-.]+(?:-(\w+))?\.(\w+)$/.exec(name) ?? [];
  if (size === undefined) return bytes;
  if (size === 'social') return encodeCard(bytes);
  const [, side] = /^square(\d+)$/.exec(size) ?? [];
  const image =
    side === undefined
      ? open(bytes).resize({ width: Number(size), withoutEnlargement: true })
      : open(bytes).resize(Number(side), Number(side), { position: sharp.strategy.attention });
  if (extension === 'avif') return image.avif(avif).toBuffer();
  if (extension === 'webp') return image.webp({ quality: quality.webp }).toBuffer();
  if (extension === 'png') return image.png({ compressionLevel: 9 }).toBuffer();
  return image.flatten({ background: '#fff' }).jpeg({ quality: quality.jpg, mozjpeg: true }).toBuffer();
}

async function encodeCard(bytes: Uint8Array): Promise<Uint8Array> {
  const measured = await measureImage(bytes);
  const isDrawing = 'untouched' in measured && measured.untouched === 'svg';
  const scale = isDrawing ? Math.max(card.width / measured.width, card.height / measured.height) : 1;
  const crop = await open(bytes, Math.min(72 * Math.max(1, scale), 7200))
    .flatten({ background: '#fff' })
    .resize(card.width, card.height, { fit: 'cover', position: isDrawing ? 'centre' : sharp.strategy.attention })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = crop.info;
  let encoded: Uint8Array = new Uint8Array();
  for (const attempt of card.qualities) {
    const pixels = sharp(crop.data, { raw: { width, height, channels } });
    encoded = await pixels.jpeg({ quality: attempt, mozjpeg: true }).toBuffer();
    if (encoded.length < card.bytes) break;
  }
  return encoded;
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
