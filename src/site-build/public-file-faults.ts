import { compareText } from '../lib/compare.ts';
import { assetFolder, fileFolder, imageFolder, searchFolder } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';
import { type FileDirectories, listPublicFiles, type PublicFile, publicFolder } from '../library/public-files.ts';
import type { Library } from '../library/types.ts';
import { findAddresses } from '../model/addresses.ts';
import { messages } from '../schema/messages.ts';
import type { Problem } from '../schema/problem.ts';
import { commandStrings } from '../strings/commands.ts';
import { isLeftOut } from './public-outputs.ts';
import { outputFile, pagePath } from './publish/output.ts';

/** Folders that only the engine writes: what lies there is found by names that it makes itself. */
const engineFolders = [assetFolder, imageFolder, fileFolder, shareCardFolder, searchFolder];

/** Finds the files in `public/` that cannot be published beside what the site makes. */
export function findPublicFileProblems(library: Library, directories: FileDirectories): Problem[] {
  const { files, hidden, unnameable, isFile } = listPublicFiles(directories);
  const isFolder = createFolderTest(library, files);
  const messageOf = ({ path }: PublicFile): string | undefined => {
    const folder = engineFolders.find((name) => path === name || path.startsWith(`${name}/`));
    if (folder !== undefined) return messages.publicInEngineFolder(folder);
    return isFolder(path) ? messages.publicIsFolder(path) : undefined;
  };
  return [
    ...files.flatMap((found) => {
      const message = messageOf(found);
      return message === undefined ? [] : [{ file: found.file, line: 1, message }];
    }),
    ...hidden.map(({ file, by }) => ({ file, line: 1, message: messages.publicHidden(by) })),
    ...unnameable.map((file) => ({ file, line: 1, message: messages.publicUnnameable() })),
    ...(isFile ? [{ file: publicFolder, line: 1, message: messages.publicIsFile() }] : []),
  ];
}

/** Describes in whole sentences what the owner should know about the files in `public/`. */
export function describePublicFiles(library: Library, directories: FileDirectories): string[] {
  const { files, links } = listPublicFiles(directories);
  const sorted = files.toSorted((a, b) => compareText(a.file, b.file));
  return [
    ...sorted.flatMap(({ path, file }) => (isLeftOut(path, library.site) ? [commandStrings.build.leftOut(file)] : [])),
    ...links.toSorted(compareText).map(messages.publicLink),
    ...describeReplaced(library, sorted),
    ...describeCases(library, sorted),
    ...sorted.flatMap(({ file }) => {
      const [sign] = refusedByHosts.exec(file) ?? [];
      return sign === undefined ? [] : [messages.publicName(...([file, sign].map(showControls) as [string, string]))];
    }),
    ...sorted.flatMap(({ file }) => (/\/\.env(?:\.[^/]*)?$/i.test(file) ? [messages.publicSecrets(file)] : [])),
  ];
}

/** Signs in the names of files that some hosts or operating systems do not take. */
const refusedByHosts = /[#?\\:*"<>|\p{Cc}]|[ .](?=\/|$)/u;

/** Encodes what would break a line of a message. */
function showControls(text: string): string {
  return text.replace(/\p{Cc}/gu, encodeURIComponent);
}

/** What a site has by default and an owner may well replace. */
const replaceable = new Set(['/404.html', '/robots.txt']);

function describeReplaced(library: Library, files: readonly PublicFile[]): string[] {
  const addresses = findAddresses(library);
  return files.flatMap(({ file, path }) => {
    const address = pagePath(path);
    return addresses.has(address) && !replaceable.has(address) ? [messages.publicReplaces(file, address)] : [];
  });
}

function describeCases(library: Library, files: readonly PublicFile[]): string[] {
  const hasCapitals = files.some(({ path }) => path !== path.toLowerCase());
  const made = hasCapitals ? [...findAddresses(library).keys()].map(outputFile) : [];
  const replaced = new Set(files.map(({ path }) => path));
  const known = new Map(made.filter((path) => !replaced.has(path)).map((path) => [path.toLowerCase(), path]));
  return files.flatMap(({ file, path }) => {
    const name = path.toLowerCase();
    const other = known.get(name);
    known.set(name, other ?? file);
    return other === undefined ? [] : [messages.publicCase(other, file)];
  });
}

/** Makes a function that tells whether the site has a folder at a path. Only names without an ending can be at one. */
function createFolderTest(library: Library, files: readonly PublicFile[]): (path: string) => boolean {
  const candidates = new Set(files.map(({ path }) => path).filter((path) => !/\.[^/]*$/.test(path)));
  if (candidates.size === 0) return () => false;
  const folders = new Set<string>();
  for (const address of findAddresses(library).keys()) {
    const parts = address.split('/').slice(1, -1);
    for (const [index] of parts.entries()) folders.add(parts.slice(0, index + 1).join('/'));
  }
  return (path) => candidates.has(path) && folders.has(path);
}
