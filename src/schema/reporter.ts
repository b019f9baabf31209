import { z } from 'zod';
import { messages } from './messages.ts';
import { anyListOf, comma, type Fault, scalar, shorthand, text } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

export interface Reporter {
  /** As readers see it: of a reporter with a file, the name in the file. */
  name: string;
  /** Undefined if neither the article, the file of the author nor a word before the name says it. */
  gender?: 'male' | 'female';
  /** The id of the author whose name or id the article has here. Known once all files have been read. */
  author?: string;
  /** What the article has in place of `name`. */
  written?: string;
}

const genders: Readonly<Record<string, 'male' | 'female'>> = {
  male: 'male',
  female: 'female',
  ذكر: 'male',
  أنثى: 'female',
};

export const gender = scalar((written): 'male' | 'female' | Fault => {
  const bare = bareValue(written);
  return genders[bare] ?? { tell: (key) => messages.notAnOption(bare, key, Object.keys(genders)) };
});

/** One reporter or several: each a name, the id of an author, or `{ name, gender }`. */
export const reporters = z.preprocess(
  splitNames,
  anyListOf(shorthand('name', z.strictObject({ name: text, gender: gender.optional() })), comma),
);

/** Splits `{ name: نور، هدى, gender: female }` into one reporter for each name. */
function splitNames(value: unknown): unknown {
  const split = (item: unknown): unknown[] => {
    if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string') return [item];
    return item.name.split(comma).flatMap((name) => (bareValue(name) === '' ? [] : [{ ...item, name }]));
  };
  return Array.isArray(value) ? value.flatMap(split) : value === undefined ? value : split(value);
}
