import { z } from 'zod';
import { gender } from './article.ts';
import { formerName } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, commaAndSpace, email, imagePath, link, text } from './values.ts';
import { findPlaces } from './yaml/places.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

/** A person or a desk that publishes articles. */
export interface Author {
  /** The file's name without its ending. */
  id: string;
  name: string;
  gender?: 'male' | 'female';
  role?: string;
  bio?: string;
  /** A path relative to the author's file, or to `public/` with a leading `/`. */
  image?: string;
  email?: string;
  links: { title: string; url: string }[];
}

/** The keys of `authors/<id>.yaml`. */
export const authorSchema = z.strictObject({
  /** As readers see it. */
  name: text,
  /** male or female; without it, sentences about the author are worded without gender. */
  gender: gender.optional(),
  /** What the author does at the paper. */
  role: text.optional(),
  /** A paragraph for the author's page. */
  bio: text.optional(),
  /** A portrait: a path relative to this file, or to `public/` with a leading `/`. */
  image: imagePath.optional(),
  /** An e-mail address for readers. */
  email: email.optional(),
  /** The author's pages on other sites. */
  links: z.array(z.strictObject({ title: text, url: link })).optional(),
  /** Former ids of the author, and old paths that redirect to the author's page: `[huda-s, /author/huda/]`. */
  aliases: anyListOf(formerName('/a/'), commaAndSpace).optional(),
});

export interface ParsedAuthor {
  /** Complete if there is no problem. */
  author: Partial<Author> & { id: string };
  /** Former ids, and old paths, which begin with `/`. */
  aliases: string[];
  places: Places;
  problems: Problem[];
}

/** Parses the content of `authors/<id>.yaml`. */
export function parseAuthor(file: string, id: string, content: string, typeset?: Typesetter): ParsedAuthor {
  const source = readYaml(content, file, 1);
  const { valid, problems } = validate(authorSchema, source, typeset);
  const { aliases = [], ...shown } = valid;
  const author = { ...shown, id, links: valid.links ?? [] } as Partial<Author> & { id: string };
  return {
    author,
    aliases: [...new Set(aliases)],
    places: findPlaces(source, ['image', 'links', 'aliases']),
    problems,
  };
}
