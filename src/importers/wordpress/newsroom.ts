import path from 'node:path';
import { stringify } from 'yaml';
import { slugify } from '../../lib/arabic/slug.ts';
import type { Comment } from '../../lib/comments/comment.ts';
import { deriveShortId } from '../../lib/short-id.ts';
import { isoWithOffset } from '../../lib/time-zone.ts';
import { standalonePath } from '../../model/urls.ts';
import { reservedAddresses } from '../../schema/cross-file.ts';
import { siteFile } from '../../schema/site.ts';
import { commandStrings } from '../../strings/commands.ts';
import { aliasesOf, createResolver, decodePart, writePath } from './addresses.ts';
import { convertBody, plainText } from './body.ts';
import { commentsOf } from './comments.ts';
import { guessTimeZone, instantOf, isLater, readDate } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';
import { createImagePlaces, findGallery, type ImagePlaces, leadImage } from './images.ts';
import { categoryOf, claim, nameAuthors, nameCategories, tagsOf } from './terms.ts';
import type { BodyContext, ImportNote, NamedTerm, PlannedArticle, PlannedPage } from './types.ts';

/** What a newsroom has before anything is imported into it. */
export interface ExistingNewsroom {
  /** The ids of its articles, by file without extension. */
  ids: ReadonlyMap<string, string>;
  /** Of its settings, where it has any. */
  timeZone?: string;
  /** Addresses of images that cannot be had. */
  missing: ReadonlySet<string>;
}

/** An export as a content directory: nothing of it has been written. */
export interface ImportedNewsroom {
  timeZone: string;
  /** Texts of files, by content-relative name. */
  files: Map<string, string>;
  /** Addresses of images, by the content-relative name that articles give them. */
  images: Map<string, string>;
  /** By the id of their article. */
  threads: Map<string, Comment[]>;
  notes: ImportNote[];
  counts: { articles: number; drafts: number; pages: number; authors: number; categories: number; comments: number };
}

/** Statuses of what people are working on; `publish` and `future` are published by their dates. */
const draftStatuses = ['draft', 'pending', 'private'];

/** What articles and pages are made with. */
interface Sources {
  source: WordPressExport;
  timeZone: string;
  attachments: ReadonlyMap<string, WordPressItem>;
  blocks: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, NamedTerm>;
  authors: ReadonlyMap<string, NamedTerm>;
  resolve: BodyContext['link'];
  images: ImagePlaces;
  /** The id of the article that an old address belongs to: the first that had it. */
  owners: ReadonlyMap<string, string>;
}

interface ComposedFile {
  file: string;
  text: string;
  notes: ImportNote[];
}

/**
 * Turns an export into the files of a newsroom. The same export gives the same files; an article that is there already keeps its
 * id, and a new one has an id that follows from what WordPress never changes.
 */
export function composeNewsroom(source: WordPressExport, existing: ExistingNewsroom): ImportedNewsroom {
  const ofType = (type: string) => source.items.filter((item) => item.type === type);
  const posts = ofType('post').filter(isWanted);
  const articles = planArticles(posts, existing);
  const pages = planPages(ofType('page').filter(isWanted));
  const timeZone = existing.timeZone ?? guessTimeZone(posts);
  const attachments = new Map(ofType('attachment').map((item) => [item.id, item]));
  const categories = nameCategories(posts, source);
  const authors = nameAuthors(posts, source);
  const images = createImagePlaces(attachments, existing.missing);
  const owners = new Map<string, string>();
  for (const { item, id } of articles) {
    for (const alias of aliasesOf(item)) if (!owners.has(alias)) owners.set(alias, id);
  }
  const sources: Sources = {
    source,
    timeZone,
    attachments,
    blocks: new Map(ofType('wp_block').map(({ id, content }) => [id, content])),
    categories,
    authors,
    resolve: createResolver(source.url, { articles, pages, categories, authors }),
    images,
    owners,
  };

  const composed = [
    ...articles.map((article) => composeArticle(article, sources)),
    ...pages.map((page) => composePage(page, sources)),
  ];
  const named = [
    ...[...authors.values()].map(({ id, name }) => [`authors/${id}.yaml`, stringify({ name })] as const),
    ...[...categories.values()].map(({ id, name }) => [`categories/${id}.yaml`, stringify({ name })] as const),
  ];
  const threads = new Map(
    articles
      .filter(({ isDraft }) => !isDraft)
      .map(({ id, item }): [string, Comment[]] => [id, commentsOf(item, source)])
      .filter(([, comments]) => comments.length > 0),
  );
  return {
    timeZone,
    files: new Map([
      ...composed.map(({ file, text }) => [file, text] as const),
      ...named,
      [siteFile, composeSettings(source, timeZone)],
    ]),
    images: images.all,
    threads,
    notes: composed.flatMap(({ notes }) => notes),
    counts: {
      articles: articles.length,
      drafts: articles.filter(({ isDraft }) => isDraft).length,
      pages: pages.length,
      authors: authors.size,
      categories: categories.size,
      comments: [...threads.values()].reduce((sum, thread) => sum + thread.length, 0),
    },
  };
}

/** WordPress gives every post a date; a post without one is as old as any. */
const noDate = '1970-01-01T00:00:00Z';

function composeArticle({ item, id, stem, isDraft }: PlannedArticle, sources: Sources): ComposedFile {
  const { source, timeZone, attachments, categories, authors, owners } = sources;
  const title = readLine(item.title);
  const { text, file, notes, place } = convert(item, stem, title, sources);
  const { reporter, rest } = takeByline(text);
  const modified = instantOf(item.modifiedUtc, '', timeZone);
  const date = instantOf(item.dateUtc, item.date, timeZone) ?? modified ?? noDate;
  const lead = leadImage(item, attachments, place);
  const category = categoryOf(item, source);
  const summary = readLine(item.excerpt);
  const tags = tagsOf(item, category);
  const aliases = aliasesOf(item).filter((alias) => owners.get(alias) === id);
  const matter = {
    title: title || firstWords(text) || commandStrings.importer.untitled,
    author: authors.get(item.creator)?.id,
    date: isoWithOffset(date, timeZone),
    ...(modified && isLater(modified, date) && { 'last-updated': isoWithOffset(modified, timeZone) }),
    category: categories.get(category.slug)?.id,
    id,
    ...(summary !== '' && { summary }),
    ...(reporter && { reporter }),
    ...(lead?.image && { image: lead.image }),
    ...(tags.length > 0 && { tags }),
    ...(item.commentStatus === 'closed' && { comments: 'closed' }),
    ...(isDraft && { draft: true }),
    ...(aliases.length > 0 && { aliases: aliases.map(writePath) }),
  };
  if (title === '') notes.push({ file, kind: 'untitled' });
  if (item.password !== '') notes.push({ file, kind: 'password' });
  if (lead?.missing !== undefined) notes.push({ file, kind: 'loss', loss: { kind: 'image', address: lead.missing } });
  return { file, text: compose(matter, rest), notes };
}

function composePage({ item, slug, isDraft }: PlannedPage, sources: Sources): ComposedFile {
  const title = readLine(item.title) || commandStrings.importer.untitled;
  const { text, file, notes } = convert(item, `pages/${slug}`, title, sources);
  const [from] = aliasesOf(item);
  const to = standalonePath(slug);
  if (from !== undefined && from !== to && from !== to.slice(0, -1)) notes.push({ file, kind: 'moved', from });
  const order = Number(item.order);
  return { file, text: compose({ title, ...(order > 0 && { order }), ...(isDraft && { draft: true }) }, text), notes };
}

function convert(item: WordPressItem, stem: string, title: string, { attachments, blocks, resolve, images }: Sources) {
  const place = (address: string, id?: string) => images.place(address, id, path.posix.dirname(stem));
  const { text, format, losses } = convertBody(item.content, {
    title,
    image: place,
    link: resolve,
    gallery: (ids) => findGallery(ids, item, attachments),
    sharedBlock: (id) => blocks.get(id),
    footnotes: readFootnotes(item.meta.get('footnotes')),
  });
  const file = `${stem}.${format}`;
  return { text, file, notes: losses.map((loss): ImportNote => ({ file, kind: 'loss', loss })), place };
}

function isWanted({ status }: WordPressItem): boolean {
  return status === 'publish' || status === 'future' || draftStatuses.includes(status);
}

function compose(matter: Record<string, unknown>, body: string): string {
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${body}`;
}

function composeSettings({ title, description, url }: WordPressExport, timeZone: string): string {
  const origin = URL.canParse(url) ? new URL(url).origin : url;
  return stringify({ title, description: description || title, url: origin, 'time-zone': timeZone }, { lineWidth: 0 });
}

/** The text of HTML on one line; '' where it has neither letters nor digits, which says nothing. */
function readLine(html: string): string {
  const line = plainText(html);
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
}

function planArticles(posts: readonly WordPressItem[], { ids }: ExistingNewsroom): PlannedArticle[] {
  const stems = new Set<string>();
  const taken = new Set(ids.values());
  return posts.map((item) => {
    const [year = '0000', month = '00'] = (readDate(item.date) ?? readDate(item.dateUtc) ?? '1970-01').split('-');
    const stem = claim(`articles/${year}/${month}/${slugOf(item)}`, stems);
    const id = ids.get(stem) ?? claimId(item.guid, taken);
    return { item, id, stem, isDraft: isDraft(item) };
  });
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

function isDraft({ status, password }: WordPressItem): boolean {
  return draftStatuses.includes(status) || password !== '';
}

function planPages(pages: readonly WordPressItem[]): PlannedPage[] {
  const taken = new Set<string>(reservedAddresses);
  return pages.map((item) => ({ item, slug: claim(slugOf(item), taken), isDraft: isDraft(item) }));
}

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

/** A first paragraph such as «كتب – رامي النجّار:». Plural verbs name several people in ways that only a reader can part. */
const byline = /^(?:\*\*)?(كتبت?)(?:\*\*)?\s*[–—:-]+\s*([^\n:*]{2,60}?)\s*:?\s*(?:\*\*)?\s*:?\s*\n\n/;

function takeByline(text: string): { reporter?: string | { name: string; gender: 'female' }; rest: string } {
  const [whole = '', verb, name = ''] = byline.exec(text) ?? [];
  if (verb === undefined) return { rest: text };
  return { reporter: verb === 'كتبت' ? { name, gender: 'female' } : name, rest: text.slice(whole.length) };
}

function firstWords(text: string): string {
  const line = text
    .replace(/[*#>|[\]()!_~\\-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.split(' ').slice(0, 8).join(' ');
}
