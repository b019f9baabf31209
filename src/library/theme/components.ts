import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../lib/compare.ts';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { articleComponents } from '../../markdown/article-components.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import { listFiles } from '../list-files.ts';
import { reachedFrom, readComponentFiles } from './component-graph.ts';
import { readListed } from './read-listed.ts';

const componentFolder = 'theme/components';

/** The names of the engine's own components: what is compiled for one of the newsroom's is known by its name. */
const engineNames = new Set(
  ['components', 'layouts']
    .flatMap((folder) => listFiles(fileURLToPath(new URL(`../../${folder}`, import.meta.url))))
    .filter((file) => file.endsWith('.astro'))
    .map((file) => path.basename(file, '.astro')),
);

/** A component of the newsroom that its articles in MDX can use. */
export interface ThemeComponent {
  name: string;
  /** Content-relative, with `/`. */
  file: string;
  /** Its file and those of the components that it imports, which may lie in folders below; the styles of all are its own. */
  styled: string[];
}

export interface ThemeComponents {
  /** Those that articles can name. */
  names: string[];
  /** Those of them without problems: `dev` shows pages though others have some. */
  files: ThemeComponent[];
  /** Digest of all files in the folder, since components may read any of them; '' if there is no component. */
  digest: string;
}

interface ReadComponents {
  components: ThemeComponents;
  problems: Problem[];
}

/** Reads the components in `theme/components`, and reports those that articles cannot use. */
export async function readComponents(theme: readonly ContentFile[]): Promise<ReadComponents> {
  const folder = theme.filter(({ file }) => file.startsWith(`${componentFolder}/`));
  const placed = folder.filter(({ file }) => isComponentFile(file));
  if (folder.length === 0) return { components: { names: [], files: [], digest: '' }, problems: [] };
  const read = await readComponentFiles(folder);
  const known = new Map(read.files.map((file) => [file.file, file]));
  const problems: Problem[] = [...read.problems];
  const isFaulty = new Set(read.problems.map(({ file }) => file));
  const names: string[] = [];
  const files: ThemeComponent[] = [];
  for (const { file } of placed) {
    const name = nameOf(file);
    const fault = findNameFault(name);
    if (fault !== undefined) {
      problems.push({ file, line: 1, message: fault });
      continue;
    }
    names.push(name);
    const reached = reachedFrom(file, known);
    if (reached.some((one) => isFaulty.has(one))) continue;
    files.push({ name, file, styled: reached.filter((one) => one.endsWith('.astro')) });
  }
  for (const { file } of folder)
    if (file.endsWith('.astro') && !isComponentFile(file) && engineNames.has(nameOf(file)))
      problems.push({ file, line: 1, message: messages.componentNameTaken(nameOf(file)) });
  const digests = await Promise.all(
    folder.map(
      async ({ file, absolute }) => `${file} ${digestBytes((await readListed(absolute)) ?? new Uint8Array())}`,
    ),
  );
  const digest = names.length === 0 ? '' : digestText(digests.join('\n'));
  return { components: { names, files, digest }, problems };
}

/** Lists the names by which compiled files tell what was made for components: their own, and those of all that they use. */
export function compiledNames(components: readonly ThemeComponent[]): string[] {
  return [...new Set(components.flatMap(({ styled }) => styled.map(nameOf)))];
}

/** Lists the names of a newsroom's components as its folder is now, for `dev`. */
export function listComponentNames(contentDirectory: string): string[] {
  const names = listFiles(path.join(contentDirectory, componentFolder)).sort(compareText);
  return names
    .filter((file) => isComponentFile(`${componentFolder}/${file}`))
    .map(nameOf)
    .filter(isUsable);
}

/** Files in folders below serve components, as data and pictures do. */
function isComponentFile(file: string): boolean {
  return path.posix.dirname(file) === componentFolder && file.endsWith('.astro');
}

function nameOf(file: string): string {
  return path.posix.basename(file, '.astro');
}

function isUsable(name: string): boolean {
  return findNameFault(name) === undefined;
}

function findNameFault(name: string): string | undefined {
  if (!/^[A-Z][A-Za-z\d]*$/.test(name)) return messages.notAComponentName(`${name}.astro`);
  return articleComponents.includes(name) || engineNames.has(name) ? messages.componentNameTaken(name) : undefined;
}
