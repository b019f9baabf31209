/** Where an internal link leads; both parts are decoded. */
interface LinkTarget {
  path: string;
  /** Without `#`; '' if the link has no fragment. */
  fragment: string;
}

/**
 * Resolves a link of a page; returns undefined if the link leaves the site.
 * @param page the decoded path of the page
 * @param origin the site's origin, such as `https://news.example`
 */
export function resolveInternalLink(url: string, page: string, origin: string): LinkTarget | undefined {
  const target = URL.parse(url, new URL(encodeURI(page), origin));
  if (target === null || target.origin !== new URL(origin).origin) return undefined;
  return { path: decode(target.pathname), fragment: decode(target.hash.slice(1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
