import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.check;

/** Whether a content-relative file was chosen. */
export type Choice = (file: string) => boolean;

/**
 * Reads the files and directories that an operator has typed: absolute, or relative to where the operator stands, or
 * to the content directory. Throws a `CommandFailure` that names all that do not exist or lie outside the content.
 */
export function chooseFiles(written: readonly string[], standing: string, contentDirectory: string): Choice {
  const content = realpathSync(contentDirectory);
  const faults: string[] = [];
  const chosen: string[] = [];
  for (const typed of written) {
    const found = [standing, contentDirectory]
      .map((from) => path.resolve(from, typed))
      .filter((file) => existsSync(file));
    const inside = found.map((file) => relativeTo(content, realpathSync(file))).find((file) => file !== undefined);
    if (inside !== undefined) chosen.push(inside);
    else faults.push(found[0] === undefined ? words.noFile(typed) : words.outsideContent(typed, contentDirectory));
  }
  if (faults.length > 0) throw new CommandFailure(faults.join('\n'));
  return (file) => chosen.some((place) => isWithin(file.normalize('NFC'), place));
}

/** Returns the path with `/`, in NFC, '' for the directory itself; undefined if the file lies outside. */
function relativeTo(directory: string, file: string): string | undefined {
  const relative = path.relative(directory, file);
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isOutside ? undefined : relative.split(path.sep).join('/').normalize('NFC');
}

function isWithin(file: string, place: string): boolean {
  return place === '' || file === place || file.startsWith(`${place}/`);
}

/**
 * Returns the path of the content directory in the repository that it lies in, with `/`, as annotations of GitHub need
 * it. Without a repository, the place is counted from the newsroom.
 */
export function placeInRepository(contentDirectory: string, newsroomDirectory: string): string {
  const repository = repositoryOf(contentDirectory) ?? newsroomDirectory;
  return path.relative(repository, contentDirectory).split(path.sep).join('/');
}

/** Finds the nearest directory with `.git`, which is a file in a submodule or a worktree. */
function repositoryOf(directory: string): string | undefined {
  if (existsSync(path.join(directory, '.git'))) return directory;
  const parent = path.dirname(directory);
  return parent === directory ? undefined : repositoryOf(parent);
}
