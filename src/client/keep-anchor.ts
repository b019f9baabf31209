/**
 * Brings the anchor of an old address to the new one, which the page's own redirect would leave behind: the short link
 * of an article may be followed by the anchor of an entry of live coverage.
 */
export function keepAnchor(): void {
  const link = document.querySelector<HTMLAnchorElement>('main a');
  if (link && location.hash !== '') location.replace(link.href + location.hash);
}
