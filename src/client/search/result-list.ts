import { createIsolatedNodes, showIsolated } from './isolated-nodes.ts';
import { resultAddress } from './search-address.ts';
import type { MarkedText, SearchResult } from './types.ts';

/** An entity in the words of the page: «صفحة الكاتبة», the name, «3 مقالات». */
export interface ShownEntity {
  kind: string;
  name: string;
  count: string;
  url: string;
}

export interface ResultList {
  /**
   * Adds results, and keeps room below them for `rest` further ones of the same height. Their links carry the query `text`, for the
   * articles to highlight. Returns the link of the first one.
   */
  add(results: readonly SearchResult[], text: string, rest: number): HTMLAnchorElement | undefined;
  /** Replaces the entities above the results. */
  showEntities(entities: readonly ShownEntity[]): void;
  /** Removes results and entities. */
  clear(): void;
  /** Moves the focus to the first entity or result. */
  focusFirst(): void;
}

/**
 * Runs the results in `page`. Exact ones are added to `ol[data-nearness=exact]`, near ones to `ol[data-nearness=near]`.
 * The latter is in `[data-search-near]`, which is hidden while there are no near results. Each result is a copy of
 * `template[data-search-result]`, whose `[data-field]` elements are `title` (a link), `section`, `date` and `excerpt`.
 * Entities are added to `ul[data-search-entities]`, as copies of `template[data-search-entity]` with a link and the
 * fields `kind`, `name` and `count`. The arrow keys move from link to link; Escape, and the up arrow on the first link,
 * call `onLeave`.
 */
export function startResultList(page: HTMLElement, onLeave: () => void): ResultList {
  const container = page.querySelector<HTMLElement>('[data-search-results]');
  const near = page.querySelector<HTMLElement>('[data-search-near]');
  const named = page.querySelector<HTMLElement>('[data-search-entities]');
  const [result, entity] = ['result', 'entity'].map((name) =>
    page.querySelector<HTMLTemplateElement>(`template[data-search-${name}]`),
  );
  const lists = [...page.querySelectorAll<HTMLElement>('[data-nearness]')];

  const links = (): HTMLAnchorElement[] => [...(container?.querySelectorAll('a') ?? [])];

  container?.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const index = all.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Escape' || (step === -1 && index === 0)) onLeave();
    else if (step !== undefined && index >= 0) all[index + step]?.focus();
    else return;
    event.preventDefault();
  });

  function showEntities(entities: readonly ShownEntity[]): void {
    named?.replaceChildren(
      ...entities.map(({ kind, name, count, url }) => fillTemplate(entity, { kind, name: { name }, count }, url)),
    );
    if (named) named.hidden = entities.length === 0;
  }

  return {
    add: (results, text, rest) => {
      const items = results.map((found) => {
        const { title, excerpt, section, date, url } = found;
        const item = fillTemplate(
          result,
          { title, excerpt, section: { name: section }, date },
          resultAddress(url, text),
        );
        lists.find(({ dataset }) => dataset.nearness === found.nearness)?.append(item);
        return item;
      });
      if (near) near.hidden = near.querySelector('li') === null;
      if (container) container.style.paddingBottom = `${rest * (items[0]?.offsetHeight ?? 0)}px`;
      return items[0]?.querySelector('a') ?? undefined;
    },
    showEntities,
    clear: () => {
      for (const list of lists) list.replaceChildren();
      if (near) near.hidden = true;
      showEntities([]);
    },
    focusFirst: () => links()[0]?.focus(),
  };
}

/** A text without isolates, such as a date; a name, which may need some; a text with those that it has. */
type Content = string | { name: string } | MarkedText;

/** Copies a template with these texts in its fields; its link leads to `url`. */
function fillTemplate(
  template: HTMLTemplateElement | null | undefined,
  fields: Readonly<Record<string, Content>>,
  url: string,
): HTMLElement {
  const item = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  for (const field of item.querySelectorAll<HTMLElement>('[data-field]')) {
    const content = fields[field.dataset.field ?? ''] ?? '';
    if (typeof content === 'string') field.textContent = content;
    else if ('name' in content) void showIsolated(field, content.name);
    else field.replaceChildren(...createIsolatedNodes(content));
  }
  for (const link of item.querySelectorAll('a')) link.href = url;
  return item;
}
