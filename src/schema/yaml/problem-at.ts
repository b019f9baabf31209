import type { Problem } from '../problem.ts';
import { correctLine, pointTo } from './places.ts';
import type { Place, YamlPath, YamlSource } from './types.ts';

/** Makes a problem at a place of a file; `corrected` is the whole corrected line. */
export function problemAtPlace(
  file: string,
  place: Place,
  field: string,
  message: string,
  corrected: string | undefined,
): Problem {
  return { file, ...pointTo(place), field, message, ...(corrected !== undefined && { suggestion: corrected }) };
}

/** Makes a problem at a place of a YAML source; `meant` replaces what is at the place, if that is within one line. */
export function problemAt(source: YamlSource, place: Place, path: YamlPath, message: string, meant?: string): Problem {
  const corrected = meant === undefined ? undefined : correctLine(place, meant);
  return problemAtPlace(source.file, place, path.join('.'), message, corrected);
}
