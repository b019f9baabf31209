import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { messages } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { pointTo } from './places.ts';
import type { Place } from './types.ts';

/** A YAML text parsed. */
export interface ParsedText {
  text: string;
  document: ReturnType<typeof parseDocument>;
  counter: LineCounter;
}

/** The same as a part of a file, of which some lines may have been corrected. */
export interface ParsedLines extends ParsedText {
  file: string;
  firstLine: number;
  /** The lines before any correction. */
  written: readonly string[];
}

export function parse(text: string): ParsedText {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  return { text, document, counter };
}

/** The place of the text between two offsets. */
export function placeBetween({ text, counter, firstLine, written }: ParsedLines, from: number, to: number): Place {
  const { line, col } = text === '' ? { line: 1, col: 1 } : counter.linePos(from);
  const lineStart = from - col + 1;
  const nextBreak = text.indexOf('\n', lineStart);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const shown = text.slice(lineStart, lineEnd).replace(/\r$/, '');
  const asWritten = written[line - 1] ?? shown;
  return {
    line: firstLine + line - 1,
    text: shown,
    start: from - lineStart,
    ...(to <= lineEnd && { end: to - lineStart }),
    ...(asWritten !== shown && { written: asWritten }),
  };
}

/** The places of the lines between two offsets, each without the space before and after its text. */
export function linesBetween(parsed: ParsedLines, from: number, to: number): Place[] {
  let at = from;
  return parsed.text
    .slice(from, to)
    .split('\n')
    .flatMap((line) => {
      const start = at + line.length - line.trimStart().length;
      at += line.length + 1;
      return line.trim() === '' ? [] : [placeBetween(parsed, start, start + line.trim().length)];
    });
}

/** What `readYaml` tells in words of its own. */
const harmless = new Set(['DUPLICATE_KEY']);

/** Whether it reads, and as keys with their values. */
export function isSound({ document }: ParsedText): boolean {
  const { errors, warnings, contents } = document;
  return errors.every(({ code }) => harmless.has(code)) && warnings.length === 0 && isReadable(contents);
}

function isReadable(contents: unknown): boolean {
  return contents === null || isMap(contents) || (isScalar(contents) && contents.value === '');
}

/** What the parser refuses, as far as it went: one problem, or none. */
export function syntaxProblems(parsed: ParsedLines): Problem[] {
  const { document, file, firstLine } = parsed;
  const fault = [...document.errors, ...document.warnings].find(({ code }) => !harmless.has(code));
  if (fault === undefined) {
    return isReadable(document.contents) ? [] : [{ file, line: firstLine, message: messages.notAMap() }];
  }
  const [at] = fault.pos;
  const place = placeBetween(parsed, at, at);
  return [{ file, ...pointTo(place), message: syntaxMessage(fault.code, place.start + 1) }];
}

function syntaxMessage(code: string, column: number): string {
  if (code === 'MULTIPLE_DOCS') return messages.manyDocuments();
  return code === 'BAD_INDENT' ? messages.unevenIndent() : messages.notYaml(column);
}
