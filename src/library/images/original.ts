import sharp, { type Metadata } from 'sharp';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { stripJpeg, stripPng, stripWebp } from './strip-metadata.ts';

/** The file of a photograph as it is published in one piece: without metadata, and no larger than screens show. */
export interface Original {
  extension: 'jpg' | 'png' | 'webp';
  /** Pixels as shown, with the orientation from EXIF applied. */
  width: number;
  height: number;
}

type Measured = Pick<Metadata, 'format' | 'hasAlpha' | 'orientation' | 'autoOrient'>;

/** The longest side of an original in pixels. */
const longestSide = 2400;
/** A drawing as long as a scroll keeps this width in pixels, so that it can be read. */
const leastWidth = 800;
const quality = 85;

/** Digest of everything besides an image's bytes that its original depends on. Raise `version` with its bytes. */
export const originalSettings = digestText(JSON.stringify({ version: 1, longestSide, leastWidth, quality }));

/** Returns the name of the original of an image, which stands for its bytes: `1f0c-original.jpg`. */
export function nameOriginal(bytes: Uint8Array, { extension }: Original): string {
  return `${digestText(originalSettings + digestBytes(bytes))}-original.${extension}`;
}

/** Says what the original of an image will be, from what `sharp` reads of its header. */
export function planOriginal(metadata: Measured): Original {
  const { width, height } = metadata.autoOrient;
  const scale = scaleOf(metadata);
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { extension: extensionOf(metadata), width: scaled(width), height: scaled(height) };
}

/**
 * Makes the original of an image. One that is small enough keeps its pixels as they are compressed, and its orientation
 * in EXIF if it is a JPEG. Others are encoded again, upright and in sRGB, and rejected if their pixels are damaged.
 */
export async function encodeOriginal(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(bytes, { failOn: 'error' }).autoOrient();
  const metadata = await image.metadata();
  const stripped = scaleOf(metadata) === 1 ? strip(bytes, metadata) : undefined;
  if (stripped) return stripped;
  const { extension, width, height } = planOriginal(metadata);
  const resized = image.resize(width, height, { fit: 'fill' });
  if (extension === 'png') return resized.png().toBuffer();
  if (extension === 'webp') return resized.webp({ quality, effort: 1 }).toBuffer();
  return resized.flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
}

function scaleOf({ autoOrient: { width, height } }: Measured): number {
  return Math.min(1, Math.max(longestSide / Math.max(width, height), leastWidth / width));
}

/** A format that every browser shows, and keeps transparency. */
function extensionOf(metadata: Measured): Original['extension'] {
  const { format, hasAlpha } = metadata;
  if (format === 'jpeg') return 'jpg';
  if (format === 'gif') return 'png';
  if (scaleOf(metadata) === 1 && (format === 'png' || format === 'webp')) return format;
  return hasAlpha ? 'png' : 'jpg';
}

function strip(bytes: Uint8Array, { format, orientation = 1 }: Measured): Uint8Array | undefined {
  if (format === 'jpeg') return stripJpeg(bytes, orientation);
  // Browsers do not agree about the orientation of other formats.
  if (orientation !== 1) return undefined;
  if (format === 'png') return stripPng(bytes);
  return format === 'webp' ? stripWebp(bytes) : undefined;
}
