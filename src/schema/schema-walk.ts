import { z } from 'zod';
import type { YamlPath } from './yaml/types.ts';

/** Returns the schema of the value at a path; it is the same for every index of a list. */
export function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType {
  let found = schema;
  for (const step of path) {
    const around = unwrap(found);
    if (around instanceof z.ZodArray) found = around.element as z.ZodType;
    else if (around instanceof z.ZodRecord) found = around.valueType as z.ZodType;
    else if (around instanceof z.ZodObject) found = memberOf(around, String(step)) ?? z.unknown();
  }
  return found;
}

/** Returns the schema of a key; undefined if the object has no such key of its own, as it has no `__proto__`. */
function memberOf({ shape }: z.ZodObject, key: string): z.ZodType | undefined {
  return Object.hasOwn(shape, key) ? (shape[key] as z.ZodType) : undefined;
}

/** Returns the unwrapped schema of the items of the list at a path; undefined if the schema has no list there. */
export function itemSchemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  const list = unwrap(schemaAt(schema, path));
  return list instanceof z.ZodArray ? unwrap(list.element as z.ZodType) : undefined;
}

/** Returns a schema without its defaults, optionality and preprocessing. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    const preprocessed = schema.in instanceof z.ZodTransform;
    return unwrap((preprocessed ? schema.out : schema.in) as z.ZodType);
  }
  return schema;
}

/** Whether a schema describes a string that readers see, such as a title, and not an id, a date or a URL. */
export function isShownText(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? isShownText(schema.unwrap() as z.ZodType)
    : schema.meta()?.shown === true;
}

/** Applies `change` to each string that readers see in a value; the value may lack keys that the schema requires. */
export function mapShownTexts<Value>(
  schema: z.ZodType,
  value: Value,
  change: (text: string, path: YamlPath) => string,
): Value {
  return map(schema, value, []) as Value;

  function map(of: z.ZodType, part: unknown, path: YamlPath): unknown {
    if (typeof part === 'string') return isShownText(of) ? change(part, path) : part;
    const shape = unwrap(of);
    if (Array.isArray(part)) {
      if (!(shape instanceof z.ZodArray)) return part;
      return part.map((item, index) => map(shape.element as z.ZodType, item, [...path, index]));
    }
    if (typeof part !== 'object' || part === null || !(shape instanceof z.ZodObject)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, member]) => {
        const memberSchema = memberOf(shape, key);
        return [key, memberSchema === undefined ? member : map(memberSchema, member, [...path, key])];
      }),
    );
  }
}
