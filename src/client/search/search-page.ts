import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { type CompletionList, startCompletionList } from './completion-list.ts';
import { type FilterControls, startFilterControls } from './filter-controls.ts';
import { requireElement } from './require-element.ts';
import { addressOf, readState, type SearchState, trimQuery } from './search-address.ts';
import { createSearchClient } from './search-client.ts';
import { createSearchView, type SearchView } from './search-view.ts';
import type { SearchApi } from './types.ts';

/** The state of an entry in the browser's history: how many results were shown, and the scroll position. */
interface HistoryEntry {
  shown?: number;
  scroll?: number;
}

interface SearchOptions {
  /** The number of the first result to show; 0 replaces the results that are shown. */
  from?: number;
  /** How many results to show; 0 for the usual number, of a new search about a screenful. */
  limit?: number | undefined;
  isTyping?: boolean;
}

const resultsAtOnce = 10;
/** About the height of a result on a phone, where the first ones begin below the field. */
const resultHeight = 200;
const typingPauseMs = 200;
const retryPauseMs = 1000;

/**
 * Runs the search page, `[data-search]`. It holds
 * - `data-index`, the URL of the search index, which is loaded with the first query; `data-words`, see `SearchWords`;
 *   `data-digits`, `latn` (the default) or `arab`;
 * - a `form` with `input[name=q]`, and its list `[data-search-completions]`, see `startCompletionList`;
 * - the filters, `details[data-search-narrowing]`, see `startFilterControls`;
 * - `[data-search-status]`, which announces counts and failures, and the link `[data-search-meant]`, «هل تقصد …؟»;
 * - `[data-search-results]`, see `startResultList`;
 * - `button[data-search-more]`, shown while there are more results.
 *
 * The `data-state` of `[data-search]` is `empty`, `searching`, `done` or `failed`. The key `/` moves the focus to the
 * field. The page's URL contains the search. Typing updates one entry of the browser's history; any other change adds
 * an entry.
 */
export function startSearchPage(root: ParentNode = document): void {
  const element = root.querySelector<HTMLElement>('[data-search]');
  if (element) new SearchPage(element).start(requireElement(element, 'form'));
}

class SearchPage {
  readonly #input: HTMLInputElement;
  readonly #view: SearchView;
  readonly #client: SearchApi;
  readonly #completions: CompletionList;
  readonly #controls: FilterControls;
  readonly #title = document.title;
  /** The number of the latest search. Answers to earlier ones are dropped. */
  #latest = 0;
  #shown = 0;
  #typingTimer = 0;
  /** Whether further typing changes the current history entry instead of adding one. */
  #isTypedEntry: boolean;

  constructor(element: HTMLElement) {
    const digits: DigitSystem = element.dataset.digits === 'arab' ? 'arab' : 'latn';
    const input = requireElement<HTMLInputElement>(element, 'input[name=q]');
    this.#input = input;
    this.#view = createSearchView(element, digits, () => input.focus());
    this.#client = createSearchClient(element.dataset.index ?? '');
    this.#completions = startCompletionList(input, requireElement(element, '[data-search-completions]'), {
      onTake: (text) => this.#searchFor({ ...this.#read(), text }),
      onLeave: this.#view.focusFirst,
    });
    this.#controls = startFilterControls(requireElement(element, '[data-search-narrowing]'), digits, {
      onOpen: () => void this.#search(this.#read(), { limit: this.#shown }),
      onChange: () => this.#searchFor(this.#read()),
    });
    this.#isTypedEntry = input.value === '' && readState(location.href).text === '';
  }

  start(form: HTMLElement): void {
    this.#listenToField(form);
    this.#listenToLinks();
    this.#listenToHistory();
    void this.#restore(history.state ?? {});
  }

  #listenToField(form: HTMLElement): void {
    form.addEventListener('submit', (submission) => {
      submission.preventDefault();
      this.#searchFor(this.#read());
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#typingTimer);
      this.#typingTimer = window.setTimeout(() => this.#searchTyped(), typingPauseMs);
    });
    // The index is opened while the reader begins to type.
    this.#input.addEventListener('focus', () => this.#client.complete(''));
    this.#input.addEventListener('blur', this.#completions.close);
    // On this page only: a shortcut of one character on every page would fail WCAG 2.2, success criterion 2.1.4.
    document.addEventListener('keydown', (event) => {
      const isWriting = (event.target as Element).closest('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      event.preventDefault();
      this.#input.select();
    });
  }

  #listenToLinks(): void {
    const { suggestion, more } = this.#view;
    suggestion.addEventListener('click', (event) => {
      event.preventDefault();
      this.#searchFor(readState(suggestion.href));
      this.#input.focus();
    });
    more.addEventListener('click', async () => {
      (await this.#search(this.#read(), { from: this.#shown }))?.focus();
    });
  }

  #listenToHistory(): void {
    addEventListener('popstate', ({ state }) => {
      this.#isTypedEntry = false;
      void this.#restore(state ?? {});
    });
    addEventListener('pagehide', () =>
      history.replaceState({ shown: this.#shown, scroll: scrollY } satisfies HistoryEntry, ''),
    );
  }

  /** Reads the search from the field and the filters. */
  #read(): SearchState {
    return { text: trimQuery(this.#input.value), ...this.#controls.read() };
  }

  /** Replaces the value of the field, and drops the search and the completions for the earlier one. */
  #replaceText(text: string): void {
    clearTimeout(this.#typingTimer);
    this.#completions.close();
    this.#input.value = text;
  }

  /** Starts another search, in a new history entry unless the URL describes this search already. */
  #searchFor(state: SearchState): void {
    this.#replaceText(state.text);
    addEntry(state);
    this.#isTypedEntry = false;
    void this.#search(state, {});
  }

  /** Searches for the input so far, and offers completions. */
  async #searchTyped(): Promise<void> {
    const state = this.#read();
    if (this.#isTypedEntry) history.replaceState(null, '', addressOf(location.href, state));
    else addEntry(state);
    this.#isTypedEntry = true;
    const searching = this.#search(state, { isTyping: true });
    if (state.text === '') {
      this.#completions.close();
      return;
    }
    const texts = await this.#client.complete(state.text);
    await searching;
    const isStillTyped =
      this.#read().text === state.text && this.#isTypedEntry && document.activeElement === this.#input;
    if (isStillTyped) this.#completions.offer(texts.filter((text) => text !== state.text));
  }

  /** Runs the search that the URL describes, and restores the number of results and the scroll position. */
  async #restore({ shown: limit, scroll }: HistoryEntry): Promise<void> {
    const state = readState(location.href);
    this.#replaceText(state.text);
    this.#controls.show(state);
    await this.#search(state, { limit });
    if (scroll) scrollTo(0, scroll);
  }

  /**
   * Searches, and shows the answer unless a newer search was started meanwhile. Returns the link of the first new
   * result.
   */
  async #search(
    state: SearchState,
    { from = 0, limit = 0, isTyping = false }: SearchOptions,
  ): Promise<HTMLAnchorElement | undefined> {
    this.#latest += 1;
    const number = this.#latest;
    const { text, sort } = state;
    document.title = text === '' ? this.#title : `${text.replace(/\p{Bidi_Control}/gu, '')} – ${this.#title}`;
    if (text === '') {
      this.#view.show('empty');
      return undefined;
    }
    this.#view.show('searching');
    const filters = Object.fromEntries(Object.entries(state.filters).map(([name, value]) => [name, [value]]));
    const atOnce = from > 0 ? resultsAtOnce : Math.ceil(innerHeight / resultHeight);
    const request = { text, sort, filters, from, limit: limit || atOnce, isTyping };
    try {
      const answer = await this.#client.find({ ...request, countFilters: this.#controls.isOpen() });
      if (number !== this.#latest) return undefined;
      this.#shown = from + answer.results.length;
      if (answer.filters) this.#controls.offer(answer.filters);
      const rest = Math.min(resultsAtOnce, answer.exact + answer.near) - this.#shown;
      if (rest > 0) this.#loadOnScroll(number, state, rest);
      return this.#view.showAnswer(answer, state, from, Math.max(0, rest));
    } catch {
      if (number !== this.#latest) return undefined;
      this.#view.fail(from);
      if (from > 0 && limit > 0) setTimeout(() => this.#loadOnScroll(number, state, limit), retryPauseMs);
      return undefined;
    }
  }

  /** Loads the rest of the first results when the reader scrolls, unless a newer search than `number` was started. */
  #loadOnScroll(number: number, state: SearchState, limit: number): void {
    const load = () => number === this.#latest && this.#search(state, { from: this.#shown, limit });
    addEventListener('scroll', load, { once: true });
  }
}

/** Adds an entry to the browser's history, unless the URL describes this search already. */
function addEntry(state: SearchState): void {
  const address = addressOf(location.href, state);
  if (address !== location.href) history.pushState(null, '', address);
}
