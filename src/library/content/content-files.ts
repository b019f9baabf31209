import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from '../../schema/messages.ts';
import { searchAliasesFile } from '../../schema/search-aliases.ts';
import { commentTermsFile, siteFile } from '../../schema/site.ts';
import { styleFile } from '../../schema/style-list.ts';

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
  commentTerms: ContentFile | undefined;
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
export function listContent(contentDirectory: string): ContentListing {
  const notices: string[] = [];
  const list = (folder: string, extensions: readonly string[], deep: boolean): ContentFile[] => {
    const files: ContentFile[] = [];
    for (const file of walk(contentDirectory, folder)) {
      const absolute = path.join(contentDirectory, file);
      const isHere = deep || file.split('/').length === 2;
      if (companions.test(file)) continue;
      if (!extensions.includes(path.extname(file))) notices.push(messages.ignoredFile(file, extensions));
      else if (!isHere) notices.push(messages.ignoredFolder(file));
      else files.push({ file, absolute, stamp: stampOf(absolute) });
    }
    return files.sort((a, b) => (a.file < b.file ? -1 : 1));
  };
  const find = (file: string): ContentFile | undefined => {
    const absolute = path.join(contentDirectory, file);
    return existsSync(absolute) ? { file, absolute, stamp: stampOf(absolute) } : undefined;
  };
  return {
    site: find(siteFile),
    style: find(styleFile),
    commentTerms: find(commentTermsFile),
    searchAliases: find(searchAliasesFile),
    articles: list('articles', markdown, true),
    authors: list('authors', yaml, false),
    categories: list('categories', yaml, false),
    pages: list('pages', markdown, false),
    notices,
  };
}

/** Modification time and size; throws where there is no such file. */
export function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
}

/** The files below a folder, relative to the directory, with `/`. */
function walk(directory: string, folder: string): string[] {
  if (!existsSync(path.join(directory, folder))) return [];
  return readdirSync(path.join(directory, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return walk(directory, name);
    return entry.isFile() ? [name] : [];
  });
}
