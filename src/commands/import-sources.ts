import { statSync } from 'node:fs';
import path from 'node:path';
import { readBackup } from '../importers/blogger/backup.ts';
import { readNewsroom as readNewsroomOfBlog } from '../importers/blogger/newsroom.ts';
import { readNewsroom as readNewsroomOfLines } from '../importers/json-lines/newsroom.ts';
import { readLines } from '../importers/json-lines/read-lines.ts';
import type { SourceNewsroom } from '../importers/newsroom/source.ts';
import { IncompleteSource, OtherSource } from '../importers/newsroom/source-faults.ts';
import { joinExports, readExport } from '../importers/wordpress/export.ts';
import { addedTypesOf } from '../importers/wordpress/item-types.ts';
import { type ImportWishes, noWishes, readNewsroom } from '../importers/wordpress/newsroom.ts';
import { commandStrings } from '../strings/commands.ts';
import { jsonLinesStrings } from '../strings/json-lines.ts';
import { openProject } from './import-project.ts';
import { readSourceText } from './import-source-text.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/** What was given at the command line, read and found to be whole. */
export interface OpenedSource {
  /** @param timeZone of the newsroom that it comes into, if that has one */
  read(timeZone?: string): SourceNewsroom;
  /** Returns the files of the source that entries show, by their addresses on the old site. */
  listFiles?(): ReadonlyMap<string, string>;
}

/** What a command line may ask for besides. */
export interface SourceOptions {
  wishes?: ImportWishes;
  /** The generator of a project; without it, it is recognised. */
  from?: string | undefined;
}

/**
 * Opens the files of one old site. Throws a `CommandFailure` for files that cannot be read, or are not whole, and for
 * wishes that the source cannot fulfil.
 */
export async function openSource(
  files: readonly string[],
  { wishes = noWishes, from }: SourceOptions = {},
): Promise<OpenedSource> {
  const [first, ...others] = files;
  if (first === undefined) throw new CommandFailure(words.usage);
  if (statSync(first, { throwIfNoEntry: false })?.isDirectory()) return openFolder(first, others, wishes, from);
  if (/^\.(?:jsonl|ndjson)$/i.test(path.extname(first))) return openLines(first, others, wishes);
  if (await isFeed(first)) return openBackup(first, others, wishes);
  const source = joinExports([await openExport(first), ...(await Promise.all(others.map(openExport)))]);
  const added = addedTypesOf(source);
  const unknown = wishes.types.find((type) => !added.includes(type));
  if (unknown !== undefined) throw new CommandFailure(words.unknownType(unknown, added));
  return { read: (timeZone) => readNewsroom(source, timeZone, wishes) };
}

/** Refuses what only exports of WordPress can fulfil. */
function refuseWishes({ types, mapping: { fields, taxonomies } }: ImportWishes): void {
  if (types.length > 0) throw new CommandFailure(words.onlyForWordPress('--types'));
  if (fields.size + taxonomies.size > 0) throw new CommandFailure(words.onlyForWordPress('--fields'));
}

async function openFolder(
  folder: string,
  others: readonly string[],
  wishes: ImportWishes,
  from: string | undefined,
): Promise<OpenedSource> {
  refuseWishes(wishes);
  if (others.length > 0) throw new CommandFailure(words.oneFolder(folder));
  const project = await openProject(folder, from);
  return {
    read: (timeZone) => project.read(timeZone).newsroom,
    listFiles: () =>
      new Map([...project.read().files].map(([address, file]) => [address, path.join(path.resolve(folder), file)])),
  };
}

async function openLines(file: string, others: readonly string[], wishes: ImportWishes): Promise<OpenedSource> {
  refuseWishes(wishes);
  if (others.length > 0) throw new CommandFailure(words.oneFile(file));
  const { lines, faults } = await readLines(readSourceText(file));
  if (faults.length > 0) throw new CommandFailure(jsonLinesStrings.refused(file, faults));
  return { read: (timeZone) => readNewsroomOfLines(lines, timeZone) };
}

/** Whether a file is an Atom feed, as backups of Blogger are. */
async function isFeed(file: string): Promise<boolean> {
  for await (const piece of readSourceText(file))
    return /<feed[\s>]/.test(piece.slice(0, 2000)) && !/<rss[\s>]/.test(piece.slice(0, 2000));
  return false;
}

async function openBackup(file: string, others: readonly string[], wishes: ImportWishes): Promise<OpenedSource> {
  refuseWishes(wishes);
  if (others.length > 0) throw new CommandFailure(words.oneFile(file));
  try {
    const backup = await readBackup(readSourceText(file));
    return { read: () => readNewsroomOfBlog(backup) };
  } catch (error) {
    if (error instanceof OtherSource) throw new CommandFailure(words.notABackup(file));
    if (error instanceof IncompleteSource) throw new CommandFailure(words.incompleteExport(file));
    throw error;
  }
}

async function openExport(file: string) {
  try {
    return await readExport(readSourceText(file));
  } catch (error) {
    if (error instanceof OtherSource) throw new CommandFailure(words.notAnExport(file));
    if (error instanceof IncompleteSource) throw new CommandFailure(words.incompleteExport(file));
    throw error;
  }
}
