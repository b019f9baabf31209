import { slugify } from '../../lib/arabic/slug.ts';
import { commandStrings } from '../../strings/commands.ts';
import { decodePart } from './addresses.ts';
import { plainText } from './body.ts';
import type { WordPressExport, WordPressItem, WordPressTerm } from './export.ts';
import type { NamedTerm } from './types.ts';

const uncategorized = /^(?:uncategorized|غير-مصنف)$/;

/** The sections of articles, by their slugs in WordPress. */
export function nameCategories(posts: readonly WordPressItem[], source: WordPressExport): Map<string, NamedTerm> {
  const terms = posts.map((post) => categoryOf(post, source));
  return nameTerms(terms, { id: 'general', name: commandStrings.importer.uncategorized });
}

/** The authors of articles, by their logins. */
export function nameAuthors(posts: readonly WordPressItem[], { authors }: WordPressExport): Map<string, NamedTerm> {
  const names = new Map(authors.map(({ login, name }) => [login, name]));
  const terms = posts.map(({ creator }) => ({ slug: creator, name: names.get(creator) ?? creator }));
  return nameTerms(terms, { id: 'desk', name: commandStrings.importer.desk });
}

/** By slug as WordPress has it: names of files, each for one term. */
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

/** The name, or the first with a number after it that nobody has. */
export function claim(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** The one that a plugin for search engines calls the first, or else the first that says something. */
export function categoryOf(post: WordPressItem, { categories }: WordPressExport): WordPressTerm {
  const own = post.terms.filter(({ taxonomy }) => taxonomy === 'category');
  const primary = ['_yoast_wpseo_primary_category', 'rank_math_primary_category'].map((key) => post.meta.get(key));
  const chosen = categories.find(({ id, slug }) => primary.includes(id) && own.some((term) => term.slug === slug));
  const telling = own.find(({ slug }) => !uncategorized.test(slugify(decodePart(slug)))) ?? own[0];
  return (
    chosen ??
    (telling ? { id: '', ...telling } : { id: '', slug: 'uncategorized', name: commandStrings.importer.uncategorized })
  );
}

/** Its tags, and the categories besides the one that an article has. */
export function tagsOf({ terms }: WordPressItem, category: WordPressTerm): string[] {
  const names = terms
    .filter(({ taxonomy, slug }) => taxonomy === 'post_tag' || (taxonomy === 'category' && slug !== category.slug))
    .filter(({ slug }) => !uncategorized.test(slugify(decodePart(slug))))
    .map(({ name }) => plainText(name).replace(/[،,#]/g, ' ').replace(/\s+/g, ' ').trim());
  return [...new Map(names.filter((name) => slugify(name) !== '').map((name) => [slugify(name), name])).values()];
}
