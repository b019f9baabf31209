import type { SearchResult } from '../types.ts';

/** What the index stores of an article for display, apart from its text. */
export interface ArticleMeta extends Pick<SearchResult, 'date' | 'section' | 'authors'> {
  title: string;
}

/** Reads the metadata of a Pagefind fragment. `authors` has one author on each line. */
export function readMeta({ title = '', date = '', section = '', authors = '' }: Record<string, string>): ArticleMeta {
  return { title, date, section, authors: authors === '' ? [] : authors.split('\n') };
}
