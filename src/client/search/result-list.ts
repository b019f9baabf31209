import type { MarkedRun } from '../../lib/arabic/search/matching.ts';
import { createIsolatedNodes } from './isolated-nodes.ts';
import { resultAddress } from './search-address.ts';
import type { SearchResult } from './types.ts';

export interface ResultList {
  /**
   * Adds results, and keeps room below them for `rest` further ones of the same height. Their links carry the query `text`, for the
   * articles to highlight. Returns the link of the first one.
   */
  add(results: readonly SearchResult[], text: string, rest: number): HTMLAnchorElement | undefined;
  clear(): void;
  focusFirst(): void;
}

/**
 * Runs the results in `page`. Exact ones are added to `ol[data-nearness=exact]`, near ones to `ol[data-nearness=near]`.
 * The latter is in `[data-search-near]`, which is hidden while there are no near results. Each result is a copy of
 * `template[data-search-result]`, whose `[data-field]` elements are `title` (a link), `section`, `date` and `excerpt`.
 * The arrow keys move from result to result; Escape, and the up arrow on the first result, call `onLeave`.
 */
export function startResultList(page: HTMLElement, onLeave: () => void): ResultList {
  const container = page.querySelector<HTMLElement>('[data-search-results]');
  const near = page.querySelector<HTMLElement>('[data-search-near]');
  const template = page.querySelector<HTMLTemplateElement>('template[data-search-result]');
  const lists = [...page.querySelectorAll<HTMLElement>('[data-nearness]')];

  const links = (): HTMLAnchorElement[] => [...page.querySelectorAll<HTMLAnchorElement>('a[data-field=title]')];

  container?.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const index = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Escape' || (step === -1 && index === 0)) onLeave();
    else if (step !== undefined && index >= 0) all[index + step]?.focus();
    else return;
    event.preventDefault();
  });

  return {
    add: (results, text, rest) => {
      const items = results.map((result) => {
        const item = createItem(template, result, text);
        lists.find(({ dataset }) => dataset.nearness === result.nearness)?.append(item);
        return item;
      });
      if (near) near.hidden = near.querySelector('li') === null;
      if (container) container.style.paddingBottom = `${rest * (items[0]?.offsetHeight ?? 0)}px`;
      return items[0]?.querySelector('a') ?? undefined;
    },
    clear: () => {
      for (const list of lists) list.replaceChildren();
      if (near) near.hidden = true;
    },
    focusFirst: () => links()[0]?.focus(),
  };
}

function createItem(template: HTMLTemplateElement | null, result: SearchResult, text: string): HTMLElement {
  const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const unmarked = (value: string): MarkedRun[] => [{ text: value, marked: false }];
  const fields: Record<string, MarkedRun[]> = {
    title: result.title,
    excerpt: result.excerpt,
    section: unmarked(result.section),
    date: unmarked(result.date),
  };
  for (const field of item.querySelectorAll<HTMLElement>('[data-field]')) {
    field.replaceChildren(...createIsolatedNodes(fields[field.dataset.field ?? ''] ?? []));
    if (field instanceof HTMLAnchorElement) field.href = resultAddress(result.url, text);
  }
  return item;
}
