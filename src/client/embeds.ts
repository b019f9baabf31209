/**
 * Makes every `a[data-frame]` load in place: a click shows the frame at this address instead of the link and moves the
 * focus to it. Nothing is loaded from the provider before. A click with a modifier key follows the link. The link stays
 * for print, which shows no frames.
 */
export function enhanceEmbeds(root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-frame]')) {
    link.addEventListener('click', (press) => {
      if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      const frame = document.createElement('iframe');
      frame.title = link.dataset.title ?? '';
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.src = link.dataset.frame ?? '';
      link.dataset.loaded = '';
      link.after(frame);
      frame.focus();
    });
  }
}
