import { decodePart } from '../lib/decode-path.ts';
import { messages } from './messages.ts';
import { type Fault, meantUrl, readUrl, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

/**
 * The address of a site: an origin, and perhaps a path below it. It is kept in its canonical spelling and without a
 * slash at its end.
 */
export const siteAddress = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const address = readUrl(bare);
  if (address === undefined) {
    const { meant } = meantUrl(bare.replace(/\/$/, ''));
    return { tell: (key) => messages.notAnUrl(bare, key), ...(meant !== undefined && { meant }) };
  }
  const { origin, pathname } = new URL(address);
  const path = readSitePath(pathname);
  if (path === undefined) return { tell: () => messages.notASitePath(bare) };
  const meant = origin + new URL(path, origin).pathname.replace(/\/$/, '');
  if (address !== origin + pathname) return { tell: () => messages.notASiteAddress(bare), meant };
  const isAsMeant = decodePart(pathname.replace(/\/$/, '')).normalize('NFC') === path && !hasDotSegment(bare);
  return isAsMeant ? meant : { tell: () => messages.notASitePath(bare), meant };
});

/**
 * Returns the decoded path that was meant, without empty parts and without the name of its first page; undefined if it
 * has characters that links, `srcset` and the rules of hosts do not all read alike.
 */
function readSitePath(pathname: string): string | undefined {
  const parts = pathname.split('/').filter((part) => part !== '');
  if (/^index\.html?$/i.test(parts.at(-1) ?? '')) parts.pop();
  const decoded = parts.map(decodePart);
  if (!decoded.every((part) => /^[\p{L}\p{M}\p{N}_.~-]+$/u.test(part))) return undefined;
  return decoded.map((part) => `/${part.normalize('NFC')}`).join('');
}

/** Whether the address is written with `/./` or `/../`, which its reader would not see in it. */
function hasDotSegment(written: string): boolean {
  return /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(written);
}
