/**
 * The end of a `sizes` attribute for a picture as wide as the window. Screens with three pixels and more for each CSS
 * pixel take the file that is sharp with two, since nobody sees more.
 */
export const windowWide = '(min-resolution: 2.5dppx) 60vw, 100vw';

/** The URL of each candidate. It ends at a space, so that it may have commas inside, as addresses of services do. */
const candidateUrl = /(?<=^|,)(\s*)([^\s,]\S*?)(?=,*(?:\s|$))/g;

/** Replaces the URLs in a `srcset`: `/a.avif 640w, /b.avif 960w`. */
export function mapSrcset(srcset: string, replace: (url: string) => string): string {
  return srcset.replace(candidateUrl, (_, space: string, url: string) => `${space}${replace(url)}`);
}

/** Lists the URLs in a `srcset`. */
export function urlsInSrcset(srcset: string): string[] {
  return [...srcset.matchAll(candidateUrl)].map(([, , url = '']) => url);
}
