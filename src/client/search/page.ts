import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../../lib/arabic/plural.ts';
import { addressOf, readState, type SearchState, trimQuery } from './address.ts';
import { startCompletions } from './completions.ts';
import { startNarrowing } from './narrowing.ts';
import { startResultList } from './result-list.ts';
import { createSearch } from './search.ts';
import type { SearchAnswer } from './types.ts';

/** What the page says while it works: the JSON in `data-words`. */
export interface SearchWords {
  searching: string;
  failed: string;
  /** How many results have all that was asked for; `zero` where there are none at all. */
  exact: NounForms;
  /** Said after `exact`, where near results follow the exact ones. */
  followedByNear: NounForms;
  /** Where there are near results alone. */
  onlyNear: NounForms;
  nothingInFilters: string;
  /** `#` stands for the query as it was probably meant. */
  didYouMean: string;
}

/** What of a search is kept with its entry in the browser's history. */
interface Visit {
  shown?: number;
  scroll?: number;
}

const resultsAtOnce = 10;
const typingPause = 200;

/**
 * Runs the search page: `[data-search]`, which holds
 * - `data-index`, the address of the search index, loaded with the first query; `data-words`, a `SearchWords` in JSON;
 *   `data-digits`, `latn` (also when absent) or `arab`;
 * - a `form` with `input[name=q]`, and the list `[data-search-completions]` of what is typed there: see `startCompletions`;
 * - what narrows results, `details[data-search-narrowing]`: see `startNarrowing`;
 * - `[data-search-status]`, where counts and failures are announced, and the link `[data-search-meant]`, «هل تقصد …؟»;
 * - `[data-search-results]`: see `startResultList`;
 * - `button[data-search-more]`, shown while there are more results.
 * `/` leads to the field. Its `data-state` is `empty`, `searching`, `done` or `failed`. What is searched for stands in the address: while somebody
 * types, in one entry of the browser's history; each other change is an entry of its own.
 */
export function startSearchPage(root: ParentNode = document): void {
  const page = root.querySelector<HTMLElement>('[data-search]');
  if (page === null) return;
  const input = part<HTMLInputElement>(page, 'input[name=q]');
  const status = part(page, '[data-search-status]');
  const meant = part<HTMLAnchorElement>(page, '[data-search-meant]');
  const more = part<HTMLButtonElement>(page, '[data-search-more]');
  const words: SearchWords = JSON.parse(page.dataset.words ?? '{}');
  const digits: DigitSystem = page.dataset.digits === 'arab' ? 'arab' : 'latn';
  const pageTitle = document.title;

  const engine = createSearch(page.dataset.index ?? '');
  const results = startResultList(page, () => input.focus());
  const completions = startCompletions(input, part(page, '[data-search-completions]'), {
    onTake: (text) => ask({ ...current(), text }),
    onLeave: results.enter,
  });
  const narrowing = startNarrowing(part(page, '[data-search-narrowing]'), digits, {
    onOpen: () => void search(current(), { limit: shown }),
    onChange: () => ask(current()),
  });
  let latestSearch = 0;
  let shown = 0;
  let typing = 0;
  /** Whether more typing changes the entry in the history that is there. */
  let isTypedEntry = input.value === '' && readState(location.href).text === '';

  const current = (): SearchState => ({ text: trimQuery(input.value), ...narrowing.read() });

  function show(state: 'empty' | 'searching' | 'done' | 'failed', message: string): void {
    if (page) page.dataset.state = state;
    status.textContent = message;
  }

  function showAnswer({ exact, near, filters, didYouMean }: SearchAnswer, state: SearchState): void {
    if (filters) narrowing.offer(filters);
    more.hidden = shown >= exact + near;
    meant.hidden = didYouMean === undefined;
    meant.textContent = words.didYouMean.replace('#', () => didYouMean ?? '');
    meant.href = addressOf(location.href, { ...state, text: didYouMean ?? '' });
    show('done', describe(exact, near, Object.keys(state.filters).length > 0));
  }

  function describe(exact: number, near: number, isNarrowed: boolean): string {
    if (exact === 0 && near > 0) return countNoun(near, words.onlyNear, digits);
    if (exact === 0 && isNarrowed) return words.nothingInFilters;
    const sentences = [countNoun(exact, words.exact, digits)];
    if (near > 0) sentences.push(countNoun(near, words.followedByNear, digits));
    return sentences.join(' ');
  }

  function empty(): void {
    results.clear();
    more.hidden = true;
    meant.hidden = true;
  }

  /** Shows the results of a search from the first, or further ones from `from`; gives the link of the first new one. */
  async function search(
    state: SearchState,
    { from = 0, limit = resultsAtOnce, isTyping = false },
  ): Promise<HTMLAnchorElement | undefined> {
    latestSearch += 1;
    const mine = latestSearch;
    document.title = state.text === '' ? pageTitle : `${state.text.replace(/\p{Bidi_Control}/gu, '')} – ${pageTitle}`;
    if (state.text === '') {
      empty();
      show('empty', '');
      return undefined;
    }
    show('searching', status.textContent || words.searching);
    const filters = Object.fromEntries(Object.entries(state.filters).map(([name, value]) => [name, [value]]));
    const { text, sort } = state;
    const request = { text, sort, filters, from, limit: limit || resultsAtOnce, isTyping };
    try {
      const answer = await engine.find({ ...request, countFilters: narrowing.isOpen() });
      if (mine !== latestSearch) return undefined;
      if (from === 0) results.clear();
      const first = results.add(answer.results, answer.didYouMean ?? text);
      shown = from + answer.results.length;
      showAnswer(answer, state);
      return first;
    } catch {
      if (mine !== latestSearch) return undefined;
      empty();
      show('failed', words.failed);
      return undefined;
    }
  }

  /** Searches for something else, in a new entry of the history unless the address says it already. */
  function ask(state: SearchState): void {
    clearTimeout(typing);
    completions.close();
    input.value = state.text;
    const address = addressOf(location.href, state);
    if (address !== location.href) history.pushState(null, '', address);
    isTypedEntry = false;
    void search(state, {});
  }

  async function searchTyped(): Promise<void> {
    const state = current();
    const address = addressOf(location.href, state);
    if (isTypedEntry) history.replaceState(null, '', address);
    else if (address !== location.href) history.pushState(null, '', address);
    isTypedEntry = true;
    const searching = search(state, { isTyping: true });
    if (state.text === '') {
      completions.close();
      return;
    }
    const texts = await engine.complete(state.text);
    await searching;
    const isStillAsked = current().text === state.text && isTypedEntry && document.activeElement === input;
    if (isStillAsked) completions.offer(texts.filter((text) => text !== state.text));
  }

  /** Shows what the address asks for, as far as it was shown before. */
  async function restore({ shown: limit, scroll }: Visit): Promise<void> {
    clearTimeout(typing);
    const state = readState(location.href);
    input.value = state.text;
    completions.close();
    narrowing.show(state);
    await search(state, { ...(limit && { limit }) });
    if (scroll) scrollTo(0, scroll);
  }

  part(page, 'form').addEventListener('submit', (submission) => {
    submission.preventDefault();
    ask(current());
  });
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(searchTyped, typingPause);
  });
  // On this page alone: a shortcut of one character must not wait everywhere (WCAG 2.2, success criterion 2.1.4).
  document.addEventListener('keydown', (event) => {
    const isWriting = (event.target as Element).closest('input, textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
    event.preventDefault();
    input.select();
  });
  input.addEventListener('blur', () => completions.close());
  meant.addEventListener('click', (event) => {
    event.preventDefault();
    ask(readState(meant.href));
    input.focus();
  });
  more.addEventListener('click', async () => {
    (await search(current(), { from: shown }))?.focus();
  });
  addEventListener('popstate', ({ state }) => {
    isTypedEntry = false;
    void restore(state ?? {});
  });
  addEventListener('pagehide', () => history.replaceState({ shown, scroll: scrollY } satisfies Visit, ''));

  void restore(history.state ?? {});
}

function part<Part extends HTMLElement>(page: HTMLElement, selector: string): Part {
  const element = page.querySelector<Part>(selector);
  if (element === null) throw new Error(`The search page has no ${selector}`);
  return element;
}
