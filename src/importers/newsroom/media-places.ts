import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { fileTypeOf } from '../../lib/file-types.ts';
import { fileName } from './addresses.ts';
import type { SourceMedia } from './source.ts';

export interface MediaPlaces {
  /** URLs of the files placed so far, by file. */
  all: Map<string, string>;
  /**
   * Assigns an image a file in `folder`, to which `src` is relative, by its address or its key in the media library.
   * Undefined if the image is not available.
   */
  placeImage(address: string, key: string | undefined, folder: string): { src: string; alt: string } | undefined;
  /** Assigns a recording or a document a file in `folder` in the same way, and returns its path there. */
  placeFile(address: string, folder: string): string | undefined;
}

const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;

/**
 * Places each file beside the entry that shows it or links to it, with the original of the media library if there is one.
 * @param missing URLs of files that could not be fetched
 * @param base the address of the old site, to which addresses may be relative
 * @param earlier URLs of the files that earlier imports have placed, by file
 */
export function createMediaPlaces(
  media: readonly SourceMedia[],
  missing: ReadonlySet<string>,
  base: string,
  earlier: ReadonlyMap<string, string> = new Map(),
): MediaPlaces {
  const all = new Map<string, string>();
  const byKey = new Map(media.map((file) => [file.key, file]));
  const byAddress = new Map(media.map((file) => [keyOfAddress(file.address), file]));
  const findOriginal = (written: string, key: string | undefined): { original: string; alt: string } => {
    const address = withoutService(URL.canParse(written, base) ? new URL(written, base).href : written);
    const known =
      (key === undefined ? undefined : byKey.get(key)) ??
      namesOfOriginal(address)
        .map((name) => byAddress.get(keyOfAddress(name)))
        .find((file) => file !== undefined);
    return { original: known?.address || address, alt: known?.alt ?? '' };
  };
  const claim = (original: string, extension: string, folder: string): string => {
    const name = fileName(original);
    const stem = (name.toLowerCase().endsWith(extension) && slugify(name.slice(0, -extension.length))) || 'file';
    for (let number = 1; ; number += 1) {
      const src = `${stem}${number === 1 ? '' : `-${number}`}${extension}`;
      const file = `${folder}/${src}`;
      const owner = earlier.get(file) ?? all.get(file);
      if (owner !== undefined && owner !== original) continue;
      all.set(file, original);
      return src;
    }
  };
  const isAvailable = (original: string): boolean =>
    /^https?:\/\//.test(original) && URL.canParse(original) && !missing.has(original);
  return {
    all,
    placeImage(address, key, folder) {
      const { original, alt } = findOriginal(address, key);
      const extension = imageFile.exec(fileName(original))?.[0].toLowerCase() ?? extensionOfGoogle(original);
      if (extension === undefined || !isAvailable(original)) return undefined;
      return { src: claim(original, extension, folder), alt };
    },
    placeFile(address, folder) {
      const { original } = findOriginal(address, undefined);
      const name = fileName(original);
      const extension = /\.\w+$/.exec(name)?.[0].toLowerCase();
      if (extension === undefined || !fileTypeOf(name) || !isAvailable(original)) return undefined;
      return claim(original, extension, folder);
    },
  };
}

/** Google's images have names without endings, such as `…/img/a/AVvXsE=s0`. */
function extensionOfGoogle(address: string): string | undefined {
  return /^https?:\/\/(?:blogger|lh\d)\.googleusercontent\.com\/.*=\w+$/.test(address) ? '.jpg' : undefined;
}

/**
 * Returns the address of the file behind a service that makes its sizes: Photon (`https://i0.wp.com/host/path?w=300`) and
 * Cloudflare's (`https://host/cdn-cgi/image/width=300/path`); without a query that asks for a size.
 */
function withoutService(address: string): string {
  const own = address
    .replace(/^https?:\/\/i\d\.wp\.com\//i, 'https://')
    .replace(
      /(https?:\/\/[^/]+)\/cdn-cgi\/image\/[^/]+\/(?=(https?:\/\/)?)/i,
      (_whole, host: string, inner?: string) => (inner === undefined ? `${host}/` : ''),
    );
  const isSized = /[?&](?:w|h|width|height|resize|fit|quality|ssl|strip|crop)=/i.test(own);
  return isSized && /\/(?:wp-content|uploads)\//.test(own) ? own.replace(/[?#].*$/, '') : own;
}

/**
 * Returns an address, and those that the original of a resized or edited copy may have: WordPress appends `-300x200`,
 * `-scaled`, `-rotated` or `-e1234567890123` to the names of copies.
 */
function namesOfOriginal(address: string): string[] {
  const unsized = address.replace(/-\d+x\d+(?=\.\w+(?:[?#]|$))/, '');
  const unscaled = unsized.replace(/-(?:scaled|rotated)(?=\.\w+(?:[?#]|$))/, '');
  const unedited = unscaled.replace(/-e\d{10,}(?=\.\w+(?:[?#]|$))/, '');
  const scaled = unsized.replace(/(?=\.\w+(?:[?#]|$))/, '-scaled');
  return [...new Set([address, unsized, unscaled, unedited, scaled])];
}

/** Returns the same key for all spellings of the address of a file. */
function keyOfAddress(address: string): string {
  return decodePart(address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$/, '')).normalize('NFC');
}
