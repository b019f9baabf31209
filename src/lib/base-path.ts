import { decodePart } from './decode-path.ts';
import { isServicePath } from './image-services.ts';

/**
 * Returns the path that a site at this address lives below, decoded and without a slash at its end: '' or `/news`.
 * Addresses in the settings have only letters that mean the same encoded and decoded (`schema/site-address.ts`).
 */
export function basePathOf(siteUrl: string): string {
  const known = basePaths.get(siteUrl);
  if (known !== undefined) return known;
  const base = URL.canParse(siteUrl) ? decodeURI(new URL(siteUrl).pathname).replace(/\/+$/, '') : '';
  basePaths.set(siteUrl, base);
  return base;
}

/** By address of a site. Every link asks for its base path, and parsing the address takes longer than all the rest. */
const basePaths = new Map<string, string>();

/**
 * Whether a link is a path from the root of its site: `/about/`, but not `//host/`, nor the path of a service that makes
 * sizes of pictures for the whole host.
 */
export function isRootedPath(link: string): boolean {
  return link.startsWith('/') && !/^\/[/\\]/.test(link) && !isServicePath(link);
}

/** Whether an absolute URL leads into the site at this address; http and https are the same. */
export function isWithinSite(url: URL, siteUrl: string): boolean {
  return url.host === new URL(siteUrl).host && pathWithin(url.pathname, siteUrl) !== undefined;
}

/**
 * Returns the decoded path within a site of a path on its host: `/news/k7q3m/` → `/k7q3m/`, and `/news` → `/`; undefined
 * if it leads elsewhere.
 */
export function pathWithin(pathname: string, siteUrl: string): string | undefined {
  const base = basePathOf(siteUrl);
  const path = decodePart(pathname);
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}
