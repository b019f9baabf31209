import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { digestBytes } from '../../lib/digest.ts';
import type { Cache } from '../../library/cache/cache.ts';
import { ContentError } from '../../library/content/content-error.ts';
import { measureFile, sizeInStamp } from '../../library/file-stamps.ts';
import { listFiles } from '../../library/list-files.ts';
import { writeNamedFile } from '../../library/system-errors.ts';
import { type Problem, sortProblems } from '../../schema/problem.ts';
import type { Ledger } from './ledger.ts';
import { type Output, type OutputFolder, removeEmptyFolders } from './output.ts';
import { type Differences, findDifferences } from './output-differences.ts';
import { filesOfFolders, keyInFolder, selectFolders } from './output-folders.ts';
import type { StagedFolders } from './staged-folders.ts';

export interface PublishOptions {
  outputDirectory: string;
  stagedFolders: StagedFolders;
  cache: Cache;
  ledger: Ledger;
  /** Returns the differences between the output and the ledger. If it is undefined, `publish` finds them itself. */
  inspect?(): Promise<Differences>;
  /** Called for every file that was made, except files of folders. */
  onMade?(output: Output, bytes: Uint8Array): void;
  /** Called with how many files have been made, of how many that have to be made. Files in output folders are included. */
  onProgress?(done: number, total: number): void;
}

export interface Publication {
  /** Paths relative to the output directory, as in the other two lists. Files in output folders are included. */
  made: string[];
  reused: string[];
  removed: string[];
  /** Sizes in bytes of all files of the output. */
  sizes: ReadonlyMap<string, number>;
}

const concurrency = 8;
const recordsPerTransaction = 256;
/** Matches the names of files that a killed build was writing. */
const temporaryName = /(?:^|\/)\.[\da-f]{20}\.tmp$/;

/**
 * Makes the output directory contain exactly `outputs` and `folders`. A file is reused if the ledger has it under the
 * same key and its bytes are unaltered. All other files are made, and files that are in neither are removed. A
 * `ContentError` from one file does not stop the other files: the problems of all are thrown in one `ContentError` at
 * the end.
 */
export async function publish(
  outputs: ReadonlyMap<string, Output>,
  folders: readonly OutputFolder[],
  options: PublishOptions,
): Promise<Publication> {
  const { outputDirectory, ledger } = options;
  mkdirSync(outputDirectory, { recursive: true });
  const differences = (await options.inspect?.()) ?? findDifferences(ledger, outputDirectory);
  const found = readFound(differences, options);
  ledger.begin();
  const plan = planWork(outputs, folders, differences, found, ledger);
  remove(plan.obsolete, options);

  const total = plan.staleFolders.reduce((sum, { size }) => sum + size, plan.staleOutputs.length);
  let done = 0;
  const onDone = (count: number) => {
    done += count;
    options.onProgress?.(done, total);
  };
  const writer = createWriter(options, found);
  await settleAll([
    makeFolders(plan.staleFolders, writer, options, onDone),
    makeOutputs(plan.staleOutputs, writer, options, onDone),
  ]);
  const { made } = writer;
  const leftovers = plan.inStaleFolders.filter((file) => !made.has(file));
  remove(leftovers, options);
  return {
    made: [...made.keys()],
    reused: plan.reused,
    removed: [...plan.obsolete, ...leftovers],
    sizes: new Map([...plan.reused.map((file): [string, number] => [file, found.size(file)]), ...made]),
  };
}

/** What a build has to make, reuse and remove. */
interface Work {
  staleOutputs: Output[];
  staleFolders: OutputFolder[];
  /** Files that are up to date. */
  reused: string[];
  /** Files that are no longer part of the site. */
  obsolete: string[];
  /** Files below stale folders. Those that are not made again are removed at the end. */
  inStaleFolders: string[];
}

function planWork(
  outputs: ReadonlyMap<string, Output>,
  folders: readonly OutputFolder[],
  { altered }: Differences,
  found: Found,
  ledger: Ledger,
): Work {
  const strays = altered.filter((file) => !ledger.entries.has(file));
  const existing = [...ledger.entries.keys(), ...strays];
  const recorded = filesOfFolders(folders, ledger);
  const isRight = (file: string, key: string | undefined) =>
    key !== undefined && ledger.entries.get(file)?.key === key && found.isIntact(file);

  const staleOutputs = [...outputs.values()].filter(({ path: file, key }) => !isRight(file, key));
  const staleFolders = selectFolders(folders, recorded, isRight);
  const stale = new Set([
    ...staleOutputs.map(({ path: file }) => file),
    ...staleFolders.flatMap(({ folder }) => recorded.get(folder) ?? []),
  ]);
  const planned = new Set([...outputs.keys(), ...[...recorded.values()].flat()]);
  const isInStaleFolder = (file: string) => staleFolders.some(({ folder }) => file.startsWith(`${folder}/`));
  return {
    staleOutputs,
    staleFolders,
    reused: [...planned].filter((file) => !stale.has(file)),
    obsolete: existing.filter((file) => !planned.has(file) && !isInStaleFolder(file)),
    inStaleFolders: staleFolders.length === 0 ? [] : existing.filter(isInStaleFolder),
  };
}

/** The files in the output when a build begins. */
interface Found {
  has(file: string): boolean;
  /** Whether a file has the bytes that the ledger has recorded. */
  isIntact(file: string): boolean;
  /** The size in bytes of a file that is intact. */
  size(file: string): number;
}

function readFound({ missing, altered, touched }: Differences, { cache, ledger }: PublishOptions): Found {
  const { entries } = ledger;
  cache.transaction(() => {
    for (const [file, stamp] of touched) {
      const known = entries.get(file);
      if (known) ledger.renew(file, { ...known, stamp });
    }
  });
  const absent = new Set(missing);
  const others = new Set(altered);
  const isIntact = (file: string) => entries.has(file) && !absent.has(file) && !others.has(file);
  return {
    has: (file) => others.has(file) || isIntact(file),
    isIntact,
    size: (file) => sizeInStamp(entries.get(file)?.stamp ?? ''),
  };
}

/** Writes files into the output and records them in the ledger. */
interface OutputWriter {
  /** The sizes in bytes of the files that were made, by path. */
  made: Map<string, number>;
  write(file: string, key: string, bytes: Uint8Array): void;
  /** Commits the records that are still pending. */
  commit(): void;
}

function createWriter({ outputDirectory, cache, ledger }: PublishOptions, found: Found): OutputWriter {
  const made = new Map<string, number>();
  const pending: (() => void)[] = [];
  const commit = () =>
    cache.transaction(() => {
      for (const record of pending.splice(0)) record();
    });
  return {
    made,
    commit,
    write(file, key, bytes) {
      const absolute = path.join(outputDirectory, file);
      const digest = digestBytes(bytes);
      const isSame = found.isIntact(file) && ledger.entries.get(file)?.digest === digest;
      if (!isSame && found.has(file)) replaceFile(absolute, digest, bytes);
      else if (!isSame) createFile(absolute, bytes);
      made.set(file, bytes.length);
      const stamp = measureFile(absolute)?.stamp ?? '';
      pending.push(() => ledger.record(file, { key, digest, stamp }));
      if (pending.length >= recordsPerTransaction) commit();
    },
  };
}

/** Writes synchronously, because an asynchronous write would wait in the event loop until other pages are rendered. */
function createFile(absolute: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeNamedFile(absolute, bytes);
}

/** Replaces a file atomically, since a server may be serving it. */
function replaceFile(absolute: string, digest: string, bytes: Uint8Array): void {
  const temporary = path.join(path.dirname(absolute), `.${digest}.tmp`);
  writeNamedFile(temporary, bytes);
  renameSync(temporary, absolute);
}

/**
 * Makes files that belong to no folder. Stops at the first error that is not a `ContentError`; problems of the content
 * are collected and thrown at the end.
 */
async function makeOutputs(
  outputs: readonly Output[],
  writer: OutputWriter,
  { onMade }: PublishOptions,
  onDone: (count: number) => void,
): Promise<void> {
  const refused = new Map<string, Problem>();
  const defects: unknown[] = [];
  const make = async (output: Output) => {
    try {
      const bytes = await output.make();
      writer.write(output.path, output.key ?? '', bytes);
      onMade?.(output, bytes);
      onDone(1);
    } catch (error) {
      if (!(error instanceof ContentError)) defects.push(error);
      else for (const problem of error.problems) refused.set(JSON.stringify(problem), problem);
    }
  };
  const queue = outputs.values();
  const makeNext = async () => {
    for (const output of queue) {
      // Yields to the event loop, because rendering a page never does: messages from the search worker would wait until
      // the last page.
      await setImmediate();
      if (defects.length > 0) return;
      await make(output);
    }
  };
  // A fixed number of loops over one queue, because a promise for each of 300,000 files would take 100 MB.
  await Promise.all(Array.from({ length: concurrency }, makeNext));
  writer.commit();
  if (defects.length > 0) throw defects[0];
  if (refused.size > 0) throw new ContentError(sortProblems([...refused.values()]));
}

/** Moves the files of folders into the output, each folder when it is complete. */
async function makeFolders(
  folders: readonly OutputFolder[],
  writer: OutputWriter,
  { stagedFolders }: PublishOptions,
  onDone: (count: number) => void,
): Promise<void> {
  const takeOver = async (folder: OutputFolder) => {
    await stagedFolders.take(folder, (directory) => {
      const files = listFiles(directory);
      const key = keyInFolder(folder.key, files.length);
      for (const file of files) writer.write(`${folder.folder}/${file}`, key, readFileSync(path.join(directory, file)));
      writer.commit();
    });
    onDone(folder.size);
  };
  await settleAll(folders.map(takeOver));
}

/** Waits for all promises, even if some reject, and then throws the first reason. */
async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  for (const settled of await Promise.allSettled(promises)) if (settled.status === 'rejected') throw settled.reason;
}

function remove(files: readonly string[], { outputDirectory, cache, ledger }: PublishOptions): void {
  for (const file of files) rmSync(path.join(outputDirectory, file), { force: true });
  for (const folder of new Set(files.map((file) => path.posix.dirname(file))))
    removeEmptyFolders(outputDirectory, folder);
  cache.transaction(() => {
    for (const file of files) if (!temporaryName.test(file)) ledger.remove(file);
  });
}
