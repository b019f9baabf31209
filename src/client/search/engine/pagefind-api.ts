/** The part of Pagefind's API for browsers that is used here: https://pagefind.app/docs/api/ */

/** The script `pagefind.js` of a bundle. */
export interface PagefindModule {
  createInstance(options: Record<string, unknown>): PagefindInstance;
  /** What the script takes instead of fetching a URL. The build adds this and what follows: see decision 94. */
  answers: Map<string, () => Response | Promise<Response>>;
  /** Whether the parts of the index have our codes or Pagefind's own words. */
  records: 'coded' | 'plain';
  version: string;
}

export interface PagefindInstance {
  options(options: Record<string, unknown>): Promise<void>;
  /** Finds articles; with `null`, all of them. */
  search(query: string | null, options?: PagefindOptions): Promise<PagefindAnswer>;
  /** Counts the articles by filter and value. */
  filters(): Promise<Record<string, Record<string, number>>>;
}

interface PagefindOptions {
  filters?: Record<string, unknown>;
  sort?: Record<string, 'asc' | 'desc'>;
}

interface PagefindAnswer {
  results: PagefindResult[];
}

export interface PagefindResult {
  id: string;
  score: number;
  /** The indexes of the words in the content that matched. */
  words: number[];
  /** The names of the metadata fields that matched. */
  matchedMetaFields?: string[];
  data(): Promise<PagefindFragment>;
}

/** What Pagefind stores of an article for display. */
export interface PagefindFragment {
  url: string;
  content: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}
