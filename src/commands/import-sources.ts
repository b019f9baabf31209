import type { SourceNewsroom } from '../importers/newsroom/source.ts';
import { IncompleteExport, joinExports, NotAnExport, readExport } from '../importers/wordpress/export.ts';
import { readNewsroom } from '../importers/wordpress/newsroom.ts';
import { commandStrings } from '../strings/commands.ts';
import { readSourceText } from './import-source-text.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/** What was given at the command line, read and found to be whole. */
export interface OpenedSource {
  /** @param timeZone of the newsroom that it comes into, if that has one */
  read(timeZone?: string): SourceNewsroom;
}

/** Opens exports of one old site. Throws a `CommandFailure` for files that are none, or not whole. */
export async function openSource(files: readonly string[]): Promise<OpenedSource> {
  const [first, ...others] = await Promise.all(files.map(openExport));
  if (!first) throw new CommandFailure(words.usage);
  const source = joinExports([first, ...others]);
  return { read: (timeZone) => readNewsroom(source, timeZone) };
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
