import { statSync } from 'node:fs';
import path from 'node:path';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import { parseBytes } from '../content/entries.ts';
import { findImports, type Place, placeOf } from './component-code.ts';
import { compilationFaults } from './component-compiler.ts';
import { readListed } from './read-listed.ts';

/** A file in the folder of components, and what it imports from there. */
export interface ComponentFile {
  /** Content-relative, with `/`. */
  file: string;
  uses: { file: string; isOfTypes: boolean; place: Place }[];
}

interface ReadFile {
  uses: ComponentFile['uses'];
  problems: Problem[];
}

const code = /\.(?:astro|[cm]?[jt]sx?)$/;
/** What Astro writes into the page itself, where the content policy refuses it. */
const inPage = /\s(is:inline|define:vars)\b/g;
/** The endings that an import may leave out, in the order in which Vite tries them. */
const endings = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

/** Reads the files in the folder of components that hold code or JSON, and reports what keeps them from being used. */
export async function readComponentFiles(
  folder: readonly ContentFile[],
): Promise<{ files: ComponentFile[]; problems: Problem[] }> {
  const files: ComponentFile[] = [];
  const problems: Problem[] = [];
  const data = new Set<string>();
  const compile = await compilationFaults();
  for (const { file, absolute } of folder.filter((one) => code.test(one.file))) {
    const bytes = await readListed(absolute);
    if (bytes === undefined) continue;
    const read = parseBytes(file, bytes, (text) => readCode(file, absolute, text, data));
    problems.push(...read.problems);
    files.push({ file, uses: read.uses });
    if (file.endsWith('.astro') && read.problems.length === 0) problems.push(...compile(bytes.toString(), file));
  }
  for (const { file, absolute } of folder.filter((one) => data.has(one.file))) {
    const bytes = await readListed(absolute);
    if (bytes) problems.push(...parseBytes(file, bytes, (text) => readData(file, text)).problems);
  }
  return { files, problems: [...problems, ...findCircles(files)] };
}

/** Returns a file and all that it uses, each once. */
export function reachedFrom(file: string, files: ReadonlyMap<string, ComponentFile>): string[] {
  const reached = new Set([file]);
  for (const each of reached) for (const used of files.get(each)?.uses ?? []) reached.add(used.file);
  return [...reached];
}

function readCode(file: string, absolute: string, text: string, data: Set<string>): ReadFile {
  const uses: ComponentFile['uses'] = [];
  const told: { index: number; message: string }[] = [];
  const { imports, patterns } = findImports(text, file);
  for (const { specifier, index, isOfTypes } of imports) {
    const [bare = '', query] = specifier.split(/(?=[?#])/);
    if (bare.startsWith('astro:') || bare === 'astro/types') continue;
    const inFolder = path.posix.normalize(path.posix.join(path.posix.dirname(file), bare));
    const isInside = bare.startsWith('.') && /^theme\/components\/./.test(inFolder);
    if (!isInside) {
      told.push({ index, message: messages.componentImport(specifier) });
      continue;
    }
    const target = path.resolve(path.dirname(absolute), bare);
    const ending = endings.find((one) => statSync(target + one, { throwIfNoEntry: false })?.isFile());
    if (ending === undefined) told.push({ index, message: messages.componentImportMissing(specifier) });
    else if (query === undefined) {
      const used = inFolder + ending;
      uses.push({ file: used, isOfTypes, place: placeOf(text, index) });
      if (used.endsWith('.json')) data.add(used);
    }
  }
  for (const index of patterns) told.push({ index, message: messages.componentImportPattern() });
  if (file.endsWith('.astro'))
    for (const { 1: directive = '', index } of text.matchAll(inPage))
      told.push({ index: index + 1, message: messages.componentInline(directive) });
  return { uses, problems: told.map(({ index, message }) => ({ file, ...placeOf(text, index), message })) };
}

function readData(file: string, text: string): { problems: Problem[] } {
  try {
    JSON.parse(text);
    return { problems: [] };
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
    const index = position === undefined ? text.trimEnd().length : Number(position);
    return { problems: [{ file, ...placeOf(text, index), message: messages.componentData() }] };
  }
}

/** Reports each import that leads back to the component that it began in: such components never end. */
function findCircles(files: readonly ComponentFile[]): Problem[] {
  const known = new Map(files.map((file) => [file.file, file]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const follow = (file: string, above: readonly string[]): void => {
    if (done.has(file)) return;
    const chain = [...above, file];
    for (const { file: used, isOfTypes, place } of known.get(file)?.uses ?? []) {
      const circle = chain.indexOf(used) === -1 ? [] : chain.slice(chain.indexOf(used));
      if (isOfTypes) continue;
      if (circle.length === 0) follow(used, chain);
      else if (circle.some((each) => each.endsWith('.astro'))) {
        const names = [...circle, used].map((each) => path.posix.basename(each));
        problems.push({ file, ...place, message: messages.componentCircle(names) });
      }
    }
    done.add(file);
  };
  for (const { file } of files) follow(file, []);
  return problems;
}
