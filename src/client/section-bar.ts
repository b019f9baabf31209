/**
 * Scrolls the bar of sections, which is wider than a phone, so that the current section is in its middle. Lower on the
 * page, where a reload may begin, this would scroll the page itself.
 */
export function showCurrentSection(): void {
  const current = document.querySelector('.sections [aria-current]');
  if (scrollY === 0) current?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
