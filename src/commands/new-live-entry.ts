import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isoWithOffset, localFields } from '../lib/time-zone.ts';
import { writeWhole } from '../library/atomic-file.ts';
import type { Environment } from '../library/environment.ts';
import { liveFolder } from '../schema/live.ts';
import { findNearest } from '../schema/nearest.ts';
import { parseSite, siteFile } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';
import { openContent } from './open-content.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.newLiveEntry;

export interface NewLiveEntry {
  /** The id of the article. */
  article: string;
  title?: string | undefined;
  author?: string | undefined;
  isKey: boolean;
  isPinned: boolean;
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/**
 * Returns the path of a new entry, relative to the content directory, and its text. The file is named after the moment
 * to the second, so that names sort, and so that two reporters hardly ever choose the same one.
 */
export function composeLiveEntry(entry: NewLiveEntry): { file: string; text: string } {
  const instant = new Date(entry.now).toISOString();
  const { year, month, day, hour, minute, second } = localFields(instant, entry.timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const name = `${year}-${two(month)}-${two(day)}-${two(hour)}${two(minute)}${two(second)}`;
  const lines = [
    '---',
    `time: ${isoWithOffset(instant, entry.timeZone)}`,
    ...(entry.title === undefined ? [] : [`title: ${JSON.stringify(entry.title)}`]),
    ...(entry.author === undefined ? [] : [`author: ${JSON.stringify(entry.author)}`]),
    ...(entry.isKey ? ['key: true'] : []),
    ...(entry.isPinned ? ['pin: true'] : []),
    '---',
    '',
    '',
  ];
  return { file: `${liveFolder}/${entry.article}/${name}.md`, text: lines.join('\n') };
}

/** Writes a new entry and returns its absolute path. Throws a `CommandFailure` if the article has no open coverage. */
export async function writeLiveEntry(
  environment: Environment,
  entry: Omit<NewLiveEntry, 'now' | 'timeZone'>,
): Promise<string> {
  const { contentDirectory, now } = environment;
  // An article that has entries is known: opening the archive would take longer than all the rest.
  if (!existsSync(path.join(contentDirectory, liveFolder, entry.article)))
    await requireOpen(entry.article, environment);
  const { timeZone } = parseSite(readFileSync(path.join(contentDirectory, siteFile), 'utf8')).site;
  const { file, text } = composeLiveEntry({ ...entry, now, timeZone });
  const absolute = path.join(contentDirectory, file);
  if (existsSync(absolute)) throw new CommandFailure(commandStrings.newArticle.exists(absolute));
  await writeWhole(absolute, text);
  return absolute;
}

async function requireOpen(id: string, environment: Environment): Promise<void> {
  const { articles } = await openContent({ ...environment, includeUnpublished: true });
  const article = articles.find((candidate) => candidate.id === id);
  const covered = articles.filter(({ live }) => live === 'open').map((candidate) => candidate.id);
  if (article === undefined) throw new CommandFailure(words.unknown(id, findNearest(id, covered)));
  if (article.live === undefined) throw new CommandFailure(words.notLive(article.file));
}
