/** Creates an element with properties and children. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

let note: HTMLElement | undefined;
let hiding = 0;
const noteMs = 6000;

/** Says a sentence at the lower edge of the window for a while; screen readers read it out. */
export function say(sentence: string): void {
  if (!note) {
    note = create('p', { className: 'reader-note', role: 'status' });
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
