import { type Handler, Parser } from 'htmlparser2';
import { IncompleteSource, OtherSource } from '../newsroom/source-faults.ts';

/** An export of a site (WXR 1.0 to 1.2), with the values as WordPress's `wp-admin/includes/export.php` writes them. */
export interface WordPressExport {
  title: string;
  description: string;
  /** URL of the old site, without a trailing slash. */
  url: string;
  authors: WordPressAuthor[];
  categories: WordPressTerm[];
  /** The terms of all other taxonomies: tags, entries of menus, and what plugins and themes add. */
  terms: TaxonomyTerm[];
  /** Items of all types: posts, pages, attachments, shared blocks, menu entries. */
  items: WordPressItem[];
  /** How many items were left out, because another file has them too. */
  repeated: number;
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
  /** The slug of the category above it; '' or undefined if there is none. */
  parent?: string;
}

/** A term of any taxonomy, which the export names `category`, `post_tag`, `nav_menu`, …. */
export interface TaxonomyTerm {
  taxonomy: string;
  slug: string;
  name: string;
}

export interface WordPressItem {
  id: string;
  type: string;
  status: string;
  title: string;
  link: string;
  /** Unique, and never changed by WordPress. */
  guid: string;
  /** The author's login. */
  creator: string;
  content: string;
  excerpt: string;
  slug: string;
  parent: string;
  order: string;
  password: string;
  /** `2022-01-13 08:30:00` in the site's time zone. */
  date: string;
  /** The same in UTC; `0000-00-00 00:00:00` in drafts that were never published. */
  dateUtc: string;
  modifiedUtc: string;
  commentStatus: string;
  attachmentUrl: string;
  /** Whether it stood above the others on the front page. */
  isSticky: boolean;
  terms: TaxonomyTerm[];
  /** Custom fields, of which some stand several times under one key. */
  fields: { key: string; value: string }[];
  /** The last value of each custom field. */
  meta: Map<string, string>;
  comments: WordPressComment[];
}

export interface WordPressComment {
  id: string;
  parent: string;
  author: string;
  content: string;
  /** As in items: `date` in the site's time zone, `dateUtc` in UTC. Exports of old systems lack one of them. */
  date: string;
  dateUtc: string;
  /** `1` if it was published. */
  approved: string;
  /** '' or `comment` if a person wrote it; `pingback` and `trackback` come from other sites. */
  type: string;
  /** The id of the WordPress user who wrote it; `0` for readers. */
  user: string;
}

/** The text content of the elements in a group, by element name. */
type Fields = Map<string, string>;

/** Elements whose children are collected as fields until the element ends. */
const groups = [
  ...['channel', 'item', 'wp:author', 'wp:category', 'wp:tag', 'wp:term'],
  ...['wp:postmeta', 'wp:comment', 'wp:commentmeta', 'wp:termmeta'],
];

/** The parts of an item that are not fields of their own. */
type ItemParts = Pick<WordPressItem, 'terms' | 'fields' | 'meta' | 'comments'>;

/** Filled while the export is parsed. */
interface Collected {
  site: Fields;
  authors: WordPressAuthor[];
  categories: WordPressTerm[];
  terms: TaxonomyTerm[];
  items: WordPressItem[];
  /** Whether the export has its end. */
  isComplete: boolean;
}

/**
 * Reads an export, whose text comes in pieces of any length. The parser is lenient, because exports contain control
 * characters and entities that are not well-formed XML. Rejects with `OtherSource` for anything else, and with
 * `IncompleteSource` if the end is missing.
 */
export async function readExport(pieces: AsyncIterable<string> | Iterable<string>): Promise<WordPressExport> {
  const collected: Collected = {
    site: new Map(),
    authors: [],
    categories: [],
    terms: [],
    items: [],
    isComplete: false,
  };
  const parser = new Parser(collectInto(collected), { xmlMode: true, decodeEntities: true });
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  const { site, isComplete, ...lists } = collected;
  if (!site.has('wp:wxr_version')) throw new OtherSource('No wp:wxr_version was found.');
  if (!isComplete) throw new IncompleteSource('The channel does not end.');
  const address = fieldOf(site, 'wp:base_blog_url') || fieldOf(site, 'link');
  return {
    title: fieldOf(site, 'title').trim(),
    description: fieldOf(site, 'description').trim(),
    url: address.trim().replace(/\/+$/, ''),
    ...lists,
    repeated: 0,
  };
}

/** Creates parser callbacks that fill `collected`. */
function collectInto(collected: Collected): Partial<Handler> {
  const open: { name: string; fields: Fields }[] = [];
  let parts = emptyParts();
  let attributes: Record<string, string> = {};
  let text = '';
  return {
    onopentag(name, given) {
      attributes = given;
      text = '';
      if (groups.includes(name)) {
        open.push({ name, fields: name === 'channel' ? collected.site : new Map() });
      }
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(name, isImplied) {
      if (name === 'channel') collected.isComplete = !isImplied;
      const group = open.at(-1);
      if (group?.name === name) {
        open.pop();
        addGroup(name, group.fields, parts, collected);
        if (name === 'item') parts = emptyParts();
      } else if (name === 'category' && group?.name === 'item') {
        const { domain = '', nicename = '' } = attributes;
        parts.terms.push({ taxonomy: domain, slug: nicename, name: text.trim() });
      } else if (group && !group.fields.has(name)) {
        group.fields.set(name, text);
      }
      text = '';
    },
  };
}

/** Adds a group that has ended to the current item, or to the export. */
function addGroup(name: string, fields: Fields, parts: ItemParts, collected: Collected): void {
  const { authors, categories, terms, items } = collected;
  if (name === 'wp:author') authors.push(toAuthor(fields));
  else if (name === 'wp:category') categories.push(toCategory(fields));
  else if (name === 'wp:tag' || name === 'wp:term') terms.push(toTerm(fields));
  else if (name === 'wp:postmeta') addField(parts, fieldOf(fields, 'wp:meta_key'), fieldOf(fields, 'wp:meta_value'));
  else if (name === 'wp:comment') parts.comments.push(toComment(fields));
  else if (name === 'item') items.push({ ...toItem(fields), ...parts });
}

function addField({ fields, meta }: ItemParts, key: string, value: string): void {
  fields.push({ key, value });
  meta.set(key, value);
}

/**
 * Merges several exports of one site, as hosts write them for large sites. Anything that several of them contain is
 * taken once. Items of one id are others if their `guid` is another, as in exports of two sites.
 */
export function joinExports([first, ...others]: readonly [WordPressExport, ...WordPressExport[]]): WordPressExport {
  const all = [first, ...others];
  const once = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => [
    ...new Map(values.map((value) => [keyOf(value), value])).values(),
  ];
  const written = all.flatMap(({ items }) => items);
  const items = once(written, ({ id, guid, link, date, title }) =>
    (guid === '' ? [id, link, date, title] : [id, guid]).join('\n'),
  );
  return {
    ...first,
    items,
    repeated: written.length - items.length + all.reduce((sum, { repeated }) => sum + repeated, 0),
    authors: once(
      all.flatMap(({ authors }) => authors),
      ({ login }) => login,
    ),
    categories: once(
      all.flatMap(({ categories }) => categories),
      ({ slug }) => slug,
    ),
    terms: once(
      all.flatMap(({ terms }) => terms),
      ({ taxonomy, slug }) => [taxonomy, slug].join('\n'),
    ),
  };
}

function emptyParts(): ItemParts {
  return { terms: [], fields: [], meta: new Map(), comments: [] };
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
    parent: fieldOf(fields, 'wp:category_parent').trim(),
  };
}

/** Reads a `wp:tag`, or a `wp:term` of any taxonomy. */
function toTerm(fields: Fields): TaxonomyTerm {
  const bare = (...names: string[]): string => names.map((name) => fieldOf(fields, name).trim()).find(Boolean) ?? '';
  return {
    taxonomy: bare('wp:term_taxonomy') || 'post_tag',
    slug: bare('wp:term_slug', 'wp:tag_slug'),
    name: bare('wp:term_name', 'wp:tag_name'),
  };
}

function toComment(fields: Fields): WordPressComment {
  return {
    id: fieldOf(fields, 'wp:comment_id').trim(),
    parent: fieldOf(fields, 'wp:comment_parent').trim(),
    author: fieldOf(fields, 'wp:comment_author'),
    content: fieldOf(fields, 'wp:comment_content'),
    date: fieldOf(fields, 'wp:comment_date').trim(),
    dateUtc: fieldOf(fields, 'wp:comment_date_gmt').trim(),
    approved: fieldOf(fields, 'wp:comment_approved').trim(),
    type: fieldOf(fields, 'wp:comment_type').trim(),
    user: fieldOf(fields, 'wp:comment_user_id').trim() || '0',
  };
}

function toItem(fields: Fields): Omit<WordPressItem, keyof ItemParts> {
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
    isSticky: bare('wp:is_sticky') === '1',
    attachmentUrl: bare('wp:attachment_url'),
  };
}
