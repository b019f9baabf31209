/** Whether a URL contains a host: `https://…`, `//…`. */
export function isAbsoluteUrl(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}

/** Replaces each `%` without two hexadecimal digits after it by `%25`, which makes the URL valid (RFC 3986 §2.1). */
export function encodeStrayPercents(url: string): string {
  return url.replace(/%(?![0-9a-f]{2})/gi, '%25');
}
