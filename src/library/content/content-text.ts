import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-file.ts';
import { listContent } from './content-files.ts';

/** Lists the content-relative files that hold text for readers: settings, articles, live entries, pages, authors, categories. */
export async function listTexts(contentDirectory: string): Promise<string[]> {
  const { site, articles, live, pages, authors, categories } = listContent(contentDirectory);
  return [...(site ? [site] : []), ...articles, ...live, ...pages, ...authors, ...categories].map(({ file }) => file);
}

/**
 * Reads the text of a content file, including a BOM; undefined if the file is not UTF-8, because writing the decoded
 * text back would damage it.
 */
export async function readContentText(contentDirectory: string, file: string): Promise<string | undefined> {
  const bytes = await readFile(path.join(contentDirectory, file));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Writes the text of a content file atomically. */
export async function writeContentText(contentDirectory: string, file: string, text: string): Promise<void> {
  await writeWhole(path.join(contentDirectory, file), text);
}
