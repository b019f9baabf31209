import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { readJsonText } from '../../lib/comments/service.ts';
import { byTime } from '../../lib/comments/thread.ts';
import { digestText } from '../../lib/digest.ts';
import { isShortId } from '../../lib/short-id.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import { writeWhole } from '../atomic-file.ts';
import type { Cache } from '../cache/cache.ts';
import { stampOf } from '../file-stamps.ts';
import type { ContentFile } from './content-files.ts';

/** The folder of the content directory that holds archived comments; `npm run comments` and importers fill it. */
const commentsFolder = '.comments';
const extension = '.jsonl';

/** The count that lists show for a thread, and the digest that decides whether a page with the thread has changed. */
export interface ThreadSummary {
  count: number;
  /** Digest of all comments of the thread. */
  digest: string;
}

interface ThreadEntry extends ThreadSummary {
  stamp: string;
  problems: Problem[];
}

/**
 * Lists the threads of the archive. Each is a file named by its article's id, with one comment as JSON on each line,
 * oldest first. To remove a comment on request, one line is deleted, and the diff shows only this line.
 */
export function listThreads(contentDirectory: string): ContentFile[] {
  const folder = path.join(contentDirectory, commentsFolder);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(extension) && isShortId(name.slice(0, -extension.length)),
  );
  return names.sort().map((name) => {
    const absolute = path.join(folder, name);
    return { file: `${commentsFolder}/${name}`, absolute, stamp: stampOf(absolute) };
  });
}

/**
 * Summarizes threads by article id and reports the problems in their files. Summaries of unchanged files come from the
 * cache.
 */
export async function summarizeThreads(
  files: readonly ContentFile[],
  cache: Cache,
  { fingerprint, isVerifying }: { fingerprint: string; isVerifying?: boolean | undefined },
): Promise<{ threads: Map<string, ThreadSummary>; problems: Problem[] }> {
  if (files.length === 0) return { threads: new Map(), problems: [] };
  const table = cache.table<ThreadEntry>('threads', fingerprint);
  const kept = new Map(table.entries());
  const threads = new Map<string, ThreadSummary>();
  const problems: Problem[] = [];
  const changed: [id: string, entry: ThreadEntry][] = [];
  for (const source of files) {
    const id = path.posix.basename(source.file, extension);
    const known = kept.get(id);
    const entry = known?.stamp === source.stamp && !isVerifying ? known : await summarize(source);
    if (entry !== known) changed.push([id, entry]);
    kept.delete(id);
    if (entry.count > 0) threads.set(id, { count: entry.count, digest: entry.digest });
    problems.push(...entry.problems);
  }
  cache.transaction(() => {
    for (const [id, entry] of changed) table.set(id, entry);
    for (const id of kept.keys()) table.delete(id);
  });
  return { threads, problems };
}

async function summarize({ file, absolute, stamp }: ContentFile): Promise<ThreadEntry> {
  const text = await readFile(absolute, 'utf8');
  const { comments, faultyLines } = parseThread(text);
  return {
    stamp,
    count: comments.length,
    digest: digestText(text),
    problems: faultyLines.map((line) => ({ file, line, message: messages.notAComment() })),
  };
}

/** Reads the archived comments on an article, oldest first; empty if there are none. */
export async function readThread(id: string, contentDirectory: string): Promise<Comment[]> {
  try {
    return parseThread(await readFile(fileOf(id, contentDirectory), 'utf8')).comments;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Replaces the archived comments on an article. Resolves to whether the file changed. */
export async function writeThread(
  id: string,
  comments: readonly Comment[],
  contentDirectory: string,
): Promise<boolean> {
  const file = fileOf(id, contentDirectory);
  const before = await readFile(file, 'utf8').catch(() => '');
  const after = formatThread(comments);
  if (after === before) return false;
  if (after === '') await rm(file, { force: true });
  else await writeWhole(file, after);
  return true;
}

function fileOf(id: string, contentDirectory: string): string {
  return path.join(contentDirectory, commentsFolder, `${id}${extension}`);
}

function formatThread(comments: readonly Comment[]): string {
  return comments
    .toSorted(byTime)
    .map((comment) => `${JSON.stringify(comment)}\n`)
    .join('');
}

function parseThread(text: string): { comments: Comment[]; faultyLines: number[] } {
  const byId = new Map<string, Comment>();
  const faultyLines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const comment = readComment(readJsonText(line));
    if (comment === undefined) faultyLines.push(index + 1);
    else byId.set(comment.id, comment);
  }
  return { comments: [...byId.values()], faultyLines };
}
