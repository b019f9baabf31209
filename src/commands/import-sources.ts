import path from 'node:path';
import { readNewsroom as readNewsroomOfLines } from '../importers/json-lines/newsroom.ts';
import { readLines } from '../importers/json-lines/read-lines.ts';
import type { SourceNewsroom } from '../importers/newsroom/source.ts';
import { IncompleteExport, joinExports, NotAnExport, readExport } from '../importers/wordpress/export.ts';
import { readNewsroom } from '../importers/wordpress/newsroom.ts';
import { commandStrings } from '../strings/commands.ts';
import { jsonLinesStrings } from '../strings/json-lines.ts';
import { readSourceText } from './import-source-text.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/** What was given at the command line, read and found to be whole. */
export interface OpenedSource {
  /** @param timeZone of the newsroom that it comes into, if that has one */
  read(timeZone?: string): SourceNewsroom;
}

/** Opens the files of one old site. Throws a `CommandFailure` for files that cannot be read, or are not whole. */
export async function openSource(files: readonly string[]): Promise<OpenedSource> {
  const [first, ...others] = files;
  if (first === undefined) throw new CommandFailure(words.usage);
  if (/^\.(?:jsonl|ndjson)$/i.test(path.extname(first))) return openLines(first, others);
  const source = joinExports([await openExport(first), ...(await Promise.all(others.map(openExport)))]);
  return { read: (timeZone) => readNewsroom(source, timeZone) };
}

async function openLines(file: string, others: readonly string[]): Promise<OpenedSource> {
  if (others.length > 0) throw new CommandFailure(words.oneFile(file));
  const { lines, faults } = await readLines(readSourceText(file));
  if (faults.length > 0) throw new CommandFailure(jsonLinesStrings.refused(file, faults));
  return { read: (timeZone) => readNewsroomOfLines(lines, timeZone) };
}

async function openExport(file: string) {
  try {
    return await readExport(readSourceText(file));
  } catch (error) {
    if (error instanceof NotAnExport) throw new CommandFailure(words.notAnExport(file));
    if (error instanceof IncompleteExport) throw new CommandFailure(words.incompleteExport(file));
    throw error;
  }
}
