import path from 'node:path';
import { liesWithin, realPath } from '../library/directories.ts';
import { type Environment, resolveEnvironment } from '../library/environment.ts';
import { readSiteAddress } from '../library/site-address.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

/** Resolves the environment of a command. Throws a `CommandFailure` if a variable or a flag cannot be followed. */
export function readEnvironment(projectRoot: URL, variables: NodeJS.ProcessEnv = process.env): Environment {
  const { SOURCE_DATE_EPOCH: moment } = variables;
  if (moment && !/^[1-9]\d{0,11}$/.test(moment)) throw new CommandFailure(commandStrings.badMoment(moment));
  const address = readSiteAddress(variables);
  if (address !== undefined && 'written' in address)
    throw new CommandFailure(commandStrings.badSiteUrl(address.written));
  const environment = resolveEnvironment(projectRoot, variables);
  const { cacheDirectory, contentDirectory } = environment;
  if (isContent(cacheDirectory, contentDirectory))
    throw new CommandFailure(commandStrings.cacheInContent(cacheDirectory));
  return environment;
}

/** Whether a directory is that of the content, or lies inside it. Content is not read from names that begin with a dot. */
function isContent(directory: string, contentDirectory: string): boolean {
  const [inner, outer] = [realPath(directory), realPath(contentDirectory)];
  const names = path.relative(outer, inner).split(path.sep);
  return liesWithin(inner, outer) && !names.some((name) => name.startsWith('.'));
}
