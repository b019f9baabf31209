import { readExport, type WordPressExport } from '../../src/importers/wordpress/export.ts';

/** A post, a page or an attachment in an export that a test writes. Missing fields get WordPress's defaults. */
export interface WrittenItem {
  id: number;
  type?: string;
  status?: string;
  title?: string;
  link?: string;
  content?: string;
  excerpt?: string;
  slug?: string;
  creator?: string;
  parent?: number;
  password?: string;
  /** `2022-01-13 08:30:00`, in UTC. `localDate` defaults to three hours later. */
  date?: string;
  localDate?: string;
  modified?: string;
  commentStatus?: 'open' | 'closed';
  attachmentUrl?: string;
  categories?: Record<string, string>;
  tags?: Record<string, string>;
  /** Terms of other taxonomies. */
  terms?: { taxonomy: string; slug: string; name: string }[];
  meta?: Record<string, string>;
  sticky?: boolean;
  comments?: WrittenComment[];
}

export interface WrittenComment {
  id: number;
  parent?: number;
  author?: string;
  content: string;
  approved?: string;
  type?: string;
  user?: number;
  /** In UTC; '' for an export that has local times alone. */
  date?: string;
  localDate?: string;
}

export const oldSite = 'https://old.example';

/** Returns an export of a site at `oldSite`, written by its authors `nour` and `sami`. */
export function writeExport(items: readonly WrittenItem[], channel = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>صدى القديم</title><link>${oldSite}</link><description></description>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${oldSite}</wp:base_site_url><wp:base_blog_url>${oldSite}</wp:base_blog_url>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[nour]]></wp:author_login><wp:author_display_name><![CDATA[نور الهدى]]></wp:author_display_name></wp:author>
<wp:author><wp:author_id>3</wp:author_id><wp:author_login>sami@old.example</wp:author_login><wp:author_display_name><![CDATA[سامي كريم]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>${encodeURIComponent('محليات').toLowerCase()}</wp:category_nicename><wp:cat_name><![CDATA[محليات]]></wp:cat_name></wp:category>
${channel}
${items.map(writeItem).join('\n')}
</channel>
</rss>`;
}

export function parseExport(items: readonly WrittenItem[], channel?: string): Promise<WordPressExport> {
  return readExport([writeExport(items, channel)]);
}

function writeItem(item: WrittenItem): string {
  const { id, type = 'post', status = 'publish', slug = `post-${id}`, date = '2022-01-13 08:30:00' } = item;
  const year = date.slice(0, 7).replace('-', '/');
  const fields: Record<string, string | number> = {
    title: cdata(item.title ?? `خبر رقم ${id}`),
    link: item.link ?? `${oldSite}/${type === 'page' ? '' : `${year}/`}${encodeURIComponent(slug).toLowerCase()}/`,
    'dc:creator': cdata(item.creator ?? 'nour'),
    guid: `${oldSite}/?p=${id}`,
    'content:encoded': cdata(item.content ?? 'متن الخبر.'),
    'excerpt:encoded': cdata(item.excerpt ?? ''),
    'wp:post_id': id,
    'wp:post_date': item.localDate ?? (date.startsWith('0') ? date : shift(date)),
    'wp:post_date_gmt': date,
    'wp:post_modified_gmt': item.modified ?? date,
    'wp:comment_status': item.commentStatus ?? 'open',
    'wp:post_name': encodeURIComponent(slug).toLowerCase(),
    'wp:status': status,
    'wp:post_parent': item.parent ?? 0,
    'wp:menu_order': 0,
    'wp:post_type': type,
    'wp:is_sticky': item.sticky ? 1 : 0,
    'wp:post_password': item.password ?? '',
    ...(item.attachmentUrl !== undefined && { 'wp:attachment_url': item.attachmentUrl }),
  };
  const terms = (domain: string, named: Record<string, string> = {}) =>
    Object.entries(named).map(
      ([nicename, name]) =>
        `<category domain="${domain}" nicename="${encodeURIComponent(nicename).toLowerCase()}">${cdata(name)}</category>`,
    );
  return [
    '<item>',
    ...Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`),
    ...terms('category', item.categories ?? (type === 'post' ? { محليات: 'محليات' } : {})),
    ...terms('post_tag', item.tags),
    ...(item.terms ?? []).flatMap(({ taxonomy, slug, name }) => terms(taxonomy, { [slug]: name })),
    ...Object.entries(item.meta ?? {}).map(
      ([key, value]) =>
        `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
    ),
    ...(item.comments ?? []).map(writeComment),
    '</item>',
  ].join('\n');
}

function writeComment({
  id,
  parent = 0,
  author = 'قارئ',
  content,
  approved = '1',
  type = 'comment',
  user = 0,
  date = `2022-01-13 09:00:0${id % 10}`,
  localDate = '',
}: WrittenComment) {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata(author)}</wp:comment_author><wp:comment_author_email>reader@mail.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP><wp:comment_date>${localDate}</wp:comment_date><wp:comment_date_gmt>${date}</wp:comment_date_gmt><wp:comment_content>${cdata(content)}</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>${user}</wp:comment_user_id><wp:commentmeta><wp:meta_key>akismet</wp:meta_key></wp:commentmeta></wp:comment>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text}]]>`;
}

function shift(date: string): string {
  const instant = new Date(`${date.replace(' ', 'T')}Z`);
  return new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
