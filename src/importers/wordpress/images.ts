import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart, fileName } from './addresses.ts';
import { plainText } from './body.ts';
import type { WordPressItem } from './export.ts';
import type { BodyContext } from './types.ts';

export interface ImagePlaces {
  /** By content-relative name. */
  all: Map<string, string>;
  place(address: string, id: string | undefined, folder: string): { src: string; alt: string } | undefined;
}

const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;
/** What WordPress adds to the names of the smaller files that it makes of an image. */
const sizeInName = /-(?:\d+x\d+|scaled)(?=\.\w+$)/;

/** Gives each image a name beside the article that shows it, and the largest file that there is of it. */
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

/** The image above a post's text, or its address where it cannot be had. */
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

/** See `BodyContext.gallery`. */
export function findGallery(
  ids: readonly string[],
  post: WordPressItem,
  attachments: ReadonlyMap<string, WordPressItem>,
): ReturnType<BodyContext['gallery']> {
  const own = [...attachments.values()].filter(
    ({ parent, attachmentUrl }) => parent === post.id && imageFile.test(attachmentUrl),
  );
  const chosen = ids.length > 0 ? ids.flatMap((id) => attachments.get(id) ?? []) : own;
  return chosen.map(({ id, attachmentUrl, excerpt }) => ({ address: attachmentUrl, id, caption: plainText(excerpt) }));
}
