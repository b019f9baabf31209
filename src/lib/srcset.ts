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
