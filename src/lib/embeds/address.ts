/** The room that a frame takes: that of a film, of a post or an upright film, or of a player for sounds. */
export type EmbedShape = 'wide' | 'tall' | 'low';

/** A page of a provider, and the frame that shows it inside another page. */
export interface EmbeddedPage {
  /** On the provider's own origin. */
  frame: string;
  /** For authors and for readers without scripts. */
  page: string;
  shape: EmbedShape;
}

/** An address on the web, without `www.` and the like before its host. */
export interface Address {
  host: string;
  path: string;
  query: URLSearchParams;
  hash: string;
}

const longestUrl = 2000;

/** Reads a URL; undefined if no provider has such addresses. */
export function readAddress(url: string): Address | undefined {
  const parsed = url.length > longestUrl ? null : URL.parse(url.startsWith('//') ? `https:${url}` : url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.port !== '' || parsed.username !== '')
    return undefined;
  const host = parsed.hostname.replace(/^(?:www|m|mobile|web)\./, '');
  return { host, path: parsed.pathname.replace(/\/+$/, ''), query: parsed.searchParams, hash: parsed.hash };
}
