/**
 * Scrolls the bar of sections, which is wider than a phone, so that the current section is in its middle. The bar alone
 * is scrolled: `scrollIntoView` would move the page too, and the place from which the Tab key goes on.
 */
export function showCurrentSection(): void {
  const current = document.querySelector('.sections [aria-current]');
  const bar = current?.closest('ul');
  if (!current || !bar) return;
  const { left, width } = current.getBoundingClientRect();
  const frame = bar.getBoundingClientRect();
  bar.scrollLeft += left + width / 2 - frame.left - frame.width / 2;
}
