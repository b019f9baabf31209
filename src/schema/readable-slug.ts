import { slugify } from '../lib/arabic/slug.ts';

/**
 * Returns the last segment of a readable permalink: `articles/2026/08/افتتاح الجسر.md` → `افتتاح-الجسر`. It is the slug
 * of the file's name, since a title may change; for a file called `index`, that of its folder. '' if the name has no
 * letters or digits.
 */
export function readableSlug(file: string): string {
  const parts = file.normalize('NFC').split('/');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  return slugify(name === 'index' ? (parts.at(-2) ?? '') : name);
}
