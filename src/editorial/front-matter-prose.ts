import type { z } from 'zod';
import { mapShownTexts } from '../schema/schema-walk.ts';
import { readYaml } from '../schema/yaml/read-yaml.ts';
import type { YamlPath, YamlSource } from '../schema/yaml/types.ts';
import { quoteYaml } from '../schema/yaml/write-yaml.ts';
import { alignYaml } from './aligned-text.ts';
import type { SourceProse } from './markdown-prose.ts';

/** A string in YAML that readers see, on one line of the file. */
export interface ScalarProse extends SourceProse {
  path: YamlPath;
  /** Offsets of the value in the file, its quotation marks included. */
  start: number;
  end: number;
  /** Inside [ ] or { }, where an unquoted comma would end the value. */
  isInFlow: boolean;
}

/**
 * Finds the strings of a YAML source that readers see, except those on several lines. Returns none if the source has
 * problems, because its places are then in the corrected lines, not in the file.
 * @param offsetOfLine returns the offset at which a line begins; lines are counted from 1
 */
export function findScalarProse(
  source: YamlSource,
  schema: z.ZodType,
  offsetOfLine: (line: number) => number,
): ScalarProse[] {
  const found: ScalarProse[] = [];
  if (source.value === undefined || source.problems.length > 0) return found;
  mapShownTexts(schema, source.value, (value, path) => {
    const place = source.placeOfValue(path);
    const text = value.trim();
    if (place.end === undefined || text === '') return value;
    const start = offsetOfLine(place.line) + place.start;
    const spelling = place.text.slice(place.start, place.end);
    const spans = alignYaml(place.text, place.start, place.end, text).map((span) => ({
      start: span.start - place.start + start,
      end: span.end - place.start + start,
    }));
    found.push({
      path,
      text,
      start,
      end: start + spelling.length,
      isInFlow: /[[{]/.test(place.text.slice(0, place.start)),
      pieces: [{ start: 0, end: text.length, depth: 0, spans }],
    });
    return value;
  });
  return found;
}

/** Writes a value as YAML, with the quotation marks of `spelling` if YAML then reads `value` back, else with others. */
export function respell(spelling: string, value: string, isInFlow: boolean): string {
  const [mark = ''] = /^["']/.exec(spelling) ?? [];
  const candidates = [mark + value + mark, quoteYaml(value)];
  return candidates.find((candidate) => readsAs(candidate, value, isInFlow)) ?? JSON.stringify(value);
}

function readsAs(spelling: string, value: string, isInFlow: boolean): boolean {
  const { value: read, problems } = readYaml(isInFlow ? `key: [${spelling}]` : `key: ${spelling}`, '', 1);
  const [item] = [read?.key].flat();
  return problems.length === 0 && item === value;
}
