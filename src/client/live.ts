import { enhanceCopyButtons } from './copy-button.ts';
import { enhanceEmbeds } from './embeds.ts';
import { askAgain, type Outcome } from './live/ask-again.ts';
import { insertEntries, newEntries, updateCoverage } from './live/coverage.ts';
import { createPageRequests } from './live/page-requests.ts';
import { UpdateButton } from './live/update-button.ts';
import { showRelativeTimes } from './relative-times.ts';
import { enhanceShareButtons } from './share-button.ts';

/** A host may have no page for a moment while it is given a new one, so that one absence says nothing. */
const absencesAtEnd = 2;

/**
 * Keeps the page of open coverage (`section[data-live="open"]`) current while it is read: asks for the page itself,
 * brings in what was edited, deleted or pinned, and offers what is new in a button. Stops when the coverage is closed or
 * no longer there.
 */
export function followCoverage(): void {
  const section = document.querySelector<HTMLElement>('[data-live="open"]');
  if (section === null) return;
  const request = createPageRequests(location.pathname);
  let newest: Element | undefined;
  let absences = 0;
  const button = new UpdateButton(section, () => newest && bringIn(section, newest, button));
  section.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link && newest && isOfNewEntry(link, section, newest)) bringIn(section, newest, button);
  });
  askAgain(async (): Promise<Outcome> => {
    const page = await request();
    if (page === undefined && absences === 0) return 'same';
    const source = page instanceof Document ? page.querySelector<HTMLElement>('[data-live]') : null;
    if (source === null) {
      absences += 1;
      if (absences < absencesAtEnd) return 'same';
      sayGone(section, button);
      return 'over';
    }
    absences = 0;
    newest = source;
    for (const changed of updateCoverage(section, source)) enhance(changed);
    button.say(newEntries(section, source).length);
    if (source.dataset.live === 'open') return 'new';
    section.dataset.live = source.dataset.live;
    button.announce(section.querySelector('[data-live-state]')?.firstChild?.textContent?.trim() ?? '');
    return 'over';
  });
}

/** Says beside the link that loads the page again, and in the button if that is out of sight, that nothing comes. */
function sayGone(section: HTMLElement, button: UpdateButton): void {
  const sentence = section.dataset.liveGone ?? '';
  const state = section.querySelector<HTMLElement>('[data-live-state]');
  const words = document.createElement('span');
  words.textContent = sentence;
  state?.prepend(words);
  button.announce(sentence);
  button.hide();
  if (state) button.leadTo(state, sentence);
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
