import { type Dirent, existsSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../../lib/compare.ts';
import { fileTypeOf, isPhotograph } from '../../lib/file-types.ts';
import { breakingFile } from '../../schema/breaking.ts';
import { liveFolder } from '../../schema/live.ts';
import { mediaLockFile } from '../../schema/media-lock.ts';
import { messages } from '../../schema/messages.ts';
import { searchAliasesFile } from '../../schema/search-aliases.ts';
import { commentTermsFile, siteFile } from '../../schema/site.ts';
import { styleFile } from '../../schema/style-list.ts';
import { tagsFile } from '../../schema/tags.ts';
import { stampOf } from '../file-stamps.ts';
import { listFiles } from '../list-files.ts';

/** A file of the content directory. */
export interface ContentFile {
  /** Content-relative, with `/`. */
  file: string;
  absolute: string;
  /** See `FileMeasure.stamp`. */
  stamp: string;
}

export interface ListedContent {
  site: ContentFile | undefined;
  style: ContentFile | undefined;
  commentTerms: ContentFile | undefined;
  searchAliases: ContentFile | undefined;
  tags: ContentFile | undefined;
  breaking: ContentFile | undefined;
  frontPage: ContentFile | undefined;
  popular: ContentFile | undefined;
  mediaLock: ContentFile | undefined;
  articles: ContentFile[];
  authors: ContentFile[];
  categories: ContentFile[];
  pages: ContentFile[];
  series: ContentFile[];
  /** The entries of live coverage, each in the folder of its article: `live/<article id>/<name>.md`. */
  live: ContentFile[];
  /** Every file below `theme/`, which has the look of the newsroom's site. */
  theme: ContentFile[];
  /** All of the above. */
  files: ContentFile[];
  /** Files that articles and pages may link to, such as PDF; content-relative. */
  attachments: string[];
  /** Arabic sentences about files that were passed over. */
  notices: string[];
}

/** Returns `salma` for `authors/salma.yaml`, in NFC, as Astro writes paths. */
export function fileId(file: string): string {
  return path.posix.basename(file, path.posix.extname(file)).normalize('NFC');
}

const markdown = ['.md', '.mdx'];
/** How texts end in a folder, as messages say it: entries of live coverage in MDX are reported, not passed over. */
const endingsOfTexts = (folder: string) => (folder === liveFolder ? ['.md'] : markdown);
const yaml = ['.yaml', '.yml'];
const themeFolder = 'theme';

/** Lists the files of a content directory, each kind sorted by file name. */
export function listContent(contentDirectory: string): ListedContent {
  const notices: string[] = [];
  const attachments: string[] = [];
  const list = (folder: string, extensions: readonly string[], isDeep: boolean): ContentFile[] => {
    const files: ContentFile[] = [];
    for (const name of listFiles(path.join(contentDirectory, folder), isVisible)) {
      const file = `${folder}/${name}`;
      const absolute = path.join(contentDirectory, file);
      const isPlacedRight = isDeep || !name.includes('/');
      if (isImage(file)) continue;
      if (extensions === markdown && fileTypeOf(file)) {
        attachments.push(file);
        continue;
      }
      const told = extensions === markdown ? endingsOfTexts(folder) : extensions;
      if (!extensions.includes(path.extname(file))) notices.push(messages.ignoredFile(file, told));
      else if (!isPlacedRight) notices.push(messages.ignoredFolder(file));
      else files.push({ file, absolute, stamp: stampOf(absolute) });
    }
    return files.sort((a, b) => compareText(a.file, b.file));
  };
  const find = (file: string): ContentFile | undefined => {
    const absolute = path.join(contentDirectory, file);
    return existsSync(absolute) ? { file, absolute, stamp: stampOf(absolute) } : undefined;
  };
  const single = {
    site: find(siteFile),
    style: find(styleFile),
    commentTerms: find(commentTermsFile),
    searchAliases: find(searchAliasesFile),
    tags: find(tagsFile),
    breaking: find(breakingFile),
    frontPage: find('front-page.yaml'),
    popular: find('popular.yaml'),
    mediaLock: find(mediaLockFile),
  };
  const listTheme = (): ContentFile[] => {
    const links = new Set<string>();
    const isListed = (entry: Dirent): boolean => {
      if (entry.isSymbolicLink() && !entry.name.startsWith('.')) links.add(path.join(entry.parentPath, entry.name));
      return isVisible(entry);
    };
    const names = listFiles(path.join(contentDirectory, themeFolder), isListed).sort(compareText);
    for (const link of [...links].sort(compareText))
      notices.push(messages.themeLink(path.relative(contentDirectory, link).split(path.sep).join('/')));
    return names.flatMap((name) => find(`${themeFolder}/${name}`) ?? []);
  };
  const folders = {
    articles: list('articles', markdown, true),
    authors: list('authors', yaml, false),
    categories: list('categories', yaml, false),
    pages: list('pages', markdown, false),
    series: list('series', yaml, false),
    live: list(liveFolder, markdown, true),
    theme: listTheme(),
  };
  const files = [...Object.values(single), ...Object.values(folders).flat()].filter((file) => file !== undefined);
  return { ...single, ...folders, files, attachments: attachments.sort(compareText), notices };
}

/** Images may be stored beside articles; they are not reported as ignored files. */
function isImage(file: string): boolean {
  return /\.svg$/i.test(file) || isPhotograph(file);
}

/** Whether an entry can be content. Hidden files and symbolic links cannot. */
function isVisible(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory());
}
