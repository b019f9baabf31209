/** How far below the window the section is when its script is fetched and the service is first asked. */
const nearness = '600px';
const signsOfAReader = ['scroll', 'pointermove', 'pointerdown', 'touchstart', 'keydown'];

/**
 * Brings the section of comments (`[data-comments]`, see `mountComments`) to life by the script that waits in
 * `template[data-comments-script]`: when a reader has shown that there is one
 * and the section is near the window, when the focus enters it, or when the address leads to a comment. Before that nothing
 * of it is fetched, and nothing is asked of the service.
 */
export function startComments(root: ParentNode = document): void {
  const section = root.querySelector<HTMLElement>('[data-comments]');
  if (section === null) return;
  const start = (): void => {
    const pattern = root.querySelector<HTMLTemplateElement>('template[data-comments-script]');
    if (pattern) document.head.append(pattern.content.cloneNode(true));
    pattern?.remove();
  };
  section.addEventListener('focusin', start);
  if (/^#comment/.test(location.hash)) start();
  const watch = (): void => {
    for (const sign of signsOfAReader) removeEventListener(sign, watch);
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        start();
      },
      { rootMargin: nearness },
    );
    observer.observe(section);
  };
  for (const sign of signsOfAReader) addEventListener(sign, watch, { passive: true });
}
