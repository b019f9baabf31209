import { videoPlayerOrigin } from '../lib/youtube.ts';

/**
 * Makes every `a[data-video]` play in place: a click replaces the link with an iframe of YouTube's player without
 * cookies, starts the video and moves the focus to the iframe. `data-video` is the video's id, `data-video-title` the
 * iframe's title. Nothing is loaded from YouTube before the click. A click with a modifier key follows the link.
 */
export function enhanceVideoLinks(root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-video]')) {
    link.addEventListener('click', (press) => {
      if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      const frame = document.createElement('iframe');
      frame.className = 'video-frame';
      frame.title = link.dataset.videoTitle ?? '';
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.src = videoFrameUrl(link.dataset.video ?? '');
      link.replaceWith(frame);
      frame.focus();
    });
  }
}

/** Returns the URL of the player for a video's id. `rel=0` limits the suggestions at the end to the same channel. */
export function videoFrameUrl(id: string): string {
  return `${videoPlayerOrigin}/embed/${encodeURIComponent(id)}?autoplay=1&rel=0&hl=ar`;
}
