/** Whether a URL names a host of its own: `https://…`, `//…`. */
export function isAbsoluteUrl(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}

/** The URL with each `%` that encodes nothing written as `%25`, as the standards want it. */
export function encodeStrayPercents(url: string): string {
  return url.replace(/%(?![0-9a-f]{2})/gi, '%25');
}
