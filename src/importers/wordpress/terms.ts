import { slugify } from '../../lib/arabic/slug.ts';
import { tagKey } from '../../lib/arabic/tag-slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { commandStrings } from '../../strings/commands.ts';
import { plainText } from './body.ts';
import type { WordPressExport, WordPressItem, WordPressTerm } from './export.ts';
import type { NamedTerm } from './types.ts';

const uncategorized = /^(?:uncategorized|غير-مصنف)$/;

/** Returns an id and a name for each section of the posts, by slug in WordPress. */
export function nameCategories(posts: readonly WordPressItem[], source: WordPressExport): Map<string, NamedTerm> {
  const terms = posts.map((post) => categoryOf(post, source));
  return nameTerms(terms, { id: 'general', name: commandStrings.importer.uncategorized });
}

/** Returns an id and a name for each author of the posts, by login. */
export function nameAuthors(posts: readonly WordPressItem[], { authors }: WordPressExport): Map<string, NamedTerm> {
  const names = new Map(authors.map(({ login, name }) => [login, name]));
  const terms = posts.map(({ creator }) => ({ slug: creator, name: names.get(creator) ?? creator }));
  return nameTerms(terms, { id: 'desk', name: commandStrings.importer.desk });
}

/** Returns a unique id and a name for each term, by slug. `unnamed` is used for a term without slug and name. */
function nameTerms(terms: readonly Pick<WordPressTerm, 'slug' | 'name'>[], unnamed: NamedTerm): Map<string, NamedTerm> {
  const named = new Map<string, NamedTerm>();
  const taken = new Set<string>();
  for (const { slug, name } of terms) {
    if (named.has(slug)) continue;
    // An e-mail address as a login would stand in the page's address for all to read.
    const ownSlug = slug.includes('@') ? '' : slugify(decodePart(slug));
    const wanted = ownSlug || slugify(name) || unnamed.id;
    named.set(slug, { id: claim(wanted, taken), name: plainText(name) || decodePart(slug) || unnamed.name });
  }
  return named;
}

/** Returns a name that is not in `taken`, with a number (`name-2`) if necessary, and adds it to `taken`. */
export function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
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
    .map(({ name }) =>
      plainText(name)
        .replace(/[،,]|(?<!\S)#+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return [...new Map(names.filter((name) => slugify(name) !== '').map((name) => [tagKey(name), name])).values()];
}
