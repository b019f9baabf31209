import type { SearchRecord } from '../../model/search-record.ts';
import { codedIndex, engineFiles, plainIndex, writeIndexFiles } from './bundle-files.ts';
import { isCodeSound } from './pagefind-self-test.ts';

/** The tasks of the search worker: Tinypool calls these functions in its thread. */

export interface PartTask {
  /** Empty, or does not exist. */
  directory: string;
  records: SearchRecord[];
  /** The site's own spellings of names. */
  aliases: string[][];
}

/** Writes the index of one part of the archive. */
export async function writePart({ directory, records, aliases }: PartTask): Promise<void> {
  const files = (await isCodeSound()) ? await codedIndex(records, aliases) : await plainIndex(records);
  writeIndexFiles(files, directory);
}

/** Writes the engine's bundle, with which browsers search all parts. */
export async function writeEngine(directory: string): Promise<void> {
  writeIndexFiles(await engineFiles(await isCodeSound()), directory);
}
