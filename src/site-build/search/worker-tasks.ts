import type { SearchRecord } from '../../model/search-record.ts';
import { codedIndex, plainIndex, runtimeFiles, writeIndexFiles } from './bundle-files.ts';
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

/** Writes the runtime's bundle, with which browsers search all parts. */
export async function writeRuntime(directory: string): Promise<void> {
  writeIndexFiles(await runtimeFiles(await isCodeSound()), directory);
}
