/**
 * Highlights `?q=` of the page's address in its article, by the script at `address`, which is loaded where there is something to
 * do: as an element, because the preloading of Vite's dynamic imports would weigh on every page.
 */
export function startHighlight(address: string): void {
  if (location.search.includes('q='))
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: address }));
}
