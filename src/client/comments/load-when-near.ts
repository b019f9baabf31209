/** The comment script is loaded when the section is this near to the viewport. */
const distance = '600px';
const signsOfAReader = ['scroll', 'pointermove', 'pointerdown', 'touchstart', 'keydown'];

/**
 * Loads the script of the comment section (`[data-comments]`) from `template[data-comments-script]` in one of three
 * cases: the reader has scrolled, pointed or typed and the section is near the viewport; the focus enters the section;
 * or the URL's fragment leads to a comment. Until then the script is not fetched, and the service gets no request.
 */
export function loadCommentsWhenNear(root: ParentNode = document): void {
  const section = root.querySelector<HTMLElement>('[data-comments]');
  if (section === null) return;
  const load = (): void => {
    const template = root.querySelector<HTMLTemplateElement>('template[data-comments-script]');
    if (template) document.head.append(template.content.cloneNode(true));
    template?.remove();
  };
  section.addEventListener('focusin', load);
  if (/^#comment/.test(location.hash)) load();
  const watch = (): void => {
    for (const sign of signsOfAReader) removeEventListener(sign, watch);
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load();
      },
      { rootMargin: distance },
    );
    observer.observe(section);
  };
  for (const sign of signsOfAReader) addEventListener(sign, watch, { passive: true });
}
