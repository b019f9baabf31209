import path from 'node:path';
import { stringify } from 'yaml';
import { isoWithOffset } from '../../lib/time-zone.ts';
import { standalonePath } from '../../model/urls.ts';
import { commandStrings } from '../../strings/commands.ts';
import { aliasesOf, writePath } from './addresses.ts';
import { convertBody, plainText } from './body.ts';
import { instantOf, isLater } from './dates.ts';
import type { WordPressExport, WordPressItem } from './export.ts';
import { findGallery, type ImagePlaces, leadImage } from './images.ts';
import { categoryOf, tagsOf } from './terms.ts';
import type { BodyContext, ImportNote, NamedTerm, PlannedArticle, PlannedPage } from './types.ts';

/** What the files of articles and pages are composed from. */
export interface Sources {
  source: WordPressExport;
  /** The address of the new site. */
  siteUrl: string;
  timeZone: string;
  /** By id. */
  attachments: ReadonlyMap<string, WordPressItem>;
  /** The content of shared blocks, by id. */
  blocks: ReadonlyMap<string, string>;
  /** By slug in WordPress. */
  categories: ReadonlyMap<string, NamedTerm>;
  /** By login. */
  authors: ReadonlyMap<string, NamedTerm>;
  resolveLink: BodyContext['link'];
  images: ImagePlaces;
  /** By old path: the id of the article that gets it as an alias, the first article that had it. */
  aliasOwners: ReadonlyMap<string, string>;
  /** Whether an old path is one of the new site's own, which no article can have as an alias. */
  isReserved: (path: string) => boolean;
}

/** A content file that has not been written. `file` is relative to the content directory. */
export interface ComposedFile {
  file: string;
  text: string;
  notes: ImportNote[];
}

/** For posts without any date. */
const earliestDate = '1970-01-01T00:00:00Z';

export function composeArticle({ item, id, stem, isDraft }: PlannedArticle, sources: Sources): ComposedFile {
  const { source, timeZone, attachments, categories, authors, aliasOwners, isReserved } = sources;
  const title = meaningfulLine(item.title);
  const { text, file, losses, placeImage } = convert(item, stem, title, sources);
  const { reporter, rest } = takeByline(text);
  const modified = instantOf(item.modifiedUtc, '', timeZone);
  const date = instantOf(item.dateUtc, item.date, timeZone) ?? modified ?? earliestDate;
  const lead = leadImage(item, attachments, placeImage);
  const category = categoryOf(item, source);
  const summary = meaningfulLine(item.excerpt);
  const tags = tagsOf(item, category);
  const owned = aliasesOf(item, sources.siteUrl).filter((alias) => aliasOwners.get(alias) === id);
  const reserved = owned.filter(isReserved);
  const aliases = owned.filter((alias) => !reserved.includes(alias));
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
  const notes: ImportNote[] = [
    ...losses,
    ...(title === '' ? [{ file, kind: 'untitled' } as const] : []),
    ...(item.password !== '' ? [{ file, kind: 'password' } as const] : []),
    ...reserved.map((from) => ({ file, kind: 'reserved', from }) as const),
    ...(lead?.missing === undefined ? [] : [imageLoss(file, lead.missing)]),
  ];
  return { file, text: writeFile(matter, rest), notes };
}

export function composePage({ item, slug, isDraft }: PlannedPage, sources: Sources): ComposedFile {
  const title = meaningfulLine(item.title) || commandStrings.importer.untitled;
  const { text, file, losses } = convert(item, `pages/${slug}`, title, sources);
  const [from] = aliasesOf(item, sources.siteUrl);
  const to = standalonePath(slug);
  const hasMoved = from !== undefined && from !== to && from !== to.slice(0, -1);
  const order = Number(item.order);
  const isAlias = hasMoved && !sources.aliasOwners.has(from) && !sources.isReserved(from);
  const matter = {
    title,
    ...(order > 0 && { order }),
    ...(isDraft && { draft: true }),
    ...(isAlias && { aliases: [writePath(from)] }),
  };
  const notes: ImportNote[] = [
    ...losses,
    ...(item.password !== '' ? [{ file, kind: 'password' } as const] : []),
    ...(hasMoved && !isAlias ? [{ file, kind: 'moved', from } as const] : []),
  ];
  return { file, text: writeFile(matter, text), notes };
}

/** Converts the body of an item. `file` is the stem with the extension that the body needs. */
function convert(item: WordPressItem, stem: string, title: string, sources: Sources) {
  const { attachments, blocks, resolveLink, images } = sources;
  const placeImage = (address: string, id?: string) => images.place(address, id, path.posix.dirname(stem));
  const { text, format, losses } = convertBody(item.content, {
    title,
    image: placeImage,
    link: resolveLink,
    gallery: (ids) => findGallery(ids, item, attachments),
    sharedBlock: (id) => blocks.get(id),
    footnotes: readFootnotes(item.meta.get('footnotes')),
  });
  const file = `${stem}.${format}`;
  return { text, file, losses: losses.map((loss): ImportNote => ({ file, kind: 'loss', loss })), placeImage };
}

function imageLoss(file: string, address: string): ImportNote {
  return { file, kind: 'loss', loss: { kind: 'image', address } };
}

function writeFile(matter: Record<string, unknown>, body: string): string {
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${body}`;
}

/** Returns the text of HTML on one line; '' if it has neither letters nor digits. */
function meaningfulLine(html: string): string {
  const line = plainText(html);
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
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

/**
 * A first paragraph such as «كتب – رامي النجّار:»: a name has five words at most, and is no sentence («كتب: إن الأمر»). The
 * plural «كتبوا» does not match, because a program cannot tell where one of several names ends.
 */
const byline =
  /^(?:\*\*)?(كتبت?)(?:\*\*)?\s*[–—:-]+\s*(?!(?:[إأ]ن|لقد|قد|لا|لم|لن|ما|هذا|هذه|في|من|على|كان|هل)\s)((?:[\p{L}\p{M}.]+[^\S\n]+){0,4}[\p{L}\p{M}.]+)\s*:?\s*(?:\*\*)?\s*:?\s*\n\n/u;

/** Separates a byline in the first paragraph from the rest of the body. */
function takeByline(text: string): { reporter?: string | { name: string; gender: 'female' }; rest: string } {
  const [whole = '', verb, name = ''] = byline.exec(text) ?? [];
  if (verb === undefined) return { rest: text };
  return { reporter: verb === 'كتبت' ? { name, gender: 'female' } : name, rest: text.slice(whole.length) };
}

/** Returns the first eight words of Markdown, without its marks. */
function firstWords(text: string): string {
  const line = text
    .replace(/[*#>|[\]()!_~\\-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.split(' ').slice(0, 8).join(' ');
}
