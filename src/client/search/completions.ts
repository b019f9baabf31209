export interface Completions {
  /** Shows what the text may become, the likeliest first; nothing where the list is empty. */
  offer(texts: readonly string[]): void;
  close(): void;
}

/**
 * Makes a combobox of a text field and its list of options (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus
 * stays in the field: arrows go through the options, Enter takes one, Escape closes the list. An arrow down that leads past
 * the last option, or that finds the list closed, calls `onLeave`.
 */
export function startCompletions(
  input: HTMLInputElement,
  list: HTMLElement,
  { onTake, onLeave }: { onTake(text: string): void; onLeave(): void },
): Completions {
  let active = -1;

  // Without a script there is nothing to combine: the field is a plain one in the page's source.
  Object.assign(input, { role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
  input.setAttribute('aria-controls', list.id);

  function activate(index: number): void {
    active = index;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === active));
    }
    const option = list.children[active];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function offer(texts: readonly string[]): void {
    list.replaceChildren(...texts.map((text, place) => createOption(text, `${list.id}-${place}`)));
    input.setAttribute('aria-expanded', String(texts.length > 0));
    activate(-1);
  }

  function close(): void {
    offer([]);
  }

  function take(option: Element | null | undefined): void {
    if (!option) return;
    const text = option.textContent ?? '';
    close();
    onTake(text);
  }

  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isOpen = list.children.length > 0;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      if (active < list.children.length - 1) activate(active + 1);
      else {
        activate(-1);
        onLeave();
      }
    } else if (event.key === 'ArrowUp' && active >= 0) {
      event.preventDefault();
      activate(active - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(list.children[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    }
  });
  // A press would take the focus out of the field, and on a phone the keyboard with it.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    take(target instanceof Element ? target.closest('[role=option]') : undefined);
  });

  return { offer, close };
}

function createOption(text: string, id: string): HTMLElement {
  const option = document.createElement('div');
  option.role = 'option';
  option.id = id;
  option.ariaSelected = 'false';
  option.textContent = text;
  return option;
}
