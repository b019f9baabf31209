/**
 * Closes the thread when its closing time has passed since the page was built. Returns whether the thread is closed.
 */
export function closeThreadIfDue(section: HTMLElement, closesAt: string | undefined): boolean {
  if (closesAt !== undefined && Date.parse(closesAt) <= Date.now()) closeThread(section);
  return section.dataset.state === 'closed';
}

/** Hides the form and shows the sentence that says that the thread is closed. */
export function closeThread(section: HTMLElement): void {
  section.dataset.state = 'closed';
  section.querySelector('[data-comments-closed]')?.removeAttribute('hidden');
  section.querySelector('[data-comments-answer]')?.setAttribute('hidden', '');
}
