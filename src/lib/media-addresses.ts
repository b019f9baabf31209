import { decodePart } from './decode-path.ts';
import { encodeWritten, isAbsoluteUrl } from './written-urls.ts';

/** The addresses of images that are stored outside the newsroom. */

/** Whether an author means an image of another site, whatever is wrong with its address. */
export function isRemoteImage(src: string): boolean {
  return isAbsoluteUrl(src);
}

/**
 * Returns the form in which the lock and pages have the address of an image; undefined if pages must not load it: one
 * without encryption, or with a password. What follows `#` is left out, because servers never see it.
 */
export function mediaAddress(written: string): string | undefined {
  const url = /^https:\/\//i.test(written) ? URL.parse(written) : null;
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
}

/** Returns the encrypted address that was probably meant by `http://…` or `//…`; undefined if it is none either. */
export function secureAddress(written: string): string | undefined {
  const meant = written.replace(/^(?:http:)?\/\//i, 'https://');
  return meant !== written && mediaAddress(meant) !== undefined ? meant : undefined;
}

/** The paths by which content names images of the folder that lies outside the repository. */
export const mediaPath = '/media/';

/**
 * Returns the address of what content names below `/media/`, if settings say where that folder is; else the name. A name
 * that leaves the folder (`/media/../x`) stays as it is too.
 */
export function placeMedia(src: string, base: string | undefined): string {
  if (base === undefined || !src.startsWith(mediaPath)) return src;
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(src.slice(mediaPath.length)) ?? [];
  if (
    decodePart(path)
      .split(/[/\\]/)
      .some((segment) => segment === '.' || segment === '..')
  )
    return src;
  return new URL(`${base}${encodeWritten(path)}${query}`.replaceAll('#', '%23')).href;
}
