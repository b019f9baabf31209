import { mapSrcset } from '../lib/srcset.ts';
import type { Picture } from '../markdown/types.ts';
import type { Site } from '../schema/site.ts';
import { basePath, hrefOf } from './urls.ts';

/** Returns a picture with its URLs as pages write them. */
export function placePicture(picture: Picture, site: Pick<Site, 'url'>): Picture {
  if (basePath(site) === '') return picture;
  const placed = (url: string) => hrefOf(url, site);
  return {
    ...picture,
    src: placed(picture.src),
    sources: picture.sources.map((source) => ({ ...source, srcset: mapSrcset(source.srcset, placed) })),
    ...(picture.social !== undefined && { social: placed(picture.social) }),
  };
}
