import { slugify } from '../../lib/arabic/slug.ts';
import { commandStrings } from '../../strings/commands.ts';
import { decodePart } from './addresses.ts';
import { plainText } from './body.ts';
import type { WordPressExport, WordPressItem, WordPressTerm } from './export.ts';
import type { NamedTerm } from './types.ts';

const uncategorized = /^(?:uncategorized|غير-مصنف)$/;

/** Names the sections that the posts need, by slug in WordPress. */
export function nameCategories(posts: readonly WordPressItem[], source: WordPressExport): Map<string, NamedTerm> {
  const terms = posts.map((post) => categoryOf(post, source));
  return nameTerms(terms, { id: 'general', name: commandStrings.importer.uncategorized });
}

/** Names the authors that the posts need, by login. */
export function nameAuthors(posts: readonly WordPressItem[], { authors }: WordPressExport): Map<string, NamedTerm> {
  const names = new Map(authors.map(({ login, name }) => [login, name]));
  const terms = posts.map(({ creator }) => ({ slug: creator, name: names.get(creator) ?? creator }));
  return nameTerms(terms, { id: 'desk', name: commandStrings.importer.desk });
}

/** Gives each term an id that no other has, by slug. `unnamed` is for a term without slug and name. */
function nameTerms(terms: readonly Pick<WordPressTerm, 'slug' | 'name'>[], unnamed: NamedTerm): Map<string, NamedTerm> {
  const named = new Map<string, NamedTerm>();
  const taken = new Set<string>();
  for (const { slug, name } of terms) {
    if (named.has(slug)) continue;
    const wanted = slugify(decodePart(slug)) || slugify(name) || unnamed.id;
    named.set(slug, { id: claim(wanted, taken), name: plainText(name) || decodePart(slug) || unnamed.name });
  }
  return named;
}

/** Adds a name to `taken`, with the first free number (`name-2`) if it is taken already. */
export function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** The post's main category: the primary one of the plugins Yoast or Rank Math, or the first except «uncategorized». */
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

/** The tags of a post, and its categories except the main one, which become tags too. */
export function tagsOf({ terms }: WordPressItem, category: WordPressTerm): string[] {
  const names = terms
    .filter(({ taxonomy, slug }) => taxonomy === 'post_tag' || (taxonomy === 'category' && slug !== category.slug))
    .filter(({ slug }) => !uncategorized.test(slugify(decodePart(slug))))
    .map(({ name }) => plainText(name).replace(/[،,#]/g, ' ').replace(/\s+/g, ' ').trim());
  return [...new Map(names.filter((name) => slugify(name) !== '').map((name) => [slugify(name), name])).values()];
}
