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

/** How many fragments, of neighbours in the order of the records, are in one file. */
export const fragmentsInFile = 6;

/**
 * Writes the files of fragments, each under a name that is a digest of its content. Records have numbers for names,
 * since browsers ask for files and not for records, and load the names of all records before the first search.
 */
export function composeFragmentFiles(
  fragments: Iterable<Fragment>,
  language: string,
): { files: IndexFile[]; listed: ListedRecord[] } {
  const nameGroup = createNamer(`${language}_group_`);
  const named = Array.from(fragments, (fragment, index) => ({ fragment, name: index.toString(36) }));
  const files: IndexFile[] = [];
  const listed: ListedRecord[] = [];
  for (let start = 0; start < named.length; start += fragmentsInFile) {
    const group = named.slice(start, start + fragmentsInFile);
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
