import type { MarkedRun } from '../../lib/arabic/search/matching.ts';

/** What results may be narrowed to: the chosen values of each filter; an article must have one of each filter's values. */
export interface SearchFilters {
  section?: string[];
  author?: string[];
  year?: string[];
  tag?: string[];
}

export interface SearchRequest {
  /** As typed: of any length and with anything in it. */
  text: string;
  filters?: SearchFilters;
  /** By relevance, with a mild preference for the recent, unless this says `date`: newest first. */
  sort?: 'relevance' | 'date';
  /** How many results to pass over: for «more». */
  from?: number;
  /** How many to give at once: 10 unless this says otherwise. */
  limit?: number;
  /** True asks for `filters` in the answer; without it, filters cost no bytes. */
  countFilters?: boolean;
  /** True while the last word is still being typed: it may also be the beginning of a word. */
  isTyping?: boolean;
}

export interface SearchResult {
  url: string;
  title: MarkedRun[];
  /** About thirty words around the best of what was found. */
  excerpt: MarkedRun[];
  /** As readers see it. */
  date: string;
  section: string;
  authors: string[];
  /** `exact` has all that was asked for, in whatever form of the words; `near` shares roots, or most of the words. */
  nearness: 'exact' | 'near';
}

/**
 * How many of the results have each value of each filter, the commonest first: of the exact ones, or of the near ones where
 * there are none. What is chosen of a filter does not narrow its own counts, so that another choice can be weighed.
 */
export type SearchFilterCounts = Record<keyof SearchFilters, { value: string; count: number }[]>;

export interface SearchAnswer {
  /** All exact results come before the near ones. */
  results: SearchResult[];
  /** How many exact results there are. */
  exact: number;
  /** How many near ones; counted only as far as they are needed: 0 where there are enough exact ones. */
  near: number;
  /** With `countFilters` alone. */
  filters?: SearchFilterCounts;
  /** «هل تقصد …؟»: the query as it was probably meant. Its results are among the given ones. */
  didYouMean?: string;
}

/** Runs searches in the background. Nothing is loaded before the first call; calls may overlap. */
export interface Search {
  /** Rejects where the index cannot be reached; another call tries again. */
  find(request: SearchRequest): Promise<SearchAnswer>;
  /** At most five queries that begin with what is typed, the likeliest first. Never rejects. */
  complete(text: string): Promise<string[]>;
}
