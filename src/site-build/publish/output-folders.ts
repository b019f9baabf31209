import path from 'node:path';
import type { Ledger } from './ledger.ts';
import type { OutputFolder } from './output.ts';

/** Lists the files of each folder that are in the ledger. */
export function filesOfFolders(folders: readonly OutputFolder[], ledger: Ledger): Map<string, string[]> {
  const files = new Map(folders.map(({ folder }): [string, string[]] => [folder, []]));
  const tops = new Set(folders.map(({ folder }) => folder.split('/')[0]));
  for (const file of ledger.entries.keys()) {
    if (!tops.has(file.slice(0, file.indexOf('/')))) continue;
    for (let at = path.posix.dirname(file); at !== '.'; at = path.posix.dirname(at)) files.get(at)?.push(file);
  }
  return files;
}

/**
 * Returns the key under which the files of a folder are recorded. It contains their number, so that a folder recorded
 * in part does not match.
 */
export function keyInFolder(key: string, count: number): string {
  return `${key} of ${count}`;
}

/** Selects the folders that have no files yet, or have a file that is not right (`isRight`) under the folder's key. */
export function selectFolders(
  folders: readonly OutputFolder[],
  files: ReadonlyMap<string, readonly string[]>,
  isRight: (file: string, key: string) => boolean,
): OutputFolder[] {
  return folders.filter(({ folder, key }) => {
    const known = files.get(folder) ?? [];
    return known.length === 0 || !known.every((file) => isRight(file, keyInFolder(key, known.length)));
  });
}

/**
 * Selects the folders that are not completely recorded under their keys. They have to be made, whatever files the
 * output directory has.
 */
export function unknownFolders(folders: readonly OutputFolder[], ledger: Ledger): OutputFolder[] {
  return selectFolders(folders, filesOfFolders(folders, ledger), (file, key) => ledger.entries.get(file)?.key === key);
}
