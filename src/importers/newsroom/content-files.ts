import path from 'node:path';
import { stringify } from 'yaml';
import { isoWithOffset } from '../../lib/time-zone.ts';
import { shortPath, standalonePath } from '../../model/urls.ts';
import { commandStrings } from '../../strings/commands.ts';
import type { OldAddress } from './addresses.ts';
import type { AssignedAliases } from './aliases.ts';
import type { BodyContext, ImportNote } from './body.ts';
import { missingImage, tallyBody } from './count-source.ts';
import type { MediaPlaces } from './media-places.ts';
import type { PlannedArticle, PlannedPage, PlannedTerm } from './plan.ts';
import type { SourceArticle, SourceEntry, SourceImage, SourceNewsroom } from './source.ts';
import type { Tally } from './tally.ts';

/** What the files of articles and pages are composed from. */
export interface Surroundings {
  source: SourceNewsroom;
  /** The address of the new site. */
  siteUrl: string;
  timeZone: string;
  /** By key. */
  sections: ReadonlyMap<string, PlannedTerm>;
  authors: ReadonlyMap<string, PlannedTerm>;
  series: ReadonlyMap<string, PlannedTerm>;
  oldAddresses: readonly OldAddress[];
  /** Does what `BodyContext.link` does, for an entry whose old address is `base`. */
  resolveLink(address: string, base: string | undefined): string | undefined;
  /** The titles of articles and pages, by their paths. */
  titles: ReadonlyMap<string, string>;
  media: MediaPlaces;
  /** The old paths of whatever has any, by its path on the new site. */
  aliases: ReadonlyMap<string, AssignedAliases>;
  /** Gets what is in the entries. */
  tally: Tally;
}

/** A content file that has not been written. `file` is relative to the content directory. */
export interface ComposedFile {
  file: string;
  text: string;
  notes: ImportNote[];
  /** URLs of the files beside it, by their names. */
  media: Record<string, string>;
}

const noAliases: AssignedAliases = { aliases: [], reserved: [], unusable: [] };

export function composeArticle({ entry, id, stem, dates }: PlannedArticle, surroundings: Surroundings): ComposedFile {
  const { timeZone, sections } = surroundings;
  const own = placeBeside(stem, surroundings);
  const { text, file, losses } = convert(entry, stem, entry.title, own, surroundings);
  const { reporter, rest } = takeReporter(text, entry.reporter);
  const lead = placeLead(entry.image, own, surroundings);
  const { date, updated, fault } = dates;
  const series = surroundings.series.get(entry.series ?? '')?.id;
  const old = surroundings.aliases.get(shortPath(id)) ?? noAliases;
  const matter = {
    title: entry.title || firstWords(text) || commandStrings.importer.untitled,
    author: authorsOf(entry, surroundings),
    date: isoWithOffset(date, timeZone),
    ...(updated && { 'last-updated': isoWithOffset(updated, timeZone) }),
    category: sections.get(entry.section)?.id,
    id,
    ...(entry.kicker && { kicker: entry.kicker }),
    ...(entry.summary && { summary: entry.summary }),
    ...(reporter && { reporter }),
    ...(lead && { image: lead }),
    ...(entry.dateline && { dateline: entry.dateline }),
    ...(entry.source && { source: entry.source }),
    ...(series && { series }),
    ...(entry.tags.length > 0 && { tags: entry.tags }),
    ...(entry.areCommentsClosed && { comments: 'closed' }),
    ...((entry.isDraft || fault) && { draft: true }),
    ...(old.aliases.length > 0 && { aliases: old.aliases }),
  };
  const notes: ImportNote[] = [
    ...losses,
    ...(fault && !entry.isDraft ? [{ file, ...fault }] : []),
    ...(entry.title === '' ? [{ file, kind: 'untitled' } as const] : []),
    ...entry.remarks.map((remark) => ({ file, ...remark })),
    ...undatedNotes(entry, file),
    ...old.reserved.map((from) => ({ file, kind: 'reserved', from }) as const),
    ...old.unusable.map((from) => ({ file, kind: 'unusable-address', from }) as const),
    ...(entry.image && !lead
      ? [{ file, kind: 'loss', loss: { kind: 'image', address: entry.image.address } } as const]
      : []),
  ];
  return { file, text: writeFile(matter, rest), notes, media: own.names };
}

/** Tells of comments that have the date of their article. Those of drafts do not come. */
function undatedNotes({ undatedComments = 0, isDraft }: SourceArticle, file: string): ImportNote[] {
  return undatedComments > 0 && !isDraft ? [{ file, kind: 'undated-comments', count: undatedComments }] : [];
}

export function composePage({ entry, slug }: PlannedPage, surroundings: Surroundings): ComposedFile {
  const title = entry.title || commandStrings.importer.untitled;
  const own = placeBeside(`pages/${slug}`, surroundings);
  const { text, file, losses } = convert(entry, `pages/${slug}`, title, own, surroundings);
  const old = surroundings.aliases.get(standalonePath(slug)) ?? noAliases;
  const { order = 0 } = entry;
  const matter = {
    title,
    ...(entry.summary && { summary: entry.summary }),
    ...(order > 0 && { order }),
    ...(entry.isDraft && { draft: true }),
    ...(old.aliases.length > 0 && { aliases: old.aliases }),
  };
  const notes: ImportNote[] = [
    ...losses,
    ...entry.remarks.map((remark) => ({ file, ...remark })),
    ...[...old.reserved, ...old.unusable].map((from) => ({ file, kind: 'moved', from }) as const),
  ];
  return { file, text: writeFile(matter, text), notes, media: own.names };
}

/** Places files beside one entry, and notes which. */
interface OwnMedia extends Pick<BodyContext, 'image' | 'file'> {
  /** URLs, by the names of the files. */
  names: Record<string, string>;
}

function placeBeside(stem: string, { media }: Surroundings): OwnMedia {
  const folder = path.posix.dirname(stem);
  const names: Record<string, string> = {};
  const note = (name: string | undefined): void => {
    const original = name === undefined ? undefined : media.all.get(`${folder}/${name}`);
    if (name !== undefined && original !== undefined) names[name] = original;
  };
  return {
    names,
    image: (address, key) => {
      const placed = media.placeImage(address, key, folder);
      note(placed?.src);
      return placed;
    },
    file: (address) => {
      const placed = media.placeFile(address, folder);
      note(placed);
      return placed;
    },
  };
}

/** Converts the body of an entry. `file` is the stem with the extension that the body needs. */
function convert(entry: SourceEntry, stem: string, title: string, own: OwnMedia, surroundings: Surroundings) {
  const { resolveLink, titles, tally } = surroundings;
  const body = entry.convert({
    title,
    image: own.image,
    file: own.file,
    link: (address) => resolveLink(address, entry.addresses[0]),
    titleAt: (address) => titles.get(resolveLink(address, entry.addresses[0]) ?? ''),
  });
  const { text, format, losses } = body;
  tallyBody(tally, body);
  const file = `${stem}.${format}`;
  return { text, file, losses: losses.map((loss): ImportNote => ({ file, kind: 'loss', loss })) };
}

/** Returns the front matter of a lead image; undefined if there is none, or if it is not available. */
function placeLead(image: SourceImage | undefined, own: OwnMedia, { tally }: Surroundings) {
  const placed = image && own.image(image.address, image.key);
  if (image) tally.add('images', placed ? { name: '', fate: 'came' } : missingImage);
  if (!image || !placed) return undefined;
  const alt = image.alt || placed.alt;
  return { src: placed.src, ...(alt && { alt }), ...(image.caption && { caption: image.caption }) };
}

/** Returns the id of the only author, or the ids of all. */
function authorsOf(entry: SourceArticle, { authors }: Surroundings): string | string[] | undefined {
  const ids = entry.authors.flatMap((key) => authors.get(key)?.id ?? []);
  return ids.length > 1 ? ids : ids[0];
}

function writeFile(matter: Record<string, unknown>, body: string): string {
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${body}`;
}

/**
 * A first paragraph such as «كتب – رامي النجّار:»: a name has five words at most, and is no sentence («كتب: إن الأمر»). The
 * plural «كتبوا» does not match, because a program cannot tell where one of several names ends.
 */
const byline =
  /^(?:\*\*)?(كتبت?)(?:\*\*)?\s*[–—:-]+\s*(?!(?:[إأ]ن|لقد|قد|لا|لم|لن|ما|هذا|هذه|في|من|على|كان|هل)\s)((?:[\p{L}\p{M}.]+[^\S\n]+){0,4}[\p{L}\p{M}.]+)\s*:?\s*(?:\*\*)?\s*:?\s*\n\n/u;

/** Takes the reporter from a field of the old system, or from a byline. A byline with another name stays in the text. */
function takeReporter(text: string, field: string | undefined): ReturnType<typeof takeByline> {
  const byline = takeByline(text);
  const { reporter } = byline;
  const isSame = (typeof reporter === 'object' ? reporter.name : reporter) === field;
  return field === undefined || isSame ? byline : { reporter: field, rest: text };
}

/** Separates a byline in the first paragraph from the rest of the body. */
function takeByline(text: string): { reporter?: string | { name: string; gender: 'female' }; rest: string } {
  const [whole = '', verb, name = ''] = byline.exec(text) ?? [];
  if (verb === undefined) return { rest: text };
  return { reporter: verb === 'كتبت' ? { name, gender: 'female' } : name, rest: text.slice(whole.length) };
}

/** Returns the first eight words of Markdown, without its marks; '' if they have neither letters nor digits. */
function firstWords(text: string): string {
  const line = text
    .replace(/[*#>|[\]()!_~\\-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = line.split(' ').slice(0, 8).join(' ');
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}
