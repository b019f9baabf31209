import script from './gallery-script.ts?worker&url';

/** Makes the pictures of galleries open large in the page. The script for that is loaded at the first press. */
export function enhanceGalleries(): void {
  document.addEventListener('click', async (press) => {
    const target = press.target instanceof Element ? press.target : undefined;
    const link = target?.closest<HTMLAnchorElement>('.gallery .enlarge');
    if (!link || press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
    press.preventDefault();
    try {
      await import(/* @vite-ignore */ script);
      link.dispatchEvent(new Event('enlarge', { bubbles: true }));
    } catch {
      location.assign(link.href);
    }
  });
}
