import { type DigitSystem, formatDigits } from '../../lib/arabic/digits.ts';
import { filterNames, type SearchState } from './address.ts';
import type { SearchFilterCounts } from './types.ts';

const mostValues = 100;

/** What narrows and orders results: a `select` for each filter, and one for the order. */
export interface Narrowing {
  isOpen(): boolean;
  read(): Omit<SearchState, 'text'>;
  show(state: SearchState): void;
  /** Offers the values that the results have, each with its count. */
  offer(counts: SearchFilterCounts): void;
}

/**
 * Brings `details[data-search-narrowing]` to life. In it are `select[name]` for `section`, `author`, `year`, `tag` and
 * `sort`, whose first option has no value, and `button[data-search-reset]`, shown while anything is chosen. `onOpen` is called
 * when the values are first needed, `onChange` when the reader has chosen.
 */
export function startNarrowing(
  details: HTMLDetailsElement,
  digits: DigitSystem,
  { onOpen, onChange }: { onOpen(): void; onChange(): void },
): Narrowing {
  const selects = new Map([...details.querySelectorAll('select')].map((select) => [select.name, select]));
  const reset = details.querySelector<HTMLButtonElement>('[data-search-reset]');

  const chosen = (name: string): string => selects.get(name)?.value ?? '';

  function read(): Omit<SearchState, 'text'> {
    const filters: SearchState['filters'] = {};
    for (const name of filterNames) if (chosen(name) !== '') filters[name] = chosen(name);
    return { filters, sort: chosen('sort') === 'date' ? 'date' : 'relevance' };
  }

  function choose(name: string, value: string): void {
    const select = selects.get(name);
    if (!select) return;
    const isOffered = [...select.options].some((option) => option.value === value);
    if (!isOffered) select.add(new Option(value, value));
    select.value = value;
  }

  function showReset(): void {
    if (reset) reset.hidden = Object.keys(read().filters).length === 0;
  }

  function offer(counts: SearchFilterCounts): void {
    for (const name of filterNames) {
      const select = selects.get(name);
      if (!select) continue;
      const value = select.value;
      const options = counts[name]
        .slice(0, mostValues)
        .map((entry) => new Option(`${entry.value} (${formatDigits(entry.count, digits)})`, entry.value));
      select.replaceChildren(...[...select.options].slice(0, 1), ...options);
      choose(name, value);
    }
  }

  let isOpenedHere = false;
  details.addEventListener('toggle', () => {
    if (details.open && !isOpenedHere) onOpen();
    isOpenedHere = false;
  });
  details.addEventListener('change', () => {
    showReset();
    onChange();
  });
  reset?.addEventListener('click', () => {
    for (const name of filterNames) choose(name, '');
    showReset();
    details.querySelector('summary')?.focus();
    onChange();
  });

  return {
    isOpen: () => details.open,
    read,
    show: (state) => {
      for (const name of filterNames) choose(name, state.filters[name] ?? '');
      choose('sort', state.sort === 'date' ? 'date' : '');
      showReset();
      if (details.open || (Object.keys(state.filters).length === 0 && state.sort !== 'date')) return;
      isOpenedHere = true;
      details.open = true;
    },
    offer,
  };
}
