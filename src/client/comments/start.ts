/** How far below the window the section is when its script is fetched and the service is first asked. */
const nearness = '600px';
const signsOfAReader = ['scroll', 'pointermove', 'pointerdown', 'touchstart', 'keydown'];

/**
 * Brings the section of comments (`[data-comments]`, see `mountComments`) to life: when a reader has shown that there is one
 * and the section is near the window, when the focus enters it, or when the address leads to a comment. Before that nothing
 * of it is fetched, and nothing is asked of the service.
 */
export function startComments(root: ParentNode = document): void {
  const section = root.querySelector<HTMLElement>('[data-comments]');
  if (section === null) return;
  const start = async (): Promise<void> => {
    const { mountComments } = await import('./section.ts');
    mountComments(section);
  };
  section.addEventListener('focusin', start);
  if (/^#comment/.test(location.hash)) void start();
  const watch = (): void => {
    for (const sign of signsOfAReader) removeEventListener(sign, watch);
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void start();
      },
      { rootMargin: nearness },
    );
    observer.observe(section);
  };
  for (const sign of signsOfAReader) addEventListener(sign, watch, { passive: true });
}
