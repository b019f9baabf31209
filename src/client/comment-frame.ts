const giscus = 'https://giscus.app';

/**
 * Makes every `a[data-comments-frame]` open its service where it stands: a press replaces the link by a frame of the same
 * address, named by the attribute, and moves the focus to it. Until then nothing is asked of the service; a press with a
 * modifier key follows the link.
 */
export function enhanceCommentFrames(root: ParentNode = document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-comments-frame]')) {
    link.addEventListener('click', (press) => {
      if (press.button !== 0 || press.metaKey || press.ctrlKey || press.shiftKey || press.altKey) return;
      press.preventDefault();
      open(link);
    });
    if (new URL(location.href).searchParams.has('giscus') && link.href.startsWith(giscus)) open(link);
  }
}

function open(link: HTMLAnchorElement): void {
  const frame = document.createElement('iframe');
  frame.title = link.dataset.commentsFrame ?? '';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = link.href.startsWith(giscus) ? withSession(link.href) : link.href;
  link.replaceWith(frame);
  frame.focus();
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    const height = data?.giscus?.resizeHeight;
    if (origin === giscus && source === frame.contentWindow && height > 0)
      frame.style.blockSize = `${Number(height)}px`;
  });
}

/** GitHub sends readers back with a session in the page's address; giscus keeps it there and reads it from its frame's. */
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
