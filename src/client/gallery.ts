/**
 * Makes pictures with a link to their file open large in the page. The script for that is loaded at the first press;
 * `script` is its URL.
 */
export function enhanceGalleries(script: string): void {
  document.addEventListener('click', async (press) => {
    const target = press.target instanceof Element ? press.target : undefined;
    const link = target?.closest<HTMLAnchorElement>('.enlarge');
    if (!link || press.button || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
    press.preventDefault();
    try {
      await import(/* @vite-ignore */ script);
      link.dispatchEvent(new Event('enlarge', { bubbles: true }));
    } catch {
      location.assign(link.href);
    }
  });
}
