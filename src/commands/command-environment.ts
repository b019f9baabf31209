import { existsSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '../library/content/content-error.ts';
import { liesWithin, realPath } from '../library/directories.ts';
import { type Environment, newsroomOf, resolveEnvironment } from '../library/environment.ts';
import { readNewsroomSettings } from '../library/newsroom-settings.ts';
import { readStagingAddress } from '../library/staging-address.ts';
import { type NewsroomSettings, newsroomFile } from '../schema/newsroom.ts';
import { siteFile } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.newsroom;

/**
 * Resolves the environment of a command. Throws a `CommandFailure` if a variable or a flag cannot be followed, or if
 * `warraq` was started where no newsroom is; for a command that makes the content, `isContentNew`.
 */
export function readEnvironment(
  engineRoot: URL,
  variables: NodeJS.ProcessEnv = process.env,
  { isContentNew = false } = {},
): Environment {
  const { SOURCE_DATE_EPOCH: moment } = variables;
  if (moment && !/^[1-9]\d{0,11}$/.test(moment)) throw new CommandFailure(commandStrings.badMoment(moment));
  refuseBadSigning(variables);
  const address = readStagingAddress(variables);
  if (address !== undefined && 'written' in address)
    throw new CommandFailure(commandStrings.badSiteUrl(address.written, address.meant));
  const settings = readSettings(newsroomOf(engineRoot, variables));
  const environment = resolveEnvironment(engineRoot, variables, settings);
  const { cacheDirectory, contentDirectory } = environment;
  if (isContent(cacheDirectory, contentDirectory))
    throw new CommandFailure(commandStrings.cacheInContent(cacheDirectory));
  if (variables.WARRAQ_NEWSROOM && !isContentNew) requireContent(environment);
  return environment;
}

/** Throws a `CommandFailure` if addresses of imgproxy would be signed with something else than it expects. */
function refuseBadSigning({ IMGPROXY_KEY: key, IMGPROXY_SALT: salt }: NodeJS.ProcessEnv): void {
  if (!key !== !salt) throw new CommandFailure(commandStrings.halfImageSigning(key ? 'IMGPROXY_SALT' : 'IMGPROXY_KEY'));
  for (const [name, value = ''] of Object.entries({ IMGPROXY_KEY: key, IMGPROXY_SALT: salt })) {
    if (!/^(?:[\da-f]{2})*$/i.test(value)) throw new CommandFailure(commandStrings.badImageSigning(name));
  }
}

function readSettings(newsroomDirectory: string): NewsroomSettings {
  const { settings, problems, isTwice } = readNewsroomSettings(newsroomDirectory);
  if (isTwice) throw new CommandFailure(words.settingsTwice(newsroomFile));
  if (problems.length > 0) throw new ContentError(problems);
  return settings;
}

/** Throws a `CommandFailure` if the content directory does not exist, and names the newsroom around it if there is one. */
function requireContent({ contentDirectory, newsroomDirectory }: Environment): void {
  if (existsSync(contentDirectory)) return;
  const around = findNewsroomAround(newsroomDirectory);
  if (around !== undefined) throw new CommandFailure(words.inside(newsroomDirectory, around));
  const isUsual = contentDirectory === path.join(newsroomDirectory, 'content');
  throw new CommandFailure(isUsual ? words.none(newsroomDirectory) : words.noContent(contentDirectory));
}

function findNewsroomAround(directory: string): string | undefined {
  const parent = path.dirname(directory);
  if (parent === directory) return undefined;
  const marks = [newsroomFile, path.join('content', siteFile)];
  return marks.some((mark) => existsSync(path.join(parent, mark))) ? parent : findNewsroomAround(parent);
}

/** Whether a directory is that of the content, or lies inside it. Content is not read from names that begin with a dot. */
function isContent(directory: string, contentDirectory: string): boolean {
  const [inner, outer] = [realPath(directory), realPath(contentDirectory)];
  const names = path.relative(outer, inner).split(path.sep);
  return liesWithin(inner, outer) && !names.some((name) => name.startsWith('.'));
}
