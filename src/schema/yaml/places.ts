import { editBetween } from '../../lib/tracked-text.ts';
import type { Problem } from '../problem.ts';
import type { Place, Places, YamlPath, YamlSource } from './types.ts';

/** Returns the line with the place replaced; undefined if the place goes on in the next line. */
export function correctLine({ text, start, end }: Place, replacement: string): string | undefined {
  return end === undefined ? undefined : text.slice(0, start) + replacement + text.slice(end);
}

/** Returns the fields of a problem that locate a place, in the line as the author wrote it. */
export function pointTo({ line, text, start, written = text }: Place): Pick<Problem, 'line' | 'column' | 'source'> {
  if (text === '') return { line };
  return { line, column: columnAsWritten(written, text, start + 1), source: written };
}

/**
 * Maps a column of a corrected line to the line as written: `title：نص`, `title: نص`, 8 → 7. A column inside the
 * correction maps to the first column of what was corrected. Columns count from 1.
 */
export function columnAsWritten(written: string, corrected: string, column: number): number {
  const { start, end, replacement } = editBetween(written, corrected);
  if (column - 1 <= start) return column;
  return column - 1 < start + replacement.length ? start + 1 : column - replacement.length + (end - start);
}

/** A longer word is a whole value, which needs no search; a regular expression cannot have a million characters. */
const longestWord = 1000;

/** Finds a word within a place; undefined unless the word is there exactly once. */
export function findWord(place: Place, word: string): Place | undefined {
  if (word === '' || word.length > longestWord) return undefined;
  const letter = '[\\p{L}\\p{M}\\p{N}_-]';
  const whole = new RegExp(`(?<!${letter})${RegExp.escape(word)}(?!${letter})`, 'gu');
  const [found, another] = [...place.text.slice(place.start, place.end).matchAll(whole)];
  if (found === undefined || another !== undefined) return undefined;
  const start = place.start + found.index;
  return { ...place, start, end: start + word.length };
}

/**
 * Finds the place of a word inside the value at `path`, or of the whole value unless the word is there exactly once.
 * Searches the enclosing values too: schemas split a value at its commas, so `path` may count more items than the file
 * has.
 */
export function placeOfWord(source: YamlSource, path: YamlPath, word: string): Place {
  const places = path.map((_, index) => source.placeOfValue(path.slice(0, path.length - index)));
  const found = places.map((place) => findWord(place, word)).find((place) => place !== undefined);
  return found ?? source.placeOfValue(path);
}

/** Returns the last key of a path: `['author', 1]` → `author`; '' if it has none. */
export function keyOf(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

/** Finds the places of some keys and of everything inside them. */
export function findPlaces(source: YamlSource, keys: readonly string[]): Places {
  const places: Places = {};
  const visit = (value: unknown, path: YamlPath): void => {
    if (value === undefined) return;
    places[path.join('.')] = source.placeOfValue(path);
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
    }
  };
  for (const key of keys) visit(source.value?.[key], [key]);
  return places;
}

const nowhere: Place = { line: 1, text: '', start: 0 };

/**
 * Finds the place of `path`, else of the nearest enclosing path that is known, else line 1. With `word`, finds that
 * word inside: schemas split values at commas, so the index in a path may not be the index in the file.
 */
export function placeIn(places: Places, path: string, word?: string): Place {
  const around = pathsAround(path).flatMap((outer) => places[outer] ?? []);
  const [place = nowhere] = around;
  if (word === undefined) return place;
  return around.map((outer) => findWord(outer, word)).find((found) => found !== undefined) ?? place;
}

/** Lists a path and those that enclose it: `image.src` → `image.src`, `image`. */
function pathsAround(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
}
