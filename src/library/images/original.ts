import sharp, { type Metadata, type Sharp } from 'sharp';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { stripJpeg, stripPng, stripWebp } from './strip-metadata.ts';

/** The file of a photograph as it is published in one piece: without metadata, and no larger than screens show. */
export interface Original {
  extension: 'jpg' | 'png' | 'webp';
  /** Pixels as shown, with the orientation from EXIF applied. */
  width: number;
  height: number;
}

type Measured = Pick<Metadata, 'format' | 'depth' | 'orientation' | 'autoOrient'>;

/** The longest side of an original in pixels. */
const longestSide = 2400;
/** A drawing as long as a scroll keeps this width in pixels, so that it can be read. */
const leastWidth = 800;
const quality = 85;
/** A file that has more bytes, and more for each pixel than a photograph needs, is encoded again. */
const light = { bytes: 400_000, bytesPerPixel: 0.35 };

/** Digest of everything besides an image's bytes that its original depends on. Raise `version` with its bytes. */
export const originalSettings = digestText(JSON.stringify({ version: 2, longestSide, leastWidth, quality, light }));

/** Returns the name of the original of an image, which stands for its bytes: `1f0c-original.jpg`. */
export function nameOriginal(bytes: Uint8Array, { extension }: Pick<Original, 'extension'>): string {
  return `${digestText(originalSettings + digestBytes(bytes))}-original.${extension}`;
}

/** Says what the original of an image will be, from what `sharp` reads of its header, and the length of its file. */
export function planOriginal(metadata: Measured, length: number, isTransparent: boolean): Original {
  return { extension: extensionOf(metadata, isHeavy(length, metadata), isTransparent), ...sizeOf(metadata) };
}

function sizeOf(metadata: Measured): Pick<Original, 'width' | 'height'> {
  const { width, height } = metadata.autoOrient;
  const scaled = (side: number) => Math.max(1, Math.round(side * scaleOf(metadata)));
  return { width: scaled(width), height: scaled(height) };
}

/**
 * Makes the original of an image. One that is small enough keeps its pixels as they are compressed, and its orientation
 * in EXIF if it is a JPEG. Others are encoded again, upright and in sRGB, and rejected if their pixels are damaged.
 */
export async function encodeOriginal(bytes: Uint8Array, extension: Original['extension']): Promise<Uint8Array> {
  const image = sharp(bytes, { failOn: 'error' }).autoOrient();
  const metadata = await image.metadata();
  const isKept = scaleOf(metadata) === 1 && metadata.format === extension.replace('jpg', 'jpeg');
  const stripped = isKept ? strip(bytes, metadata) : undefined;
  if (stripped && !isHeavy(stripped.length, metadata)) return stripped;
  const { width, height } = sizeOf(metadata);
  const encoded = await encode(image.resize(width, height, { fit: 'fill' }), extension);
  return stripped && stripped.length <= encoded.length ? stripped : encoded;
}

function encode(image: Sharp, extension: Original['extension']): Promise<Uint8Array> {
  if (extension === 'png') return image.png().toBuffer();
  if (extension === 'webp') return image.webp({ quality, effort: 1 }).toBuffer();
  return image.flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
}

function isHeavy(length: number, { autoOrient: { width, height } }: Measured): boolean {
  return length > Math.max(light.bytes, light.bytesPerPixel * width * height);
}

function scaleOf({ autoOrient: { width, height } }: Measured): number {
  return Math.min(1, Math.max(longestSide / Math.max(width, height), leastWidth / width));
}

/** A format that every browser shows, and keeps transparency. Photographs in PNG are several times as long. */
function extensionOf(metadata: Measured, isHeavy: boolean, isTransparent: boolean): Original['extension'] {
  const { format } = metadata;
  const isScaled = scaleOf(metadata) < 1;
  if (format === 'jpeg') return 'jpg';
  if (format === 'webp' && (isTransparent || !isScaled)) return 'webp';
  if (isTransparent) return isHeavy || format === 'heif' ? 'webp' : 'png';
  const isDrawn = format === 'gif' || (format === 'png' && !isScaled);
  return isDrawn && !isHeavy ? 'png' : 'jpg';
}

function strip(bytes: Uint8Array, { format, depth, orientation = 1 }: Measured): Uint8Array | undefined {
  if (format === 'jpeg') return stripJpeg(bytes, orientation);
  // Browsers do not agree about the orientation of other formats.
  if (orientation !== 1) return undefined;
  // No screen shows 16 bits for each channel.
  if (format === 'png') return depth === 'ushort' ? undefined : stripPng(bytes);
  return format === 'webp' ? stripWebp(bytes) : undefined;
}
