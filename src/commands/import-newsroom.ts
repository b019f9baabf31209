import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  composeNewsroom,
  type ExistingNewsroom,
  type ImportedEntry,
  type ImportedNewsroom,
} from '../importers/newsroom/compose.ts';
import {
  composeImportRecords,
  type Decision,
  decide,
  type ImportRecord,
  importRecordFile,
  parseImportRecords,
  recordKey,
  UnreadableRecord,
} from '../importers/newsroom/import-record.ts';
import type { SourceNewsroom } from '../importers/newsroom/source.ts';
import { digestText } from '../lib/digest.ts';
import { writeWhole } from '../library/atomic-file.ts';
import { writeThread } from '../library/content/comment-threads.ts';
import type { Environment } from '../library/environment.ts';
import { hrefTo } from '../model/urls.ts';
import { siteFile } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import { importTallyStrings } from '../strings/import-tally.ts';
import { proposalFile, proposeMapping } from './import-fields.ts';
import { describeSums, reportImport } from './import-report.ts';
import type { OpenedSource } from './import-sources.ts';
import { fetchMedia, type MediaFetching } from './imported-media.ts';
import { openContent } from './open-content.ts';
import { CommandFailure } from './run-command.ts';

type ImportOptions = Pick<MediaFetching, 'uploads' | 'isSkipped' | 'onProgress'>;

export interface Import {
  newsroom: ImportedNewsroom;
  /** Whether the newsroom had no `site.yaml` before. */
  isNew: boolean;
  /** What became of each article and page. */
  decisions: ReadonlyMap<ImportedEntry, Decision>;
  counts: ImportCounts;
  /** How many sentences the report has. */
  notes: number;
  /** Absolute. */
  reportFile: string;
  /** How many files were not asked for any more, by hosts that did not answer. */
  silent: ReadonlyMap<string, number>;
  /** How many files are not there because media were not to come. */
  absent: number;
  /** The file that proposes a mapping of fields, absolute, if there is anything to map. */
  proposal?: string;
}

/** What has been written. */
export type ImportCounts = Record<'articles' | 'drafts' | 'pages' | 'authors' | 'categories' | 'comments', number>;

/**
 * Imports a source into the content directory. Files that came with an earlier import are written again if they changed
 * in the source and nobody edited them here; all other files stay as they are.
 */
export async function importNewsroom(
  opened: OpenedSource,
  environment: Environment,
  options: ImportOptions,
): Promise<Import> {
  const { contentDirectory, cacheDirectory } = environment;
  const isNew = !existsSync(path.join(contentDirectory, siteFile));
  const existing = await readExisting(environment, isNew);
  const source = opened.read(existing.timeZone);
  const planned = composeNewsroom(source, existing);
  const localFiles = opened.listFiles?.();
  const { missing, silent } = await fetchMedia(planned.media, {
    contentDirectory,
    ...options,
    ...(localFiles && { localFiles }),
  });
  // Composed again, because articles must not refer to files that could not be fetched.
  const newsroom = missing.size === 0 ? planned : composeNewsroom(source, { ...existing, missing });
  const decisions = await writeEntries(newsroom, existing, contentDirectory);
  const comments = await writeThreads(newsroom, decisions, contentDirectory);
  const terms = await writeOthers(newsroom, contentDirectory);
  const report = reportImport(newsroom, decisions, existing);
  const reportFile = path.join(cacheDirectory, 'import-report.txt');
  await writeWhole(reportFile, report.text);
  await writeAddresses(newsroom, cacheDirectory);
  const proposal = await writeProposal(source, cacheDirectory);
  const counts = { ...countEntries(decisions), ...terms, comments };
  const absent = options.isSkipped === true ? missing.size : 0;
  const told = { counts, notes: report.count, reportFile, silent, absent };
  return { newsroom, isNew, decisions, ...told, ...(proposal && { proposal }) };
}

/**
 * Writes a file for those who run their own server: each old address, a tab, and the new path. Its lines are those of
 * addresses with a query, which no file can answer, and those of all others.
 */
async function writeAddresses({ oldAddresses, siteUrl }: ImportedNewsroom, cacheDirectory: string): Promise<void> {
  const lines = new Map<string, string>();
  for (const { from, path: to } of oldAddresses) {
    // The first owner keeps an address: a server refuses a map with an address twice.
    if (!lines.has(from)) lines.set(from, `${from}\t${hrefTo(to, { url: siteUrl })}\n`);
  }
  await writeWhole(path.join(cacheDirectory, addressesFile), [...lines.values()].join(''));
}

const addressesFile = 'import-addresses.tsv';

/** Describes an import for the terminal: each string is a sentence or a list. */
export function describeImport(
  { newsroom, isNew, decisions, counts, notes, reportFile, proposal, silent, absent }: Import,
  contentDirectory: string,
): string[] {
  const words = commandStrings.importer;
  const told = [...decisions.values()];
  const numberOf = (...kinds: Decision[]): number => told.filter((decision) => kinds.includes(decision)).length;
  const repeated = {
    updated: numberOf('updated'),
    unchanged: numberOf('unchanged'),
    kept: numberOf('kept', 'changed-on-both-sides'),
  };
  const hasCome = Object.values(counts).some((count) => count > 0);
  return [
    hasCome ? words.done(counts, contentDirectory) : words.nothingNew,
    ...(isNew ? [words.settled(newsroom.timeZone)] : []),
    ...(repeated.updated > 0 ? [words.updated(repeated.updated)] : []),
    ...(repeated.unchanged > 0 ? [words.unchanged(repeated.unchanged)] : []),
    ...(repeated.kept > 0 ? [words.kept(repeated.kept)] : []),
    [importTallyStrings.title, ...describeSums(newsroom.tally), importTallyStrings.reasonsIn(reportFile)].join('\n  '),
    ...[...silent].map(([host, count]) => words.silentHost(host, count)),
    ...(absent > 0 ? [words.noMedia(absent)] : []),
    ...(notes > 0 ? [words.notes(notes, reportFile)] : []),
    ...(proposal === undefined ? [] : [words.fieldsProposed(proposal)]),
  ];
}

/** Writes the proposal of a mapping, if the source has fields that could come. Returns the file. */
async function writeProposal({ unmapped = [] }: SourceNewsroom, cacheDirectory: string): Promise<string | undefined> {
  if (unmapped.length === 0) return undefined;
  const file = path.join(cacheDirectory, proposalFile);
  await writeWhole(file, proposeMapping(unmapped));
  return file;
}

async function readExisting(environment: Environment, isNew: boolean): Promise<ExistingNewsroom> {
  const { articles, pages, site } = await openContent({ ...environment, includeUnpublished: true });
  return {
    ids: new Map(articles.map(({ file, id }) => [stemOf(file), id])),
    pages: new Set(pages.map(({ slug }) => slug)),
    records: await readRecords(environment.contentDirectory),
    now: new Date().toISOString(),
    missing: new Set(),
    ...(!isNew && { timeZone: site.timeZone, url: site.url }),
  };
}

async function readRecords(contentDirectory: string): Promise<Map<string, ImportRecord>> {
  const file = path.join(contentDirectory, importRecordFile);
  if (!existsSync(file)) return new Map();
  try {
    return parseImportRecords(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    throw new CommandFailure(commandStrings.importer.unreadableRecord(importRecordFile, error.line));
  }
}

/** Writes the articles and pages that are new, or changed in the source alone, and the records of all. */
async function writeEntries(
  { entries, files }: ImportedNewsroom,
  { records: before }: ExistingNewsroom,
  contentDirectory: string,
): Promise<Map<ImportedEntry, Decision>> {
  const decisions = new Map<ImportedEntry, Decision>();
  const records = new Map(before);
  for (const entry of entries) {
    const text = files.get(entry.file) ?? '';
    const digest = digestText(text);
    const current = findCurrent(entry.file, contentDirectory);
    const currentDigest = current && digestText(await readFile(current, 'utf8'));
    const decision = decide(digest, currentDigest, before.get(recordKey(entry.record))?.digest);
    const target = path.join(contentDirectory, entry.file);
    if (decision === 'came' || decision === 'updated') await writeWhole(target, text);
    if (decision === 'updated' && current !== undefined && current !== target) await rm(current);
    decisions.set(entry, decision);
    records.set(recordKey(entry.record), { ...entry.record, digest });
  }
  await writeWhole(path.join(contentDirectory, importRecordFile), composeImportRecords(records));
  return decisions;
}

/** Finds the file of an entry, with either extension: an author may have changed `.md` to `.mdx` or back. */
function findCurrent(file: string, contentDirectory: string): string | undefined {
  return [file, `${stemOf(file)}.md`, `${stemOf(file)}.mdx`]
    .map((name) => path.join(contentDirectory, name))
    .find((name) => existsSync(name));
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]*$/, '');
}

/**
 * Writes the threads of new articles only: a comment deleted from an older thread must not come back. Returns the number
 * of comments.
 */
async function writeThreads(
  { threads }: ImportedNewsroom,
  decisions: ReadonlyMap<ImportedEntry, Decision>,
  contentDirectory: string,
): Promise<number> {
  let count = 0;
  for (const [{ record }, decision] of decisions) {
    const comments = threads.get(record.id ?? '');
    if (decision !== 'came' || comments === undefined) continue;
    await writeThread(record.id ?? '', comments, contentDirectory);
    count += comments.length;
  }
  return count;
}

/** Writes the settings, the authors and the sections that do not exist yet. Returns how many of the last two. */
async function writeOthers(
  { files, entries }: ImportedNewsroom,
  contentDirectory: string,
): Promise<Pick<ImportCounts, 'authors' | 'categories'>> {
  const own = new Set(entries.map(({ file }) => file));
  const written: string[] = [];
  for (const [file, text] of files) {
    const absolute = path.join(contentDirectory, file);
    if (own.has(file) || existsSync(absolute)) continue;
    await writeWhole(absolute, text);
    written.push(file);
  }
  const countIn = (folder: string): number => written.filter((file) => file.startsWith(folder)).length;
  return { authors: countIn('authors/'), categories: countIn('categories/') };
}

function countEntries(
  decisions: ReadonlyMap<ImportedEntry, Decision>,
): Pick<ImportCounts, 'articles' | 'drafts' | 'pages'> {
  const came = [...decisions].filter(([, decision]) => decision === 'came').map(([entry]) => entry);
  const articles = came.filter(({ record }) => record.id !== undefined);
  return {
    articles: articles.length,
    drafts: articles.filter(({ isDraft }) => isDraft).length,
    pages: came.length - articles.length,
  };
}
