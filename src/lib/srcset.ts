/** Replaces the URLs in a `srcset`: `/a.avif 640w, /b.avif 960w`. */
export function mapSrcset(srcset: string, replace: (url: string) => string): string {
  return srcset.replace(/(?<=^|,)(\s*)([^\s,]+)/g, (_, space: string, url: string) => `${space}${replace(url)}`);
}
