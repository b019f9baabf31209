import type { Isolate } from '../../lib/arabic/isolates.ts';
import type { EntityKind } from '../../lib/arabic/search/entity-names.ts';
import type { MarkedRun } from '../../lib/arabic/search/matching.ts';

/** The chosen values of each filter. For every filter with chosen values, an article must have one of them. */
export interface SearchFilters {
  section?: string[];
  author?: string[];
  year?: string[];
  tag?: string[];
}

export interface SearchRequest {
  /** The query as typed, of any length and with any characters. */
  text: string;
  filters?: SearchFilters;
  /** `relevance`, the default, prefers recent articles a little; `date` is newest first. */
  sort?: 'relevance' | 'date';
  /** How many results to skip. */
  from?: number;
  /** How many results to return at most: 10 by default. */
  limit?: number;
  /** Asks for `filters` in the answer, which costs further requests to the index. */
  countFilters?: boolean;
  /** The last word is still being typed: it may be the beginning of a word. */
  isTyping?: boolean;
}

/** A text with the words that match, and with the isolates that pages have in it. */
export interface MarkedText {
  runs: MarkedRun[];
  isolates: Isolate[];
}

export interface SearchResult {
  url: string;
  title: MarkedText;
  /** About thirty words around the best matches. */
  excerpt: MarkedText;
  /** As it is shown to readers. */
  date: string;
  section: string;
  authors: string[];
  /**
   * `exact`: the article has all terms of the query, in some form of each word. `near`: it matches terms only by a
   * guess, a skeleton or a root, or lacks some of them.
   */
  nearness: 'exact' | 'near';
}

/**
 * How many results have each value of each filter, the most frequent value first. The exact results are counted, or the
 * near ones when there are no exact ones. The choice within a filter does not narrow that filter's own counts, so that
 * readers see how many results another choice would have.
 */
export type SearchFilterCounts = Record<keyof SearchFilters, { value: string; count: number }[]>;

/** What has a page of its own and is named by the query: an author, a section, a series, a tag. */
export interface FoundEntity {
  kind: EntityKind;
  name: string;
  url: string;
  /** How many articles its page lists. */
  count: number;
}

export interface SearchAnswer {
  /** All exact results come before the near ones. */
  results: SearchResult[];
  /** The number of exact results. */
  exact: number;
  /**
   * In the order of dates: how many of the exact results have only relatives of a word, which come after those with the
   * very words. Absent if all are of one kind.
   */
  relatives?: number;
  /** The number of near results; 0 when there are enough exact ones. */
  near: number;
  /** Present when the request has `countFilters`. */
  filters?: SearchFilterCounts;
  /** The corrected query, for «هل تقصد …؟». `results` includes the results of this query. */
  didYouMean?: string;
  /** The query as it was read when no article has a word of it: in other letters, or from another keyboard. */
  readAs?: string;
  /** What the query names, the likeliest first, at most four. An answer that continues another does not repeat it. */
  entities?: FoundEntity[];
}

/**
 * The search, which both the page and the worker implement: the page's implementation passes calls on to the worker's.
 */
export interface SearchApi {
  /** Rejects when the index cannot be reached; another call tries again. */
  find(request: SearchRequest): Promise<SearchAnswer>;
  /** Returns at most five queries that begin with `text`, the most likely first. Never rejects. */
  complete(text: string): Promise<string[]>;
}

/** A call from the page to the worker; `call` is its number. */
export interface WorkerCall {
  call: number;
  method: keyof SearchApi;
  argument: unknown;
}

/** The worker's reply to the call of the same number. It has no `value` when the search failed. */
export interface WorkerReply {
  call: number;
  value?: unknown;
}
