import { giscusOrigin } from '../lib/comments/giscus.ts';

/**
 * Makes every `a[data-comments-frame]` open its comment service in place: a click replaces the link with an iframe of
 * the same URL and moves the focus to it. The attribute's value is the iframe's title. Nothing is loaded from the
 * service before the click. After a login to giscus the iframe opens without one, see `withSession`. A click with a
 * modifier key follows the link.
 */
export function enhanceCommentFrames(root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-comments-frame]')) {
    link.addEventListener('click', (press) => {
      if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      open(link);
    });
    if (new URL(location.href).searchParams.has('giscus') && link.href.startsWith(giscusOrigin)) open(link);
  }
}

function open(link: HTMLAnchorElement): void {
  const frame = document.createElement('iframe');
  frame.title = link.dataset.commentsFrame ?? '';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = link.href.startsWith(giscusOrigin) ? withSession(link.href) : link.href;
  link.replaceWith(frame);
  frame.focus();
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    const height = data?.giscus?.resizeHeight;
    if (origin === giscusOrigin && source === frame.contentWindow && height > 0)
      frame.style.blockSize = `${Number(height)}px`;
  });
}

/**
 * Moves the session of a giscus login from the page's URL to the iframe's. After a login, GitHub sends readers back to
 * the page with the session as `?giscus=`, and giscus expects it as `?session=` in its iframe.
 */
function withSession(address: string): string {
  const page = new URL(location.href);
  const session = page.searchParams.get('giscus');
  if (session === null) return address;
  page.searchParams.delete('giscus');
  history.replaceState(history.state, '', page);
  const frame = new URL(address);
  frame.searchParams.set('session', session);
  return frame.href;
}
