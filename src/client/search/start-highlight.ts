import { loadScript } from '../load-script.ts';

/** Highlights `?q=` of the page's address in its article, by the script at `address`, loaded where there is something to do. */
export function startHighlight(address: string): void {
  if (location.search.includes('q=')) loadScript(address);
}
