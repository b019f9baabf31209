import { slugify } from '../../lib/arabic/slug.ts';
import { meaningfulLine, plainText } from '../html/plain-text.ts';
import { collectUnmapped, emptyMapping, type FieldMapping } from '../newsroom/field-mapping.ts';
import type {
  EntryRemark,
  SourceArticle,
  SourceEntry,
  SourceImage,
  SourceMedia,
  SourceNewsroom,
  SourcePage,
  SourceTerm,
} from '../newsroom/source.ts';
import { createTally } from '../newsroom/tally.ts';
import { convertBody, type PostParts } from './body.ts';
import { type Bylines, createBylines } from './bylines.ts';
import { readComments } from './comments.ts';
import { guessTimeZone, instantOf } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';
import { type FieldCounts, keysOfArticles, keysOfPages, readFields } from './fields.ts';
import { countRest } from './inventory.ts';
import { addressesOf, addressesOfAttachments, likeAddresses, yearAddresses } from './old-addresses.ts';
import type { GalleryImage } from './shortcodes.ts';
import { isDraft, isImported, outcomeOf } from './statuses.ts';
import {
  authorsOf,
  createSectionRules,
  mergeTags,
  type SectionRules,
  sectionOf,
  sectionsOf,
  tagsOf,
  tagTermsOf,
} from './terms.ts';

/** The parts of an export that its entries refer to. */
interface Surroundings {
  source: WordPressExport;
  timeZone: string;
  /** By id. */
  attachments: ReadonlyMap<string, WordPressItem>;
  /** By the id of the post that they were uploaded to. */
  attached: ReadonlyMap<string, readonly WordPressItem[]>;
  /** The content of shared blocks, by id. */
  blocks: ReadonlyMap<string, string>;
  bylines: Bylines;
  sectionRules: SectionRules;
  mapping: FieldMapping;
  counts: Pick<FieldCounts, 'tally' | 'unmapped'>;
}

/** What the newsroom wants to come beside what always comes. */
export interface ImportWishes {
  /** Types of posts that come as articles of a section. */
  types: readonly string[];
  mapping: FieldMapping;
}

export const noWishes: ImportWishes = { types: [], mapping: emptyMapping };

/**
 * Reads an export as a newsroom.
 * @param timeZone of the newsroom that it comes into, if that has one: for drafts, which have local times alone
 */
export function readNewsroom(
  source: WordPressExport,
  timeZone?: string,
  { types, mapping }: ImportWishes = noWishes,
): SourceNewsroom {
  const posts = source.items.filter((item) => ['post', ...types].includes(item.type) && isImported(item));
  const pages = itemsOf(source, 'page').filter(isImported);
  const [tally, unmapped] = [createTally(), collectUnmapped()];
  const surroundings: Surroundings = {
    source,
    timeZone: timeZone ?? guessTimeZone(posts),
    attachments: new Map(itemsOf(source, 'attachment').map((item) => [item.id, item])),
    attached: Map.groupBy(itemsOf(source, 'attachment'), ({ parent }) => parent),
    blocks: new Map(itemsOf(source, 'wp_block').map(({ id, content }) => [id, content])),
    bylines: createBylines(source),
    sectionRules: createSectionRules(source, mapping.taxonomies),
    mapping,
    counts: { tally, unmapped },
  };
  const articles = posts.map((post) => toArticle(post, surroundings));
  const read = {
    title: plainText(source.title),
    description: plainText(source.description),
    url: source.url,
    timeZone: surroundings.timeZone,
    sections: sectionsOf(posts, surroundings.sectionRules),
    authors: authorsOf(posts, source, surroundings.bylines),
    tags: tagTermsOf(
      posts.filter(({ status }) => status === 'publish'),
      surroundings.sectionRules,
    ),
    series: [...new Set(articles.flatMap(({ series = [] }) => series))].map(toSeries),
    articles,
    pages: pages.map((page) => toPage(page, surroundings)),
    media: [...surroundings.attachments.values()].map(toMedia),
    lists: [
      { address: `${source.url}/feed/`, leadsTo: 'feed' as const },
      { address: `${source.url}/comments/feed/`, leadsTo: 'feed' as const },
      ...yearAddresses(posts, source.url).map((address) => ({ address, leadsTo: 'archive' as const })),
    ],
    likeAddresses,
  };
  countRest({ source, types, mapping, posts, pages, read, bylines: surroundings.bylines }, { tally, unmapped });
  return { ...read, tally: tally.rows(), unmapped: unmapped.list() };
}

function toSeries(name: string): SourceTerm {
  return { key: name, slug: '', name, addresses: [] };
}

function itemsOf({ items }: WordPressExport, type: string): WordPressItem[] {
  return items.filter((item) => item.type === type);
}

function toEntry(item: WordPressItem, surroundings: Surroundings): SourceEntry {
  const { source, timeZone, attached } = surroundings;
  const title = meaningfulLine(item.title);
  const published = instantOf(item.dateUtc, item.date, timeZone);
  return {
    key: item.guid || [item.link, item.date, item.title].join('\n'),
    title,
    slug: slugify(item.slug) || slugify(title) ? item.slug : `wordpress-${item.id}`,
    isDraft: isDraft(item),
    ...(item.status === 'future' && { isScheduled: true }),
    ...(published !== undefined && { published }),
    addresses: addressesOf(item, source.url),
    otherAddresses: addressesOfAttachments(attached.get(item.id) ?? [], source.url),
    convert: (context) => convertBody(item.content, partsOf(item, surroundings), context),
    remarks: [
      ...(item.password === '' ? [] : [{ kind: 'password' } as const]),
      ...(item.isSticky ? [{ kind: 'pinned' } as const] : []),
    ],
    outcome: outcomeOf(item),
  };
}

function toArticle(item: WordPressItem, surroundings: Surroundings): SourceArticle {
  const { source, timeZone, attachments, bylines, sectionRules, mapping, counts } = surroundings;
  const section = sectionOf(item, sectionRules);
  const modified = instantOf(item.modifiedUtc, '', timeZone);
  const image = leadImageOf(item, attachments);
  const { comments, undated } = readComments(item, source, timeZone);
  const { tags, canonical, ...fields } = readFields(item, mapping, {
    ...counts,
    readKeys: keysOfArticles,
    otherReason: 'other-field',
  });
  const entry = toEntry(item, surroundings);
  return {
    ...entry,
    ...(modified !== undefined && { modified }),
    authors: bylines.authorsOf(item).map(({ key }) => key),
    section: section.key,
    tags: mergeTags([...tagsOf(item, section), ...tags]),
    ...fields,
    ...(image && { image }),
    ...(item.commentStatus === 'closed' && { areCommentsClosed: true }),
    comments,
    undatedComments: undated,
    remarks: [...entry.remarks, ...canonicalRemarks(canonical, item.link)],
  };
}

function toPage(item: WordPressItem, surroundings: Surroundings): SourcePage {
  const { tally } = surroundings.counts;
  const { summary, canonical } = readFields(item, emptyMapping, {
    tally,
    unmapped: collectUnmapped(),
    readKeys: keysOfPages,
    otherReason: 'of-page',
  });
  const entry = toEntry(item, surroundings);
  return {
    ...entry,
    order: Number(item.order) || 0,
    ...(summary && { summary }),
    remarks: [...entry.remarks, ...canonicalRemarks(canonical, item.link)],
  };
}

/** Tells the address of the original, unless it is that of the article itself. */
function canonicalRemarks(address: string | undefined, link: string): EntryRemark[] {
  const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  return address === undefined || bare(address) === bare(link) ? [] : [{ kind: 'canonical', address }];
}

function partsOf(item: WordPressItem, { attachments, blocks }: Surroundings): PostParts {
  return {
    findGallery: (ids) => findGallery(ids, item, attachments),
    sharedBlock: (id) => blocks.get(id),
    footnotes: readFootnotes(item.meta.get('footnotes')),
  };
}

function toMedia({ id, attachmentUrl, excerpt, meta }: WordPressItem): SourceMedia {
  const alt = plainText(meta.get('_wp_attachment_image_alt') ?? '');
  return { key: id, address: attachmentUrl, alt, caption: plainText(excerpt) };
}

/** Returns a post's featured image; undefined if it has none. */
function leadImageOf(
  { meta }: WordPressItem,
  attachments: ReadonlyMap<string, WordPressItem>,
): SourceImage | undefined {
  const id = meta.get('_thumbnail_id');
  if (id === undefined || id === '' || id === '0') return undefined;
  const attachment = attachments.get(id);
  if (attachment === undefined) return { address: `?attachment_id=${id}` };
  return { address: attachment.attachmentUrl, key: id, caption: plainText(attachment.excerpt) };
}

const imageFile = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;

/** Implements `PostParts.findGallery` for one post. */
function findGallery(
  ids: readonly string[],
  post: WordPressItem,
  attachments: ReadonlyMap<string, WordPressItem>,
): GalleryImage[] {
  const attachedToPost = [...attachments.values()].filter(
    ({ parent, attachmentUrl }) => parent === post.id && imageFile.test(attachmentUrl),
  );
  const chosen = ids.length > 0 ? ids.flatMap((id) => attachments.get(id) ?? []) : attachedToPost;
  return chosen.map(({ id, attachmentUrl, excerpt }) => ({ address: attachmentUrl, id, caption: plainText(excerpt) }));
}

/** Reads a post's footnotes, which WordPress stores as JSON in the meta field `footnotes`. */
function readFootnotes(json: string | undefined): { id: string; content: string }[] {
  try {
    const notes: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(notes)
      ? notes.filter(({ id, content }) => typeof id === 'string' && typeof content === 'string')
      : [];
  } catch {
    return [];
  }
}
