import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestBytes } from '../lib/digest.ts';
import { imageFolder } from '../lib/paths.ts';
import { timeSpanOf, type YearSpan } from '../lib/years.ts';
import { type Cache, hasCache, openCache } from '../library/cache/cache.ts';
import { ContentError } from '../library/content/content-error.ts';
import type { IndexEntry } from '../library/content/entries.ts';
import { entryTableNames } from '../library/content/entry-tables.ts';
import type { Environment } from '../library/environment.ts';
import { measureFile } from '../library/file-stamps.ts';
import { filesOfPicture } from '../library/images/images.ts';
import { openLibrary } from '../library/library.ts';
import type { Article, Library, LibraryOptions } from '../library/types.ts';
import { findNeighbours } from '../model/related.ts';
import { divideIntoParts } from '../model/search-parts.ts';
import { besideInSeries } from '../model/series.ts';
import { articlePath } from '../model/urls.ts';
import { commandStrings } from '../strings/commands.ts';
import { type Ledger, type LedgerEntry, openLedger } from './publish/ledger.ts';
import type { Output, OutputFolder } from './publish/output.ts';

/**
 * Returns the environment for building one shard: the part of a site that one of several machines builds. A shard is
 * the pages of the articles of some years, with their images and the parts of the search index within those years. Its
 * directory has an output, `site/`, and a cache, `cache/`.
 */
export function shardEnvironment(environment: Environment, directory: string): Environment {
  const absolute = path.resolve(environment.newsroomDirectory, directory);
  return {
    ...environment,
    outputDirectory: path.join(absolute, 'site'),
    cacheDirectory: path.join(absolute, 'cache'),
  };
}

/** Computes the scope of a shard: the articles of its years, and those that their pages list as related. */
export async function scopeOfShard(
  options: LibraryOptions,
  years: YearSpan,
): Promise<{ years: YearSpan; files: string[] }> {
  const library = await openLibrary({ ...options, scope: { years, files: [] } });
  const neighbours = findNeighbours(library.articles, (article) => besideInSeries(article, library));
  const beside = articlesOf(library, years).flatMap((article) => [
    ...neighbours.related(article),
    ...neighbours.inSection(article),
  ]);
  return { years, files: [...new Set(beside.map(({ file }) => file))].sort() };
}

/** Selects the single files of a site that a shard makes. */
export function outputsOfShard(
  outputs: ReadonlyMap<string, Output>,
  library: Library,
  years: YearSpan,
): Map<string, Output> {
  const articles = articlesOf(library, years);
  const pages = articles.map((article) => `${articlePath(article, library.site).slice(1)}index.html`);
  const wanted = new Set([...pages, ...leadFilesOfShard(library, years).map((name) => `${imageFolder}/${name}`)]);
  return new Map([...outputs].filter(([file]) => wanted.has(file)));
}

/** Lists the names of the files that a shard makes of images: of the lead images of its articles. */
export function leadFilesOfShard(library: Library, years: YearSpan): string[] {
  return articlesOf(library, years).flatMap(({ picture }) => (picture ? filesOfPicture(picture, true) : []));
}

/** Selects the parts of the search index that a shard makes: those that have only articles of its years. */
export function foldersOfShard(folders: readonly OutputFolder[], library: Library, years: YearSpan): OutputFolder[] {
  const own = new Set(articlesOf(library, years));
  const parts = divideIntoParts(library.articles, library.site.timeZone)
    .filter((part) => part.articles.every((article) => own.has(article)))
    .map(({ name }) => name);
  return folders.filter(({ folder }) => parts.includes(path.posix.basename(folder)));
}

function articlesOf({ articles, site }: Library, years: YearSpan): Article[] {
  const { from, until } = timeSpanOf(years, site.timeZone);
  return articles.filter(({ date }) => date >= from && date < until);
}

/**
 * Copies the index entries and output files of shards into this cache and output. The build that follows makes all
 * other files, and remakes files that a shard made from other content or with another engine. Throws a `ContentError`
 * if a directory has no shard.
 */
export function adoptShards(directories: readonly string[], environment: Environment): void {
  if (directories.length === 0) return;
  const cache = openCache(environment.cacheDirectory);
  const ledger = openLedger(cache, environment.outputDirectory);
  ledger.begin();
  for (const directory of directories) {
    const shard = shardEnvironment(environment, directory);
    if (!hasCache(shard.cacheDirectory)) throw new ContentError(commandStrings.build.noShard(directory));
    const from = openCache(shard.cacheDirectory);
    for (const name of Object.values(entryTableNames)) adoptTable(name, from, cache);
    adoptOutputs(from, shard.outputDirectory, cache, ledger, environment.outputDirectory);
    from.close();
  }
}

function adoptTable(name: string, from: Cache, cache: Cache): void {
  const found = from.peek<Partial<IndexEntry>>(name);
  if (!found) return;
  const table = cache.table<Partial<IndexEntry>>(name, found.cacheVersion);
  cache.transaction(() => {
    for (const [key, value] of found.entries)
      if (name !== entryTableNames.articles || value.body) table.set(key, value);
  });
}

function adoptOutputs(from: Cache, fromDirectory: string, cache: Cache, ledger: Ledger, directory: string): void {
  cache.transaction(() => {
    for (const [file, entry] of from.peek<LedgerEntry>('outputs')?.entries ?? []) {
      const target = path.join(directory, file);
      const bytes = measureFile(path.join(fromDirectory, file)) && readFileSync(path.join(fromDirectory, file));
      if (!bytes || digestBytes(bytes) !== entry.digest) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
      ledger.record(file, { ...entry, stamp: measureFile(target)?.stamp ?? '' });
    }
  });
}
