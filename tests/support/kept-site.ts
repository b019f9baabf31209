import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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

/** A site that is built again and again into the same directories, and what builds from scratch make of its content. */
export interface KeptSite extends ReturnType<typeof openOutput> {
  directories: SiteDirectories;
  /** Writes files of the content; `null` removes one. */
  write(changes: Record<string, string | Uint8Array | null>): Promise<void>;
  build(environment?: Record<string, string>): Promise<BuildResult>;
  start(environment?: Record<string, string>): RunningBuild;
  /** Builds, and at the same time from scratch. */
  buildAndCompare(environment?: Record<string, string>): Promise<BuildResult & { differences: Difference[] }>;
  /** Where the output differs from that of a build of the same content that had no output and no cache before it. */
  compareWithScratch(environment?: Record<string, string>): Promise<Difference[]>;
  /** The lines of `changed-files.txt`. */
  changedFiles(): string[];
}

export interface Difference {
  path: string;
  difference: 'stale' | 'missing' | 'different';
}

export interface KeptSiteOptions {
  environment?: Record<string, string>;
  /** Where the engine stands; this project where it is not given. */
  project?: string;
}

export async function createKeptSite(files: Files, options: KeptSiteOptions = {}): Promise<KeptSite> {
  const directory = await mkdtemp(path.join(inject('temporaryRoot'), 'kept-site-'));
  const directories = directoriesIn(directory);
  const { contentDirectory, outputDirectory, cacheDirectory } = directories;
  await writeContent(contentDirectory, files);
  const start = (places: SiteDirectories, environment: Record<string, string>) =>
    startBuild(places, { ...options.environment, ...environment }, options.project);
  const scratches = new Map<string, Promise<string>>();

  const buildFromScratch = async (environment: Record<string, string>): Promise<string> => {
    const scratch = await mkdtemp(path.join(inject('temporaryRoot'), 'scratch-'));
    const places = { ...directoriesIn(scratch), contentDirectory };
    const { exitCode, output } = await start(places, environment).result;
    if (exitCode !== 0) throw new Error(`The site does not build from scratch:\n${output}`);
    await rm(places.cacheDirectory, { recursive: true });
    return places.outputDirectory;
  };

  const scratchOf = (environment: Record<string, string>): Promise<string> => {
    const state = digestDirectory(contentDirectory) + JSON.stringify(environment);
    const scratch = scratches.get(state) ?? buildFromScratch(environment);
    if (options.project === undefined) scratches.set(state, scratch);
    return scratch;
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
    build: (environment = {}) => start(directories, environment).result,
    start: (environment = {}) => start(directories, environment),
    async compareWithScratch(environment = {}) {
      return compareDirectories(outputDirectory, await scratchOf(environment));
    },
    async buildAndCompare(environment = {}) {
      const [result, scratch] = await Promise.all([start(directories, environment).result, scratchOf(environment)]);
      return { ...result, differences: compareDirectories(outputDirectory, scratch) };
    },
    changedFiles: () =>
      readFileSync(path.join(cacheDirectory, 'changed-files.txt'), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
  };
}

/** Of the names and the bytes of all files. */
export function digestDirectory(directory: string): string {
  return digestText([...readDigests(directory)].flat().join('\n'));
}

/** Digests of the bytes of all files, by path. */
export function readDigests(directory: string): Map<string, string> {
  return new Map(listFiles(directory).map((file) => [file, digestBytes(readFileSync(path.join(directory, file)))]));
}

/** What `changed-files.txt` has to say of an output that was `before` and is `after`. */
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

/** What `diff -r` would say: the names of files and folders, and the bytes of files. `expected` is the one that is right. */
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
