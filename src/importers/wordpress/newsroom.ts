import { slugify } from '../../lib/arabic/slug.ts';
import { meaningfulLine, plainText } from '../html/plain-text.ts';
import type { SourceArticle, SourceEntry, SourceImage, SourceMedia, SourceNewsroom } from '../newsroom/source.ts';
import { convertBody, type PostParts } from './body.ts';
import { commentsOf } from './comments.ts';
import { guessTimeZone, instantOf } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';
import { addressesOf, likeAddresses } from './old-addresses.ts';
import type { GalleryImage } from './shortcodes.ts';
import { authorsOf, categoryOf, sectionsOf, tagsOf, tagTermsOf } from './terms.ts';

/** The parts of an export that its entries refer to. */
interface Surroundings {
  source: WordPressExport;
  timeZone: string;
  /** By id. */
  attachments: ReadonlyMap<string, WordPressItem>;
  /** The content of shared blocks, by id. */
  blocks: ReadonlyMap<string, string>;
}

/**
 * Reads an export as a newsroom.
 * @param timeZone of the newsroom that it comes into, if that has one: for drafts, which have local times alone
 */
export function readNewsroom(source: WordPressExport, timeZone?: string): SourceNewsroom {
  const posts = itemsOf(source, 'post').filter(isImported);
  const published = posts.filter(({ status }) => status === 'publish');
  const zone = timeZone ?? guessTimeZone(posts);
  const surroundings: Surroundings = {
    source,
    timeZone: zone,
    attachments: new Map(itemsOf(source, 'attachment').map((item) => [item.id, item])),
    blocks: new Map(itemsOf(source, 'wp_block').map(({ id, content }) => [id, content])),
  };
  return {
    title: plainText(source.title),
    description: plainText(source.description),
    url: source.url,
    timeZone: zone,
    sections: sectionsOf(posts, source),
    authors: authorsOf(posts, source),
    tags: tagTermsOf(published, source),
    articles: posts.map((post) => toArticle(post, surroundings)),
    pages: itemsOf(source, 'page')
      .filter(isImported)
      .map((page) => ({ ...toEntry(page, surroundings), order: Number(page.order) || 0 })),
    media: [...surroundings.attachments.values()].map(toMedia),
    lists: [{ address: `${source.url}/feed/`, leadsTo: 'feed' }],
    likeAddresses,
  };
}

function itemsOf({ items }: WordPressExport, type: string): WordPressItem[] {
  return items.filter((item) => item.type === type);
}

/**
 * Statuses of unfinished items. `publish` and `future` are published when their date comes; all others are not
 * imported.
 */
const draftStatuses = ['draft', 'pending', 'private'];

function isImported({ status }: WordPressItem): boolean {
  return status === 'publish' || status === 'future' || draftStatuses.includes(status);
}

/** Items behind a password become drafts, because the new site has no passwords. */
function isDraft({ status, password }: WordPressItem): boolean {
  return draftStatuses.includes(status) || password !== '';
}

function toEntry(item: WordPressItem, surroundings: Surroundings): SourceEntry {
  const { source, timeZone } = surroundings;
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
    convert: (context) => convertBody(item.content, partsOf(item, surroundings), context),
    remarks: item.password === '' ? [] : [{ kind: 'password' }],
  };
}

function toArticle(item: WordPressItem, surroundings: Surroundings): SourceArticle {
  const { source, timeZone, attachments } = surroundings;
  const category = categoryOf(item, source);
  const modified = instantOf(item.modifiedUtc, '', timeZone);
  const image = leadImageOf(item, attachments);
  return {
    ...toEntry(item, surroundings),
    ...(modified !== undefined && { modified }),
    authors: [item.creator],
    section: category.slug,
    tags: tagsOf(item, category),
    summary: meaningfulLine(item.excerpt),
    ...(image && { image }),
    ...(item.commentStatus === 'closed' && { areCommentsClosed: true }),
    comments: commentsOf(item, source, timeZone),
  };
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
