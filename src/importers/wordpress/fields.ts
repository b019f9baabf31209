import { articleSchema, commaOrHashtag } from '../../schema/article.ts';
import type { TallyReason } from '../../strings/import-tally.ts';
import { meaningfulLine } from '../html/plain-text.ts';
import type { FieldMapping, FieldTarget, TaxonomyTarget, UnmappedFields } from '../newsroom/field-mapping.ts';
import type { Fate, Tally } from '../newsroom/tally.ts';
import type { WordPressItem } from './export.ts';

/** What the custom fields and taxonomies of a post say in the terms of the new newsroom. */
export interface FieldValues extends Partial<Record<Exclude<FieldTarget, 'tags'>, string>> {
  tags: string[];
  /** The address that search engines were told to be that of the article. */
  canonical?: string;
}

/** Where the fields of articles or of pages are counted. */
export interface FieldCounts {
  tally: Tally;
  unmapped: UnmappedFields;
  /** Fields that this importer reads, whatever they hold. */
  readKeys: readonly string[];
  /** Why fields that nothing names do not come. */
  otherReason: TallyReason;
}

export const keysOfPages = ['_wp_old_slug', 'footnotes'];
export const keysOfArticles = [
  ...keysOfPages,
  ...['_thumbnail_id', '_yoast_wpseo_primary_category', 'rank_math_primary_category'],
];
/** Descriptions for search engines: of Yoast, Rank Math, All in One SEO (old and new), SEOPress and The SEO Framework. */
const descriptions = [
  ...['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseop_description', '_aioseo_description'],
  ...['_seopress_titles_desc', '_genesis_description'],
];
const canonicals = [
  ...['_yoast_wpseo_canonical', 'rank_math_canonical_url', '_aioseop_custom_link', '_aioseo_canonical_url'],
  ...['_seopress_robots_canonical', '_genesis_canonical_uri'],
];
/** What WordPress, builders of pages and other plugins keep for their own work. */
const ownKeys =
  /^_(?:edit_|wp_|menu_item_|oembed_|encloseme|pingme|yoast_|aioseo|seopress_|genesis_|elementor_|et_pb_|wpb_|vc_|jetpack|publicize|dp_original|links_to|customize_|attachment_)|^(?:rank_math_|elementor|et_|wpb_|jetpack|_?ez-toc|_?post_views|post_views_count$|views$)/;
/** Advanced Custom Fields keeps beside each field the id of its definition: `_subtitle: field_5f1a…`. */
const fieldId = /^field_[\da-f]+$/;

/** Returns the key of a field, without the digest with which WordPress keeps each embedded page: `_oembed_26af…`. */
export function nameOfField(key: string): string {
  return key.replace(/(?<=^_oembed_(?:time_)?)[\da-f]{32}$/, '…');
}

/** Whether a field holds nothing that an author wrote. */
export function isOwnField({ key, value }: { key: string; value: string }): boolean {
  return ownKeys.test(key) || (key.startsWith('_') && fieldId.test(value.trim()));
}

/**
 * Reads the custom fields and taxonomies of a post or a page, and counts what became of each field. The excerpt goes before
 * descriptions.
 */
export function readFields(
  item: WordPressItem,
  { fields: wanted, taxonomies }: FieldMapping,
  counts: FieldCounts,
): FieldValues {
  const excerpt = meaningfulLine(item.excerpt);
  const values: FieldValues = { tags: [], ...(excerpt && { summary: excerpt }) };
  // Fields that the newsroom has asked for go before descriptions, which stand in for a summary.
  const ordered = [...item.fields].sort((one, other) => Number(wanted.has(other.key)) - Number(wanted.has(one.key)));
  for (const field of ordered) {
    const [fate, reason] = readField(field, wanted.get(field.key), values, counts);
    counts.tally.add('fields', { name: nameOfField(field.key), fate, ...(reason && { reason }) });
  }
  addTaxonomies(values, item, taxonomies);
  return values;
}

type FieldOutcome = readonly [fate: Fate, reason?: TallyReason];

function readField(
  { key, value }: { key: string; value: string },
  target: FieldTarget | undefined,
  values: FieldValues,
  { unmapped, readKeys, otherReason }: FieldCounts,
): FieldOutcome {
  if (target === undefined && readKeys.includes(key)) return ['came'];
  if (value.trim() === '') return ['left', 'empty-field'];
  if (target !== undefined) return setValue(values, target, value);
  if (descriptions.includes(key)) return describe(values, value);
  if (canonicals.includes(key)) {
    values.canonical = value.trim();
    return ['left', 'canonical'];
  }
  if (isOwnField({ key, value })) return ['left', 'own-field'];
  unmapped.addField(key, meaningfulLine(value) || value.trim());
  return ['left', otherReason];
}

/** Takes a description as the summary. Plugins fill `%%title%%` and `%title%` in it when they show it. */
function describe(values: FieldValues, description: string): FieldOutcome {
  if (/%%?[a-z_]+%/.test(description)) return ['left', 'template'];
  if (values.summary !== undefined) return ['left', 'summary-there'];
  return setValue(values, 'summary', description);
}

/** Sets a value if it has none yet and the front matter can have it there. */
function setValue(values: FieldValues, target: FieldTarget, written: string): FieldOutcome {
  const line = meaningfulLine(written);
  // PHP's form for lists and objects: `a:2:{i:0;s:3:"…`.
  if (line === '' || /^[aO]:\d+:/.test(line)) return ['left', 'unreadable-field'];
  if (target === 'tags') {
    const tags = line.split(commaOrHashtag).map((tag) => tag.trim());
    const fitting = tags.filter((tag) => articleSchema.shape.tags.safeParse([tag]).success && tag !== '');
    values.tags.push(...fitting);
    return fitting.length > 0 ? ['came'] : ['left', 'unreadable-field'];
  }
  if (values[target] !== undefined) return ['left', 'field-taken'];
  if (!articleSchema.shape[target].safeParse(line).success) return ['left', 'unreadable-field'];
  values[target] = line;
  return ['came'];
}

/** Adds what the taxonomies of a post say that the newsroom has asked for. Several terms of one are one text. */
function addTaxonomies(values: FieldValues, { terms }: WordPressItem, wanted: FieldMapping['taxonomies']): void {
  for (const [taxonomy, target] of wanted) {
    const names = terms.filter((term) => term.taxonomy === taxonomy).map(({ name }) => name);
    if (names.length > 0 && target !== 'section') addTerms(values, target, names);
  }
}

function addTerms(values: FieldValues, target: Exclude<TaxonomyTarget, 'section'>, names: readonly string[]): void {
  if (target === 'tags') for (const name of names) setValue(values, target, name.replace(/[،,]/g, ' '));
  else setValue(values, target, target === 'series' ? (names[0] ?? '') : names.join('، '));
}
