import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { deriveShortId } from '../../lib/short-id.ts';
import { reservedAddresses } from '../../schema/reserved-addresses.ts';
import { plainText } from './body.ts';
import { readDate } from './dates.ts';
import type { WordPressItem } from './export.ts';
import { claim } from './terms.ts';
import type { PlannedArticle, PlannedPage } from './types.ts';

/**
 * Statuses of unfinished items. `publish` and `future` are published when their date comes; all others are not
 * imported.
 */
const draftStatuses = ['draft', 'pending', 'private'];

export function isImported({ status }: WordPressItem): boolean {
  return status === 'publish' || status === 'future' || draftStatuses.includes(status);
}

/**
 * Determines the id and the file of each article. An article whose file exists keeps its id; a new id is derived from
 * the post's `guid`, so that a repeated import results in the same id.
 * @param existingIds the ids of the newsroom's articles, by file without extension
 */
export function planArticles(
  posts: readonly WordPressItem[],
  existingIds: ReadonlyMap<string, string>,
): PlannedArticle[] {
  const stems = new Set<string>();
  const takenIds = new Set(existingIds.values());
  return posts.map((item) => {
    const [year = '0000', month = '00'] = (readDate(item.date) ?? readDate(item.dateUtc) ?? '1970-01').split('-');
    const stem = claim(`articles/${year}/${month}/${slugOf(item)}`, stems);
    const id = existingIds.get(stem) ?? claimId(item.guid, takenIds);
    return { item, id, stem, isDraft: isDraft(item) };
  });
}

/** Determines the slug of each page, which must not be one of the paths that the site itself uses. */
export function planPages(pages: readonly WordPressItem[]): PlannedPage[] {
  const taken = new Set<string>(reservedAddresses);
  return pages.map((item) => ({ item, slug: claim(slugOf(item), taken), isDraft: isDraft(item) }));
}

function claimId(guid: string, taken: Set<string>): string {
  let id = deriveShortId(guid);
  for (let attempt = 1; taken.has(id); attempt += 1) id = deriveShortId(guid, attempt);
  taken.add(id);
  return id;
}

function slugOf({ slug, title, id }: WordPressItem): string {
  return slugify(decodePart(slug)) || slugify(plainText(title)) || `wordpress-${id}`;
}

/** Items behind a password become drafts, because the new site has no passwords. */
function isDraft({ status, password }: WordPressItem): boolean {
  return draftStatuses.includes(status) || password !== '';
}
