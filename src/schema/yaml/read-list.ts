import type { Problem } from '../problem.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlSource } from './types.ts';

/** An empty list in a line of its own. */
const emptyList = /^\[[ \t]*\](?=[ \t]*(?:#.*)?$)/m;

/** The mark at which YAML may begin, below comments only. */
const documentStart = /^((?:[ \t]*(?:#.*)?\r?\n)*)---[ \t]*(?=\r?\n|$)/;

/**
 * Reads a file that is a list, though `readYaml` reads keys: the list is put below the key `root` in a line before the
 * first one. A file that has the key itself is read as it is.
 */
export function readYamlList(content: string, file: string, root: string): YamlSource {
  const text = content.replace(/^\ufeff/, '').replace(documentStart, '$1');
  const hasRoot = new RegExp(`^${root}[ \\t]*:`, 'm').test(text);
  return hasRoot ? readYaml(text, file, 1) : readYaml(`${root}:\n${text.replace(emptyList, '')}`, file, 0);
}

/** Moves a problem from the line that `readYamlList` adds to the first line of the file. */
export function inFirstLine(problem: Problem): Problem {
  if (problem.line > 0) return problem;
  const { column: _column, source: _source, suggestion: _suggestion, ...rest } = problem;
  return { ...rest, line: 1 };
}
