import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { digestBytes } from '../../lib/digest.ts';
import type { Cache } from '../../library/cache/cache.ts';
import { ContentError } from '../../library/content/content-error.ts';
import { measureFile, sizeInStamp } from '../../library/file-stamps.ts';
import { listFiles } from '../../library/list-files.ts';
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
  /** What is otherwise in the output than the ledger remembers; it is looked for now where `startInspection` has not begun. */
  inspect?(): Promise<Differences>;
  /** Told of every single file that was made. */
  onMade?(output: Output, bytes: Uint8Array): void;
  /** Told how many of the files that have to be made are, those of folders among them. */
  onProgress?(done: number, total: number): void;
}

export interface Publication {
  /** Output-relative; the files of folders are among them. */
  made: string[];
  reused: string[];
  removed: string[];
  /** The bytes of every file of the output, by its path. */
  sizes: ReadonlyMap<string, number>;
}

const concurrency = 8;
const rowsPerTransaction = 256;
/** The names of files that were being written when a build died. */
const temporary = /\.[\da-f]{20}\.tmp$/;

/**
 * Brings the output directory to hold exactly `outputs` and `folders`. What the ledger knows under the same key, and what
 * stands there as it was written, is left alone; everything else is made, and what belongs to nothing is removed.
 * Where content is found to be bad on the way, all the rest is made, and it ends in one `ContentError`.
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
  const strays = differences.altered.map(([file]) => file).filter((file) => !ledger.entries.has(file));
  const known = [...ledger.entries.keys(), ...strays];
  ledger.begin();
  const kept = filesOfFolders(folders, ledger);
  const isRight = (file: string, key: string | undefined) =>
    key !== undefined && ledger.entries.get(file)?.key === key && found.isIntact(file);

  const staleOutputs = [...outputs.values()].filter(({ path: file, key }) => !isRight(file, key));
  const staleFolders = selectFolders(folders, kept, isRight);
  const stale = new Set([
    ...staleOutputs.map(({ path: file }) => file),
    ...staleFolders.flatMap(({ folder }) => kept.get(folder) ?? []),
  ]);
  const planned = new Set([...outputs.keys(), ...[...kept.values()].flat()]);
  const reused = [...planned].filter((file) => !stale.has(file));
  const isOfStaleFolder = (file: string) => staleFolders.some(({ folder }) => file.startsWith(`${folder}/`));
  const obsolete = known.filter((file) => !planned.has(file) && !isOfStaleFolder(file));
  remove(obsolete, options);
  const total = staleFolders.reduce((sum, { size }) => sum + size, staleOutputs.length);
  let done = 0;
  const onDone = (count: number) => {
    done += count;
    options.onProgress?.(done, total);
  };
  const writer = createWriter(options, found, onDone);
  const ended = await Promise.allSettled([writer.makeFolders(staleFolders), writer.makeAll(staleOutputs)]);
  for (const end of ended) if (end.status === 'rejected') throw end.reason;

  const { made } = writer;
  const leftovers = staleFolders.length === 0 ? [] : known.filter((file) => !made.has(file) && isOfStaleFolder(file));
  remove(leftovers, options);
  return {
    made: [...made.keys()],
    reused,
    removed: [...obsolete, ...leftovers],
    sizes: new Map([...reused.map((file): [string, number] => [file, found.size(file)]), ...made]),
  };
}

/** What stands in the output when a build begins. */
interface Found {
  has(file: string): boolean;
  /** As the ledger remembers it; a file that was only touched is. */
  isIntact(file: string): boolean;
  /** In bytes, of a file that is intact. */
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
  const others = new Set(altered.map(([file]) => file));
  const isIntact = (file: string) => entries.has(file) && !absent.has(file) && !others.has(file);
  return {
    has: (file) => others.has(file) || isIntact(file),
    isIntact,
    size: (file) => sizeInStamp(entries.get(file)?.stamp ?? ''),
  };
}

function createWriter(options: PublishOptions, found: Found, onDone: (count: number) => void) {
  const { outputDirectory, stagedFolders, cache, ledger } = options;
  const made = new Map<string, number>();
  const rows: (() => void)[] = [];
  const commit = () =>
    cache.transaction(() => {
      for (const row of rows.splice(0)) row();
    });

  /**
   * Whole or not at all where there is a file already, since a server may be serving it. Waiting for a small file costs more
   * than writing it: it would take its turn behind the pages that are rendered meanwhile.
   */
  const write = (file: string, key: string, bytes: Uint8Array): void => {
    const absolute = path.join(outputDirectory, file);
    const digest = digestBytes(bytes);
    const isSame = found.isIntact(file) && ledger.entries.get(file)?.digest === digest;
    if (!isSame) {
      const isNew = !found.has(file);
      if (isNew) mkdirSync(path.dirname(absolute), { recursive: true });
      const target = isNew ? absolute : `${absolute}.${digest}.tmp`;
      writeFileSync(target, bytes);
      if (target !== absolute) renameSync(target, absolute);
    }
    made.set(file, bytes.length);
    const stamp = measureFile(absolute)?.stamp ?? '';
    rows.push(() => ledger.record(file, { key, digest, stamp }));
    if (rows.length >= rowsPerTransaction) commit();
  };

  return {
    made,

    async makeAll(outputs: readonly Output[]): Promise<void> {
      const refused = new Map<string, Problem>();
      const defects: unknown[] = [];
      const make = async (output: Output) => {
        try {
          const bytes = await output.make();
          write(output.path, output.key ?? '', bytes);
          options.onMade?.(output, bytes);
          onDone(1);
        } catch (error) {
          if (!(error instanceof ContentError)) defects.push(error);
          else for (const problem of error.problems) refused.set(JSON.stringify(problem), problem);
        }
      };
      const queue = outputs.values();
      const makeNext = async () => {
        for (const output of queue) {
          // Pages are rendered without waiting for anything: messages of threads would be heard after the last of them.
          await setImmediate();
          if (defects.length > 0) return;
          await make(output);
        }
      };
      // Not a promise for each of them: those of 300,000 files take a hundred megabytes.
      await Promise.all(Array.from({ length: concurrency }, makeNext));
      commit();
      if (defects.length > 0) throw defects[0];
      if (refused.size > 0) throw new ContentError(sortProblems([...refused.values()]));
    },

    async makeFolders(folders: readonly OutputFolder[]): Promise<void> {
      const takeOver = async (folder: OutputFolder) => {
        await stagedFolders.take(folder, (directory) => {
          const files = listFiles(directory);
          const key = keyInFolder(folder.key, files.length);
          for (const file of files) write(`${folder.folder}/${file}`, key, readFileSync(path.join(directory, file)));
          commit();
        });
        onDone(folder.size);
      };
      const ended = await Promise.allSettled(folders.map(takeOver));
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },
  };
}

function remove(files: readonly string[], { outputDirectory, cache, ledger }: PublishOptions): void {
  for (const file of files) rmSync(path.join(outputDirectory, file), { force: true });
  for (const folder of new Set(files.map((file) => path.posix.dirname(file))))
    removeEmptyFolders(outputDirectory, folder);
  cache.transaction(() => {
    for (const file of files) if (!temporary.test(file)) ledger.remove(file);
  });
}
