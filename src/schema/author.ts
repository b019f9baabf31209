import { z } from 'zod';
import { messages } from './messages.ts';
import { formerName } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { gender } from './reporter.ts';
import { type Typesetter, validate } from './validate.ts';
import { anyListOf, commaAndSpace, email, type Fault, imagePath, link, scalar, text } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

/** A person or a desk that writes or publishes articles. */
export interface Author {
  /** The file's name without its ending. */
  id: string;
  name: string;
  /** Undefined for a person. */
  kind?: 'desk';
  gender?: 'male' | 'female';
  role?: string;
  bio?: string;
  /** A path relative to the author's file, or to `public/` with a leading `/`. */
  image?: string;
  email?: string;
  links: { title: string; url: string }[];
}

const kinds: Readonly<Record<string, 'person' | 'desk'>> = {
  person: 'person',
  desk: 'desk',
  organization: 'desk',
  organisation: 'desk',
  شخص: 'person',
  قسم: 'desk',
  هيئة: 'desk',
  وكالة: 'desk',
};

const kind = scalar((written): 'person' | 'desk' | Fault => {
  const bare = bareValue(written);
  return kinds[bare] ?? { tell: (key) => messages.notAnOption(bare, key, Object.keys(kinds)) };
});

/** The keys of `authors/<id>.yaml`. */
export const authorSchema = z.strictObject({
  /** As readers see it. */
  name: text,
  /** person (the default), or desk: a section, an editorial board or an agency. */
  kind: kind.optional(),
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
  const { aliases = [], kind: written, ...shown } = valid;
  const isDesk = written === 'desk';
  const author = { ...shown, ...(isDesk && { kind: 'desk' }), id, links: valid.links ?? [] } as ParsedAuthor['author'];
  if (isDesk && author.gender !== undefined) {
    const path = ['gender'];
    problems.push(problemAt(source, source.placeOfKey(path), path, messages.deskWithGender()));
  }
  return {
    author,
    aliases: [...new Set(aliases)],
    places: findPlaces(source, ['image', 'links', 'aliases']),
    problems,
  };
}
