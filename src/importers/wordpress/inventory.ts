import { slugify } from '../../lib/arabic/slug.ts';
import { plainText } from '../html/plain-text.ts';
import type { FieldMapping } from '../newsroom/field-mapping.ts';
import type { SourceNewsroom } from '../newsroom/source.ts';
import type { Outcome, Tally } from '../newsroom/tally.ts';
import { includedBlocks } from './body.ts';
import type { Bylines } from './bylines.ts';
import { isByPerson, isPublished } from './comments.ts';
import type { TaxonomyTerm, WordPressComment, WordPressExport, WordPressItem } from './export.ts';
import { type FieldCounts, isOwnField, nameOfField } from './fields.ts';
import { isSystemType } from './item-types.ts';
import { outcomeOf } from './statuses.ts';
import { cleanTag, isUncategorized } from './terms.ts';

/** An export and what has been read of it. */
interface Reading {
  source: WordPressExport;
  /** Types that come beside posts. */
  types: readonly string[];
  mapping: FieldMapping;
  /** What comes as articles and as pages. */
  posts: readonly WordPressItem[];
  pages: readonly WordPressItem[];
  read: Pick<SourceNewsroom, 'articles' | 'sections' | 'authors' | 'tags'>;
  bylines: Bylines;
}

/**
 * Counts everything in an export that is in none of the lists of the newsroom read from it. The fields of articles and
 * pages have been counted where they were read.
 */
export function countRest(reading: Reading, { tally, unmapped }: Pick<FieldCounts, 'tally' | 'unmapped'>): void {
  countItems(reading, tally);
  tally.add('repeated', left('', 'repeated'), reading.source.repeated);
  countComments(reading, tally);
  countAuthors(reading, tally);
  countTerms(reading, tally);
  countFields(reading, tally);
  for (const { terms } of reading.posts) {
    for (const { taxonomy, name } of terms) if (isOther(taxonomy, reading)) unmapped.addTaxonomy(taxonomy, name);
  }
}

function left(name: string, reason: Outcome['reason']): Outcome {
  return { name, fate: 'left', ...(reason && { reason }) };
}

function countItems({ source, types, posts, pages }: Reading, tally: Tally): void {
  const come = new Set([...posts, ...pages]);
  const included = includedBlocks(
    [...come].map(({ content }) => content),
    source.items,
  );
  for (const item of source.items) {
    const { type, id, isSticky } = item;
    if (isSticky && type !== 'attachment') tally.add('pins', left('', 'pinned'));
    if (come.has(item) || type === 'attachment' || type === 'guest-author') continue;
    if (type === 'post' || types.includes(type)) tally.add('articles', outcomeOf(item));
    else if (type === 'page') tally.add('pages', outcomeOf(item));
    else if (type === 'nav_menu_item') tally.add('menu-entries', left('', 'menu'));
    else if (type === 'wp_block') {
      const isIncluded = included.has(id);
      tally.add(
        'shared-blocks',
        isIncluded ? { name: '', fate: 'changed', reason: 'in-bodies' } : left('', 'not-named'),
      );
    } else tally.add('others', left(type, isSystemType(type) ? 'system' : 'other-type'));
  }
}

/** Counts the comments that are not among those of the articles. */
function countComments({ source, posts, pages, read }: Reading, tally: Tally): void {
  const come = new Map(posts.map((post, index) => [post, read.articles[index]?.comments.length ?? 0]));
  const known = new Set(pages);
  for (const item of source.items) {
    const own = come.get(item);
    const fitting = item.comments.filter((comment) => isPublished(comment) && isByPerson(comment)).length;
    const otherwise = known.has(item) ? 'on-page' : 'on-left';
    if (own === undefined) tally.add('comments', left('', otherwise), fitting);
    else tally.add('comments', left('', 'unreadable-comment'), fitting - own);
    for (const comment of item.comments) {
      const reason = whyNotPublished(comment);
      if (reason) tally.add('comments', left('', reason));
    }
  }
}

function whyNotPublished(comment: WordPressComment): Outcome['reason'] {
  if (comment.type === 'pingback' || comment.type === 'trackback') return 'pingback';
  if (!isByPerson(comment)) return 'not-a-comment';
  if (isPublished(comment)) return undefined;
  if (comment.approved === 'spam') return 'spam';
  return comment.approved === 'trash' || comment.approved === 'post-trashed' ? 'trashed-comment' : 'unapproved';
}

function countAuthors({ read, bylines }: Reading, tally: Tally): void {
  const named = new Set(read.authors.map(({ key }) => key));
  const known = new Map(bylines.everyone.map(({ key, name }) => [key, name]));
  for (const [key, name] of known) if (!named.has(key)) tally.add('authors', left(plainText(name), 'not-named'));
}

/** Counts the terms of all taxonomies that are neither sections nor tags of the newsroom. */
function countTerms(reading: Reading, tally: Tally): void {
  const { source, posts, read, mapping } = reading;
  const sections = new Set(read.sections.map(({ key }) => key));
  const tags = new Set(read.tags.map(({ key }) => key));
  const used = new Set(posts.flatMap(({ terms }) => terms.map(termKey)));
  for (const term of allTerms(source)) {
    const { taxonomy, slug } = term;
    const isUsed = used.has(termKey(term));
    if (taxonomy === 'category') {
      if (!sections.has(slug)) tally.add('sections', outcomeOfTag(term, isUsed, true));
    } else if (taxonomy === 'post_tag') {
      if (!tags.has(slug)) tally.add('tags', outcomeOfTag(term, isUsed, false));
    } else if (!sections.has(`${taxonomy}:${slug}`) && taxonomy !== 'author') {
      tally.add('terms', outcomeOfTerm(term, isUsed, mapping));
    }
  }
}

/** @param isChanged whether it has been something else than a tag */
function outcomeOfTag({ name: written, slug }: TaxonomyTerm, isUsed: boolean, isChanged: boolean): Outcome {
  const name = isChanged ? plainText(written) : '';
  if (!isUsed) return left(name, 'not-named');
  if (isUncategorized(slug)) return left(name, 'uncategorized');
  if (slugify(cleanTag(written)) === '') return left(name, 'nameless');
  return isChanged ? { name, fate: 'changed', reason: 'as-tag' } : { name, fate: 'came' };
}

function outcomeOfTerm({ taxonomy }: TaxonomyTerm, isUsed: boolean, { taxonomies }: FieldMapping): Outcome {
  if (taxonomy === 'nav_menu') return left(taxonomy, 'menu');
  if (isLayout(taxonomy)) return left(taxonomy, 'system');
  if (!taxonomies.has(taxonomy)) return left(taxonomy, 'other-taxonomy');
  return isUsed ? { name: taxonomy, fate: 'changed', reason: 'as-field' } : left(taxonomy, 'not-named');
}

/** Taxonomies of WordPress itself that say how something is shown. */
function isLayout(taxonomy: string): boolean {
  return ['post_format', 'wp_theme', 'wp_template_part_area', 'wp_pattern_category'].includes(taxonomy);
}

/** Whether a mapping could name a taxonomy, and none does. */
function isOther(taxonomy: string, { mapping }: Reading): boolean {
  const isOwn = ['category', 'post_tag', 'author', 'nav_menu'].includes(taxonomy) || isLayout(taxonomy);
  return !isOwn && !mapping.taxonomies.has(taxonomy);
}

/** Returns the terms that an export lists, and those that only its items name. */
function allTerms({ categories, terms, items }: WordPressExport): TaxonomyTerm[] {
  const listed = [...categories.map(({ slug, name }) => ({ taxonomy: 'category', slug, name })), ...terms];
  return [
    ...new Map([...items.flatMap((item) => item.terms), ...listed].map((term) => [termKey(term), term])).values(),
  ];
}

function termKey({ taxonomy, slug }: TaxonomyTerm): string {
  return `${taxonomy} ${slug}`;
}

/** Counts the custom fields of everything but articles and pages. */
function countFields({ source, posts, pages }: Reading, tally: Tally): void {
  const counted = new Set([...posts, ...pages]);
  for (const item of source.items) {
    if (counted.has(item)) continue;
    for (const field of item.fields) tally.add('fields', outcomeOfField(field, item));
  }
}

function outcomeOfField(field: WordPressItem['fields'][number], { type }: WordPressItem): Outcome {
  const name = nameOfField(field.key);
  if (type === 'attachment' && name === '_wp_attachment_image_alt') return { name, fate: 'came' };
  return left(name, isOwnField(field) ? 'own-field' : 'of-left');
}
