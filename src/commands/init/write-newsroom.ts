import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../library/atomic-file.ts';
import { liesWithin, realPath } from '../../library/directories.ts';
import { commandStrings } from '../../strings/commands.ts';
import { CommandFailure } from '../run-command.ts';
import { composeNewsroom, type NewNewsroom } from './newsroom-files.ts';
import { composePackage, findEngineDependency, mergePackage } from './package-file.ts';

const words = commandStrings.init;

export interface WrittenNewsroom {
  /** Relative to the newsroom, in the order in which they were written. */
  files: string[];
  /** The path of an engine that only this machine has. */
  localEngine?: string;
}

/** Returns the directory that was typed, or the one where the operator stands. Throws a `CommandFailure` if there are several. */
export function chooseDirectory(texts: readonly string[]): string {
  if (texts.length > 1) throw new CommandFailure(words.severalDirectories(texts));
  return texts[0] ?? '.';
}

/** Throws a `CommandFailure` if the directory is the engine's own, or lies inside it. */
export function refuseEngineDirectory(directory: string, engineDirectory: string): void {
  const [inner, outer] = [realPath(directory), realPath(engineDirectory)];
  if (liesWithin(inner, outer)) throw new CommandFailure(words.sameDirectory(directory));
}

/**
 * Writes a newsroom into a directory, which may exist. Throws a `CommandFailure` that names what is in the way, before anything
 * is written. A package.json that npm has left there is completed.
 */
export async function writeNewsroom(
  directory: string,
  engineDirectory: string,
  newsroom: NewNewsroom,
): Promise<WrittenNewsroom> {
  const dependency = findEngineDependency(engineDirectory, directory);
  const ours = composePackage(newsroom.answers, engineDirectory, dependency);
  const packageFile = path.join(directory, 'package.json');
  const merged = existsSync(packageFile) ? mergePackage(readFileSync(packageFile, 'utf8'), ours) : ours;
  const files = composeNewsroom(newsroom);
  const inTheWay = [
    ...(existsSync(path.join(directory, 'content')) ? ['content'] : []),
    ...[...files.keys()].filter((file) => !file.startsWith('content/') && existsSync(path.join(directory, file))),
    ...(merged === undefined ? ['package.json'] : []),
  ];
  if (inTheWay.length > 0) throw new CommandFailure(words.inTheWay(directory, inTheWay));
  files.set('package.json', `${JSON.stringify(merged, null, 2)}\n`);
  for (const [file, text] of files) await writeWhole(path.join(directory, file), text);
  const { localPlace } = dependency;
  return { files: [...files.keys()], ...(localPlace !== undefined && { localEngine: localPlace }) };
}
