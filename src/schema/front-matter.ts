import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { stripInvisible } from './yaml/clean-text.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlSource } from './yaml/types.ts';

/** The front matter and the body of a Markdown file. */
export interface FrontMatter {
  source: YamlSource;
  /** The text after the front matter. */
  body: string;
  /** The line of the file, from 1, on which the body begins. */
  bodyLine: number;
}

/** The offsets of the parts of a Markdown file. */
export interface FrontMatterBounds {
  yamlStart: number;
  /** Start of the closing `---`. */
  yamlEnd: number;
  bodyStart: number;
}

/** Zero-width characters that editors and chat programs leave beside the dashes. */
const mark = '[\\u200b-\\u200f\\u2060\\ufeff]';
const marks = `${mark}*`;
const opening = new RegExp(`^${marks}(?!${mark})(?:[ \\t]*\\r?\\n)*[ \\t]*${marks}---${marks}[ \\t]*\\r?\\n`);
const closing = new RegExp(`^${marks}---${marks}[ \\t]*(?:\\r?\\n|$)`, 'm');
const indentedClosing = /^[ \t]+---[ \t]*(?:\r?\n|$)/m;
/** Lines that were probably meant as `---`: other dashes, tatweels, or hyphens in another number. */
const otherDashes = /^\s*(?:[-‐‑‒–—―−⸺⸻ـ_]+|\*{3,}|={3,})\s*$/;

/**
 * Finds the front matter of a file, which may begin with a BOM or empty lines; undefined if it is missing or not
 * closed.
 */
export function findFrontMatter(text: string): FrontMatterBounds | undefined {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const end = closing.exec(rest) ?? indentedClosing.exec(rest);
  if (end === null) return undefined;
  const yamlEnd = start + end.index;
  return { yamlStart: start, yamlEnd, bodyStart: yamlEnd + end[0].length };
}

/** Returns the body of a Markdown file without parsing the front matter; undefined if that is missing or not closed. */
export function findBody(text: string): Pick<FrontMatter, 'body' | 'bodyLine'> | undefined {
  const bounds = findFrontMatter(text);
  return bounds && { body: text.slice(bounds.bodyStart), bodyLine: lineAt(text, bounds.bodyStart) };
}

/** In UTF-16 code units: far more than the summary, tags and old addresses of any article. */
const longestFrontMatter = 50_000;

/** Reads the front matter of a Markdown file, or returns a problem that says why none was found. */
export function readFrontMatter(text: string, file: string): FrontMatter | { problem: Problem } {
  const bounds = findFrontMatter(text);
  if (bounds === undefined) return { problem: missingFrontMatter(text, file) };
  const { yamlStart, yamlEnd, bodyStart } = bounds;
  if (yamlEnd - yamlStart > longestFrontMatter)
    return {
      problem: { file, line: lineAt(text, yamlStart), message: messages.frontMatterTooLong(longestFrontMatter) },
    };
  return {
    source: readYaml(text.slice(yamlStart, yamlEnd), file, lineAt(text, yamlStart)),
    body: text.slice(bodyStart),
    bodyLine: lineAt(text, bodyStart),
  };
}

function missingFrontMatter(text: string, file: string): Problem {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) {
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => stripInvisible(line).trim() !== '');
    return (
      misdashed(lines[first] ?? '', file, first + 1) ?? {
        file,
        line: 1,
        message: messages.noFrontMatter(),
        suggestion: '---',
      }
    );
  }
  const firstLine = lineAt(text, start);
  const lines = text.slice(start).split(/\r?\n/);
  const end = lines.findIndex((line) => !/^(?:\s|#|- |[\p{L}_][^:]*:(?:\s|$))/u.test(line) || isDashed(line));
  const line = firstLine + (end === -1 ? lines.length - 1 : end);
  return (
    misdashed(lines[end] ?? '', file, line) ?? {
      file,
      line,
      message: messages.unclosedFrontMatter(),
      suggestion: '---',
    }
  );
}

function misdashed(written: string, file: string, line: number): Problem | undefined {
  if (!isDashed(written)) return undefined;
  const column = written.search(/[^\s\ufeff]/) + 1;
  const dashes = stripInvisible(written).trim();
  return { file, line, column, source: written, message: messages.notDashes(dashes), suggestion: '---' };
}

function isDashed(line: string): boolean {
  return otherDashes.test(stripInvisible(line));
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
