import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../lib/compare.ts';
import type { YearSpan } from '../lib/years.ts';
import { handToAstro } from '../library/astro-handover.ts';
import { type Cache, openCache } from '../library/cache/cache.ts';
import { ContentError } from '../library/content/content-error.ts';
import type { Environment } from '../library/environment.ts';
import { createImageStore } from '../library/images/images.ts';
import { createPhotoEncoder } from '../library/images/photo-encoder.ts';
import { findBodies, openLibrary, renderBody } from '../library/library.ts';
import { listPublicFiles } from '../library/public-files.ts';
import type { Library, LibraryOptions } from '../library/types.ts';
import { replacementsByFile } from '../model/body-replacements.ts';
import { isExpiredPath } from '../model/expired-links.ts';
import { findRedirects } from '../model/redirects.ts';
import { articlePath, newsSitemapPath, sitemapPath } from '../model/urls.ts';
import { commandStrings } from '../strings/commands.ts';
import { openRenderer, type Renderer } from './astro/page-renderer.ts';
import { acquireBuildLock } from './build-lock.ts';
import { describeExpiredLinks, describeUpcomingLinks } from './content-links.ts';
import { findProblems } from './content-problems.ts';
import { checkHostLimits } from './host-limits.ts';
import { type BuildMemory, openBuildMemory } from './last-build.ts';
import { type LinkCheck, type LinkSource, openLinkCheck, reportBrokenLinks } from './link-check.ts';
import { type PageProcessOptions, startPageProcesses } from './page-processes.ts';
import { planOutputs } from './plan-outputs.ts';
import { preparePhotos } from './prepare-photos.ts';
import type { Progress } from './progress.ts';
import { refuseProjectPath } from './project-path.ts';
import { protectOutput, protectSources } from './protect-output.ts';
import { describePublicFiles } from './public-file-faults.ts';
import { describeStagedLinks, readPublicFiles } from './public-pages.ts';
import { type Change, type Ledger, openLedger } from './publish/ledger.ts';
import { startInspection } from './publish/output-differences.ts';
import { unknownFolders } from './publish/output-folders.ts';
import { type PreparedOutput, type Publication, publish } from './publish/publish.ts';
import { openStagedFolders } from './publish/staged-folders.ts';
import { describeSchedule } from './schedule-report.ts';
import { planSearchIndex, type SearchPlan, searchCodeMark, searchIndexDigest } from './search/plan-search-index.ts';
import { createSearchWorker, type SearchWorker } from './search/search-worker.ts';
import { adoptShards, foldersOfShard, outputsOfShard, scopeOfShard } from './shards.ts';
import { writeVercelOutput } from './vercel-output.ts';

/** The results of a build. */
export interface BuildReport extends Publication {
  articles: number;
  /** How many of them readers must not see; undefined unless the site was built for editors. */
  unpublished?: number;
  /** The changes of the output since the last successful build. */
  changes: ReadonlyMap<string, Change>;
  /** The absolute path of a file that lists `changes`, for deployment tools that upload only changed files. */
  changesFile: string;
}

/** The callbacks of a build. */
export interface BuildListener {
  progress: Progress;
  /** Called with each thing that a build passes over, a whole Arabic sentence. */
  onNotice(notice: string): void;
}

export interface BuildOptions {
  /** Set to build only a shard: what belongs to the articles of these years. */
  years?: YearSpan;
  /** Directories of finished shards to start from. */
  shards?: readonly string[];
  /** Set to make sizes of photos for other minutes than `images.minutes` says. */
  imageMinutes?: number;
  /** Writes to an output directory that holds other files, and with a clock that is behind the last build's. */
  isForced?: boolean;
  /** See `PageProcessOptions.count`. */
  pageProcesses?: number;
}

/**
 * Builds the site, or one shard of it: opens the content, plans every file of the output, makes the files that are
 * missing or out of date, and checks the links. Throws a `ContentError` if the content has problems.
 */
export async function buildSite(
  environment: Environment,
  listener: BuildListener,
  options: BuildOptions = {},
): Promise<BuildReport> {
  refuseProjectPath(environment.engineDirectory);
  protectSources(environment);
  const unlock = await acquireBuildLock(environment.cacheDirectory, () =>
    listener.onNotice(commandStrings.build.waiting),
  );
  try {
    return await buildLocked(environment, listener, options);
  } finally {
    unlock();
  }
}

async function buildLocked(
  environment: Environment,
  listener: BuildListener,
  { years, shards = [], imageMinutes, isForced = false, pageProcesses }: BuildOptions,
): Promise<BuildReport> {
  const { outputDirectory, isVerifying } = environment;
  const cache = openCache(environment.cacheDirectory);
  const ledgerBefore = openLedger(cache, outputDirectory);
  protectOutput(environment, ledgerBefore, isForced);
  adoptShards(shards, environment);
  const ledger = shards.length === 0 ? ledgerBefore : openLedger(cache, outputDirectory);
  const inspect = startInspection(ledger, outputDirectory, { isVerifying });
  const indexDigest = searchIndexDigest(environment);
  const searchWorker = createSearchWorker(searchCodeMark(environment, indexDigest), () =>
    listener.onNotice(commandStrings.processLost),
  );
  const { library, options } = await openContent(environment, listener, searchWorker, years);
  const { site } = library;
  const memory = openBuildMemory(cache, outputDirectory);
  for (const notice of describeAddress(library, environment, memory)) listener.onNotice(notice);
  const linkSource = { outputDirectory, siteUrl: site.url, isSettled: ledger.isSettled };
  const links = openLinkCheck(cache, linkSource);
  const build: SiteBuild = {
    ...{ environment, options, library, years, imageMinutes },
    ...{ cache, ledger, inspect, links, linkSource, memory },
  };
  const search = planSearchIndex(library, options, indexDigest, searchWorker);
  const publication = await publishSite(build, search, listener, pageProcesses);
  if (!years) await writeVercelOutput(outputDirectory, library.site);
  const changes = ledger.changes();
  const changesFile = path.join(environment.cacheDirectory, 'changed-files.txt');
  writeFileSync(changesFile, listChanges(changes));
  ledger.settle(environment.isMomentGiven ? undefined : environment.now);
  memory.remember(site);
  const unpublished = library.articles.filter((article) => article.unpublished).length;
  return {
    ...publication,
    articles: library.articles.length,
    ...(environment.isPreview && { unpublished }),
    changes,
    changesFile,
  };
}

/** Tells for which address the site is built if not for its own, and which ids in feeds have changed with it. */
function describeAddress({ site }: Library, { siteUrlVariable = '' }: Environment, memory: BuildMemory): string[] {
  const words = commandStrings.build;
  const { url, stagingOf } = site;
  const tellStaging = (real: string) =>
    url === real ? words.stagingNowhere(siteUrlVariable, url) : words.staging(url, siteUrlVariable, real);
  const lostAuthority = memory.lostAuthority(site);
  return [
    ...(stagingOf === undefined ? [] : [tellStaging(stagingOf)]),
    ...(lostAuthority === undefined ? [] : [words.feedIdsChanged(lostAuthority, new URL(url).hostname)]),
  ];
}

/** The values that the steps of one build share. */
export interface SiteBuild {
  environment: Environment;
  /** The options that the library was opened with. */
  options: Environment & LibraryOptions;
  library: Library;
  /** The years of the shard; undefined if the whole site is built. */
  years: YearSpan | undefined;
  /** See `BuildOptions`. */
  imageMinutes: number | undefined;
  cache: Cache;
  ledger: Ledger;
  inspect: ReturnType<typeof startInspection>;
  links: LinkCheck;
  linkSource: LinkSource;
  memory: BuildMemory;
}

/** Opens the library and judges it. */
async function openContent(
  environment: Environment,
  { progress, onNotice }: BuildListener,
  searchWorker: SearchWorker,
  years: YearSpan | undefined,
): Promise<Pick<SiteBuild, 'library' | 'options'>> {
  const onReading = (done: number, total: number) => progress.tell(commandStrings.build.stages.reading, done, total);
  const scope = years && (await scopeOfShard({ ...environment, onReading }, years));
  const options = { ...environment, ...(scope && { scope }) };
  const library = await openLibrary({
    ...options,
    onReading,
    onProcessLost: () => onNotice(commandStrings.processLost),
    onArticlesRead: (readAnew) => {
      // Articles that were read again must be indexed again, so the worker starts while the rest of the library is
      // read.
      if (readAnew > 0) searchWorker.start();
    },
  });
  progress.end();
  const notices = [
    ...library.notices,
    ...describePublicFiles(library, environment),
    ...describeSchedule(library, environment.now),
  ];
  for (const notice of notices) onNotice(notice);
  const aboutLinks = years
    ? []
    : [...(await describeExpiredLinks(library, options)), ...(await describeUpcomingLinks(library, options))];
  for (const notice of aboutLinks) onNotice(notice);
  // A shard cannot know the links of the other ones, which the build that joins them checks.
  const problems = years ? library.problems : await findProblems(library, options);
  if (problems.length > 0) throw new ContentError(problems);
  if (library.site.stagingOf !== undefined)
    for (const notice of describeStagedLinks(library, await readPublicFiles(options, library.site))) onNotice(notice);
  return { library, options };
}

/**
 * Brings the output directory up to date. A worker thread makes the search index while this thread makes all other
 * files.
 */
async function publishSite(
  build: SiteBuild,
  search: SearchPlan,
  listener: BuildListener,
  pageProcesses: number | undefined,
): Promise<Publication> {
  const { environment, options, years, cache, ledger, inspect, links } = build;
  const { progress, onNotice } = listener;
  const { outputDirectory, cacheDirectory } = environment;
  const stageDirectory = path.join(cacheDirectory, 'stage');
  const workDirectory = path.join(cacheDirectory, 'work');
  const stagedFolders = openStagedFolders(workDirectory);
  const folders = years ? foldersOfShard(search.folders, build.library, years) : search.folders;
  for (const folder of unknownFolders(folders, ledger)) stagedFolders.begin(folder);
  const store = createImageStore(environment, build.library.site);
  const onProcessLost = () => onNotice(commandStrings.processLost);
  const photos = createPhotoEncoder(store, cacheDirectory, onProcessLost);
  try {
    const [renderer, { library, images }] = await Promise.all([
      openRenderer(environment, build.library, onProcessLost),
      preparePhotos(build, store, photos, listener),
    ]);
    const bodyOf = (file: string) => renderBody(file, options);
    handToAstro({ environment, currentLibrary: { library, renderBody: bodyOf, readImage: photos.read } });
    const outputs = await planOutputs(library, renderer, environment, images, photos.isEncoding());
    const processes = await describeProcesses({ ...build, library }, renderer, stageDirectory, listener);
    for (const file of search.files) outputs.set(file.path, file);
    return await publish(years ? outputsOfShard(outputs, library, years) : outputs, folders, {
      outputDirectory,
      stagedFolders,
      cache,
      ledger,
      inspect,
      onMade({ path: file }, bytes, digest) {
        if (file.endsWith('.html')) links.read(file, bytes, digest);
      },
      startProcesses: (pages) => startPageProcesses(pages, { ...processes, workDirectory, count: pageProcesses }),
      stageDirectory,
      verify(prepared) {
        if (!years) checkOutput(prepared, build);
        if (!library.site.indexed) build.memory.remember(library.site);
      },
      onProgress(done, total) {
        // The photos take longest, and their progress has been told.
        if (!photos.isEncoding()) progress.tell(commandStrings.build.stages.writing, done, total);
      },
    });
  } finally {
    await photos.end();
    await stagedFolders.end();
    progress.end();
  }
}

/** Describes what processes need to render pages of the site. */
async function describeProcesses(
  { environment, options, library, links, linkSource }: SiteBuild,
  { entryFile }: Renderer,
  stageDirectory: string,
  { onNotice }: BuildListener,
): Promise<Omit<PageProcessOptions, 'count' | 'workDirectory'>> {
  const bodies = await findBodies(options);
  return {
    composeContext: () => ({
      environment,
      entryFile,
      bodies,
      replacements: replacementsByFile(library),
      links: linkSource,
      stageDirectory,
    }),
    onProcessLost: () => onNotice(commandStrings.processLost),
    onLostAnchor: links.noteLostAnchor,
  };
}

/** Throws a `ContentError` if a link of the site as it will be is broken, or if its host would refuse it. */
function checkOutput(prepared: PreparedOutput, { links, library, environment }: SiteBuild): void {
  const redirects = findRedirects(library).map(({ from }) => from);
  // A site that is not indexed has no sitemap, which its pages may link to nevertheless.
  const leftOut = library.site.indexed ? [] : [sitemapPath, newsSitemapPath];
  const judged = listPublicFiles(environment).files.filter(({ isNewsroomFile }) => isNewsroomFile);
  const known = new Set([...redirects, ...leftOut]);
  // Links to what has expired lead to the page of the host that tells so.
  const isElsewhere = (path: string) => known.has(path) || isExpiredPath(path, library);
  const notices = new Set(library.withdrawn.map((article) => articlePath(article, library.site)));
  const broken = links.find(prepared, isElsewhere, new Set(judged.map((file) => file.path)), notices);
  if (broken.length > 0) throw new ContentError(reportBrokenLinks(broken, library));
  checkHostLimits(library, prepared.sizes);
}

/**
 * Formats changes as one line per file, sorted by path: `added`, `changed` or `removed`, a tab, and the output-relative
 * path.
 */
function listChanges(changes: ReadonlyMap<string, Change>): string {
  const lines = [...changes].sort(([a], [b]) => compareText(a, b)).map(([file, change]) => `${change}\t${file}\n`);
  return lines.join('');
}
