import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-file.ts';
import { listContent } from './content-files.ts';

/** The content-relative files whose texts readers see: articles, pages, authors, categories, the settings. */
export async function listTexts(contentDirectory: string): Promise<string[]> {
  const { site, articles, pages, authors, categories } = listContent(contentDirectory);
  return [...(site ? [site] : []), ...articles, ...pages, ...authors, ...categories].map(({ file }) => file);
}

/** The text of a content file with its BOM, if it has one; undefined where it is not UTF-8, so that it is never written. */
export async function readContentText(contentDirectory: string, file: string): Promise<string | undefined> {
  const bytes = await readFile(path.join(contentDirectory, file));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Writes a text that `readContentText` gave, whole or not at all. */
export async function writeContentText(contentDirectory: string, file: string, text: string): Promise<void> {
  await writeWhole(path.join(contentDirectory, file), text);
}
