import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { fileName } from './addresses.ts';
import type { SourceMedia } from './source.ts';

export interface ImagePlaces {
  /** URLs of the images placed so far, by file. */
  all: Map<string, string>;
  /**
   * Assigns an image a file in `folder`, to which `src` is relative, by its address or its key in the media library.
   * Undefined if the image is not available.
   */
  place(address: string, key: string | undefined, folder: string): { src: string; alt: string } | undefined;
}

const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;
/** What WordPress appends to the names of resized copies: `photo-300x200.jpg`, `photo-scaled.jpg`. */
const sizeInName = /-(?:\d+x\d+|scaled)(?=\.\w+$)/;

/**
 * Places each image beside the entry that shows it, with the original of the media library if there is one.
 * @param missing URLs of images that could not be fetched
 * @param base the address of the old site, to which addresses may be relative
 */
export function createImagePlaces(
  media: readonly SourceMedia[],
  missing: ReadonlySet<string>,
  base: string,
): ImagePlaces {
  const all = new Map<string, string>();
  const byKey = new Map(media.map((file) => [file.key, file]));
  const byAddress = new Map(media.map((file) => [keyOfAddress(file.address), file]));
  return {
    all,
    place(written, key, folder) {
      const address = URL.canParse(written, base) ? new URL(written, base).href : written;
      const known =
        (key === undefined ? undefined : byKey.get(key)) ??
        byAddress.get(keyOfAddress(address)) ??
        byAddress.get(keyOfAddress(address.replace(sizeInName, '')));
      const original = known?.address || address;
      const alt = known?.alt ?? '';
      if (!/^https?:\/\//.test(original) || missing.has(original)) return undefined;
      const name = fileName(original);
      const extension = imageFile.exec(name)?.[0].toLowerCase();
      if (extension === undefined) return undefined;
      const stem = slugify(name.slice(0, -extension.length)) || 'image';
      for (let number = 1; ; number += 1) {
        const src = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
        const file = `${folder}/${src}`;
        const owner = all.get(file);
        if (owner !== undefined && owner !== original) continue;
        all.set(file, original);
        return { src, alt };
      }
    },
  };
}

function keyOfAddress(address: string): string {
  return decodePart(address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$/, ''));
}
