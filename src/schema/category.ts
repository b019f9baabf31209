import { z } from 'zod';
import { formerName } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, comma, commaAndSpace, integer, reference, text } from './values.ts';
import { findPlaces } from './yaml/places.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

/** A section of the paper; every article is in one. */
export interface Category {
  /** The file's name without its ending. */
  id: string;
  name: string;
  definiteName?: string;
  description?: string;
  order?: number;
}

/** The keys of `categories/<id>.yaml`. */
export const categorySchema = z.strictObject({
  /** As readers see it. */
  name: text,
  /** The name as it follows «قسم», if it is another: «العلوم» for «علوم». */
  'definite-name': text.optional(),
  /** A sentence for the section's page. */
  description: text.optional(),
  /** Sections are sorted by this number, ascending; those without one come last, by name. */
  order: integer.optional(),
  /** Ids of articles that come first on the section's page and in its block on the front page, in this order. */
  lead: anyListOf(reference, comma).optional(),
  /** Former ids of the section, and old paths that redirect to its page: `[economy-news, /category/economy/]`. */
  aliases: anyListOf(formerName('/c/'), commaAndSpace).optional(),
});

export interface ParsedCategory {
  /** Complete if there is no problem. */
  category: Partial<Category> & { id: string };
  /** Former ids, and old paths, which begin with `/`. */
  aliases: string[];
  /**
   * Ids of articles that come first. Apart from `category`, because the key of every page covers the section but only
   * two pages show this.
   */
  lead: string[];
  /** The places of `aliases` and `lead`. */
  places: Places;
  problems: Problem[];
}

/** Reads `categories/<id>.yaml`. */
export function parseCategory(file: string, id: string, content: string, typeset?: Typesetter): ParsedCategory {
  const source = readYaml(content, file, 1);
  const { valid, problems } = validate(categorySchema, source, typeset);
  const { aliases = [], lead = [], 'definite-name': definiteName, ...shown } = valid;
  const category = { ...shown, ...(definiteName !== undefined && { definiteName }), id } as Partial<Category> & {
    id: string;
  };
  const places = findPlaces(source, ['aliases', 'lead']);
  return { category, aliases: [...new Set(aliases)], lead, places, problems };
}

const opinionIds = ['opinion', 'opinions', 'columns', 'views'];
const opinionName = /^(?:ال)?(?:رأي|آراء|مقالات الرأي|وجهات نظر)$/;

/** Whether a section has opinion and no news, judging by its id or its name. */
export function isOpinionSection(id: string, { name = '' }: Partial<Category>): boolean {
  return opinionIds.includes(id) || opinionName.test(name);
}
