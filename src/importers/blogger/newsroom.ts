import type { Element } from 'hast';
import { slugify } from '../../lib/arabic/slug.ts';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { commandStrings } from '../../strings/commands.ts';
import type { TallyReason } from '../../strings/import-tally.ts';
import { convertHtml } from '../html/body.ts';
import type { ElementHandlers } from '../html/conversion.ts';
import { htmlHandlers } from '../html/element-handlers.ts';
import { classesOf, find } from '../html/elements.ts';
import { meaningfulLine, plainText } from '../html/plain-text.ts';
import { fileName } from '../newsroom/addresses.ts';
import type { BodyContext } from '../newsroom/body.ts';
import type { SourceArticle, SourceEntry, SourceNewsroom, SourceTerm } from '../newsroom/source.ts';
import { createTally, type TallyRow } from '../newsroom/tally.ts';
import { guessZone } from '../newsroom/time-zones.ts';
import type { BloggerBackup, BloggerEntry } from './backup.ts';

/** Statuses of posts that come, as drafts but for the first two. */
const livePosts = ['live', 'scheduled'];
const draftPosts = ['draft', 'imported'];

/** What the entries of a backup have in common. */
interface Surroundings {
  url: string;
  /** The label that is the section of each post that has it, the most frequent first. */
  labelCounts: ReadonlyMap<string, number>;
  comments: ReadonlyMap<string, readonly BloggerEntry[]>;
  /** The profiles of those who write posts. */
  writers: ReadonlySet<string>;
}

/** Reads a backup as a newsroom. Blogger has no sections: the most frequent label of a post is its section. */
export function readNewsroom(backup: BloggerBackup): SourceNewsroom {
  const posts = ofKind(backup, 'post').filter(isImported);
  const pages = ofKind(backup, 'page').filter(isImported);
  const comments = ofKind(backup, 'comment').filter(({ status }) => status === 'live');
  const url = backup.url || findSiteUrl(posts);
  const surroundings: Surroundings = {
    url,
    labelCounts: countLabels(posts.filter(({ status }) => livePosts.includes(status))),
    comments: Map.groupBy(comments, ({ post }) => post),
    writers: new Set(posts.map(({ author }) => author.uri).filter((uri) => uri !== '')),
  };
  const articles = posts.map((post) => toArticle(post, surroundings));
  const moments = posts.flatMap(({ published }) => {
    const instant = instantOf(published);
    return instant === undefined ? [] : [{ instant, shown: published.slice(0, 19) }];
  });
  return {
    title: plainText(backup.title),
    description: plainText(backup.description),
    url,
    timeZone: guessZone(moments),
    sections: sectionsOf(articles, url),
    authors: authorsOf(posts),
    tags: [...new Set(posts.flatMap((post) => post.labels.filter((label) => label !== sectionOf(post, surroundings))))]
      .filter((label) => slugify(label) !== '')
      .map((label) => toTerm(label, url)),
    articles,
    pages: pages.map((page) => toEntry(page, surroundings)),
    media: [],
    lists: ['/feeds/posts/default', '/atom.xml', '/rss.xml'].map((path) => ({ address: url + path, leadsTo: 'feed' })),
    likeAddresses,
    tally: countRest(backup, new Set(posts.map(({ id }) => id))),
  };
}

function ofKind({ entries }: BloggerBackup, kind: BloggerEntry['kind']): BloggerEntry[] {
  return entries.filter((entry) => entry.kind === kind);
}

function isImported({ status }: BloggerEntry): boolean {
  return livePosts.includes(status) || draftPosts.includes(status);
}

function countLabels(posts: readonly BloggerEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of posts.flatMap(({ labels }) => labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** A feed of Takeout has only paths. The site is the host to which most links with these paths lead. */
function findSiteUrl(posts: readonly BloggerEntry[]): string {
  const paths = new Set(posts.map(({ address }) => address));
  const counts = new Map<string, number>();
  for (const { content } of posts) {
    for (const [, origin = '', path = ''] of content.matchAll(/\bhref=["'](https?:\/\/[^"'/]+)(\/[^"'?#]*)/g)) {
      if (paths.has(path)) counts.set(origin, (counts.get(origin) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** Blogger shows each page to telephones with `?m=1`, and comments with `?showComment=1`. */
function likeAddresses({ origin, pathname }: URL): string[] {
  return [
    origin + pathname,
    origin + pathname.replace(/^\/feeds\/posts\/(?:default|summary).*$/, '/feeds/posts/default'),
  ];
}

function toEntry(entry: BloggerEntry, { url }: Surroundings): SourceEntry {
  const { id, address, content, status } = entry;
  const published = instantOf(entry.published);
  return {
    key: id,
    title: meaningfulLine(entry.title),
    slug: fileName(address).replace(/\.html$/, ''),
    isDraft: draftPosts.includes(status),
    ...(status === 'scheduled' && { isScheduled: true as const }),
    ...(published !== undefined && { published }),
    addresses: address === '' ? [] : [new URL(address, url || 'https://example.com').href],
    convert: (context) => convertHtml(content, withOriginals(context), { handlers }),
    remarks: [],
  };
}

function toArticle(entry: BloggerEntry, surroundings: Surroundings): SourceArticle {
  const { comments, writers } = surroundings;
  const section = sectionOf(entry, surroundings);
  const modified = instantOf(entry.updated);
  const summary = meaningfulLine(entry.summary);
  return {
    ...toEntry(entry, surroundings),
    ...(modified !== undefined && { modified }),
    authors: [entry.author.name],
    section,
    tags: entry.labels.filter((label) => label !== section && slugify(label) !== '').map(tagOf),
    ...(summary !== '' && { summary }),
    comments: (comments.get(entry.id) ?? []).flatMap((comment) => toComment(comment, writers) ?? []),
  };
}

/** Returns the most frequent label of a post; '' if it has none. */
function sectionOf({ labels }: BloggerEntry, { labelCounts }: Surroundings): string {
  const countOf = (label: string): number => labelCounts.get(label) ?? 0;
  return labels.toSorted((one, other) => countOf(other) - countOf(one))[0] ?? '';
}

function instantOf(written: string): string | undefined {
  const time = Date.parse(written);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function toComment(
  { id, parent, author, content, published }: BloggerEntry,
  writers: ReadonlySet<string>,
): Comment | undefined {
  const nameOf = (written: string): string => `b-${/(\d+)$/.exec(written)?.[1] ?? ''}`;
  return readComment({
    id: nameOf(id),
    ...(parent !== '' && { parent: nameOf(parent) }),
    author: author.name,
    text: plainComment(content),
    time: instantOf(published),
    ...(writers.has(author.uri) && { staff: true }),
    imported: true,
  });
}

/** Converts a comment's HTML to plain text with its line breaks. */
function plainComment(html: string): string {
  return html
    .split(/<br\s*\/?>|<\/p>/i)
    .map((line) => plainText(line))
    .join('\n')
    .trim();
}

function sectionsOf(articles: readonly SourceArticle[], url: string): SourceTerm[] {
  const words = commandStrings.importer;
  return [...new Set(articles.map(({ section }) => section))].map((label) =>
    label === ''
      ? { key: '', slug: 'general', name: words.uncategorized, addresses: [], isInvented: true }
      : toTerm(label, url),
  );
}

/** Authors are named as they sign: Blogger has their addresses too, which are nobody's concern. */
function authorsOf(posts: readonly BloggerEntry[]): SourceTerm[] {
  return [...new Set(posts.map(({ author }) => author.name))].map((name) =>
    name === ''
      ? { key: '', slug: 'desk', name: commandStrings.importer.desk, addresses: [], isInvented: true }
      : { key: name, slug: '', name: plainText(name), addresses: [] },
  );
}

/** Writes a label as a tag: a comma would part it. */
function tagOf(label: string): string {
  return plainText(label.replace(/[،,]/g, ' '));
}

function toTerm(label: string, url: string): SourceTerm {
  const encoded = encodeURIComponent(label);
  return {
    key: label,
    slug: '',
    name: tagOf(label),
    addresses: [`${url}/search/label/${encoded}`],
    feeds: [`${url}/feeds/posts/default/-/${encoded}`],
  };
}

/** Where Blogger stores images: the segment before the name is the size that is asked for, and `s0` asks for the original. */
const imageHost =
  /^https?:\/\/(?:[\w-]+\.bp\.blogspot\.com|blogger\.googleusercontent\.com|lh\d\.googleusercontent\.com)\//;

function originalOf(address: string): string {
  if (!imageHost.test(address)) return address;
  return address.replace(/\/[swh]\d+(?:-[a-z\d]+)*\/(?=[^/]+$)/, '/s0/').replace(/=[swh]\d+(?:-[a-z\d]+)*$/, '=s0');
}

function withOriginals(context: BodyContext): BodyContext {
  return {
    ...context,
    image: (address, key) => context.image(originalOf(address), key),
    link: (address) => (imageHost.test(address) ? undefined : context.link(address)),
  };
}

const handlers: ElementHandlers = {
  table: (conversion, state, node) => {
    const figure = classesOf(node).includes('tr-caption-container') ? toFigure(node) : undefined;
    return figure ? htmlHandlers.figure(conversion, state, figure) : htmlHandlers.table(conversion, state, node);
  },
};

/** Blogger writes an image with a caption as a table of two cells. */
function toFigure(table: Element): Element | undefined {
  const [image] = find(table, 'img');
  const caption = find(table, 'td').find((cell) => classesOf(cell).includes('tr-caption'));
  if (!image) return undefined;
  const figcaption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: caption?.children ?? [],
  };
  return { type: 'element', tagName: 'figure', properties: {}, children: [image, figcaption] };
}

/** Counts what does not come: templates and settings, what was thrown away, and comments that nobody sees. */
function countRest({ entries }: BloggerBackup, imported: ReadonlySet<string>): TallyRow[] {
  const tally = createTally();
  for (const entry of entries) {
    const { kind, status, post } = entry;
    if (kind === 'other') tally.add('others', { name: '', fate: 'left', reason: 'system' });
    else if (kind === 'comment') {
      const reason = whyCommentLeft(entry, imported.has(post));
      if (reason) tally.add('comments', { name: '', fate: 'left', reason });
    } else if (!livePosts.includes(status) && !draftPosts.includes(status)) {
      const reason: TallyReason = status === 'soft_trashed' ? 'trash' : 'unknown-status';
      tally.add(kind === 'post' ? 'articles' : 'pages', { name: status, fate: 'left', reason });
    }
  }
  return tally.rows();
}

function whyCommentLeft(entry: BloggerEntry, isOnArticle: boolean): TallyReason | undefined {
  const { status } = entry;
  if (status.includes('spam')) return 'spam';
  if (status !== 'live') return status === 'soft_trashed' ? 'trashed-comment' : 'unapproved';
  if (!isOnArticle) return 'on-left';
  return toComment(entry, new Set()) === undefined ? 'unreadable-comment' : undefined;
}
