import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ContentError } from '../../library/content/content-error.ts';
import { realPath } from '../../library/directories.ts';
import { messages } from '../../schema/messages.ts';
import { commandStrings } from '../../strings/commands.ts';

const folder = 'theme/components';

/** What Astro and Vite tell of an error in a file. */
interface PlacedError {
  message?: string;
  /** The file, of errors while modules are bundled. */
  id?: string;
  loc?: { file?: string; line?: number; column?: number };
  themeComponent?: string;
  stack?: string;
}

const refused = /The newsroom's (theme\/components\/.+) may not import (.+)\./;

/** Makes the error of an import that the newsroom's components may not have; only its message leaves the compiling process. */
export function refuseImport(specifier: string, importer: string): Error {
  const file = importer.replace(/\?.*/s, '').slice(importer.lastIndexOf(`/${folder}/`) + 1);
  return new Error(`The newsroom's ${file} may not import ${specifier}.`);
}

/** Describes why a component of the newsroom could not be compiled; undefined if something else went wrong. */
export function describeCompilation(error: PlacedError, contentDirectory: string): ContentError | undefined {
  const { message = '' } = error;
  const [, importer, specifier] = refused.exec(message) ?? [];
  if (importer !== undefined && specifier !== undefined)
    return new ContentError([{ file: importer, line: 1, message: messages.componentImport(specifier) }]);
  const named = [error.loc?.file, error.id, message].flatMap((text) => text?.replaceAll('\\', '/') ?? []);
  const roots = [contentDirectory, realPath(contentDirectory)].map((root) => `${root.replaceAll('\\', '/')}/`);
  const found = named.flatMap((text) => roots.flatMap((root) => text.split(`${root}${folder}/`).slice(1)));
  const [file] = found.flatMap((rest) => /^[^\s?:"'()[\]]+/.exec(rest)?.[0] ?? []);
  if (file === undefined) return undefined;
  const line = error.loc?.line ?? lineIn(message, file);
  const told = commandStrings.build.componentFailed(reasonOf(error));
  return new ContentError([{ file: `${folder}/${file}`, line, message: told }]);
}

/** Throws the error of a page; as a problem of the newsroom's component if that one has thrown it. */
export async function blameComponent(error: PlacedError): Promise<never> {
  const { themeComponent: file } = error;
  if (file === undefined) throw error;
  const line = (await lineInSource(error.stack ?? '', file)) ?? 1;
  throw new ContentError([{ file, line, message: commandStrings.build.componentThrew(reasonOf(error)) }]);
}

/** Finds the line of a source file that a stack begins in, by the map beside the compiled file. */
async function lineInSource(stack: string, file: string): Promise<number | undefined> {
  const [, compiled, line, column] = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/.exec(stack) ?? [];
  if (compiled === undefined) return undefined;
  const map = await readFile(new URL(`${compiled}.map`), 'utf8').catch(() => undefined);
  if (map === undefined) return undefined;
  const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column) - 1);
  const isThere = 'originalSource' in entry && entry.originalSource.endsWith(file);
  return isThere ? entry.originalLine + 1 : undefined;
}

/** Finds the line in a message such as `…/Chart.astro:3:14`. */
function lineIn(message: string, file: string): number {
  const found = message.indexOf(`${path.posix.basename(file)}:`);
  const [, line] = found === -1 ? [] : (/:(\d+)/.exec(message.slice(found)) ?? []);
  return Number(line ?? 1);
}

/** Returns what a message says is wrong, without the names of plugins and the stack around it. */
function reasonOf({ message = '' }: PlacedError): string {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  const telling = lines.find((line) => /^(?:\w*Error: |\[\w+_ERROR\])/.test(line)) ?? lines[0] ?? '';
  return telling.replace(/^(?:\w*Error: |\[[^\]]*\]\s*)/, '').trim();
}
