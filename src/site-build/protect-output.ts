import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { searchFolder } from '../lib/paths.ts';
import { ContentError } from '../library/content/content-error.ts';
import { liesWithin, realPath } from '../library/directories.ts';
import type { Environment } from '../library/environment.ts';
import { commandStrings } from '../strings/commands.ts';
import type { Ledger } from './publish/ledger.ts';
import { hostOwned } from './publish/output.ts';
import { searchManifestFile } from './search/bundles.ts';

const words = commandStrings.build;
/** How many foreign files and folders a refusal names. */
const namedAtMost = 3;

/**
 * Throws a `ContentError` if a build must not change its output directory: it removes everything there that is not of the site.
 * Files of others and a clock behind the last build's are refused unless `isForced`.
 */
export function protectOutput(environment: Environment, ledger: Ledger, isForced: boolean): void {
  if (isForced) return;
  refuseForeignFiles(environment, ledger);
  refuseEarlierClock(environment, ledger);
}

/** The directories of the repository of Warraq in which no site may be built; others, such as `dist`, are free. */
const programDirectories = ['.git', 'docs', 'node_modules', 'public', 'scripts', 'src', 'tests'];

/**
 * Throws a `ContentError` if the output directory holds the content or the program, or lies inside them. The whole
 * newsroom may lie inside the content, and then has its output there too.
 */
export function protectSources(environment: Environment): void {
  const { outputDirectory, contentDirectory, newsroomDirectory, engineDirectory } = environment;
  const [output, content, newsroom, engine] = [
    outputDirectory,
    contentDirectory,
    newsroomDirectory,
    engineDirectory,
  ].map(realPath) as [string, string, string, string];
  const ownDirectories = listOwnDirectories(newsroom, engine);
  const held = [content, newsroom, engine, ...[environment.publicDirectory, environment.cacheDirectory].map(realPath)];
  const liesInContent = !(liesWithin(newsroom, content) && liesWithin(output, newsroom)) && liesWithin(output, content);
  const isRefused =
    liesInContent ||
    held.some((directory) => liesWithin(directory, output)) ||
    [environment.publicDirectory, ...ownDirectories].some((directory) => liesWithin(output, realPath(directory)));
  if (isRefused) throw new ContentError(words.outputHoldsSources(environment.outputDirectory));
}

/** Lists the directories in which no site may be built. An engine that is a package is taboo as a whole. */
function listOwnDirectories(newsroom: string, engine: string): string[] {
  if (newsroom === engine) return programDirectories.map((name) => path.join(engine, name));
  return [engine, path.join(newsroom, '.git'), path.join(newsroom, 'node_modules')];
}

function refuseForeignFiles({ outputDirectory }: Environment, ledger: Ledger): void {
  if (ledger.hasBegun) return;
  const foreign = listForeign(outputDirectory);
  if (foreign.length === 0) return;
  throw new ContentError(words.outputIsForeign(outputDirectory, foreign.slice(0, namedAtMost), foreign.length));
}

/** What lies in an output directory that no build of ours has made: an earlier build is known by the manifest of its search. */
function listForeign(outputDirectory: string): string[] {
  if (!existsSync(outputDirectory) || existsSync(path.join(outputDirectory, searchFolder, searchManifestFile)))
    return [];
  return readdirSync(outputDirectory)
    .filter((name) => !hostOwned.includes(name))
    .sort();
}

/** How far a system clock may be set back between two builds, in milliseconds: clocks are corrected by seconds. */
const clockToleranceMs = 5 * 60 * 1000;

/** Refuses a system clock before the last build's, with which articles published since then would vanish from the site. */
function refuseEarlierClock({ now, isMomentGiven }: Environment, ledger: Ledger): void {
  if (isMomentGiven || ledger.lastMoment === undefined) return;
  if (now >= ledger.lastMoment - clockToleranceMs) return;
  throw new ContentError(words.clockIsBehind(new Date(now).toISOString(), new Date(ledger.lastMoment).toISOString()));
}
