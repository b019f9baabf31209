import type { Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UnreadableFrontMatter } from '../importers/markdown-sites/front-matter.ts';
import {
  type GeneratorName,
  generators,
  type ProjectNewsroom,
  readNewsroom,
  recogniseGenerator,
} from '../importers/markdown-sites/newsroom.ts';
import type { ProjectFiles } from '../importers/markdown-sites/project.ts';
import { listFiles } from '../library/list-files.ts';
import { commandStrings } from '../strings/commands.ts';
import { readSourceText } from './import-source-text.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/** Folders of programs and of built sites, which hold no content. */
const programFolders = new Set(['node_modules', 'vendor', '_site', 'resources', 'themes', 'dist', 'tests', 'test']);
const builtFolders: Readonly<Record<string, GeneratorName[]>> = { public: ['hugo', 'hexo'] };
/** Files that are read as text: content, and what configures a site. */
const text =
  /\.(?:md|mdx|markdown|html|toml|ya?ml|json)$|(?:^|\/)(?:\.eleventy|eleventy\.config|astro\.config)\.[cm]?[jt]s$/;
const notContent =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig|composer)\.json$|(?:^|\/)(?:_layouts|_includes|layouts|archetypes)\//;

/** The project of a static site, opened. */
export interface OpenedProject {
  read(timeZone?: string): ProjectNewsroom;
}

/**
 * Opens the folder of a project. Throws a `CommandFailure` if its generator is unknown, and for front matter that cannot
 * be read.
 * @param from the name of the generator, if it is given
 */
export async function openProject(folder: string, from: string | undefined): Promise<OpenedProject> {
  const project = await readProject(folder);
  const known = Object.keys(generators) as GeneratorName[];
  const name = from === undefined ? recogniseGenerator(project) : known.find((one) => one === from);
  if (name === undefined) {
    throw new CommandFailure(
      from === undefined ? words.unknownProject(folder, known) : words.unknownGenerator(from, known),
    );
  }
  const others = project.others.filter((file) => !builtFolders[file.split('/')[0] ?? '']?.includes(name));
  const read = (timeZone?: string): ProjectNewsroom => readNewsroom({ ...project, others }, name, timeZone);
  try {
    read();
  } catch (error) {
    if (!(error instanceof UnreadableFrontMatter)) throw error;
    throw new CommandFailure(words.unreadableMatter(`${folder}/${error.file}`, error.message));
  }
  return { read };
}

async function readProject(folder: string): Promise<ProjectFiles> {
  const accepts = (entry: Dirent): boolean =>
    !entry.isSymbolicLink() &&
    (!entry.name.startsWith('.') || entry.name.startsWith('.eleventy')) &&
    !(entry.isDirectory() && programFolders.has(entry.name));
  const texts = new Map<string, string>();
  const others: string[] = [];
  for (const file of listFiles(folder, accepts).sort()) {
    if (!text.test(file) || notContent.test(file)) others.push(file.normalize('NFC'));
    else texts.set(file, await readWhole(path.join(folder, file)));
  }
  return { texts, others };
}

async function readWhole(file: string): Promise<string> {
  if ((await readFile(file)).length === 0) return '';
  let whole = '';
  for await (const piece of readSourceText(file)) whole += piece;
  return whole;
}
