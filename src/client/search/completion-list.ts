import { showIsolated } from './isolated-nodes.ts';

export interface CompletionList {
  /** Shows these completions of the typed text, the most likely first; an empty list closes the popup. */
  offer(texts: readonly string[]): void;
  close(): void;
}

interface CompletionHandlers {
  /** The reader has chosen a completion. */
  onTake(text: string): void;
  /** The reader has pressed the down arrow on the last option, or while the list is closed. */
  onLeave(): void;
}

/**
 * Turns a text field and its list of options into a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The
 * focus stays in the field: the arrow keys move through the options, Enter takes the active one, Escape closes the
 * list.
 */
export function startCompletionList(
  input: HTMLInputElement,
  list: HTMLElement,
  { onTake, onLeave }: CompletionHandlers,
): CompletionList {
  /** The index of the active option; -1 for none. */
  let active = -1;
  let offered: readonly string[] = [];

  function activate(index: number): void {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function offer(texts: readonly string[]): void {
    offered = texts;
    list.replaceChildren(...texts.map((text, index) => createOption(text, `${list.id}-${index}`)));
    input.setAttribute('aria-expanded', String(texts.length > 0));
    activate(-1);
  }

  function take(option: Element | null | undefined): void {
    const text = option && offered[[...list.children].indexOf(option)];
    if (text === undefined || text === null) return;
    offer([]);
    onTake(text);
  }

  /** Returns whether the key was handled. */
  function handleKey(key: string): boolean {
    const last = list.children.length - 1;
    if (key === 'ArrowDown' && active < last) activate(active + 1);
    else if (key === 'ArrowDown') {
      activate(-1);
      onLeave();
    } else if (key === 'ArrowUp' && active >= 0) activate(active - 1);
    else if (key === 'Enter' && active >= 0) take(list.children[active]);
    else if (key === 'Escape' && last >= 0) offer([]);
    else return false;
    return true;
  }

  makeCombobox(input, list);
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && handleKey(event.key)) event.preventDefault();
  });
  // Otherwise a press would take the focus out of the field and close a phone's keyboard.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    take(target instanceof Element ? target.closest('[role=option]') : undefined);
  });
  return { offer, close: () => offer([]) };
}

/**
 * Sets the attributes of a combobox. The HTML does not have them, since there are no completions without scripts: the
 * field must be a plain one then.
 */
function makeCombobox(input: HTMLInputElement, list: HTMLElement): void {
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.setAttribute('aria-controls', list.id);
}

function createOption(text: string, id: string): HTMLElement {
  const option = document.createElement('div');
  option.role = 'option';
  option.id = id;
  option.ariaSelected = 'false';
  void showIsolated(option, text);
  return option;
}
