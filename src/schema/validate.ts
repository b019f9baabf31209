import { z } from 'zod';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { isFault, optionalText, text } from './values.ts';
import { correctLine, keyOf, type Place, type YamlPath, type YamlSource } from './yaml-source.ts';
import { quoteYaml, writeYaml } from './yaml-text.ts';

export interface Validated<Value> {
  /** Every key that is valid; complete only where there is no problem. */
  valid: Partial<Value>;
  problems: Problem[];
}

/** Holds a YAML file against a strict object schema; each finding is told at the line of its key or value. */
export function validate<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: YamlSource,
): Validated<z.output<z.ZodObject<Shape>>> {
  type Valid = Partial<z.output<z.ZodObject<Shape>>>;
  if (source.value === undefined) return { valid: {}, problems: [...source.problems] };
  const whole = schema.safeParse(source.value, { reportInput: true });
  if (whole.success) return { valid: whole.data as Valid, problems: [...source.problems] };
  const problems = withoutEchoes(whole.error.issues.flatMap((issue) => describeIssue(issue, schema, source)));
  const faulty = new Set(whole.error.issues.flatMap((issue) => faultyKeys(issue)));
  const rest = Object.fromEntries(Object.entries(source.value).filter(([key]) => !faulty.has(key)));
  const part = schema.partial().safeParse(rest);
  return { valid: part.success ? (part.data as Valid) : {}, problems: [...source.problems, ...problems] };
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
    line: place.line,
    column: place.start + 1,
    field: path.join('.'),
    message,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, source: YamlSource): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const key = keyOf(path);
  const atValue = (message: string, meant?: string): Problem[] => [
    problemAt(source, source.placeOfValue(path), path, message, meant),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((stray) => unknownKey(stray, path, knownKeys(schema, path), source));
    case 'custom': {
      if (!isFault(issue.params)) break;
      const { tell, meant } = issue.params;
      return atValue(tell(key), meant === undefined ? undefined : writeYaml(meant));
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const written = String(issue.input);
      if (issue.input === undefined) return missing(path, source);
      return atValue(messages.notAnOption(written, key, options), findNearest(written, options));
    }
    case 'too_small':
      return atValue(messages.emptyKey(key));
    case 'invalid_type': {
      if (issue.input === undefined) return missing(path, source);
      const spelling = source.spelling(path);
      if (issue.expected === 'array') {
        return atValue(messages.notList(key), typeof issue.input === 'string' ? `[${spelling}]` : undefined);
      }
      if (issue.expected === 'record') return atValue(messages.notSpellings(key));
      if (issue.expected === 'object') return atValue(messages.notKeys(key, knownKeys(schema, path)));
      if (!isShown(schemaAt(schema, path))) return atValue(messages.notOneValue(key));
      return atValue(messages.notText(key), spelling === undefined ? undefined : quoteYaml(spelling));
    }
    default:
  }
  throw new Error(`The schema of ${source.file} made an issue without an Arabic message: ${issue.code} at ${path}`);
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

/** Names that other tools and other languages give to our keys. */
const synonyms: Readonly<Record<string, string>> = {
  العنوان: 'title',
  الكاتب: 'author',
  التاريخ: 'date',
  القسم: 'category',
  الوسوم: 'tags',
  الصورة: 'image',
  الملخص: 'summary',
  الاسم: 'name',
  authors: 'author',
  section: 'category',
  categories: 'category',
  description: 'summary',
  excerpt: 'summary',
  updated: 'last-updated',
  lastmod: 'last-updated',
  byline: 'reporter',
  cover: 'image',
  timezone: 'time-zone',
  menu: 'navigation',
};

function unknownKey(key: string, around: YamlPath, known: readonly string[], source: YamlSource): Finding {
  const path = [...around, key];
  const synonym = synonyms[key];
  const nearest = synonym !== undefined && known.includes(synonym) ? synonym : findNearest(key, known);
  if (nearest === undefined) return problemAt(source, source.placeOfKey(path), path, messages.strayKey(key, known));
  const problem = problemAt(source, source.placeOfKey(path), path, messages.unknownKey(key, nearest), nearest);
  return { ...problem, meant: [...around, nearest].join('.') };
}

function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const inner = unwrap(schemaAt(schema, path));
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function isShown(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isShown(schema.unwrap() as z.ZodType)
    : schema === text || schema === optionalText;
}

function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType {
  let found = schema;
  for (const step of path) {
    const around = unwrap(found);
    if (around instanceof z.ZodArray) found = around.element as z.ZodType;
    else if (around instanceof z.ZodRecord) found = around.valueType as z.ZodType;
    else if (around instanceof z.ZodObject) found = around.shape[String(step)] as z.ZodType;
  }
  return found;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    const preprocessed = schema.in instanceof z.ZodTransform;
    return unwrap((preprocessed ? schema.out : schema.in) as z.ZodType);
  }
  return schema;
}
