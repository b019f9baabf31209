/** Where an internal link leads, decoded. */
export interface LinkTarget {
  path: string;
  /** Without `#`; '' where there is none. */
  fragment: string;
}

/**
 * The place of the site that a link leads to; undefined where it leaves the site.
 * @param page the decoded path of the page that the link is on
 * @param origin the site's own, `https://news.example`
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
