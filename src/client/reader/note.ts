import { createElement } from '../create-element.ts';

let note: HTMLElement | undefined;
let hiding = 0;
const noteMs = 6000;

/** Says a sentence at the lower edge of the window for a while; screen readers read it out. */
export function say(sentence: string): void {
  if (!note) {
    note = createElement('p', { className: 'reader-note', role: 'status' });
    document.body.append(note);
  }
  const shown = note;
  shown.dataset.shown = '';
  // A live region that has just been added is not heard yet.
  setTimeout(() => {
    shown.textContent = sentence;
  }, 50);
  clearTimeout(hiding);
  hiding = window.setTimeout(() => {
    shown.textContent = '';
    delete shown.dataset.shown;
  }, noteMs);
}
