/** Takes the form away where the thread's time has come since the page was built. Returns whether the thread is closed. */
export function closeByAge(section: HTMLElement, closesAt: string | undefined): boolean {
  if (closesAt !== undefined && Date.parse(closesAt) <= Date.now()) close(section);
  return section.dataset.state === 'closed';
}

export function close(section: HTMLElement): void {
  section.dataset.state = 'closed';
  section.querySelector('[data-comments-closed]')?.removeAttribute('hidden');
  section.querySelector('[data-comments-answer]')?.setAttribute('hidden', '');
}
