import { type EntityRow, entityFileOf, readName } from '../../lib/arabic/search/entity-names.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { digestText } from '../../lib/digest.ts';
import type { SearchEntity } from '../../model/search-entities.ts';

/** The files with the entities of a site; the names are made of what is in them, so that browsers keep them. */
export interface EntityFiles {
  /** In the order of `entityFileOf`; two files may be the same. */
  names: string[];
  /** By name. */
  contents: ReadonlyMap<string, string>;
}

/** As many entities are one file, which is some 5 KB compressed. */
const inOneFile = 150;
/** With more, a file has about as many of them, and each is in the files of all its words: three or four. */
const inEachOfSeveral = 40;
const mostFiles = 128;
const nameLength = 8;

/**
 * Divides entities into files, so that a query reads one of them: that of any of its words. Other spellings by
 * `aliases` lead to the same files as the names.
 */
export function composeEntityFiles(entities: readonly SearchEntity[], aliases: NameTable): EntityFiles {
  const files = countFiles(entities.length);
  const rows = Array.from({ length: files }, (): EntityRow[] => []);
  for (const { kind, name, url, count, spellings } of entities) {
    const written = chooseDifferent([name, ...spellings], aliases);
    const words = written.flatMap((spelling) => readName(spelling, aliases));
    const wanted = new Set(words.flatMap(({ readings }) => readings).map((word) => entityFileOf(word, files)));
    for (const file of wanted) rows[file]?.push([kind, name, url, count, ...written.slice(1)]);
  }
  const contents = rows.map((file) => JSON.stringify(file));
  const names = contents.map((content) => digestText(content).slice(0, nameLength));
  return { names, contents: new Map(names.map((name, index) => [name, contents[index] ?? ''])) };
}

/** Leaves out spellings that a search does not tell from an earlier one: «الثقافة» after «ثقافة». */
function chooseDifferent(spellings: readonly string[], aliases: NameTable): string[] {
  const keyOf = (spelling: string) =>
    readName(spelling, aliases)
      .map(({ base }) => base)
      .join(' ');
  return [...new Map(spellings.toReversed().map((spelling) => [keyOf(spelling), spelling])).values()].reverse();
}

/** Returns a power of two, so that the files are divided anew only when the entities have doubled. */
function countFiles(entities: number): number {
  if (entities <= inOneFile) return 1;
  return Math.min(mostFiles, 2 ** Math.ceil(Math.log2(entities / inEachOfSeveral)));
}
