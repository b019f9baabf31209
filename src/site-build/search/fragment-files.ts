import { digestText } from '../../lib/digest.ts';
import { type IndexFile, packFile } from './index-file.ts';

/** What browsers load of an article that is found. */
export interface Fragment {
  url: string;
  content: string;
  word_count: number;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: [];
}

/** A record in the list of all records of an index. */
export interface ListedRecord {
  name: string;
  /** The file that its fragment is in. */
  file: string;
}

/** How many fragments, of neighbours in the order of the records, are in one file where files are to be saved. */
export const fragmentsInFile = 6;

/**
 * Returns how many fragments are in one file in an archive of this size. A result loads its whole file, but the strictest
 * host takes 20,000 files: smaller archives stay below that, and larger ones are above it with their pages alone.
 */
export function fragmentsInFileOf(articles: number): number {
  if (articles < 4000) return 1;
  return articles < 15_000 ? fragmentsInFile : 3;
}

/**
 * Writes the files of fragments, each under a name that is a digest of its content. Records have numbers for names,
 * since browsers ask for files and not for records, and load the names of all records before the first search.
 */
export function composeFragmentFiles(
  fragments: Iterable<Fragment>,
  language: string,
  inFile: number,
): { files: IndexFile[]; listed: ListedRecord[] } {
  const nameGroup = createNamer(`${language}_group_`);
  const named = Array.from(fragments, (fragment, index) => ({ fragment, name: index.toString(36) }));
  const files: IndexFile[] = [];
  const listed: ListedRecord[] = [];
  for (let start = 0; start < named.length; start += inFile) {
    const group = named.slice(start, start + inFile);
    const text = JSON.stringify(Object.fromEntries(group.map(({ name, fragment }) => [name, fragment])));
    const file = nameGroup(digestText(text));
    files.push(packFile(`fragment/${file}.pf_fragment`, text));
    for (const { name } of group) listed.push({ name, file });
  }
  return { files, listed };
}

const shortestName = 7;

/** Returns a function that names contents by their digests, each cut to where no name before it is the same. */
export function createNamer(prefix: string): (digest: string) => string {
  const taken = new Set<string>();
  return (digest) => {
    let length = shortestName;
    while (taken.has(digest.slice(0, length)) && length < digest.length) length += 1;
    taken.add(digest.slice(0, length));
    return prefix + digest.slice(0, length);
  };
}
