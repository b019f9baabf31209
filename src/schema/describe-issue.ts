import { z } from 'zod';
import { keyNamed } from './key-synonyms.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { mostProblems, type Problem } from './problem.ts';
import { isShownText, itemSchemaAt, schemaAt, unwrap } from './schema-walk.ts';
import { type Fault, isFault } from './values.ts';
import { keyOf, placeOfWord, pointTo } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import type { YamlPath, YamlSource } from './yaml/types.ts';
import { quoteYaml, writeYaml } from './yaml/write-yaml.ts';

/** A problem, with the keys by which `validate` recognizes two problems that have the same cause. */
export interface IssueProblem extends Problem {
  /** Path of the key that is missing. */
  missingKey?: string;
  /** Path of the key that a misspelled one probably means. */
  meantKey?: string;
}

/** Turns an issue of Zod into problems for the author of the file. */
export function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource): IssueProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const key = source.keyAt(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, mostProblems)
        .map((stray) => describeUnknownKey(stray, path, knownKeys(schema, path), source));
    case 'custom': {
      if (!isFault(issue.params)) break;
      const { tell, ...fault } = issue.params;
      return [problemWithWord(source, path, String(issue.input), tell(key), fault)];
    }
    case 'too_small':
      return [problemAt(source, source.placeOfValue(path), path, messages.emptyKey(key))];
    case 'invalid_value':
      return [issue.input === undefined ? describeMissing(path, source) : describeInvalidValue(issue, path, source)];
    case 'invalid_type':
      return [
        issue.input === undefined ? describeMissing(path, source) : describeInvalidType(issue, path, schema, source),
      ];
    default:
  }
  throw new Error(`The schema of ${source.file} made an issue without an Arabic message: ${issue.code} at ${path}`);
}

function describeInvalidValue(issue: z.core.$ZodIssueInvalidValue, path: YamlPath, source: YamlSource): Problem {
  const key = source.keyAt(path);
  if (typeof issue.input !== 'string') {
    return problemAt(source, source.placeOfValue(path), path, messages.notOneValue(key), onlyItemOf(issue.input));
  }
  const options = issue.values.map(String);
  const nearest = findNearest(issue.input, options);
  const message = messages.notAnOption(issue.input, key, options);
  return problemWithWord(source, path, issue.input, message, nearest === undefined ? {} : { meant: nearest });
}

function describeInvalidType(
  { expected, input }: z.core.$ZodIssueInvalidType,
  path: YamlPath,
  schema: z.ZodType,
  source: YamlSource,
): Problem {
  const key = source.keyAt(path);
  const spelling = source.spelling(path);
  const atValue = (message: string, meant?: string): Problem =>
    problemAt(source, source.placeOfValue(path), path, message, meant);
  if (expected === 'array') {
    const isOneItem = typeof input === 'string' && !(itemSchemaAt(schema, path) instanceof z.ZodObject);
    return atValue(messages.notList(key), isOneItem ? `[${spelling}]` : undefined);
  }
  if (expected === 'record') return atValue(messages.notSpellings(key));
  if (expected === 'object') {
    const known = knownKeys(schema, path);
    if (known.length > mostListedKeys) {
      return atValue(messages.notManyKeys(key, known.find((each) => each.includes('.')) ?? key));
    }
    return Array.isArray(input)
      ? atValue(messages.listOfKeys(key, known), validItemOf(input, schema, path))
      : atValue(messages.notKeys(key, known));
  }
  if (!isShownText(schemaAt(schema, path))) return atValue(messages.notOneValue(key), validItemOf(input, schema, path));
  return atValue(messages.notText(key), spelling === undefined ? undefined : quoteYaml(spelling));
}

/** Returns what `onlyItemOf` does, if the item would be accepted at the path, as some maps are written as one value. */
function validItemOf(value: unknown, schema: z.ZodType, path: YamlPath): string | undefined {
  const [item] = Array.isArray(value) ? value : [];
  return schemaAt(schema, path).safeParse(item).success ? onlyItemOf(value) : undefined;
}

/**
 * For a list where a single value is expected: returns its item as YAML, if it has exactly one and that is a string;
 * otherwise undefined.
 */
function onlyItemOf(value: unknown): string | undefined {
  const [item, another] = Array.isArray(value) ? value : [];
  return typeof item === 'string' && another === undefined ? writeYaml(item) : undefined;
}

/**
 * Makes a problem about `word`: the whole value at `path`, or one of several items that the author wrote in one string.
 * @param at index in `word` at which the fault begins
 */
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

function describeMissing(path: YamlPath, source: YamlSource): IssueProblem {
  const key = keyOf(path);
  if (source.isEmpty(path)) return problemAt(source, source.placeOfKey(path), path, messages.emptyKey(key));
  const around = path.slice(0, -1);
  const problem: Problem =
    around.length === 0
      ? { file: source.file, line: 1, field: key, message: messages.missingKey(key) }
      : problemAt(source, source.placeOfKey(around), path, messages.missingKeyIn(key, keyOf(around)));
  return { ...problem, missingKey: path.join('.') };
}

function describeUnknownKey(key: string, around: YamlPath, known: readonly string[], source: YamlSource): IssueProblem {
  const path = [...around, key];
  const nearest = keyNamed(key, known) ?? findNearest(key, known);
  if (nearest === undefined) {
    const parent = around.length === 0 ? '' : keyOf(around);
    const isListed = known.length <= mostListedKeys || parent === '';
    const message = isListed ? messages.strayKey(key, known) : messages.unlistedKey(key, parent);
    return problemAt(source, source.placeOfKey(path), path, message);
  }
  const problem = problemAt(source, source.placeOfKey(path), path, messages.unknownKey(key, nearest), nearest);
  return { ...problem, meantKey: [...around, nearest].join('.') };
}

/** Nobody reads a longer list in a message. */
const mostListedKeys = 40;

function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrap(schemaAt(schema, path));
  return inner instanceof z.ZodObject ? Object.keys(inner.shape).filter((key) => isOffered(inner.shape[key])) : [];
}

/** Whether a message may name the key of a schema: not if whatever is written for it is refused. */
function isOffered(schema: z.ZodType): boolean {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.values(inner.shape).some((member) => isOffered(member as z.ZodType));
  return inner.meta()?.refused !== true;
}
