import { type DigitSystem, formatDigits } from '../../lib/arabic/digits.ts';
import { mayNeedIsolate } from '../../lib/arabic/isolates.ts';
import { loadBidi } from './isolated-nodes.ts';
import { type FilterName, filterNames, type SearchState } from './search-address.ts';
import type { SearchFilterCounts } from './types.ts';

const maxOptions = 100;

/** The controls that filter and sort results: a `select` for each filter, and one for the order. */
export interface FilterControls {
  isOpen(): boolean;
  read(): Omit<SearchState, 'text'>;
  show(state: SearchState): void;
  /** Offers the values that the results have, each with its count. */
  offer(counts: SearchFilterCounts): void;
}

/**
 * Runs `details[data-search-narrowing]`. It contains a `select[name]` for each of `section`, `author`, `year`, `tag`
 * and `sort`, and `button[data-search-reset]`, shown while any filter is chosen. The first option of each `select` has
 * no value. `onOpen` is called when the reader opens `details`, since the filters' values are needed then; `onChange`
 * when the reader has changed a choice.
 */
export function startFilterControls(
  details: HTMLDetailsElement,
  digits: DigitSystem,
  { onOpen, onChange }: { onOpen(): void; onChange(): void },
): FilterControls {
  const selects = new Map([...details.querySelectorAll('select')].map((select) => [select.name, select]));
  const reset = details.querySelector<HTMLButtonElement>('[data-search-reset]');
  const chosen = (name: string): string => selects.get(name)?.value ?? '';

  function read(): Omit<SearchState, 'text'> {
    const filters: SearchState['filters'] = {};
    for (const name of filterNames) if (chosen(name) !== '') filters[name] = chosen(name);
    return { filters, sort: chosen('sort') === 'date' ? 'date' : 'relevance' };
  }

  function showReset(): void {
    if (reset) reset.hidden = Object.keys(read().filters).length === 0;
  }

  let isOpenedByScript = false;
  details.addEventListener('toggle', () => {
    if (details.open && !isOpenedByScript) onOpen();
    isOpenedByScript = false;
  });
  details.addEventListener('change', () => {
    showReset();
    onChange();
  });
  reset?.addEventListener('click', () => {
    for (const name of filterNames) choose(selects.get(name), '');
    showReset();
    details.querySelector('summary')?.focus();
    onChange();
  });

  return {
    isOpen: () => details.open,
    read,
    show: ({ filters, sort }) => {
      for (const name of filterNames) choose(selects.get(name), filters[name] ?? '');
      choose(selects.get('sort'), sort === 'date' ? 'date' : '');
      showReset();
      if (details.open || (Object.keys(filters).length === 0 && sort !== 'date')) return;
      isOpenedByScript = true;
      details.open = true;
    },
    offer: (counts) => {
      for (const name of filterNames) offerOptions(selects.get(name), counts[name], digits);
    },
  };
}

/** Selects a value; adds an option for it if there is none. */
function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (!select) return;
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered) select.add(createOption(value));
  select.value = value;
}

function offerOptions(
  select: HTMLSelectElement | undefined,
  counts: SearchFilterCounts[FilterName],
  digits: DigitSystem,
): void {
  if (!select) return;
  const chosen = select.value;
  const options = counts
    .slice(0, maxOptions)
    .map(({ value, count }) => createOption(value, ` (${formatDigits(count, digits)})`));
  select.replaceChildren(...[...select.options].slice(0, 1), ...options);
  choose(select, chosen);
  // A newsroom without tags has nothing to choose from.
  const label = select.closest('label');
  if (label) label.hidden = select.options.length < 2;
}

/** Creates the option of a value, whose text may follow it and may need isolates. */
function createOption(value: string, after = ''): HTMLOptionElement {
  const option = new Option(value + after, value);
  if (mayNeedIsolate(value))
    void loadBidi().then(({ isolateWithCharacters }) => {
      option.text = isolateWithCharacters(value) + after;
    });
  return option;
}
