import type { DigitSystem } from '../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../lib/arabic/plural.ts';
import { openParts, type PagefindFragment, type PagefindInstance, type PagefindResult } from './pagefind.ts';

/** What the page says while it works: the JSON in `data-words`. */
export interface SearchWords {
  searching: string;
  failed: string;
  results: NounForms;
}

const resultsAtOnce = 10;
const typingPause = 250;

/** A run of an excerpt; `marked` is what matched the query. */
export interface ExcerptRun {
  text: string;
  marked: boolean;
}

/**
 * Reads Pagefind's excerpt, which is text with `<mark>` around matches and `&lt;` `&gt;` for the text's own brackets, as
 * runs of plain text. Any other markup stays text.
 */
export function readExcerpt(excerpt: string): ExcerptRun[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((run) => run !== '')
    .map((run) => {
      const match = /^<mark>(.*)<\/mark>$/s.exec(run)?.[1];
      return {
        text: (match ?? run).replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
        marked: match !== undefined,
      };
    });
}

/**
 * Runs the search page: `[data-search]`, which holds
 * - `data-index`, the address of the search index, loaded with the first query; `data-words`, a `SearchWords` in JSON;
 *   `data-digits`, `latn` (also when absent) or `arab`;
 * - a `form` with `input[name=q]`, kept in step with `?q=` in the address;
 * - `[data-search-status]` (a `role="status"`), where the number of results and failures are announced;
 * - `[data-search-results]`, a list filled from `template[data-search-result]`, whose `[data-field]` elements are `title`
 *   (an `a`), `section`, `date` and `excerpt`; section and date are Pagefind's metadata or filters of those names, and an
 *   element without a value is left out;
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

  let parts: Promise<PagefindInstance[]> | undefined;
  let failures = 0;
  let latestSearch = 0;
  let found: PagefindResult[] = [];
  let shown = 0;
  let typing = 0;

  function load(): Promise<PagefindInstance[]> {
    parts ??= openParts(page?.dataset.index ?? '', failures);
    return parts;
  }

  function show(state: 'empty' | 'searching' | 'done' | 'failed', message: string): void {
    if (page) page.dataset.state = state;
    status.textContent = message;
  }

  function fail(): void {
    failures += 1;
    parts = undefined;
    more.hidden = true;
    show('failed', words.failed);
  }

  async function showMore(search: number): Promise<HTMLElement | null> {
    const isFirst = shown === 0;
    const batch = found.slice(shown, shown + resultsAtOnce);
    shown += batch.length;
    const pages = await Promise.all(batch.map((result) => result.data()));
    if (search !== latestSearch) return null;
    const items = pages.map((data) => resultItem(template, data));
    if (isFirst) list.replaceChildren(...items);
    else list.append(...items);
    more.hidden = shown >= found.length;
    return items[0]?.querySelector('a') ?? null;
  }

  async function search(query: string): Promise<void> {
    latestSearch += 1;
    const mine = latestSearch;
    if (query === '') {
      list.replaceChildren();
      more.hidden = true;
      show('empty', '');
      return;
    }
    try {
      show('searching', parts === undefined ? words.searching : (status.textContent ?? ''));
      const answers = await Promise.all((await load()).map((part) => part.search(query)));
      if (mine !== latestSearch) return;
      found = answers.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
      shown = 0;
      await showMore(mine);
      if (mine === latestSearch) show('done', countNoun(found.length, words.results, digits));
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
      (await showMore(latestSearch))?.focus();
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

function resultItem(template: HTMLTemplateElement, page: PagefindFragment): HTMLElement {
  const item = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  for (const field of item.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = field.dataset.field ?? '';
    const text = page.meta[name] ?? page.filters[name]?.[0];
    if (name === 'excerpt') {
      field.replaceChildren(...readExcerpt(page.excerpt).map((run) => (run.marked ? mark(run.text) : run.text)));
    } else if (text === undefined) {
      field.remove();
    } else {
      field.textContent = text;
    }
    if (field instanceof HTMLAnchorElement) field.href = page.url;
  }
  return item;
}

function mark(text: string): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
}
