import { compareText } from '../lib/compare.ts';
import type { Problem } from './problem.ts';
import { correctLine, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import type { Place, Places } from './yaml/types.ts';
import { writeYaml } from './yaml/write-yaml.ts';

/** Makes a problem with the value at `path`; `meant` is suggested only if exactly `written` is there. */
export function atPlace(
  file: string,
  places: Places,
  path: string,
  message: string,
  written?: string,
  meant?: string,
): Problem {
  const place = placeIn(places, path, written);
  const corrected = written === undefined || meant === undefined ? undefined : replaceWord(place, written, meant);
  return problemAtPlace(file, place, path.replace(/\.\d+$/, ''), message, corrected);
}

function replaceWord(place: Place, written: string, meant: string): string | undefined {
  const isBare = writeYaml(meant) === meant && !/[,[\]{}]/.test(meant);
  return isBare && place.text.slice(place.start, place.end) === written ? correctLine(place, meant) : undefined;
}

export function byFile<File extends { file: string }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => compareText(a.file, b.file));
}
