/** How far below the upper edge of the window somebody reads, as a part of its height. */
const readingLine = 1 / 4;

/** What the last change has moved: browsers scroll by whole pixels, and without this a day of changes would add up. */
let owed = 0;

/**
 * Makes a change of the page without moving what is being read: the first of `blocks` that ends below the reading line
 * and is still there afterwards stays where it is, to the pixel. Browsers that keep the place themselves
 * would do it in another way, or a second time, so this is switched off meanwhile.
 */
export function keepingPlace(blocks: readonly Element[], change: () => void): void {
  const { style } = document.documentElement;
  style.setProperty('overflow-anchor', 'none');
  const line = innerHeight * readingLine;
  const places = blocks.map((block) => ({ block, ...edgesOf(block) })).filter(({ bottom }) => bottom > line);
  change();
  const kept = places.find(({ block }) => block.isConnected);
  if (kept) {
    const wanted = kept.top + owed;
    scrollBy({ top: edgesOf(kept.block).top - wanted, behavior: 'instant' });
    const missed = wanted - edgesOf(kept.block).top;
    // More than that means that the page has no room to scroll.
    owed = Math.abs(missed) < 1 ? missed : 0;
  }
  requestAnimationFrame(() => style.removeProperty('overflow-anchor'));
}

function edgesOf(block: Element): { top: number; bottom: number } {
  const { top, bottom } = block.getBoundingClientRect();
  return { top, bottom };
}
