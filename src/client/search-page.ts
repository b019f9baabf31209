import type { DigitSystem } from '../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import type { MarkedRun } from '../lib/arabic/search/matching.ts';
import { createSearch } from './search.ts';
import type { SearchResult } from './search-types.ts';

/** What the page says while it works: the JSON in `data-words`. */
export interface SearchWords {
  searching: string;
  failed: string;
  results: NounForms;
}

const resultsAtOnce = 10;
const typingPause = 250;

/**
 * Runs the search page: `[data-search]`, which holds
 * - `data-index`, the address of the search index, loaded with the first query; `data-words`, a `SearchWords` in JSON;
 *   `data-digits`, `latn` (also when absent) or `arab`;
 * - a `form` with `input[name=q]`, kept in step with `?q=` in the address;
 * - `[data-search-status]` (a `role="status"`), where the number of results and failures are announced;
 * - `[data-search-results]`, a list filled from `template[data-search-result]`, whose `[data-field]` elements are `title`
 *   (an `a`), `section`, `date` and `excerpt`;
 * - `button[data-search-more]`, shown while there are more results.
 * Its `data-state` is `empty`, `searching`, `done` or `failed`.
 */
export function startSearchPage(root: ParentNode = document): void {
  const page = root.querySelector<HTMLElement>('[data-search]');
  if (page === null) return;
  const form = part<HTMLFormElement>(page, 'form');
  const input = part<HTMLInputElement>(page, 'input[name=q]');
  const status = part(page, '[data-search-status]');
  const list = part(page, '[data-search-results]');
  const template = part<HTMLTemplateElement>(page, 'template[data-search-result]');
  const more = part<HTMLButtonElement>(page, 'button[data-search-more]');
  const words: SearchWords = JSON.parse(page.dataset.words ?? '{}');
  const digits: DigitSystem = page.dataset.digits === 'arab' ? 'arab' : 'latn';

  const engine = createSearch(page.dataset.index ?? '');
  let latestSearch = 0;
  let shown = 0;
  let typing = 0;

  function show(state: 'empty' | 'searching' | 'done' | 'failed', message: string): void {
    if (page) page.dataset.state = state;
    status.textContent = message;
  }

  function fail(): void {
    more.hidden = true;
    show('failed', words.failed);
  }

  async function showMore(query: string, search: number): Promise<HTMLElement | null> {
    const { results, exact, near } = await engine.find({ text: query, from: shown, limit: resultsAtOnce });
    if (search !== latestSearch) return null;
    const items = results.map((result) => resultItem(template, result));
    if (shown === 0) list.replaceChildren(...items);
    else list.append(...items);
    shown += results.length;
    more.hidden = shown >= exact + near;
    show('done', countNoun(exact + near, words.results, digits));
    return items[0]?.querySelector('a') ?? null;
  }

  async function search(query: string): Promise<void> {
    latestSearch += 1;
    const mine = latestSearch;
    shown = 0;
    if (query === '') {
      list.replaceChildren();
      more.hidden = true;
      show('empty', '');
      return;
    }
    try {
      show('searching', status.textContent || words.searching);
      await showMore(query, mine);
    } catch {
      if (mine !== latestSearch) return;
      list.replaceChildren();
      fail();
    }
  }

  function searchTyped(): void {
    clearTimeout(typing);
    const query = input.value.trim();
    history.replaceState(history.state, '', addressOf(location.href, query));
    void search(query);
  }

  form.addEventListener('submit', (submission) => {
    submission.preventDefault();
    searchTyped();
  });
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(searchTyped, typingPause);
  });
  more.addEventListener('click', async () => {
    try {
      (await showMore(input.value.trim(), latestSearch))?.focus();
    } catch {
      fail();
    }
  });

  input.value = new URL(location.href).searchParams.get('q') ?? input.value;
  void search(input.value.trim());
}

/** The address of the search page for a query, or without `q` for none. */
export function addressOf(page: string, query: string): string {
  const address = new URL(page);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  return address.href;
}

function part<Part extends HTMLElement>(page: HTMLElement, selector: string): Part {
  const element = page.querySelector<Part>(selector);
  if (element === null) throw new Error(`The search page has no ${selector}`);
  return element;
}

function resultItem(template: HTMLTemplateElement, { url, title, excerpt, section, date }: SearchResult): HTMLElement {
  const item = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const runs: Record<string, MarkedRun[]> = {
    title,
    excerpt,
    section: [{ text: section, marked: false }],
    date: [{ text: date, marked: false }],
  };
  for (const field of item.querySelectorAll<HTMLElement>('[data-field]')) {
    const texts = runs[field.dataset.field ?? ''] ?? [];
    field.replaceChildren(...texts.map(({ text, marked }) => (marked ? mark(text) : text)));
    if (field instanceof HTMLAnchorElement) field.href = url;
  }
  return item;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}
