import {
  choosesFormat,
  cropsPictures,
  type ImageService,
  type ImageSigning,
  originalOf,
  type ResizeRequest,
  resizedUrl,
} from '../../lib/image-services.ts';
import {
  largestPortraitSide,
  minOwnWidthRatio,
  portraitSides,
  socialImageSize,
  widestFallback,
} from '../../lib/picture-sizes.ts';
import type { Picture } from '../../markdown/types.ts';
import type { ImageSettings } from '../../schema/images.ts';
import type { Site } from '../../schema/site.ts';

/** The settings that decide which files and addresses a picture has. */
export type PictureSettings = Pick<Site, 'url' | 'images'>;

/** An image in one piece, of which a service makes sizes. */
export interface PictureOriginal {
  /** A path as pages write it, below the base path, or an absolute address. */
  url: string;
  width: number;
  height: number;
  mediaType: string;
  hasAlpha: boolean;
}

/** Returns the service of a site; undefined if builds make the sizes. */
export function imageServiceOf(
  { url, images: { service } }: PictureSettings,
  signing?: ImageSigning,
): ImageService | undefined {
  return service && { ...service, siteUrl: url, ...(signing && { signing }) };
}

/** Returns the picture whose sizes a service makes of an original. */
export function servedPicture(original: PictureOriginal, service: ImageService, settings: ImageSettings): Picture {
  const { url, width, height, mediaType } = original;
  if (service.name === 'none-but-originals') {
    return { src: url, width, height, sources: [], type: mediaType, social: url, socialSize: { width, height } };
  }
  const sizes = sizesOf(width, settings.widths);
  const format = original.hasAlpha ? 'png' : 'jpg';
  const shownWidth = Math.min(width, widestFallback);
  const shown = { width: shownWidth, height: Math.max(1, Math.round((height * shownWidth) / width)) };
  const src = resizedUrl(service, url, { width: widestFallback, format });
  return {
    src,
    ...shown,
    sources: sourcesOf(sizes, service, settings, (size) => resizedUrl(service, url, size)),
    // Vercel's service keeps the format of the original where a browser accepts no better one.
    type: cropsPictures(service) ? `image/${format.replace('jpg', 'jpeg')}` : mediaType,
    ...(cropsPictures(service)
      ? { social: resizedUrl(service, url, { ...socialImageSize, format: 'jpg' }) }
      : { social: src, socialSize: shown }),
  };
}

/** Returns the picture that stands for a person: a square, or the whole of it where the service crops none. */
export function servedPortrait(picture: Picture, service: ImageService, settings: ImageSettings): Picture {
  const { social: _social, socialSize: _size, ...whole } = picture;
  const original = originalOf(picture.src);
  if (original === undefined || !cropsPictures(service)) return whole;
  const side = largestPortraitSide;
  const square = ({ width, format }: ResizeRequest) =>
    resizedUrl(service, original, { width, height: width, keep: 'face', ...(format && { format }) });
  const sizes = portraitSides.map((asked) => ({ asked, shown: asked }));
  return {
    ...whole,
    src: square({ width: side, format: whole.type === 'image/png' ? 'png' : 'jpg' }),
    width: side,
    height: side,
    sources: sourcesOf(sizes, service, settings, square),
  };
}

/** A width that a service is asked for, and the width of the image that it returns, which is never enlarged. */
interface ServedSize {
  asked: number;
  shown: number;
}

/**
 * Returns the sizes of an image, from the widths of the settings only: Vercel's service refuses any other one. For the
 * image's own width a wider size is asked for, which is the image itself.
 */
function sizesOf(width: number, widths: readonly number[]): ServedSize[] {
  const narrower = widths.filter((asked) => asked <= width);
  const next = widths.find((asked) => asked > width);
  const isOwnWorthwhile = width >= (narrower.at(-1) ?? 0) * minOwnWidthRatio;
  return [
    ...narrower.map((asked) => ({ asked, shown: asked })),
    ...(next !== undefined && isOwnWorthwhile ? [{ asked: next, shown: width }] : []),
  ];
}

/** A service that chooses the format gets no type from pages, because they do not know it. */
function sourcesOf(
  sizes: readonly ServedSize[],
  service: ImageService,
  { formats }: ImageSettings,
  urlOf: (request: ResizeRequest) => string,
): Picture['sources'] {
  const srcset = (format?: ResizeRequest['format']) =>
    sizes.map(({ asked, shown }) => `${urlOf({ width: asked, ...(format && { format }) })} ${shown}w`).join(', ');
  if (choosesFormat(service)) return [{ srcset: srcset() }];
  return formats.length === 0
    ? [{ srcset: srcset('jpg') }]
    : formats.map((format) => ({ type: `image/${format}`, srcset: srcset(format) }));
}
