/** Where an internal link leads; both parts are decoded. */
interface LinkTarget {
  path: string;
  /** Without `#`; '' if the link has no fragment, or leads to the top of its page. */
  fragment: string;
}

/**
 * Resolves a link of a page; returns undefined if the link leaves the site. With http and https, it is the same site.
 * @param page the decoded path of the page
 * @param origin the site's origin, such as `https://news.example`
 */
export function resolveInternalLink(url: string, page: string, origin: string): LinkTarget | undefined {
  const target = URL.parse(url, new URL(encodeURI(page), origin));
  if (target === null || !/^https?:$/.test(target.protocol) || target.host !== new URL(origin).host) return undefined;
  const fragment = decode(target.hash.slice(1));
  return { path: decode(target.pathname), fragment: isTop(fragment) ? '' : fragment };
}

/** Browsers lead `#top` to the top of a page that has no such anchor (https://html.spec.whatwg.org/#the-indicated-part-of-the-document). */
function isTop(fragment: string): boolean {
  return /^top$/i.test(fragment);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
