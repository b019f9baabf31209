import { type Dirent, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './list-files.ts';

/** The directories in which content may name files. */
export interface FileDirectories {
  contentDirectory: string;
  /** The engine's `public/`. */
  publicDirectory: string;
}

/** The folder of a newsroom for the files that its site has as they are. */
export const publicFolder = 'public';

/**
 * Returns the directories whose files the site has as they are, in the order in which a file is looked for: the
 * newsroom's goes before the engine's.
 */
export function publicDirectories(directories: FileDirectories): string[] {
  return [...new Set([newsroomPublicDirectory(directories), directories.publicDirectory])];
}

/** Returns the directory of the files that a newsroom's site has as they are. */
export function newsroomPublicDirectory({ contentDirectory }: Pick<FileDirectories, 'contentDirectory'>): string {
  return path.join(contentDirectory, publicFolder);
}

/** A file that the site has as it is. */
export interface PublicFile {
  /** Where the site has it, relative and with `/`, in NFC. */
  path: string;
  /** As messages name it: content-relative, `public/…`. */
  file: string;
  absolute: string;
  /** Whether it lies in the newsroom's folder, not in the engine's. */
  isNewsroomFile: boolean;
}

interface ListedPublicFiles {
  /** One for each path, in no particular order. */
  files: PublicFile[];
  /** The files that have the path of another one, though their names are written in other characters. */
  hidden: { file: string; by: string }[];
  /** The symbolic links that are not followed, as messages name them. */
  links: string[];
  /** The files and folders that cannot be opened by their names, which are not UTF-8. */
  unnameable: string[];
  /** The newsroom's folder is a file. */
  isFile: boolean;
}

/** Lists the files that the site has as they are. */
export function listPublicFiles(directories: FileDirectories): ListedPublicFiles {
  const files = new Map<string, PublicFile>();
  const hidden: ListedPublicFiles['hidden'] = [];
  const links: string[] = [];
  const unnameable: string[] = [];
  const newsroom = newsroomPublicDirectory(directories);
  const isFile = statSync(newsroom, { throwIfNoEntry: false })?.isFile() ?? false;
  for (const directory of publicDirectories(directories).filter((one) => !isFile || one !== newsroom)) {
    const own = listDirectory(directory, directory === newsroom);
    links.push(...own.links);
    unnameable.push(...own.unnameable);
    const earlier = new Set(files.keys());
    for (const found of own.files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
      const other = files.get(found.path);
      if (other === undefined) files.set(found.path, found);
      else if (!earlier.has(found.path)) hidden.push({ file: found.file, by: other.file });
    }
  }
  return { files: [...files.values()], hidden, links, unnameable, isFile };
}

/** What version control, operating systems and editors leave in folders. */
const leftovers =
  /^(?:\.git|\.gitignore|\.gitattributes|\.gitkeep|\.svn|\.hg|\.DS_Store|\._.*|__MACOSX|Thumbs\.db|desktop\.ini|.*~|\..*\.swp)$/i;

/** What Node puts in the place of bytes that are not UTF-8. */
const replacement = '\ufffd';

function listDirectory(
  directory: string,
  isNewsroomFile: boolean,
): Pick<ListedPublicFiles, 'files' | 'links' | 'unnameable'> {
  const links: string[] = [];
  const unnameable: string[] = [];
  const isCopied = (entry: Dirent): boolean => {
    if (leftovers.test(entry.name)) return false;
    const place = path.join(entry.parentPath, entry.name);
    const isNamed = !entry.name.includes(replacement);
    if (!isNamed) unnameable.push(nameInMessages(path.relative(directory, place)));
    if (!isNamed || !entry.isSymbolicLink()) return isNamed && (entry.isFile() || entry.isDirectory());
    const isFollowed = leadsToFileWithin(place, directory);
    if (!isFollowed) links.push(nameInMessages(path.relative(directory, place)));
    return isFollowed;
  };
  const files = listFiles(directory, isCopied).map((file) => ({
    path: file.normalize('NFC'),
    file: nameInMessages(file),
    absolute: path.join(directory, file),
    isNewsroomFile,
  }));
  return { files, links, unnameable };
}

function nameInMessages(file: string): string {
  return `${publicFolder}/${file.split(path.sep).join('/')}`;
}

/** Whether a symbolic link leads to a file of the same directory. A folder is not followed: it may hold the link. */
function leadsToFileWithin(link: string, directory: string): boolean {
  try {
    const target = realpathSync(link);
    return target.startsWith(realpathSync(directory) + path.sep) && statSync(target).isFile();
  } catch {
    return false;
  }
}
