import type { z } from 'zod';
import { describeIssue, type IssueProblem } from './describe-issue.ts';
import { mostProblems, type Problem } from './problem.ts';
import { mapShownTexts } from './schema-walk.ts';
import type { YamlSource } from './yaml/types.ts';

export interface Validated<Value> {
  /** Every key that is valid; complete if there is no problem. */
  valid: Partial<Value>;
  problems: Problem[];
}

/** Corrects the typography of a string of one line: quotation marks, ellipses, spaces. */
export type Typesetter = (text: string) => string;

const asTyped: Typesetter = (text) => text;

/**
 * Validates a YAML file against a strict object schema; each problem has the line of its key or value. `typeset` is
 * applied to the strings that readers see.
 */
export function validate<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  source: YamlSource,
  typeset: Typesetter = asTyped,
): Validated<z.output<z.ZodObject<Shape>>> {
  type Valid = Partial<z.output<z.ZodObject<Shape>>>;
  if (source.value === undefined) return { valid: {}, problems: [...source.problems] };
  const whole = schema.safeParse(source.value, { reportInput: true });
  if (whole.success) return { valid: typesetTexts(whole.data as Valid), problems: [...source.problems] };
  const problems = withoutEchoes(describeIssues(whole.error.issues, schema, source));
  const faulty = new Set(whole.error.issues.flatMap((issue) => faultyKeys(issue)));
  const rest = Object.fromEntries(Object.entries(source.value).filter(([key]) => !faulty.has(key)));
  const part = schema.partial().safeParse(rest);
  return { valid: part.success ? typesetTexts(part.data as Valid) : {}, problems: [...source.problems, ...problems] };

  function typesetTexts(valid: Valid): Valid {
    return typeset === asTyped ? valid : mapShownTexts(schema, valid, typeset);
  }
}

/** Describes the first `mostProblems` problems: each holds a whole line, and one line may have thousands of them. */
function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  source: YamlSource,
): readonly IssueProblem[] {
  const described: IssueProblem[] = [];
  for (const issue of issues) {
    described.push(...describeIssue(issue, schema, source));
    if (described.length >= mostProblems) break;
  }
  return described;
}

/** Removes the problems about missing keys that are there but misspelled, which another problem reports. */
function withoutEchoes(findings: readonly IssueProblem[]): Problem[] {
  const meant = new Set(findings.map(({ meantKey }) => meantKey));
  return findings
    .filter(({ missingKey }) => missingKey === undefined || !meant.has(missingKey))
    .map(({ missingKey: _missing, meantKey: _meant, ...problem }) => problem);
}

/** Returns the top-level keys whose values an issue is about. */
function faultyKeys(issue: z.core.$ZodIssue): string[] {
  return issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])];
}
