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
}

/** Lists the files that the site has as they are. */
export function listPublicFiles(directories: FileDirectories): ListedPublicFiles {
  const files = new Map<string, PublicFile>();
  const hidden: ListedPublicFiles['hidden'] = [];
  const links: string[] = [];
  for (const directory of publicDirectories(directories)) {
    const own = listDirectory(directory, directory === newsroomPublicDirectory(directories));
    links.push(...own.links);
    const earlier = new Set(files.keys());
    for (const found of own.files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
      const other = files.get(found.path);
      if (other === undefined) files.set(found.path, found);
      else if (!earlier.has(found.path)) hidden.push({ file: found.file, by: other.file });
    }
  }
  return { files: [...files.values()], hidden, links };
}

/** What version control, operating systems and editors leave in folders. */
const leftovers =
  /^(?:\.git|\.gitignore|\.gitattributes|\.gitkeep|\.svn|\.hg|\.DS_Store|\._.*|__MACOSX|Thumbs\.db|desktop\.ini|.*~|\..*\.swp)$/i;

function listDirectory(directory: string, isNewsroomFile: boolean): Pick<ListedPublicFiles, 'files' | 'links'> {
  const links: string[] = [];
  const isCopied = (entry: Dirent): boolean => {
    if (leftovers.test(entry.name)) return false;
    if (!entry.isSymbolicLink()) return entry.isFile() || entry.isDirectory();
    const link = path.join(entry.parentPath, entry.name);
    const isFollowed = leadsToFileWithin(link, directory);
    if (!isFollowed) links.push(nameInMessages(path.relative(directory, link)));
    return isFollowed;
  };
  const files = listFiles(directory, isCopied).map((file) => ({
    path: file.normalize('NFC'),
    file: nameInMessages(file),
    absolute: path.join(directory, file),
    isNewsroomFile,
  }));
  return { files, links };
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
