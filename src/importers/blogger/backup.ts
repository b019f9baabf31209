import { type Handler, Parser } from 'htmlparser2';
import { IncompleteSource, OtherSource } from '../newsroom/source-faults.ts';

/** A backup of a blog, from its settings («Back up content») or from Google Takeout (`feed.atom`). */
export interface BloggerBackup {
  title: string;
  description: string;
  /** Without a trailing slash; '' in feeds of Takeout, which do not have it. */
  url: string;
  entries: BloggerEntry[];
}

export interface BloggerEntry {
  /** `tag:blogger.com,1999:blog-1.post-2`. */
  id: string;
  kind: 'post' | 'page' | 'comment' | 'other';
  /** `live` for what readers see; all others are named as Blogger does, in lower case: `draft`, `soft_trashed`, `spam_comment`. */
  status: string;
  title: string;
  /** HTML. */
  content: string;
  summary: string;
  /** ISO 8601 with an offset. */
  published: string;
  updated: string;
  author: { name: string; uri: string };
  labels: string[];
  /** URL of its page, or its path; '' for drafts. */
  address: string;
  /** Of a comment: the id of its post, and that of the comment that it answers, if any. */
  post: string;
  parent: string;
}

/** What is collected of an entry while it is parsed. */
interface OpenEntry {
  fields: Map<string, string>;
  author: Map<string, string>;
  kind: string;
  labels: string[];
  links: Map<string, string>;
  post: string;
}

const kindScheme = 'http://schemas.google.com/g/2005#kind';

/**
 * Reads a backup, whose text comes in pieces of any length. Rejects with `OtherSource` for a feed of anything else, and
 * with `IncompleteSource` if its end is missing.
 */
export async function readBackup(pieces: AsyncIterable<string> | Iterable<string>): Promise<BloggerBackup> {
  const site: OpenEntry = emptyEntry();
  const entries: OpenEntry[] = [];
  let isComplete = false;
  const parser = new Parser(
    collectInto(site, entries, (isImplied) => {
      isComplete = !isImplied;
    }),
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  const isOfBlogger = /blogger\.com,1999:blog-/.test(site.fields.get('id') ?? '');
  if (!isOfBlogger) throw new OtherSource('The feed is none of Blogger.');
  if (!isComplete) throw new IncompleteSource('The feed does not end.');
  const settings = new Map(
    entries.map(({ fields }) => [
      /settings\.(\w+)$/.exec(fields.get('id') ?? '')?.[1] ?? '',
      fields.get('content') ?? '',
    ]),
  );
  return {
    title: (site.fields.get('title') ?? settings.get('BLOG_NAME') ?? '').trim(),
    description: (settings.get('BLOG_DESCRIPTION') ?? site.fields.get('subtitle') ?? '').trim(),
    url: (site.links.get('alternate') ?? '').replace(/\/+$/, ''),
    entries: entries.map(toEntry),
  };
}

function emptyEntry(): OpenEntry {
  return { fields: new Map(), author: new Map(), kind: '', labels: [], links: new Map(), post: '' };
}

function collectInto(site: OpenEntry, entries: OpenEntry[], onEnd: (isImplied: boolean) => void): Partial<Handler> {
  let entry = site;
  let isInAuthor = false;
  let text = '';
  return {
    onopentag(name, attributes) {
      text = '';
      if (name === 'entry') entry = emptyEntry();
      else if (name === 'author') isInAuthor = true;
      else if (name === 'category') addCategory(entry, attributes);
      else if (name === 'link') entry.links.set(attributes.rel ?? '', attributes.href ?? '');
      else if (name === 'thr:in-reply-to') entry.post = attributes.ref ?? '';
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(name, isImplied) {
      if (name === 'feed') onEnd(isImplied);
      else if (name === 'author') isInAuthor = false;
      else if (name === 'entry') {
        entries.push(entry);
        entry = site;
      } else {
        const fields = isInAuthor ? entry.author : entry.fields;
        if (!fields.has(name)) fields.set(name, text);
      }
      text = '';
    },
  };
}

function addCategory(entry: OpenEntry, { scheme = '', term = '' }: Record<string, string>): void {
  if (scheme === kindScheme) entry.kind = term.replace(/^.*#/, '');
  else if (term.trim() !== '') entry.labels.push(term.trim());
}

function toEntry({ fields, author, kind, labels, links, post }: OpenEntry): BloggerEntry {
  const bare = (name: string): string => (fields.get(name) ?? '').trim();
  const written = (bare('blogger:type') || kind).toLowerCase();
  const isDraft = bare('app:draft') === 'yes';
  // A comment that answers another names it by the address of its feed.
  const related = /\/comments\/default\/(\d+)/.exec(links.get('related') ?? '')?.[1];
  return {
    id: bare('id'),
    kind: written === 'post' || written === 'page' || written === 'comment' ? written : 'other',
    status:
      bare('blogger:trashed') !== ''
        ? 'soft_trashed'
        : bare('blogger:status').toLowerCase() || (isDraft ? 'draft' : 'live'),
    title: fields.get('title') ?? '',
    content: fields.get('content') ?? '',
    summary: bare('blogger:metaDescription'),
    published: bare('published'),
    updated: bare('updated'),
    author: { name: (author.get('name') ?? '').trim(), uri: (author.get('uri') ?? '').trim() },
    labels,
    address: bare('blogger:filename') || (links.get('alternate') ?? ''),
    post: bare('blogger:parent') || post,
    parent: bare('blogger:inReplyTo') || (related ?? ''),
  };
}
