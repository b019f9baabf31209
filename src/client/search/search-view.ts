import type { DigitSystem } from '../../lib/arabic/digits.ts';
import { countNoun, type NounForms } from '../../lib/arabic/plural.ts';
import type { EntityKind } from '../../lib/arabic/search/entity-names.ts';
import { showIsolated } from './isolated-nodes.ts';
import { requireElement } from './require-element.ts';
import { type ShownEntity, startResultList } from './result-list.ts';
import { addressOf, type SearchState } from './search-address.ts';
import type { FoundEntity, SearchAnswer } from './types.ts';

/** The sentences that the page shows about a search: the JSON in `data-words`. */
interface SearchWords {
  searching: string;
  failed: string;
  /** States the number of exact results; its form `zero` is shown when there are no results at all. */
  exact: NounForms;
  /** Follows `exact` in the order of dates, when there are results with other forms of the words. */
  relatives: NounForms;
  /** Follows `exact` when there are near results too. */
  followedByNear: NounForms;
  /** Replaces `exact` when there are near results only. */
  onlyNear: NounForms;
  /** Replaces `exact` when there are entities only. */
  onlyEntities: NounForms;
  articles: NounForms;
  kinds: Record<EntityKind, string>;
  nothingInFilters: string;
  /** `#` stands for the corrected query. */
  didYouMean: string;
  /** Comes before the count; `#` stands for the query as it was read. */
  readAs: string;
}

/** The parts of the search page that show a search: its state, its results, and the controls that follow from them. */
export interface SearchView {
  /** The link «هل تقصد …؟» to the corrected query. */
  suggestion: HTMLAnchorElement;
  /** The button that shows more results. */
  more: HTMLButtonElement;
  /** Moves the focus to the first result. */
  focusFirst(): void;
  /** `empty` removes all results; while `searching`, those of the previous search stay. */
  show(state: 'empty' | 'searching'): void;
  /**
   * Says that the results from the number `from` on could not be loaded. With 0 it removes all results; otherwise those
   * that are shown stay, with the button for more.
   */
  fail(from: number): void;
  /**
   * Shows the results of an answer, of which `from` is the number of the first; 0 replaces the results that are shown.
   * Returns the link of the first new result. Below the results, room is kept for `rest` further ones.
   */
  showAnswer(answer: SearchAnswer, state: SearchState, from: number, rest: number): HTMLAnchorElement | undefined;
}

/**
 * Finds the parts in `element`, which `startSearchPage` describes. `onLeave` is called when the reader leaves the
 * results by keyboard.
 */
export function createSearchView(element: HTMLElement, digits: DigitSystem, onLeave: () => void): SearchView {
  const status = requireElement(element, '[data-search-status]');
  const suggestion = requireElement<HTMLAnchorElement>(element, '[data-search-meant]');
  const more = requireElement<HTMLButtonElement>(element, '[data-search-more]');
  const results = startResultList(element, onLeave);
  const words: SearchWords = JSON.parse(element.dataset.words ?? '{}');

  const announce = (state: 'empty' | 'searching' | 'done' | 'failed', message: string): void => {
    element.dataset.state = state;
    // For further results of a search, the same count is not announced again.
    if (status.textContent !== message) status.textContent = message;
  };

  const clear = (): void => {
    results.clear();
    more.hidden = true;
    suggestion.hidden = true;
  };

  return {
    suggestion,
    more,
    focusFirst: results.focusFirst,
    show: (state) => {
      if (state === 'empty') clear();
      announce(state, state === 'empty' ? '' : status.textContent || words.searching);
    },
    fail: (from) => {
      if (from === 0) clear();
      announce(from === 0 ? 'failed' : 'done', words.failed);
    },
    showAnswer: (answer, state, from, rest) => {
      const { exact, near, didYouMean = '', readAs = '', entities } = answer;
      if (from === 0) results.clear();
      if (entities) results.showEntities(entities.map((entity) => describeEntity(entity, words, digits)));
      const first = results.add(answer.results, didYouMean || readAs || state.text, rest);
      more.hidden = from + answer.results.length >= exact + near;
      suggestion.hidden = didYouMean === '';
      void showIsolated(
        suggestion,
        words.didYouMean.replace('#', () => didYouMean),
      );
      suggestion.href = addressOf(location.href, { ...state, text: didYouMean });
      const reading = readAs && `${words.readAs.replace('#', () => `\u2068${readAs}\u2069`)} `;
      announce('done', reading + describeAnswer(answer, Object.keys(state.filters).length > 0, words, digits));
      return first;
    },
  };
}

function describeEntity({ kind, name, url, count }: FoundEntity, words: SearchWords, digits: DigitSystem): ShownEntity {
  return { kind: words.kinds[kind], name, url, count: countNoun(count, words.articles, digits) };
}

function describeAnswer(
  { exact, near, relatives = 0, entities = [] }: SearchAnswer,
  isFiltered: boolean,
  words: SearchWords,
  digits: DigitSystem,
): string {
  if (exact === 0 && near > 0) return countNoun(near, words.onlyNear, digits);
  if (exact === 0 && isFiltered) return words.nothingInFilters;
  if (exact === 0 && entities.length > 0) return countNoun(entities.length, words.onlyEntities, digits);
  const sentences = [countNoun(exact - relatives, words.exact, digits)];
  if (relatives > 0) sentences.push(countNoun(relatives, words.relatives, digits));
  if (near > 0) sentences.push(countNoun(near, words.followedByNear, digits));
  return sentences.join(' ');
}
