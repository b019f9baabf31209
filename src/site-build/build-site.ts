import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { YearSpan } from '../lib/years.ts';
import { openCache } from '../library/cache/cache.ts';
import { ContentError } from '../library/content/content-error.ts';
import { setCurrentLibrary } from '../library/current-library.ts';
import type { Environment } from '../library/environment.ts';
import { createImageStore } from '../library/images/images.ts';
import { openLibrary, renderBody } from '../library/library.ts';
import { commandStrings } from '../strings/commands.ts';
import { openRenderer } from './astro/page-renderer.ts';
import { checkHostLimits } from './host-limits.ts';
import { openLinkCheck, reportBrokenLinks } from './link-check.ts';
import { planOutputs } from './plan-outputs.ts';
import type { Progress } from './progress.ts';
import { type Change, openLedger } from './publish/ledger.ts';
import { startInspection } from './publish/output-differences.ts';
import { unknownFolders } from './publish/output-folders.ts';
import { type Publication, publish } from './publish/publish.ts';
import { openStagedFolders } from './publish/staged-folders.ts';
import { planSearch } from './search/plan-search-index.ts';
import { searchThread } from './search/search-worker.ts';
import { adoptShards, foldersOfShard, outputsOfShard, scopeOfShard } from './shards.ts';

/** What a build did; `changes` are those of the output since the build that ended well before it. */
export interface BuildReport extends Publication {
  articles: number;
  changes: ReadonlyMap<string, Change>;
  /** Absolute: names what has changed, for deployers that upload no more than that. */
  changesFile: string;
}

/** Hears of a build while it goes on. */
export interface BuildListener {
  progress: Progress;
  /** What the author should know and the build does not refuse: whole Arabic sentences. */
  onNotice(notice: string): void;
}

export interface BuildOptions {
  /** Builds no more than a shard: what belongs to the articles of these years. */
  years?: YearSpan;
  /** Directories of shards that make up a part of the site. */
  shards?: readonly string[];
}

/**
 * Builds the site: opens the content, plans every file of the output, makes those that are not there yet as they have to be,
 * and looks for links that lead nowhere. Throws a `ContentError` where the content is bad.
 */
export async function buildSite(
  environment: Environment,
  { progress, onNotice }: BuildListener,
  { years, shards = [] }: BuildOptions = {},
): Promise<BuildReport> {
  const { outputDirectory, cacheDirectory } = environment;
  refuseForeignOutput(environment);
  adoptShards(shards, environment);
  const cache = openCache(cacheDirectory);
  const ledger = openLedger(cache, outputDirectory);
  const inspect = startInspection(ledger, outputDirectory);
  const onReading = (done: number, total: number) => {
    progress.tell(commandStrings.build.stages.reading, done, total);
    // What was read anew will be indexed anew.
    if (done === total) searchThread.begin();
  };
  const scope = years && (await scopeOfShard({ ...environment, onReading }, years));
  const options = { ...environment, ...(scope && { scope }) };
  const library = await openLibrary({ ...options, onReading });
  progress.end();
  for (const notice of library.notices) onNotice(notice);
  if (library.problems.length > 0) throw new ContentError(library.problems);
  setCurrentLibrary({
    library,
    renderBody: (file) => renderBody(file, options),
    readImage: createImageStore(environment).read,
  });

  const links = openLinkCheck(cache, outputDirectory, library.site.url, ledger);
  const stagedFolders = openStagedFolders(path.join(cacheDirectory, 'work'));
  const search = planSearch(library, options);
  const folders = years ? foldersOfShard(search.folders, library, years) : search.folders;
  // The search index is made in a thread, beside all that follows.
  for (const folder of unknownFolders(folders, ledger)) stagedFolders.begin(folder);
  const makeFiles = async (): Promise<Publication> => {
    const renderer = await openRenderer(environment, library);
    const outputs = await planOutputs(library, renderer, environment);
    outputs.set(search.manifest.path, search.manifest);
    return publish(years ? outputsOfShard(outputs, library, years) : outputs, folders, {
      outputDirectory,
      stagedFolders,
      cache,
      ledger,
      inspect,
      onMade({ path: file }, bytes) {
        if (file.endsWith('.html')) links.read(file, bytes);
      },
      onProgress: (done, total) => progress.tell(commandStrings.build.stages.writing, done, total),
    });
  };
  const publication = await makeFiles().finally(stagedFolders.end);
  progress.end();

  const changes = ledger.changes();
  const broken = years ? [] : links.find(changes, [...publication.made, ...publication.reused]);
  if (broken.length > 0) throw new ContentError(reportBrokenLinks(broken, library));
  if (!years) checkHostLimits(library, publication.sizes);
  const changesFile = path.join(cacheDirectory, 'changed-files.txt');
  writeFileSync(changesFile, listChanges(changes));
  ledger.settle();
  return { ...publication, articles: library.articles.length, changes, changesFile };
}

/** `added`, `changed` or `removed`, a tab and the output-relative path, sorted by path. */
function listChanges(changes: ReadonlyMap<string, Change>): string {
  const lines = [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, change]) => `${change}\t${file}\n`);
  return lines.join('');
}

/** Everything in the output directory that is not of the site is removed: nothing that people wrote may lie in it. */
function refuseForeignOutput(environment: Environment): void {
  const { outputDirectory, contentDirectory, publicDirectory, cacheDirectory, projectDirectory } = environment;
  const precious = [contentDirectory, publicDirectory, cacheDirectory, projectDirectory];
  const isInside = precious.some((directory) => `${directory}${path.sep}`.startsWith(`${outputDirectory}${path.sep}`));
  if (isInside) throw new ContentError(commandStrings.build.outputHoldsSources(outputDirectory));
}
