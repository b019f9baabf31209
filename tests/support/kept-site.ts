import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { digestBytes, digestText } from '../../src/lib/digest.ts';
import {
  type BuildResult,
  listFiles,
  openOutput,
  type RunningBuild,
  type SiteDirectories,
  startBuild,
} from './build-site.ts';
import { type Files, writeContent } from './write-content.ts';

/** A site that is built repeatedly into the same directories, and can be compared with a build from scratch. */
export interface KeptSite extends ReturnType<typeof openOutput> {
  directories: SiteDirectories;
  /** Writes files of the content directory; `null` deletes a file. */
  write(changes: Record<string, string | Uint8Array | null>): Promise<void>;
  build(environment?: Record<string, string>): Promise<BuildResult>;
  start(environment?: Record<string, string>): RunningBuild;
  /** Builds the site, and the same content from scratch, and compares the two outputs. */
  buildAndCompare(environment?: Record<string, string>): Promise<BuildResult & { differences: Difference[] }>;
  /** Compares the output with that of a build of the same content without an earlier output or cache. */
  compareWithScratch(environment?: Record<string, string>): Promise<Difference[]>;
  /** Returns the lines of `changed-files.txt`. */
  changedFiles(): string[];
}

export interface Difference {
  path: string;
  difference: 'stale' | 'missing' | 'different';
}

export interface KeptSiteOptions {
  environment?: Record<string, string>;
  /** The directory of the engine; by default this project. */
  project?: string;
}

/** The outputs of builds from scratch that the sites of a test file share, by content and environment. */
const scratches = new Map<string, Promise<string>>();

export async function createKeptSite(files: Files, options: KeptSiteOptions = {}): Promise<KeptSite> {
  const directory = await mkdtemp(path.join(inject('temporaryRoot'), 'kept-site-'));
  const directories = directoriesIn(directory);
  const { contentDirectory, outputDirectory, cacheDirectory } = directories;
  await writeContent(contentDirectory, files);
  const start = (places: SiteDirectories, environment: Record<string, string>) =>
    startBuild(places, { ...options.environment, ...environment }, options.project);

  const buildFromScratch = async (environment: Record<string, string>): Promise<string> => {
    const scratch = await mkdtemp(path.join(inject('temporaryRoot'), 'scratch-'));
    const places = { ...directoriesIn(scratch), contentDirectory };
    const { exitCode, output } = await start(places, environment).result;
    if (exitCode !== 0) throw new Error(`The site does not build from scratch:\n${output}`);
    await rm(places.cacheDirectory, { recursive: true });
    return places.outputDirectory;
  };

  const stateOf = (environment: Record<string, string>): string =>
    digestDirectory(contentDirectory) + JSON.stringify({ ...options.environment, ...environment });

  const scratchOf = (environment: Record<string, string>): Promise<string> => {
    const state = stateOf(environment);
    const scratch = scratches.get(state) ?? buildFromScratch(environment);
    if (options.project === undefined) scratches.set(state, scratch);
    return scratch;
  };

  /** Builds the site. Its first build is one from scratch, so a copy of what it makes is kept to compare with. */
  const build = async (environment: Record<string, string>): Promise<BuildResult> => {
    const isFirst = options.project === undefined && !existsSync(outputDirectory) && !existsSync(cacheDirectory);
    const state = isFirst ? stateOf(environment) : '';
    const result = await start(directories, environment).result;
    if (isFirst && result.exitCode === 0) {
      const scratch = await mkdtemp(path.join(inject('temporaryRoot'), 'scratch-'));
      await cp(outputDirectory, scratch, { recursive: true });
      scratches.set(state, Promise.resolve(scratch));
    }
    return result;
  };

  return {
    ...openOutput(outputDirectory),
    directories,
    async write(changes) {
      for (const [file, content] of Object.entries(changes)) {
        if (content === null) await rm(path.join(contentDirectory, file));
        else await writeContent(contentDirectory, { [file]: content });
      }
    },
    build: (environment = {}) => build(environment),
    start: (environment = {}) => start(directories, environment),
    async compareWithScratch(environment = {}) {
      return compareDirectories(outputDirectory, await scratchOf(environment));
    },
    async buildAndCompare(environment = {}) {
      // One after the other, so that what the first build compiles is not compiled twice.
      const result = await start(directories, environment).result;
      return { ...result, differences: compareDirectories(outputDirectory, await scratchOf(environment)) };
    },
    changedFiles: () =>
      readFileSync(path.join(cacheDirectory, 'changed-files.txt'), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  };
}

/** Returns one digest of the names and bytes of all files. */
function digestDirectory(directory: string): string {
  return digestText([...readDigests(directory)].flat().join('\n'));
}

/** Returns digests of the bytes of all files, by path. */
export function readDigests(directory: string): Map<string, string> {
  return new Map(listFiles(directory).map((file) => [file, digestBytes(readFileSync(path.join(directory, file)))]));
}

/** Returns the lines that `changed-files.txt` must have for a change from `before` to `after`. */
export function listChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
    if (!before.has(file)) return [`added\t${file}`];
    if (!after.has(file)) return [`removed\t${file}`];
    return before.get(file) === after.get(file) ? [] : [`changed\t${file}`];
  });
}

function directoriesIn(directory: string): SiteDirectories {
  return {
    contentDirectory: path.join(directory, 'content'),
    outputDirectory: path.join(directory, 'site'),
    cacheDirectory: path.join(directory, 'cache'),
  };
}

/** Compares the names of files and folders and the bytes of files, like `diff -r`. */
export function compareDirectories(actual: string, expected: string): Difference[] {
  const found = listEntries(actual);
  const wanted = listEntries(expected);
  const differenceAt = (name: string): Difference['difference'] | undefined => {
    if (!wanted.has(name)) return 'stale';
    if (!found.has(name)) return 'missing';
    if (wanted.get(name) !== found.get(name)) return 'different';
    if (wanted.get(name) === 'folder') return undefined;
    const [left, right] = [actual, expected].map((directory) => readFileSync(path.join(directory, name)));
    return left?.equals(right as Buffer) ? undefined : 'different';
  };
  return [...new Set([...found.keys(), ...wanted.keys()])].sort().flatMap((name) => {
    const difference = differenceAt(name);
    return difference === undefined ? [] : [{ path: name, difference }];
  });
}

function listEntries(directory: string): Map<string, 'file' | 'folder'> {
  return new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => [
      path.relative(directory, path.join(entry.parentPath, entry.name)),
      entry.isDirectory() ? 'folder' : 'file',
    ]),
  );
}
