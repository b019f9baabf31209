import type { SearchRecord } from '../../model/search-record.ts';
import { codedIndex, plainIndex, runtimeFiles, writeIndexFiles } from './bundle-files.ts';
import { isCodeSound } from './pagefind-self-test.ts';

/** The tasks of the search worker: Tinypool calls these functions in its thread. */

interface SearchTask {
  /** Empty, or does not exist. */
  directory: string;
  /** The file that remembers that coded records were tested; see `isCodeSound`. */
  codeMark?: string | undefined;
}

export interface PartTask extends SearchTask {
  records: SearchRecord[];
  /** The site's own spellings of names. */
  aliases: string[][];
  /** How many fragments are in a file. */
  inFile: number;
}

/** Writes the index of one part of the archive. */
export async function writePart({ directory, records, aliases, inFile, codeMark }: PartTask): Promise<void> {
  const files = (await isCodeSound(codeMark)) ? await codedIndex(records, aliases, inFile) : await plainIndex(records);
  writeIndexFiles(files, directory);
}

/** Writes the runtime's bundle, with which browsers search all parts. */
export async function writeRuntime({ directory, codeMark }: SearchTask): Promise<void> {
  writeIndexFiles(await runtimeFiles(await isCodeSound(codeMark)), directory);
}
