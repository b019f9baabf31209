import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** A Markdown file in its two parts. */
export interface FrontMatter {
  source: YamlSource;
  /** The text after the front matter. */
  body: string;
  /** The line of the file, from 1, on which the body begins. */
  bodyLine: number;
}

/** Where the parts of a Markdown file stand in its text, as offsets. */
export interface FrontMatterBounds {
  yamlStart: number;
  /** Where the closing `---` begins. */
  yamlEnd: number;
  bodyStart: number;
}

const opening = /^\ufeff?(?:[ \t]*\r?\n)*---[ \t]*\r?\n/;
const closing = /^---[ \t]*(?:\r?\n|$)/m;

/** Finds the front matter of a text that may begin with a BOM or empty lines; undefined where it is not there whole. */
export function findFrontMatter(text: string): FrontMatterBounds | undefined {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const end = closing.exec(text.slice(start));
  if (end === null) return undefined;
  const yamlEnd = start + end.index;
  return { yamlStart: start, yamlEnd, bodyStart: yamlEnd + end[0].length };
}

/** Reads a Markdown file, or tells why it has no front matter. */
export function readFrontMatter(text: string, file: string): FrontMatter | { problem: Problem } {
  const bounds = findFrontMatter(text);
  if (bounds === undefined) return { problem: missingFrontMatter(text, file) };
  const { yamlStart, yamlEnd, bodyStart } = bounds;
  return {
    source: readYaml(text.slice(yamlStart, yamlEnd), file, lineAt(text, yamlStart)),
    body: text.slice(bodyStart),
    bodyLine: lineAt(text, bodyStart),
  };
}

function missingFrontMatter(text: string, file: string): Problem {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return { file, line: 1, message: messages.noFrontMatter(), suggestion: '---' };
  const firstLine = lineAt(text, start);
  const lines = text.slice(start).split(/\r?\n/);
  const end = lines.findIndex((line) => !/^(?:\s|#|- |[\p{L}_][^:]*:(?:\s|$))/u.test(line));
  return {
    file,
    line: firstLine + (end === -1 ? lines.length - 1 : end),
    message: messages.unclosedFrontMatter(),
    suggestion: '---',
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
