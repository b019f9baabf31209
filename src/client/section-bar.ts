/**
 * Scrolls the bar of sections, which is wider than a phone, so that the current section is in its middle. The page
 * itself does not scroll, as it would with `scrollIntoView`.
 */
export function showCurrentSection(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-sections]')) {
    const current = bar.querySelector('[aria-current]');
    if (current) bar.scrollBy({ left: middleOf(current) - middleOf(bar) });
  }
}

function middleOf(element: Element): number {
  const { x, width } = element.getBoundingClientRect();
  return x + width / 2;
}
