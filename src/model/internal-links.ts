import { isRootedPath, pathWithin } from '../lib/base-path.ts';
import { decodePart } from '../lib/decode-path.ts';
import { absoluteUrl, hrefTo } from './urls.ts';

/** Where an internal link leads; both parts are decoded. */
interface LinkTarget {
  /** From the root of the site, without its base path; that of a link which climbs out of the site begins with `/../`. */
  path: string;
  /** Without `#`; '' if the link has no fragment, or leads to the top of its page. */
  fragment: string;
}

/**
 * Resolves a link of the content, whose paths begin at the root of the site; returns undefined if the link leaves the
 * site. With http and https, it is the same site.
 * @param page the decoded path of the page
 * @param siteUrl the site's address, such as `https://news.example` or `https://press.example/news`
 */
export function resolveInternalLink(url: string, page: string, siteUrl: string): LinkTarget | undefined {
  const written = url.trim();
  return resolveHref(isRootedPath(written) ? hrefTo(written, { url: siteUrl }) : written, page, siteUrl);
}

/** Resolves a link as a page has it, where paths include the site's base path; otherwise like `resolveInternalLink`. */
export function resolveHref(href: string, page: string, siteUrl: string): LinkTarget | undefined {
  const target = URL.parse(href, absoluteUrl(encodeURI(page), { url: siteUrl }));
  if (target === null || !/^https?:$/.test(target.protocol) || target.host !== new URL(siteUrl).host) return undefined;
  const path = pathWithin(target.pathname, siteUrl);
  if (path === undefined && hasHost(href)) return undefined;
  const fragment = decodePart(target.hash.slice(1));
  return { path: path ?? `/..${decodePart(target.pathname)}`, fragment: isTop(fragment) ? '' : fragment };
}

/** Whether a URL names its host: `https://…`, `//…`. */
function hasHost(url: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(url);
}

/** Browsers lead `#top` to the top of a page that has no such anchor (https://html.spec.whatwg.org/#the-indicated-part-of-the-document). */
function isTop(fragment: string): boolean {
  return /^top$/i.test(fragment);
}
