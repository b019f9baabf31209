import { enhanceCopyButtons } from './copy-button.ts';
import { enhanceEmbeds } from './embeds.ts';
import { askAgain, type Outcome } from './live/ask-again.ts';
import { insertEntries, newEntries, updateCoverage } from './live/coverage.ts';
import { createPageRequests } from './live/page-requests.ts';
import { UpdateButton } from './live/update-button.ts';
import { showRelativeTimes } from './relative-times.ts';
import { enhanceShareButtons } from './share-button.ts';

/**
 * Keeps the page of open coverage (`section[data-live="open"]`) current while it is read: asks for the page itself,
 * brings in what was edited, deleted or pinned, and offers what is new in a button. Stops when the coverage is closed.
 */
export function followCoverage(): void {
  const section = document.querySelector<HTMLElement>('[data-live="open"]');
  if (section === null) return;
  const request = createPageRequests(location.pathname);
  let newest: Element | undefined;
  const button = new UpdateButton(section, () => newest && bringIn(section, newest, button));
  section.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link && newest && isOfNewEntry(link, section, newest)) bringIn(section, newest, button);
  });
  askAgain(async (): Promise<Outcome> => {
    const page = await request();
    if (page === undefined) return 'same';
    const source = page.querySelector<HTMLElement>('[data-live]');
    if (source === null) throw new Error('This is not the page of the coverage.');
    newest = source;
    for (const changed of updateCoverage(section, source)) enhance(changed);
    button.say(newEntries(section, source).length);
    if (source.dataset.live === 'open') return 'new';
    section.dataset.live = source.dataset.live;
    button.announce(section.querySelector('[data-live-state]')?.firstChild?.textContent?.trim() ?? '');
    return 'over';
  });
}

/** A list of key events may lead to an entry that is not in the page yet. */
function isOfNewEntry(link: HTMLAnchorElement, section: HTMLElement, newest: Element): boolean {
  const id = decodeURIComponent(link.hash.slice(1));
  return newEntries(section, newest).some((entry) => entry.id === id);
}

/** Inserts the new entries. A reader above them sees them come; for all others nothing moves. */
function bringIn(section: HTMLElement, newest: Element, button: UpdateButton): void {
  const first = section.querySelector('[data-live-entries] > li');
  const isAbove = first === null || first.getBoundingClientRect().top >= 0;
  for (const entry of section.querySelectorAll<HTMLElement>('[data-fresh]')) delete entry.dataset.fresh;
  const inserted = insertEntries(section, newest, !isAbove);
  for (const entry of inserted) {
    entry.dataset.fresh = '';
    enhance(entry);
  }
  const [top] = inserted;
  button.hide();
  if (top === undefined) return;
  top.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
  const { top: start, bottom: end } = top.getBoundingClientRect();
  if (end <= 0 || start >= innerHeight) button.leadTo(top);
}

/** Gives what was added to the page the scripts of every page. */
function enhance(added: Element): void {
  showRelativeTimes(added);
  enhanceEmbeds(added);
  enhanceShareButtons(added);
  enhanceCopyButtons(added);
}
