/** URLs as authors write them. */

/** Whether a URL contains a host: `https://…`, `//…`. */
export function isAbsoluteUrl(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}

/** Replaces each `%` without two hexadecimal digits after it by `%25`, which makes the URL valid (RFC 3986 §2.1). */
export function encodeStrayPercents(url: string): string {
  return url.replace(/%(?![0-9a-f]{2})/gi, '%25');
}

/** Encodes what must not stand in a URL, and leaves what is encoded already. */
export function encodeWritten(url: string): string {
  return encodeStrayPercents(encodeURI(url.toWellFormed()).replaceAll('%25', '%'));
}
