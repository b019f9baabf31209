import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { composeNewsroom, type ExistingNewsroom, type ImportedNewsroom } from '../importers/newsroom/compose.ts';
import { writeWhole } from '../library/atomic-file.ts';
import { writeThread } from '../library/content/comment-threads.ts';
import type { Environment } from '../library/environment.ts';
import { siteFile } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import { reportImport } from './import-report.ts';
import type { OpenedSource } from './import-sources.ts';
import { fetchImages, type ImageFetching } from './imported-images.ts';
import { openContent } from './open-content.ts';

type ImportOptions = Pick<ImageFetching, 'uploads' | 'onProgress'>;

export interface Import {
  newsroom: ImportedNewsroom;
  /** Whether the newsroom had no `site.yaml` before. */
  isNew: boolean;
  /** How many files existed already and were not overwritten. */
  kept: number;
  /** Absolute. */
  reportFile: string;
}

/** Imports a source into the content directory. Existing files are not changed. */
export async function importNewsroom(
  opened: OpenedSource,
  environment: Environment,
  options: ImportOptions,
): Promise<Import> {
  const { contentDirectory, cacheDirectory } = environment;
  await mkdir(contentDirectory, { recursive: true });
  const isNew = !existsSync(path.join(contentDirectory, siteFile));
  const existing = await readExisting(environment, isNew);
  const source = opened.read(existing.timeZone);
  const planned = composeNewsroom(source, existing);
  const missing = await fetchImages(planned.images, { contentDirectory, ...options });
  // Composed again, because articles must not refer to images that could not be fetched.
  const newsroom = missing.size === 0 ? planned : composeNewsroom(source, { ...existing, missing });
  await writeThreads(newsroom, existing, contentDirectory);
  const kept = await writeFiles(newsroom, contentDirectory);
  const reportFile = path.join(cacheDirectory, 'import-report.txt');
  await writeWhole(reportFile, reportImport(newsroom.notes));
  return { newsroom, isNew, kept, reportFile };
}

/** Describes an import for the terminal: each string is a sentence or a list. */
export function describeImport({ newsroom, isNew, kept, reportFile }: Import, contentDirectory: string): string[] {
  const { counts, timeZone, notes } = newsroom;
  const words = commandStrings.importer;
  return [
    words.done(counts, contentDirectory),
    ...(isNew ? [words.settled(timeZone)] : []),
    ...(kept > 0 ? [words.kept(kept)] : []),
    ...(notes.length > 0 ? [words.notes(notes.length, reportFile)] : []),
  ];
}

async function readExisting(environment: Environment, isNew: boolean): Promise<ExistingNewsroom> {
  const { articles, site } = await openContent({ ...environment, includeUnpublished: true });
  return {
    ids: new Map(articles.map(({ file, id }) => [file.replace(/\.[^.]*$/, ''), id])),
    missing: new Set(),
    ...(!isNew && { timeZone: site.timeZone, url: site.url }),
  };
}

/** Writes the threads of new articles only: a comment deleted from an older thread must not come back. */
async function writeThreads(
  { threads }: ImportedNewsroom,
  { ids }: ExistingNewsroom,
  contentDirectory: string,
): Promise<void> {
  const existingIds = new Set(ids.values());
  for (const [id, comments] of threads) {
    if (!existingIds.has(id)) await writeThread(id, comments, contentDirectory);
  }
}

/** Writes the files that do not exist yet. Returns how many others exist already. */
async function writeFiles({ files }: ImportedNewsroom, contentDirectory: string): Promise<number> {
  let kept = 0;
  for (const [file, text] of files) {
    if (isThere(file, contentDirectory)) kept += 1;
    else await writeWhole(path.join(contentDirectory, file), text);
  }
  return kept;
}

/** Whether a file exists, with either extension: an author may have changed `.md` to `.mdx` or back. */
function isThere(file: string, contentDirectory: string): boolean {
  const names = [file, file.replace(/\.md$/, '.mdx'), file.replace(/\.mdx$/, '.md')];
  return names.some((name) => existsSync(path.join(contentDirectory, name)));
}
