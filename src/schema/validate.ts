import { z } from 'zod';
import { keyNamed } from './key-synonyms.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { isShownText, itemSchemaAt, mapShownTexts, schemaAt, unwrap } from './schema-walk.ts';
import { type Fault, isFault } from './values.ts';
import { correctLine, keyOf, placeOfWord, pointTo } from './yaml/places.ts';
import type { Place, YamlPath, YamlSource } from './yaml/types.ts';
import { quoteYaml, writeYaml } from './yaml/write-yaml.ts';

export interface Validated<Value> {
  /** Every key that is valid; complete only where there is no problem. */
  valid: Partial<Value>;
  problems: Problem[];
}

/** How a text of one line is shown to readers. */
export type Typesetter = (text: string) => string;

const asTyped: Typesetter = (text) => text;

/**
 * Holds a YAML file against a strict object schema; each finding is told at the line of its key or value. The texts that
 * readers see are valid as `typeset` gives them.
 */
export function validate<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: YamlSource,
  typeset: Typesetter = asTyped,
): Validated<z.output<z.ZodObject<Shape>>> {
  type Valid = Partial<z.output<z.ZodObject<Shape>>>;
  if (source.value === undefined) return { valid: {}, problems: [...source.problems] };
  const whole = schema.safeParse(source.value, { reportInput: true });
  if (whole.success) return { valid: shown(whole.data as Valid), problems: [...source.problems] };
  const problems = withoutEchoes(whole.error.issues.flatMap((issue) => describeIssue(issue, schema, source)));
  const faulty = new Set(whole.error.issues.flatMap((issue) => faultyKeys(issue)));
  const rest = Object.fromEntries(Object.entries(source.value).filter(([key]) => !faulty.has(key)));
  const part = schema.partial().safeParse(rest);
  return { valid: part.success ? shown(part.data as Valid) : {}, problems: [...source.problems, ...problems] };

  function shown(valid: Valid): Valid {
    return typeset === asTyped ? valid : mapShownTexts(schema, valid, typeset);
  }
}

interface Finding extends Problem {
  /** The key that is not there. */
  missing?: string;
  /** The key that is probably meant. */
  meant?: string;
}

/** Where a key is misspelled, that it is missing goes without saying. */
function withoutEchoes(findings: readonly Finding[]): Problem[] {
  const meant = new Set(findings.map((finding) => finding.meant));
  return findings
    .filter(({ missing }) => missing === undefined || !meant.has(missing))
    .map(({ missing: _missing, meant: _meant, ...problem }) => problem);
}

function faultyKeys(issue: z.core.$ZodIssue): string[] {
  return issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
}

/** A problem at a place of a YAML file, with the corrected line where the fault stands on one line. */
export function problemAt(source: YamlSource, place: Place, path: YamlPath, message: string, meant?: string): Problem {
  const suggestion = meant === undefined ? undefined : correctLine(place, meant);
  return {
    file: source.file,
    ...pointTo(place),
    field: path.join('.'),
    message,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const key = source.keyAt(path);
  const atValue = (message: string, meant?: string): Problem[] => [
    problemAt(source, source.placeOfValue(path), path, message, meant),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((stray) => unknownKey(stray, path, knownKeys(schema, path), source));
    case 'custom': {
      if (!isFault(issue.params)) break;
      const { tell, ...fault } = issue.params;
      return [problemWithWord(source, path, String(issue.input), tell(key), fault)];
    }
    case 'invalid_value': {
      if (issue.input === undefined) return missing(path, source);
      if (typeof issue.input !== 'string') return atValue(messages.notOneValue(key), onlyItemOf(issue.input));
      const options = issue.values.map(String);
      const nearest = findNearest(issue.input, options);
      const message = messages.notAnOption(issue.input, key, options);
      return [problemWithWord(source, path, issue.input, message, nearest === undefined ? {} : { meant: nearest })];
    }
    case 'too_small':
      return atValue(messages.emptyKey(key));
    case 'invalid_type': {
      if (issue.input === undefined) return missing(path, source);
      const spelling = source.spelling(path);
      if (issue.expected === 'array') {
        const isOneItem = typeof issue.input === 'string' && !(itemSchemaAt(schema, path) instanceof z.ZodObject);
        return atValue(messages.notList(key), isOneItem ? `[${spelling}]` : undefined);
      }
      if (issue.expected === 'record') return atValue(messages.notSpellings(key));
      if (issue.expected === 'object') {
        const known = knownKeys(schema, path);
        return Array.isArray(issue.input)
          ? atValue(messages.listOfKeys(key, known), onlyItemOf(issue.input))
          : atValue(messages.notKeys(key, known));
      }
      if (!isShownText(schemaAt(schema, path))) return atValue(messages.notOneValue(key), onlyItemOf(issue.input));
      return atValue(messages.notText(key), spelling === undefined ? undefined : quoteYaml(spelling));
    }
    default:
  }
  throw new Error(`The schema of ${source.file} made an issue without an Arabic message: ${issue.code} at ${path}`);
}

/** What stands alone in a list where one value belongs, as YAML. */
function onlyItemOf(value: unknown): string | undefined {
  const [item, another] = Array.isArray(value) ? value : [];
  return typeof item === 'string' && another === undefined ? writeYaml(item) : undefined;
}

/** A problem with one word of a value: all of it, or one of several that the author wrote on one line. */
function problemWithWord(
  source: YamlSource,
  path: YamlPath,
  word: string,
  message: string,
  { meant, at = 0 }: Pick<Fault, 'meant' | 'at'>,
): Problem {
  const whole = source.placeOfValue(path);
  const place = placeOfWord(source, path, word.trim());
  const isVerbatim = place.text.startsWith(word.trim(), place.start);
  const point = isVerbatim ? { ...place, start: place.start + at - word.indexOf(word.trim()) } : place;
  const isPart = place.start !== whole.start || place.end !== whole.end;
  if (meant !== undefined && isPart && !/["'\\#:,[\]{}]/.test(meant)) {
    return { ...problemAt(source, place, path, message, meant), ...pointTo(point) };
  }
  const isAlone = source.scalarAt(path) === word;
  if (meant === undefined || !isAlone) return problemAt(source, point, path, message);
  const isInFlow = /[[{]/.test(whole.text.slice(0, whole.start));
  const corrected = isInFlow && /[,[\]{}]/.test(meant) ? quoteYaml(meant) : writeYaml(meant);
  return { ...problemAt(source, whole, path, message, corrected), ...pointTo(point) };
}

function missing(path: YamlPath, source: YamlSource): Finding[] {
  const key = keyOf(path);
  if (source.isEmpty(path)) {
    return [problemAt(source, source.placeOfKey(path), path, messages.emptyKey(key))];
  }
  const around = path.slice(0, -1);
  const problem: Problem =
    around.length === 0
      ? { file: source.file, line: 1, field: key, message: messages.missingKey(key) }
      : problemAt(source, source.placeOfKey(around), path, messages.missingKeyIn(key, keyOf(around)));
  return [{ ...problem, missing: path.join('.') }];
}

function unknownKey(key: string, around: YamlPath, known: readonly string[], source: YamlSource): Finding {
  const path = [...around, key];
  const nearest = keyNamed(key, known) ?? findNearest(key, known);
  if (nearest === undefined) return problemAt(source, source.placeOfKey(path), path, messages.strayKey(key, known));
  const problem = problemAt(source, source.placeOfKey(path), path, messages.unknownKey(key, nearest), nearest);
  return { ...problem, meant: [...around, nearest].join('.') };
}

function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrap(schemaAt(schema, path));
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
