import { slugify } from '../../lib/arabic/slug.ts';
import { tagKey } from '../../lib/arabic/tag-slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { commandStrings } from '../../strings/commands.ts';
import { plainText } from '../html/plain-text.ts';
import type { FieldMapping } from '../newsroom/field-mapping.ts';
import type { SourceTerm } from '../newsroom/source.ts';
import { type Bylines, nicenameOf } from './bylines.ts';
import type { TaxonomyTerm, WordPressExport, WordPressItem, WordPressTerm } from './export.ts';
import { typeNamesOf } from './item-types.ts';

const uncategorized = /^(?:uncategorized|غير-مصنف)$/;

/** Whether a term is the category that WordPress gives to posts without one. */
export function isUncategorized(slug: string): boolean {
  return uncategorized.test(slugify(decodePart(slug)));
}

/** The section of a post, in the terms of the export. */
interface Section extends Pick<WordPressTerm, 'slug' | 'name'> {
  key: string;
  /** Its path on the old site; '' if it had none. */
  path: string;
  isInvented?: true;
}

/** What decides about the sections of posts, beside their categories. */
export interface SectionRules {
  source: WordPressExport;
  taxonomies: FieldMapping['taxonomies'];
  /** Names of types of posts, by type: what menus call their archives. */
  typeNames: ReadonlyMap<string, string>;
  /** The slugs of all categories in the export. */
  heldCategories: ReadonlySet<string>;
}

/** Returns the sections of the posts. */
export function sectionsOf(posts: readonly WordPressItem[], rules: SectionRules): SourceTerm[] {
  const terms = posts.map((post) => sectionOf(post, rules));
  return once(terms, { slug: 'general', name: commandStrings.importer.uncategorized }, ({ path, slug }) =>
    path === ''
      ? []
      : [...parentPaths(slug, path, rules.source), path, ...idQuery(slug, rules.source)].map(
          (one) => rules.source.url + one,
        ),
  );
}

/** Returns the address of a category by its id, if the export has it. */
function idQuery(slug: string, { categories }: WordPressExport): string[] {
  const id = categories.find((category) => category.slug === slug)?.id;
  return id ? [`/?cat=${id}`] : [];
}

/** Returns the path of a category below those above it, which is its only address where they are shown in it. */
function parentPaths(slug: string, path: string, { categories }: WordPressExport): string[] {
  if (path !== `/category/${slug}/`) return [];
  const slugs = [slug];
  for (
    let parent = parentOf(slug, categories);
    parent && !slugs.includes(parent);
    parent = parentOf(parent, categories)
  ) {
    slugs.unshift(parent);
  }
  return slugs.length > 1 ? [`/category/${slugs.join('/')}/`] : [];
}

function parentOf(slug: string, categories: readonly WordPressTerm[]): string | undefined {
  return categories.find((category) => category.slug === slug)?.parent;
}

export function createSectionRules(source: WordPressExport, taxonomies: FieldMapping['taxonomies']): SectionRules {
  const named = source.items.flatMap(({ terms }) => terms.filter(({ taxonomy }) => taxonomy === 'category'));
  return {
    source,
    taxonomies,
    typeNames: typeNamesOf(source),
    heldCategories: new Set([...source.categories, ...named].map(({ slug }) => slug)),
  };
}

/**
 * Returns the section of a post: the term of a taxonomy that the newsroom has chosen for sections, the type of a post
 * that is no ordinary one, or its main category.
 */
export function sectionOf(
  post: WordPressItem,
  { source, taxonomies, typeNames, heldCategories }: SectionRules,
): Section {
  const chosen = post.terms.find(({ taxonomy }) => taxonomies.get(taxonomy) === 'section');
  if (chosen) {
    const { taxonomy, slug, name } = chosen;
    return { key: `${taxonomy}:${slug}`, slug, name, path: `/${taxonomy}/${slug}/` };
  }
  const { type } = post;
  const isOrdinary = type === 'post';
  const category = isOrdinary ? categoryOf(post, source) : source.categories.find(({ slug }) => slug === type);
  if (category === undefined) {
    return { key: `type:${type}`, slug: type, name: typeNames.get(type) ?? type, path: `/${type}/`, isInvented: true };
  }
  const { slug, name } = category;
  const isHeld = heldCategories.has(slug);
  return { key: slug, slug, name, path: slug === '' ? '' : `/category/${slug}/`, ...(!isHeld && { isInvented: true }) };
}

/** Returns the authors of the posts. */
export function authorsOf(
  posts: readonly WordPressItem[],
  { url, authors }: WordPressExport,
  bylines: Bylines,
): SourceTerm[] {
  const terms = posts.flatMap((post) => bylines.authorsOf(post));
  return once(terms, { slug: 'desk', name: commandStrings.importer.desk }, ({ slug }) =>
    // An e-mail address as a login would stand in an address for all to read.
    slug === '' || slug.includes('@') ? [] : [`${url}/author/${nicenameOf(slug)}/`, ...authorQuery(slug, authors, url)],
  );
}

function authorQuery(login: string, authors: WordPressExport['authors'], url: string): string[] {
  const id = authors.find((author) => author.login === login)?.id;
  return id ? [`${url}/?author=${id}`] : [];
}

/** Returns each term once. `unnamed` stands for a term that has neither a name nor a slug. */
function once<Term extends { key: string; slug: string; name: string; isInvented?: true }>(
  terms: readonly Term[],
  unnamed: Pick<WordPressTerm, 'slug' | 'name'>,
  addressesOf: (term: Term) => string[],
): SourceTerm[] {
  const byKey = new Map(terms.map((term) => [term.key, term]));
  return [...byKey].map(([key, term]) => {
    const { slug, name, isInvented } = term;
    const addresses = addressesOf(term);
    if (slug === '' && plainText(name) === '') return { key, ...unnamed, isInvented: true, addresses };
    return {
      key,
      // An e-mail address as a login would stand in the page's address for all to read.
      slug: slug.includes('@') ? '' : slug,
      name: plainText(name) || decodePart(slug),
      ...(isInvented && { isInvented }),
      addresses,
      feeds: addresses.filter((address) => address.endsWith('/')).map((address) => `${address}feed/`),
    };
  });
}

/**
 * Returns a post's main category: the one set in Yoast or Rank Math, else the first, preferably not «uncategorized».
 */
function categoryOf(post: WordPressItem, { categories }: WordPressExport): WordPressTerm {
  const own = post.terms.filter(({ taxonomy }) => taxonomy === 'category');
  const primary = ['_yoast_wpseo_primary_category', 'rank_math_primary_category'].map((key) => post.meta.get(key));
  const chosen = categories.find(({ id, slug }) => primary.includes(id) && own.some((term) => term.slug === slug));
  const firstNamed = own.find(({ slug }) => !isUncategorized(slug)) ?? own[0];
  return (
    chosen ??
    (firstNamed
      ? { id: '', ...firstNamed }
      : { id: '', slug: 'uncategorized', name: commandStrings.importer.uncategorized })
  );
}

/** Returns the names of a post's tags and of its categories except its section, since these become tags too. */
export function tagsOf({ terms }: WordPressItem, section: { key: string }): string[] {
  return mergeTags(tagTermsOfPost({ terms }, section).map(({ name }) => cleanTag(name)));
}

function tagTermsOfPost({ terms }: Pick<WordPressItem, 'terms'>, section: { key: string }): TaxonomyTerm[] {
  return terms
    .filter(({ taxonomy, slug }) => taxonomy === 'post_tag' || (taxonomy === 'category' && slug !== section.key))
    .filter(({ slug }) => !isUncategorized(slug));
}

/** Returns each tag once, in its last spelling, without those that have neither a letter nor a digit. */
export function mergeTags(names: readonly string[]): string[] {
  return [...new Map(names.filter((name) => slugify(name) !== '').map((name) => [tagKey(name), name])).values()];
}

/** Returns the tags of the posts, and their categories that become tags. */
export function tagTermsOf(posts: readonly WordPressItem[], rules: SectionRules): SourceTerm[] {
  const { url } = rules.source;
  const tags = posts.flatMap((post) => tagTermsOfPost(post, sectionOf(post, rules)));
  return [...new Map(tags.map((tag) => [`${tag.taxonomy} ${tag.slug}`, tag])).values()]
    .map(({ slug, name, taxonomy }) => {
      const isCategory = taxonomy === 'category';
      const address = `${url}/${isCategory ? 'category' : 'tag'}/${slug}/`;
      const tag = {
        key: isCategory ? `category:${slug}` : slug,
        slug,
        name: cleanTag(name),
        ...(isCategory && { isInvented: true as const }),
      };
      const query = `${url}/?tag=${slug}`;
      return { ...tag, addresses: isCategory ? [address] : [address, query], feeds: [`${address}feed/`] };
    })
    .filter(({ name }) => slugify(name) !== '');
}

export function cleanTag(name: string): string {
  return plainText(name)
    .replace(/[،,]|(?<!\S)#+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
