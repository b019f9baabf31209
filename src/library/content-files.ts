import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../schema/messages.ts';
import { searchAliasesFile } from '../schema/search-aliases.ts';
import { siteFile } from '../schema/site.ts';
import { styleFile } from '../schema/style-list.ts';

/** A file of the content directory; `stamp` changes whenever the file does. */
export interface ContentFile {
  /** Content-relative, with `/`. */
  file: string;
  absolute: string;
  stamp: string;
}

export interface ContentListing {
  site: ContentFile | undefined;
  style: ContentFile | undefined;
  searchAliases: ContentFile | undefined;
  articles: ContentFile[];
  authors: ContentFile[];
  categories: ContentFile[];
  pages: ContentFile[];
  notices: string[];
}

const markdown = ['.md', '.mdx'];
const yaml = ['.yaml', '.yml'];
/** What may lie beside articles without being one. */
const companions = /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i;

/** Lists what a content directory holds, each kind in the order of its file names. Hidden files are passed over. */
export async function listContent(contentDirectory: string): Promise<ContentListing> {
  const notices: string[] = [];
  const list = async (folder: string, extensions: readonly string[], deep: boolean): Promise<ContentFile[]> => {
    const files: ContentFile[] = [];
    for (const absolute of await walk(path.join(contentDirectory, folder))) {
      const file = path.relative(contentDirectory, absolute).split(path.sep).join('/');
      const isHere = deep || file.split('/').length === 2;
      if (companions.test(file)) continue;
      if (!extensions.includes(path.extname(file))) notices.push(messages.ignoredFile(file, extensions));
      else if (!isHere) notices.push(messages.ignoredFolder(file));
      else files.push({ file, absolute, stamp: '' });
    }
    await Promise.all(
      files.map(async (entry) => {
        entry.stamp = await stampOf(entry.absolute);
      }),
    );
    return files.sort((a, b) => (a.file < b.file ? -1 : 1));
  };
  const find = async (file: string): Promise<ContentFile | undefined> => {
    const absolute = path.join(contentDirectory, file);
    const stamp = await stampOf(absolute).catch(() => undefined);
    return stamp === undefined ? undefined : { file, absolute, stamp };
  };
  return {
    site: await find(siteFile),
    style: await find(styleFile),
    searchAliases: await find(searchAliasesFile),
    articles: await list('articles', markdown, true),
    authors: await list('authors', yaml, false),
    categories: await list('categories', yaml, false),
    pages: await list('pages', markdown, false),
    notices,
  };
}

/** Modification time and size; rejects where there is no such file. */
export async function stampOf(file: string): Promise<string> {
  const { mtimeMs, size } = await stat(file);
  return `${mtimeMs}:${size}`;
}

async function walk(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !path
            .relative(directory, file)
            .split(path.sep)
            .some((part) => part.startsWith('.')),
      );
  } catch {
    return [];
  }
}
