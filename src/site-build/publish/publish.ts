import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { digestBytes } from '../../lib/digest.ts';
import type { Cache } from '../../library/cache/cache.ts';
import { ContentError } from '../../library/content/content-error.ts';
import { measureFile, sizeInStamp } from '../../library/file-stamps.ts';
import { listFiles } from '../../library/list-files.ts';
import { type Problem, sortProblems } from '../../schema/problem.ts';
import { type Change, type Ledger, noteChange } from './ledger.ts';
import { type Output, type OutputFolder, type PageTask, removeEmptyFolders } from './output.ts';
import { type Differences, findDifferences } from './output-differences.ts';
import { filesOfFolders, keyInFolder, selectFolders } from './output-folders.ts';
import { type OutputStage, openStage } from './output-stage.ts';
import { shareOut } from './share-out.ts';
import type { StagedFolders } from './staged-folders.ts';

export interface PublishOptions {
  outputDirectory: string;
  stagedFolders: StagedFolders;
  /** Where files are kept until the output is changed; on the output's file system they need no copy. */
  stageDirectory: string;
  cache: Cache;
  ledger: Ledger;
  /** Returns the differences between the output and the ledger. If it is undefined, `publish` finds them itself. */
  inspect?(): Promise<Differences>;
  /** Called for every file that was made in this process, except files of folders, with the digest of its bytes. */
  onMade?(output: Output, bytes: Uint8Array, digest: string): void;
  /** Starts processes that render and stage pages besides this one, if there are enough for them. */
  startProcesses?(pages: number): PageProcesses | undefined;
  /** Called with how many files have been made, of how many that have to be made. Files in output folders are included. */
  onProgress?(done: number, total: number): void;
  /** Called when everything is made and nothing is changed yet. If it throws, the output stays as it is. */
  verify?(prepared: PreparedOutput): void;
}

/** Processes that render pages, stage them and read their links. */
export interface PageProcesses {
  count: number;
  /** Renders a batch; the results are in its order. */
  render(batch: readonly OrderedPage[]): Promise<RenderedPage[]>;
  end(): Promise<void>;
}

/** A page that a process renders. */
export interface OrderedPage {
  /** Output-relative. */
  file: string;
  key: string;
  task: PageTask;
  /** The digest of the file that is in the output; undefined if there is none, or if it was altered. */
  digestInOutput: string | undefined;
}

/** What became of a page: it is staged or in the output already, or the content has problems. */
export type RenderedPage = { digest: string; size: number; isInOutput: boolean } | { problems: readonly Problem[] };

/** The output as it will be. */
export interface PreparedOutput {
  /** Sizes in bytes of all files. */
  sizes: ReadonlyMap<string, number>;
  /** Changes since the last successful build, by path. */
  changes: ReadonlyMap<string, Change>;
  /** The digest of a file; undefined if there will be no such file. */
  digestOf(file: string): string | undefined;
  read(file: string): Buffer;
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
 * same key and its bytes are unaltered. All other files are made, and files that are in neither are removed. The output
 * is changed only when everything is made and `verify` has passed. A `ContentError` from one file does not stop the
 * other files: the problems of all are thrown in one `ContentError` at the end.
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
  const stage = openStage(options.stageDirectory);
  const sizes = await makeAll(plan, stage, found, options);
  const publication = describePublication(plan, sizes, found);
  options.verify?.(prepareOutput(publication, stage, options));
  commit(publication, stage, options);
  stage.clear();
  return publication;
}

/** Makes everything that is stale; gives the sizes in bytes of the files that were made. */
async function makeAll(
  plan: Work,
  stage: OutputStage,
  found: Found,
  options: PublishOptions,
): Promise<Map<string, number>> {
  const total = plan.staleFolders.reduce((sum, { size }) => sum + size, plan.staleOutputs.length);
  let done = 0;
  const onDone = (count: number) => {
    done += count;
    options.onProgress?.(done, total);
  };
  const sizes = new Map<string, number>();
  const digestInOutput = (file: string) =>
    found.isIntact(file) ? options.ledger.entries.get(file)?.digest : undefined;
  const write: WriteOutput = (file, key, bytes) => {
    const digest = digestBytes(bytes);
    stage.add(file, { key, digest }, bytes, digestInOutput(file) === digest);
    sizes.set(file, bytes.length);
    return digest;
  };
  const making: Making = {
    write,
    stage,
    digestInOutput,
    adopt({ path: file, key = '' }, { digest, size, isInOutput }) {
      stage.adopt(file, { key, digest }, isInOutput);
      sizes.set(file, size);
    },
    onDone,
  };
  await settleAll([
    makeFolders(plan.staleFolders, write, options, onDone),
    makeOutputs(plan.staleOutputs, making, options),
  ]);
  return sizes;
}

function describePublication(plan: Work, made: ReadonlyMap<string, number>, found: Found): Publication {
  const leftovers = plan.inStaleFolders.filter((file) => !made.has(file));
  return {
    made: [...made.keys()],
    reused: plan.reused,
    removed: [...plan.obsolete, ...leftovers],
    sizes: new Map([...plan.reused.map((file): [string, number] => [file, found.size(file)]), ...made]),
  };
}

function prepareOutput(
  { sizes, removed }: Publication,
  stage: OutputStage,
  { outputDirectory, ledger }: PublishOptions,
): PreparedOutput {
  const changes = ledger.changes();
  for (const file of removed) noteChange(changes, file, 'removed');
  for (const [file, { digest }] of stage.entries) {
    const before = ledger.entries.get(file);
    if (before?.digest !== digest) noteChange(changes, file, before === undefined ? 'added' : 'changed');
  }
  return {
    sizes,
    changes,
    digestOf: (file) => (stage.entries.get(file) ?? ledger.entries.get(file))?.digest,
    read: (file) => stage.read(file) ?? readFileSync(path.join(outputDirectory, file)),
  };
}

/** Changes the output: whatever the moment a build is killed at, a file is either recorded or made again by the next one. */
function commit({ removed }: Publication, stage: OutputStage, options: PublishOptions): void {
  const { outputDirectory, cache, ledger } = options;
  remove(removed, options);
  const folders = new Set<string>();
  const pending: (() => void)[] = [];
  const record = () =>
    cache.transaction(() => {
      for (const row of pending.splice(0)) row();
    });
  for (const [file, entry] of stage.entries) {
    const absolute = path.join(outputDirectory, file);
    const folder = path.dirname(absolute);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    stage.moveTo(absolute, file);
    entry.stamp = measureFile(absolute)?.stamp ?? '';
    pending.push(() => ledger.record(file, entry));
    if (pending.length >= recordsPerTransaction) record();
  }
  record();
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

/** Stages a file that was made; returns the digest of its bytes. */
type WriteOutput = (file: string, key: string, bytes: Uint8Array) => string;

/** How files that belong to no folder are made. */
interface Making {
  stage: OutputStage;
  write: WriteOutput;
  /** Takes over a page that a process has rendered. */
  adopt(output: Output, page: Exclude<RenderedPage, { problems: unknown }>): void;
  /** Returns the digest of a file of the output that is intact. */
  digestInOutput(file: string): string | undefined;
  onDone(count: number): void;
}

/**
 * Makes files that belong to no folder. Stops at the first error that is not a `ContentError`; problems of the content
 * are collected and thrown at the end.
 */
async function makeOutputs(outputs: readonly Output[], making: Making, options: PublishOptions): Promise<void> {
  const refused = new Map<string, Problem>();
  const defects: unknown[] = [];
  const refuse = (problems: readonly Problem[]) => {
    for (const problem of problems) refused.set(JSON.stringify(problem), problem);
  };
  const note = (error: unknown) => {
    if (error instanceof ContentError) refuse(error.problems);
    else defects.push(error);
    return [];
  };
  const canLeave = (output: Output) =>
    output.composeTask !== undefined && !output.waits && !making.stage.isLeft(output);
  const processes = options.startProcesses?.(outputs.filter(canLeave).length);
  const queue = shareOut(outputs, processes ? canLeave : () => false);
  const makeNext = async () => {
    for (let output = queue.next(); output; output = queue.next()) {
      // Yields to the event loop, because rendering a page never does: messages from the search worker would wait until
      // the last page.
      await setImmediate();
      if (defects.length > 0) return;
      await makeHere(output, making, options).catch((error) => void note(error));
    }
  };
  const giveNext = async ({ render, count }: PageProcesses) => {
    for (let batch = queue.nextBatch(count); batch.length > 0 && defects.length === 0; batch = queue.nextBatch(count))
      refuse(await makeThere(batch, render, making).catch(note));
  };
  try {
    await Promise.all([
      // A fixed number of loops over one queue, because a promise for each of 300,000 files would take 100 MB.
      ...Array.from({ length: concurrency }, makeNext),
      // Two batches per process, so that no process is idle until it receives the next one.
      ...(processes ? Array.from({ length: 2 * processes.count }, () => giveNext(processes)) : []),
    ]);
  } finally {
    await processes?.end();
  }
  if (defects.length > 0) throw defects[0];
  if (refused.size > 0) throw new ContentError(sortProblems([...refused.values()]));
}

async function makeHere(output: Output, { stage, write, onDone }: Making, { onMade }: PublishOptions): Promise<void> {
  const bytes = stage.reuse(output) ?? (await output.make());
  const digest = write(output.path, output.key ?? '', bytes);
  onMade?.(output, bytes, digest);
  onDone(1);
}

/** Has a batch of pages made in a process; returns the problems of the content. */
async function makeThere(
  batch: readonly Output[],
  render: PageProcesses['render'],
  { digestInOutput, adopt, onDone }: Making,
): Promise<Problem[]> {
  const ordered = batch.map(({ path: file, key = '', composeTask }): OrderedPage => {
    return { file, key, digestInOutput: digestInOutput(file), task: composeTask?.() as PageTask };
  });
  const rendered = await render(ordered);
  for (const [index, page] of rendered.entries()) if (!('problems' in page)) adopt(batch[index] as Output, page);
  onDone(batch.length);
  return rendered.flatMap((page) => ('problems' in page ? page.problems : []));
}

/** Moves the files of folders into the output, each folder when it is complete. */
async function makeFolders(
  folders: readonly OutputFolder[],
  write: WriteOutput,
  { stagedFolders }: PublishOptions,
  onDone: (count: number) => void,
): Promise<void> {
  const takeOver = async (folder: OutputFolder) => {
    await stagedFolders.take(folder, (directory) => {
      const files = listFiles(directory);
      const key = keyInFolder(folder.key, files.length);
      for (const file of files) write(`${folder.folder}/${file}`, key, readFileSync(path.join(directory, file)));
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
