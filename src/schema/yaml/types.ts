import type { Problem } from '../problem.ts';

/** A part of a line. */
export interface Place {
  /** From 1, in the file. */
  line: number;
  /** The whole line, with its mistakes corrected; '' when the place is unknown. */
  text: string;
  /** Index in `text` at which the part begins. */
  start: number;
  /** Index at which it ends; undefined when the part goes on in the next line. */
  end?: number;
  /** The line as the author wrote it, if `text` was corrected. */
  written?: string;
}

/**
 * The places of values by path: `id`, `author`, `author.1`, `image.src`. Plain data: the cache of articles stores it.
 */
export type Places = Record<string, Place>;

/** Keys and indexes: `['author', 1]`. */
export type YamlPath = readonly (string | number)[];

/** A YAML text with the place and the spelling of every value. */
export interface YamlSource {
  file: string;
  /**
   * Undefined when the text cannot be read. Every scalar is a string as written: the schema decides what is a date, a
   * number or «نعم». Keys without a value are left out.
   */
  value: Record<string, unknown> | undefined;
  problems: Problem[];
  /** Whether the key at `path` is written without a value. */
  isEmpty(path: YamlPath): boolean;
  /** Lists the keys without a value in the map at `path`. */
  emptyKeysIn(path: YamlPath): string[];
  /** Returns the places of the items without a value in the list at `path`; `value` leaves them out. */
  emptyItemsIn(path: YamlPath): Place[];
  /**
   * Returns the place of the key at `path`. This and the methods below follow `path` as far as the file has it, because
   * an author may write one value for a list or a map: in `author: huda`, the place of `author.0` is that of `author`.
   */
  placeOfKey(path: YamlPath): Place;
  placeOfValue(path: YamlPath): Place;
  /** Returns the last key of `path` that the file has. */
  keyAt(path: YamlPath): string;
  /** Returns the string at `path`; undefined if a list or a map is there. */
  scalarAt(path: YamlPath): string | undefined;
  /** Returns the value as written, with its quotation marks; undefined if it takes several lines. */
  spelling(path: YamlPath): string | undefined;
}
