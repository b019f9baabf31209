import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../../lib/compare.ts';
import { digestBytes, digestText } from '../../lib/digest.ts';
import { articleComponents } from '../../markdown/article-components.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import { parseBytes } from '../content/entries.ts';
import { listFiles } from '../list-files.ts';

const componentFolder = 'theme/components';

/** A component of the newsroom that its articles in MDX can use. */
export interface ThemeComponent {
  name: string;
  /** Content-relative, with `/`. */
  file: string;
  /** The names of the other components that it imports. */
  uses: string[];
}

export interface ThemeComponents {
  names: string[];
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
  const problems: Problem[] = [];
  const files: ThemeComponent[] = [];
  for (const { file, absolute } of placed) {
    const name = nameOf(file);
    const fault = findNameFault(name);
    if (fault !== undefined) {
      problems.push({ file, line: 1, message: fault });
      continue;
    }
    const read = parseBytes(file, await readFile(absolute), (text) => readComponent(file, absolute, text));
    problems.push(...read.problems);
    files.push({ name, file, uses: read.uses });
  }
  const digests = await Promise.all(
    folder.map(async ({ file, absolute }) => `${file} ${digestBytes(await readFile(absolute))}`),
  );
  const digest = files.length === 0 ? '' : digestText(digests.join('\n'));
  return { components: { names: files.map(({ name }) => name), files, digest }, problems };
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
  return articleComponents.includes(name) ? messages.componentNameTaken(name) : undefined;
}

const importing = /(?:^|[\s;}])(?:import|export)\b[^'"`;]{0,500}?['"]([^'"\n]{1,500})['"]/g;
const importingLater = /\bimport\s*\(\s*['"]([^'"\n]{1,500})['"]/g;
/** What Astro writes into the page itself, where the content policy refuses it. */
const inPage = /\s(is:inline|define:vars)\b/g;

function readComponent(file: string, absolute: string, text: string): { uses: string[]; problems: Problem[] } {
  const uses: string[] = [];
  const told: { index: number; message: string }[] = [];
  for (const { 1: specifier = '', 0: whole, index } of importsIn(text)) {
    const at = index + whole.lastIndexOf(specifier);
    const target = path.resolve(path.dirname(absolute), specifier);
    const isInside = specifier.startsWith('.') && target.startsWith(path.dirname(absolute) + path.sep);
    if (specifier.startsWith('astro:') || specifier === 'astro/types') continue;
    if (!isInside) told.push({ index: at, message: messages.componentImport(specifier) });
    else if (!existsSync(target)) told.push({ index: at, message: messages.componentImportMissing(specifier) });
    else if (isComponentFile(`${componentFolder}/${path.relative(path.dirname(absolute), target)}`))
      uses.push(nameOf(target));
  }
  for (const { 1: directive = '', index } of text.matchAll(inPage))
    told.push({ index: index + 1, message: messages.componentInline(directive) });
  return { uses, problems: told.map(({ index, message }) => ({ file, ...placeOf(text, index), message })) };
}

/** Finds the imports of the frontmatter and of scripts, not those in the text that readers see. */
function importsIn(text: string): RegExpExecArray[] {
  const [, frontmatter = ''] = /^\s*---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  const start = text.indexOf(frontmatter);
  const found = [...frontmatter.matchAll(importing), ...frontmatter.matchAll(importingLater)];
  return found.map((match) => Object.assign(match, { index: match.index + start }));
}

function placeOf(text: string, index: number): Pick<Problem, 'line' | 'column' | 'source'> {
  const before = text.slice(0, index).split('\n');
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    source: text.split('\n')[before.length - 1] ?? '',
  };
}
