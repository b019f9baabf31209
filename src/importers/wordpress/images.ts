import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { fileName } from './addresses.ts';
import { plainText } from './body.ts';
import type { WordPressItem } from './export.ts';
import type { BodyContext } from './types.ts';

export interface ImagePlaces {
  /** URLs of the images placed so far, by file. */
  all: Map<string, string>;
  /** Assigns an image a file in `folder`, to which `src` is relative. Undefined if the image is not available. */
  place(address: string, id: string | undefined, folder: string): { src: string; alt: string } | undefined;
}

const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;
/** What WordPress appends to the names of resized copies: `photo-300x200.jpg`, `photo-scaled.jpg`. */
const sizeInName = /-(?:\d+x\d+|scaled)(?=\.\w+$)/;

/**
 * Places each image beside the article that shows it, with the original of the media library if there is one.
 * @param attachments by id
 * @param missing URLs of images that could not be fetched
 */
export function createImagePlaces(
  attachments: ReadonlyMap<string, WordPressItem>,
  missing: ReadonlySet<string>,
): ImagePlaces {
  const all = new Map<string, string>();
  const byAddress = new Map([...attachments.values()].map((item) => [keyOfAddress(item.attachmentUrl), item]));
  return {
    all,
    place(address, id, folder) {
      const attachment =
        (id === undefined ? undefined : attachments.get(id)) ??
        byAddress.get(keyOfAddress(address)) ??
        byAddress.get(keyOfAddress(address.replace(sizeInName, '')));
      const original = attachment?.attachmentUrl || address;
      const alt = plainText(attachment?.meta.get('_wp_attachment_image_alt') ?? '');
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

/** Returns a post's featured image, or its URL in `missing` if it is not available; undefined if there is none. */
export function leadImage(
  item: WordPressItem,
  attachments: ReadonlyMap<string, WordPressItem>,
  place: BodyContext['image'],
): { image?: { src: string; alt?: string; caption?: string }; missing?: string } | undefined {
  const id = item.meta.get('_thumbnail_id');
  if (id === undefined || id === '' || id === '0') return undefined;
  const attachment = attachments.get(id);
  const placed = attachment && place(attachment.attachmentUrl, id);
  if (!placed) return { missing: attachment?.attachmentUrl ?? `?attachment_id=${id}` };
  const caption = plainText(attachment.excerpt);
  return {
    image: { src: placed.src, ...(placed.alt !== '' && { alt: placed.alt }), ...(caption !== '' && { caption }) },
  };
}

/** Implements `BodyContext.gallery` for one post. */
export function findGallery(
  ids: readonly string[],
  post: WordPressItem,
  attachments: ReadonlyMap<string, WordPressItem>,
): ReturnType<BodyContext['gallery']> {
  const attachedToPost = [...attachments.values()].filter(
    ({ parent, attachmentUrl }) => parent === post.id && imageFile.test(attachmentUrl),
  );
  const chosen = ids.length > 0 ? ids.flatMap((id) => attachments.get(id) ?? []) : attachedToPost;
  return chosen.map(({ id, attachmentUrl, excerpt }) => ({ address: attachmentUrl, id, caption: plainText(excerpt) }));
}
