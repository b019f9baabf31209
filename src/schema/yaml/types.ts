import type { Problem } from '../problem.ts';

/** Where something stands: its line, and the part of the line that is meant. */
export interface Place {
  /** From 1, in the file. */
  line: number;
  /** '' where nothing stands. */
  text: string;
  start: number;
  /** Undefined where the part goes on in the next line. */
  end?: number;
  /** The line as the author wrote it, where `text` is what was meant by it. */
  written?: string;
}

/** Where values stand, by path: `id`, `author`, `author.1`, `image.src`. Plain data, so that an index can keep it. */
export type Places = Record<string, Place>;

export type YamlPath = readonly (string | number)[];

/** A YAML text read so that every value keeps its place and its spelling. */
export interface YamlSource {
  file: string;
  /**
   * Undefined when the text cannot be read. Every scalar is a string as written: what is a date, a number or «نعم» is for
   * the schema to say. Keys without a value are left out.
   */
  value: Record<string, unknown> | undefined;
  problems: Problem[];
  isEmpty(path: YamlPath): boolean;
  /** The keys of a map that have no value. */
  emptyKeysIn(path: YamlPath): string[];
  /** The place of a key, or of the nearest thing around it; one value may stand for the list of it. */
  placeOfKey(path: YamlPath): Place;
  placeOfValue(path: YamlPath): Place;
  /** The key in the file that the value at `path` belongs to; one value may stand for keys that are not written. */
  keyAt(path: YamlPath): string;
  /** The text at `path`, where one stands there alone: also for the list or the keys that it stands for. */
  scalarAt(path: YamlPath): string | undefined;
  /** The value as the author spelled it. */
  spelling(path: YamlPath): string | undefined;
}
