import { slugify } from '../lib/arabic/slug.ts';

/** Whether a string can be the id of a section, an author or a page: its file's name, which is a part of URLs as it is. */
export function isId(text: string): boolean {
  const spaced = text.replaceAll('_', '-');
  return spaced !== '' && slugify(spaced) === spaced;
}

/** Returns the id that was probably meant by a string that is none: `World News.yaml` → `world-news`; '' if there is none. */
export function idMeant(text: string): string {
  return slugify(text.replace(/\.(?:yaml|yml|mdx?)$/, '').replaceAll('_', '-'));
}
