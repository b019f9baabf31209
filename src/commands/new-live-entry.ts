import { existsSync } from 'node:fs';
import path from 'node:path';
import { foldForMatching } from '../lib/arabic/normalize.ts';
import { isoWithOffset, localFields } from '../lib/time-zone.ts';
import { writeWhole } from '../library/atomic-file.ts';
import type { Environment } from '../library/environment.ts';
import type { Library } from '../library/types.ts';
import { isAuthorId, liveFolder } from '../schema/live.ts';
import { messages } from '../schema/messages.ts';
import { findNearest } from '../schema/nearest.ts';
import { commandStrings } from '../strings/commands.ts';
import { openContent } from './open-content.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.newLiveEntry;

export interface NewLiveEntry {
  /** The id of the article. */
  article: string;
  title?: string | undefined;
  author?: string | undefined;
  isKey: boolean;
  isPinned: boolean;
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/**
 * Returns the path of a new entry, relative to the content directory, and its text. The file is named after the moment
 * to the second, so that names sort, and so that two reporters hardly ever choose the same one.
 */
export function composeLiveEntry(entry: NewLiveEntry): { file: string; text: string } {
  const instant = new Date(entry.now).toISOString();
  const { year, month, day, hour, minute, second } = localFields(instant, entry.timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const name = `${year}-${two(month)}-${two(day)}-${two(hour)}${two(minute)}${two(second)}`;
  const lines = [
    '---',
    `time: ${isoWithOffset(instant, entry.timeZone)}`,
    ...(entry.title === undefined ? [] : [`title: ${JSON.stringify(entry.title)}`]),
    ...(entry.author === undefined ? [] : [`author: ${JSON.stringify(entry.author)}`]),
    ...(entry.isKey ? ['key: true'] : []),
    ...(entry.isPinned ? ['pin: true'] : []),
    '---',
    '',
    '',
  ];
  return { file: `${liveFolder}/${entry.article}/${name}.md`, text: lines.join('\n') };
}

export interface WrittenEntry {
  /** The absolute path of the new file. */
  file: string;
  /** What is accepted but may not be meant. */
  notes: string[];
}

/** Writes a new entry. Throws a `CommandFailure` if the article has no open coverage, or nobody has the author's id. */
export async function writeLiveEntry(
  environment: Environment,
  entry: Omit<NewLiveEntry, 'now' | 'timeZone'>,
): Promise<WrittenEntry> {
  const { contentDirectory, now } = environment;
  const library = await openContent({ ...environment, includeUnpublished: true });
  const { refusal, notes } = judgeLiveEntry(entry, library);
  if (refusal !== undefined) throw new CommandFailure(refusal);
  const { file, text } = composeLiveEntry({ ...entry, now, timeZone: library.site.timeZone });
  const absolute = path.join(contentDirectory, file);
  if (existsSync(absolute)) throw new CommandFailure(commandStrings.newArticle.exists(absolute));
  await writeWhole(absolute, text);
  return { file: absolute, notes };
}

type Known = Pick<Library, 'articles' | 'withdrawn' | 'authors' | 'formerNames' | 'incomplete'>;

/** Says why an entry cannot be written, and what is accepted but may not be meant. */
export function judgeLiveEntry(
  { article: id, author }: Pick<NewLiveEntry, 'article' | 'author'>,
  library: Known,
): { refusal?: string; notes: string[] } {
  const broken = findIncomplete('articles', id, library);
  const refusal = (broken ? undefined : refuseArticle(id, library)) ?? refuseAuthor(author, library);
  if (refusal !== undefined) return { refusal, notes: [] };
  const { file, draft, unpublished } = library.articles.find((article) => article.id === id) ?? {};
  return {
    notes: [
      ...(broken ? [words.isIncomplete(broken.file)] : []),
      ...(file !== undefined && unpublished ? [draft ? words.isDraft(file) : words.isFuture(file)] : []),
      ...(author !== undefined && !isKnown(author, library) ? [words.authorByName(author)] : []),
    ],
  };
}

/** Finds the file of an id that has a problem: a mistake of somebody else must not keep a reporter from writing. */
function findIncomplete(folder: string, id: string, { incomplete }: Known): Library['incomplete'][number] | undefined {
  return incomplete.find((each) => each.id === id && each.file.startsWith(`${folder}/`));
}

function refuseArticle(id: string, { articles, withdrawn }: Known): string | undefined {
  const gone = withdrawn.find((article) => article.id === id);
  if (gone !== undefined) return words.isWithdrawn(gone.file);
  const article = articles.find((candidate) => candidate.id === id);
  const open = articles.filter(({ live }) => live === 'open').map((candidate) => candidate.id);
  if (article === undefined) return words.unknown(id, findNearest(id, open));
  if (article.hasExpired) return words.hasExpired(article.file);
  if (article.live === undefined) return words.notLive(article.file);
  return article.live === 'closed' ? words.isClosed(article.file) : undefined;
}

/** Refuses what looks like an id but is nobody's, as the check of the content does. */
function refuseAuthor(author: string | undefined, library: Known): string | undefined {
  if (author === undefined || !isAuthorId(author) || isKnown(author, library)) return undefined;
  const known = library.authors.map(({ id }) => id);
  const nearest = findNearest(author, known);
  return messages.unknownAuthor(author, nearest === undefined ? known : [nearest]);
}

/** Whether an author has such an id, had it, or has such a name. */
function isKnown(written: string, library: Known): boolean {
  const folded = foldForMatching(written);
  return (
    library.authors.some(({ id, name }) => id === written || foldForMatching(name) === folded) ||
    library.formerNames.some(({ kind, aliases }) => kind === 'author' && aliases.includes(written)) ||
    findIncomplete('authors', written, library) !== undefined
  );
}
