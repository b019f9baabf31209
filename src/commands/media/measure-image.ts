import { imageSize } from 'image-size';
import sharp from 'sharp';
import type { MediaEntry } from '../../schema/media-lock.ts';

type Measure = Pick<MediaEntry, 'width' | 'height' | 'type'>;

/** By the names that `image-size` has for formats. */
const types: Readonly<Record<string, MediaEntry['type']>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

/**
 * Reads the size of an image from its first bytes, as it is shown. Returns `foreign` for a format that pages do not
 * show from other sites, and undefined if the size is not in these bytes. `sharp` cannot do it: it needs all of a
 * WebP file.
 */
export function measureHead(bytes: Uint8Array): Measure | 'svg' | 'foreign' | undefined {
  try {
    const { width, height, orientation = 1, type = '' } = imageSize(bytes);
    if (type === 'svg') return 'svg';
    const mediaType = types[type];
    // Nothing marks a TGA file: any file that begins with zeros may be taken for one.
    if (mediaType === undefined) return type === 'tga' ? undefined : 'foreign';
    if (!(width > 0 && height > 0)) return undefined;
    return { ...(orientation >= 5 ? { width: height, height: width } : { width, height }), type: mediaType };
  } catch {
    return undefined;
  }
}

/** The most pixels that are decoded for one colour. */
const mostPixels = 120_000_000;

/**
 * Returns the average colour of an image: `#5c8f6c`. Undefined if the bytes do not show all of it, or if something
 * would show through it. The first scan of a progressive JPEG has all of the picture; other formats must be whole.
 */
export async function averageColor(bytes: Uint8Array, isWhole: boolean): Promise<string | undefined> {
  try {
    const image = sharp(bytes, { failOn: isWhole ? 'error' : 'none', limitInputPixels: mostPixels });
    const { hasAlpha, isProgressive, format } = await image.metadata();
    const showsAll = isWhole || (format === 'jpeg' && isProgressive === true);
    if (hasAlpha || !showsAll) return undefined;
    const pixel = await image.resize(1, 1, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer();
    return `#${pixel.subarray(0, 3).toString('hex')}`;
  } catch {
    return undefined;
  }
}
