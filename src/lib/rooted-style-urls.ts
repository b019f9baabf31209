/** Quotation marks may be written as HTML writes them in attributes. */
const rooted = /(?:\burl\(\s*|@import\s+)(?:["']|&(?:quot|apos|#0*3[49]|#x0*2[27]);)?(\/(?![/\\])[^"'()&\s]{0,2000})/gi;

/** Finds the URLs in CSS that begin at the root of the site: `url(/a.png)`. */
export function findRootedStyleUrls(css: string): { url: string; start: number }[] {
  return [...css.matchAll(rooted)].map(({ 0: whole, 1: url = '', index }) => ({
    url,
    start: index + whole.length - url.length,
  }));
}

/** Puts a base path before each URL in CSS that begins at the root of the site. */
export function placeStyleUrls(css: string, base: string): string {
  if (base === '') return css;
  const places = findRootedStyleUrls(css).map(({ start }) => start);
  return [0, ...places].map((start, index) => (index === 0 ? '' : base) + css.slice(start, places[index])).join('');
}
