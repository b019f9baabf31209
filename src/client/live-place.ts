/**
 * Opens the numbered page of live coverage that has the entry of the address: the page of the coverage keeps the anchors
 * of older entries beside the links to their pages.
 */
export function openPageOfEntry(): void {
  const follow = (): void => {
    const page = placeOf(location.hash)?.querySelector('a')?.href;
    if (page !== undefined) location.replace(page + location.hash);
  };
  addEventListener('hashchange', follow);
  follow();
}

function placeOf(hash: string): Element | null | undefined {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))?.closest('[data-live-older] li');
  } catch {
    return undefined;
  }
}
