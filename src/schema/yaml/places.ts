import { editBetween } from '../../lib/tracked-text.ts';
import type { Problem } from '../problem.ts';
import type { Place, Places, YamlPath, YamlSource } from './types.ts';

/** The line with the part that is meant replaced; undefined where it is more than one line. */
export function correctLine({ text, start, end }: Place, replacement: string): string | undefined {
  return end === undefined ? undefined : text.slice(0, start) + replacement + text.slice(end);
}

/** Where a problem of the place is told, in the line as the author wrote it. */
export function pointTo({ line, text, start, written = text }: Place): Pick<Problem, 'line' | 'column' | 'source'> {
  if (text === '') return { line };
  return { line, column: columnAsWritten(written, text, start + 1), source: written };
}

/**
 * The column of a line as written that stands where `column` does in what was made of the line:
 * `title：نص`, `title: نص`, 8 → 7. Inside what was changed it is the first column of the change.
 */
export function columnAsWritten(written: string, corrected: string, column: number): number {
  const { start, end, replacement } = editBetween(written, corrected);
  if (column - 1 <= start) return column;
  return column - 1 < start + replacement.length ? start + 1 : column - replacement.length + (end - start);
}

/** The place of a word in a place; undefined where it does not stand there as it is, or more than once. */
export function findWord(place: Place, word: string): Place | undefined {
  const letter = '[\\p{L}\\p{M}\\p{N}_-]';
  const whole = new RegExp(`(?<!${letter})${word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!${letter})`, 'gu');
  const [found, another] = [...place.text.slice(place.start, place.end).matchAll(whole)];
  if (found === undefined || another !== undefined) return undefined;
  const start = place.start + found.index;
  return { ...place, start, end: start + word.length };
}

/** The places of some keys and of everything inside them. */
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
 * The place of `path`, or of the nearest thing around it that is known; the first line where nothing is. Where `word` is
 * given, its place in there: schemas part values at commas, so that an item may stand in another place than its number says.
 */
export function placeIn(places: Places, path: string, word?: string): Place {
  const around = pathsAround(path).flatMap((outer) => places[outer] ?? []);
  const [place = nowhere] = around;
  if (word === undefined) return place;
  return around.map((outer) => findWord(outer, word)).find((found) => found !== undefined) ?? place;
}

/** `image.src` → `image.src`, `image`. */
function pathsAround(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
}
