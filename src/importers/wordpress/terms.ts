import { slugify } from '../../lib/arabic/slug.ts';
import { tagKey } from '../../lib/arabic/tag-slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { commandStrings } from '../../strings/commands.ts';
import { plainText } from '../html/plain-text.ts';
import type { SourceTerm } from '../newsroom/source.ts';
import type { WordPressExport, WordPressItem, WordPressTerm } from './export.ts';

const uncategorized = /^(?:uncategorized|غير-مصنف)$/;

/** Returns the sections of the posts, with their slugs as keys. */
export function sectionsOf(posts: readonly WordPressItem[], source: WordPressExport): SourceTerm[] {
  const terms = posts.map((post) => categoryOf(post, source));
  return once(terms, { slug: 'general', name: commandStrings.importer.uncategorized }, ({ slug }) => [
    `${source.url}/category/${slug}/`,
  ]);
}

/** Returns the authors of the posts, with their logins as keys. */
export function authorsOf(posts: readonly WordPressItem[], { authors, url }: WordPressExport): SourceTerm[] {
  const names = new Map(authors.map(({ login, name }) => [login, name]));
  const terms = posts.map(({ creator }) => ({ slug: creator, name: names.get(creator) ?? creator }));
  return once(terms, { slug: 'desk', name: commandStrings.importer.desk }, ({ slug }) =>
    [slug, nicenameOf(slug)].map((name) => `${url}/author/${name}/`),
  );
}

/** Returns each term once. `unnamed` stands for a term that has neither a name nor a slug. */
function once(
  terms: readonly Pick<WordPressTerm, 'slug' | 'name'>[],
  unnamed: Pick<WordPressTerm, 'slug' | 'name'>,
  addressesOf: (term: Pick<WordPressTerm, 'slug'>) => string[],
): SourceTerm[] {
  const bySlug = new Map(terms.map((term) => [term.slug, term]));
  return [...bySlug].map(([key, { slug, name }]) => {
    const isUnnamed = slug === '' && plainText(name) === '';
    const addresses = slug === '' ? [] : addressesOf({ slug });
    if (isUnnamed) return { key, ...unnamed, addresses };
    // An e-mail address as a login would stand in the page's address for all to read.
    return { key, slug: slug.includes('@') ? '' : slug, name: plainText(name) || decodePart(slug), addresses };
  });
}

/** Writes a login as WordPress does in the address of its author: `abu.omar` and `Abu Omar` as `abu-omar`. */
function nicenameOf(login: string): string {
  return login
    .toLowerCase()
    .replace(/[\s.]+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Returns a post's main category: the one set in Yoast or Rank Math, else the first, preferably not «uncategorized».
 */
export function categoryOf(post: WordPressItem, { categories }: WordPressExport): WordPressTerm {
  const own = post.terms.filter(({ taxonomy }) => taxonomy === 'category');
  const primary = ['_yoast_wpseo_primary_category', 'rank_math_primary_category'].map((key) => post.meta.get(key));
  const chosen = categories.find(({ id, slug }) => primary.includes(id) && own.some((term) => term.slug === slug));
  const firstNamed = own.find(({ slug }) => !uncategorized.test(slugify(decodePart(slug)))) ?? own[0];
  return (
    chosen ??
    (firstNamed
      ? { id: '', ...firstNamed }
      : { id: '', slug: 'uncategorized', name: commandStrings.importer.uncategorized })
  );
}

/** Returns the names of a post's tags and of its categories except the main one, since these become tags too. */
export function tagsOf({ terms }: WordPressItem, category: WordPressTerm): string[] {
  const names = terms
    .filter(({ taxonomy, slug }) => taxonomy === 'post_tag' || (taxonomy === 'category' && slug !== category.slug))
    .filter(({ slug }) => !uncategorized.test(slugify(decodePart(slug))))
    .map(({ name }) => cleanTag(name));
  return [...new Map(names.filter((name) => slugify(name) !== '').map((name) => [tagKey(name), name])).values()];
}

/** Returns the tags of the posts, with their slugs as keys. */
export function tagTermsOf(posts: readonly WordPressItem[], { url }: WordPressExport): SourceTerm[] {
  const tags = posts.flatMap(({ terms }) => terms.filter(({ taxonomy }) => taxonomy === 'post_tag'));
  return [...new Map(tags.map((tag) => [tag.slug, tag])).values()]
    .map(({ slug, name }) => ({ key: slug, slug, name: cleanTag(name), addresses: [`${url}/tag/${slug}/`] }))
    .filter(({ name }) => slugify(name) !== '');
}

function cleanTag(name: string): string {
  return plainText(name)
    .replace(/[،,]|(?<!\S)#+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
