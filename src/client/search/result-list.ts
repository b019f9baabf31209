import type { MarkedRun } from '../../lib/arabic/search/matching.ts';
import { resultAddress } from './address.ts';
import type { SearchResult } from './types.ts';

export interface ResultList {
  /** Adds results; `text` is what their articles highlight. Gives the link of the first of them. */
  add(results: readonly SearchResult[], text: string): HTMLAnchorElement | undefined;
  clear(): void;
  /** Moves the focus to the first result, if there is one. */
  enter(): void;
}

/**
 * Fills `[data-search-results]` in it: exact results go to `ol[data-nearness=exact]`, near ones to `ol[data-nearness=near]` in
 * `[data-search-near]`, which is shown where there are any. A result is made of `template[data-search-result]`, whose
 * `[data-field]` elements are `title` (an `a`), `section`, `date` and `excerpt`. Arrows go from result to result; above the
 * first of them, and with Escape, to `onLeave`.
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
    const place = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Escape' || (step === -1 && place === 0)) onLeave();
    else if (step !== undefined && place >= 0) all[place + step]?.focus();
    else return;
    event.preventDefault();
  });

  return {
    add: (results, text) => {
      const items = results.map((result) => {
        const item = createItem(template, result, text);
        lists.find(({ dataset }) => dataset.nearness === result.nearness)?.append(item);
        return item;
      });
      if (near) near.hidden = near.querySelector('li') === null;
      return items[0]?.querySelector('a') ?? undefined;
    },
    clear: () => {
      for (const list of lists) list.replaceChildren();
      if (near) near.hidden = true;
    },
    enter: () => links()[0]?.focus(),
  };
}

function createItem(template: HTMLTemplateElement | null, result: SearchResult, text: string): HTMLElement {
  const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const plain = (value: string): MarkedRun[] => [{ text: value, marked: false }];
  const fields: Record<string, MarkedRun[]> = {
    title: result.title,
    excerpt: result.excerpt,
    section: plain(result.section),
    date: plain(result.date),
  };
  for (const field of item.querySelectorAll<HTMLElement>('[data-field]')) {
    field.replaceChildren(...toNodes(fields[field.dataset.field ?? ''] ?? []));
    if (field instanceof HTMLAnchorElement) field.href = resultAddress(result.url, text);
  }
  return item;
}

/** Texts, of which the marked ones stand in `<mark>`. */
export function toNodes(runs: readonly MarkedRun[]): Node[] {
  return runs.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}
