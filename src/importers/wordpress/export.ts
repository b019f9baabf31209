import { Parser } from 'htmlparser2';

/** What WordPress writes into an export of a site (WXR 1.0 to 1.2, `wp-admin/includes/export.php`), as it is written there. */
export interface WordPressExport {
  title: string;
  description: string;
  /** The address of the site, without a slash at its end. */
  url: string;
  authors: WordPressAuthor[];
  categories: WordPressTerm[];
  /** Of all types: posts, pages, attachments, blocks, entries of menus. */
  items: WordPressItem[];
}

export interface WordPressAuthor {
  id: string;
  login: string;
  name: string;
}

export interface WordPressTerm {
  id: string;
  slug: string;
  name: string;
}

export interface WordPressItem {
  id: string;
  type: string;
  status: string;
  title: string;
  link: string;
  /** Unique and never changed. */
  guid: string;
  /** The login of its author. */
  creator: string;
  content: string;
  excerpt: string;
  slug: string;
  parent: string;
  order: string;
  password: string;
  /** `2022-01-13 08:30:00` in the site's zone. */
  date: string;
  /** The same in UTC; zeros in drafts that were never published. */
  dateUtc: string;
  modifiedUtc: string;
  commentStatus: string;
  attachmentUrl: string;
  terms: { taxonomy: string; slug: string; name: string }[];
  meta: Map<string, string>;
  comments: WordPressComment[];
}

export interface WordPressComment {
  id: string;
  parent: string;
  author: string;
  content: string;
  dateUtc: string;
  /** `1` where it was published. */
  approved: string;
  /** '' or `comment` for what people have written. */
  type: string;
  /** The WordPress user who wrote it; `0` for readers. */
  user: string;
}

/** The file is no export of WordPress. */
export class NotAnExport extends Error {
  override readonly name = 'NotAnExport';
}

type Fields = Map<string, string>;

/** Elements that hold others; each is handed over when it ends. */
const groups = ['channel', 'item', 'wp:author', 'wp:category', 'wp:postmeta', 'wp:comment', 'wp:commentmeta'];
const skipped = ['wp:tag', 'wp:term', 'wp:commentmeta'];

/**
 * Reads an export from its text, in pieces of any length. It is read leniently, because exports hold control characters and
 * HTML that no XML has. Rejects with `NotAnExport` for anything else.
 */
export async function readExport(pieces: AsyncIterable<string> | Iterable<string>): Promise<WordPressExport> {
  const site: Fields = new Map();
  const authors: WordPressAuthor[] = [];
  const categories: WordPressTerm[] = [];
  const items: WordPressItem[] = [];
  const open: { name: string; fields: Fields }[] = [];
  let item: Pick<WordPressItem, 'terms' | 'meta' | 'comments'> = emptyParts();
  let attributes: Record<string, string> = {};
  let text = '';

  const close: Record<string, (fields: Fields) => void> = {
    'wp:author': (fields) => authors.push(toAuthor(fields)),
    'wp:category': (fields) => categories.push(toCategory(fields)),
    'wp:postmeta': (fields) => item.meta.set(fieldOf(fields, 'wp:meta_key'), fieldOf(fields, 'wp:meta_value')),
    'wp:comment': (fields) => item.comments.push(toComment(fields)),
    item: (fields) => {
      items.push({ ...toItem(fields), ...item });
      item = emptyParts();
    },
  };

  const parser = new Parser(
    {
      onopentag(name, given) {
        attributes = given;
        text = '';
        if (groups.includes(name) || skipped.includes(name)) {
          open.push({ name, fields: name === 'channel' ? site : new Map() });
        }
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag(name) {
        const group = open.at(-1);
        if (group?.name === name) {
          open.pop();
          close[name]?.(group.fields);
        } else if (name === 'category' && group?.name === 'item') {
          const { domain = '', nicename = '' } = attributes;
          item.terms.push({ taxonomy: domain, slug: nicename, name: text.trim() });
        } else if (group && !group.fields.has(name)) {
          group.fields.set(name, text);
        }
        text = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  if (!site.has('wp:wxr_version')) throw new NotAnExport('No wp:wxr_version was found.');
  const address = fieldOf(site, 'wp:base_blog_url') || fieldOf(site, 'link');
  return {
    title: fieldOf(site, 'title').trim(),
    description: fieldOf(site, 'description').trim(),
    url: address.trim().replace(/\/+$/, ''),
    authors,
    categories,
    items,
  };
}

/** Several exports of one site, as WordPress and its hosts write them for large ones: what is in two of them is taken once. */
export function joinExports([first, ...others]: readonly [WordPressExport, ...WordPressExport[]]): WordPressExport {
  const all = [first, ...others];
  const once = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => [
    ...new Map(values.map((value) => [keyOf(value), value])).values(),
  ];
  return {
    ...first,
    authors: once(
      all.flatMap(({ authors }) => authors),
      ({ login }) => login,
    ),
    categories: once(
      all.flatMap(({ categories }) => categories),
      ({ slug }) => slug,
    ),
    items: once(
      all.flatMap(({ items }) => items),
      ({ id }) => id,
    ),
  };
}

function emptyParts(): Pick<WordPressItem, 'terms' | 'meta' | 'comments'> {
  return { terms: [], meta: new Map(), comments: [] };
}

function fieldOf(fields: Fields, name: string): string {
  return fields.get(name) ?? '';
}

function toAuthor(fields: Fields): WordPressAuthor {
  const login = fieldOf(fields, 'wp:author_login').trim();
  return {
    id: fieldOf(fields, 'wp:author_id').trim(),
    login,
    name: fieldOf(fields, 'wp:author_display_name').trim() || login,
  };
}

function toCategory(fields: Fields): WordPressTerm {
  return {
    id: fieldOf(fields, 'wp:term_id').trim(),
    slug: fieldOf(fields, 'wp:category_nicename').trim(),
    name: fieldOf(fields, 'wp:cat_name').trim(),
  };
}

function toComment(fields: Fields): WordPressComment {
  return {
    id: fieldOf(fields, 'wp:comment_id').trim(),
    parent: fieldOf(fields, 'wp:comment_parent').trim(),
    author: fieldOf(fields, 'wp:comment_author'),
    content: fieldOf(fields, 'wp:comment_content'),
    dateUtc: fieldOf(fields, 'wp:comment_date_gmt').trim(),
    approved: fieldOf(fields, 'wp:comment_approved').trim(),
    type: fieldOf(fields, 'wp:comment_type').trim(),
    user: fieldOf(fields, 'wp:comment_user_id').trim() || '0',
  };
}

function toItem(fields: Fields): Omit<WordPressItem, 'terms' | 'meta' | 'comments'> {
  const bare = (name: string): string => fieldOf(fields, name).trim();
  return {
    id: bare('wp:post_id'),
    type: bare('wp:post_type'),
    status: bare('wp:status'),
    title: fieldOf(fields, 'title'),
    link: bare('link'),
    guid: bare('guid'),
    creator: bare('dc:creator'),
    content: fieldOf(fields, 'content:encoded'),
    excerpt: fieldOf(fields, 'excerpt:encoded'),
    slug: bare('wp:post_name'),
    parent: bare('wp:post_parent'),
    order: bare('wp:menu_order'),
    password: fieldOf(fields, 'wp:post_password'),
    date: bare('wp:post_date'),
    dateUtc: bare('wp:post_date_gmt'),
    modifiedUtc: bare('wp:post_modified_gmt'),
    commentStatus: bare('wp:comment_status'),
    attachmentUrl: bare('wp:attachment_url'),
  };
}
