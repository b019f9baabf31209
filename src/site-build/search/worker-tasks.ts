import type { SearchRecord } from '../../model/search-record.ts';
import { codedIndex, engineFiles, plainIndex, writeIndexFiles } from './bundle-files.ts';
import { isCodeSound } from './pagefind-self-test.ts';

/** The index of a part, to be written into a directory that is empty or not there. */
export interface PartTask {
  directory: string;
  records: SearchRecord[];
  /** The site's own spellings of names. */
  aliases: string[][];
}

export async function writePart({ directory, records, aliases }: PartTask): Promise<void> {
  const files = (await isCodeSound()) ? await codedIndex(records, aliases) : await plainIndex(records);
  writeIndexFiles(files, directory);
}

export async function writeEngine(directory: string): Promise<void> {
  writeIndexFiles(await engineFiles(await isCodeSound()), directory);
}
