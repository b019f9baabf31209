import { z } from 'zod';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { integer, text } from './values.ts';
import { readYaml } from './yaml/read-yaml.ts';

/** A section of the paper; every article is in one. */
export interface Category {
  /** The file's name without its ending. */
  id: string;
  name: string;
  description?: string;
  order?: number;
}

/** The keys of `categories/<id>.yaml`. */
export const categorySchema = z.strictObject({
  /** As readers see it. */
  name: text,
  /** A sentence for the section's page. */
  description: text.optional(),
  /** Sections are sorted by this number, ascending; those without one come last, by name. */
  order: integer.optional(),
});

export interface ParsedCategory {
  /** Complete if there is no problem. */
  category: Partial<Category> & { id: string };
  problems: Problem[];
}

/** Reads `categories/<id>.yaml`. */
export function parseCategory(file: string, id: string, content: string, typeset?: Typesetter): ParsedCategory {
  const { valid, problems } = validate(categorySchema, readYaml(content, file, 1), typeset);
  return { category: { ...valid, id } as Partial<Category> & { id: string }, problems };
}
