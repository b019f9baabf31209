import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { messages } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { pointTo } from './places.ts';
import type { Place } from './types.ts';

/** A parsed YAML text. */
export interface ParsedText {
  text: string;
  /** Each with `\r` at its end if it has one. */
  lines: readonly string[];
  document: ReturnType<typeof parseDocument>;
  /** Turns offsets into lines and columns. */
  counter: LineCounter;
}

/** A parsed part of a file, in which some lines may have been corrected. */
export interface ParsedLines extends ParsedText {
  file: string;
  /** The line of the file on which the text begins, from 1. */
  firstLine: number;
  /** The lines before any correction. */
  written: readonly string[];
}

/**
 * Parses a text in the failsafe schema: every scalar stays a string. The parser need not compare each key with all
 * others: `readValues` reports those that are there twice.
 */
export function parse(text: string): ParsedText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
  });
  return { text, lines: text.split('\n'), document, counter };
}

/** Returns the place of a node, without the whitespace that the parser counts at the end of a list or a map. */
export function placeOfNode(parsed: ParsedLines, node: Node | null | undefined): Place {
  const [from, to] = node?.range ?? [0, 0];
  const end = isScalar(node) ? to : from + parsed.text.slice(from, to).trimEnd().length;
  return placeBetween(parsed, from, end);
}

/** Returns the place of the text between two offsets. */
export function placeBetween(
  { text, lines, counter, firstLine, written }: ParsedLines,
  from: number,
  to: number,
): Place {
  const { line, col } = text === '' ? { line: 1, col: 1 } : counter.linePos(from);
  const lineStart = from - col + 1;
  const whole = lines[line - 1] ?? '';
  const lineEnd = lineStart + whole.length;
  const shown = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  const asWritten = written[line - 1] ?? shown;
  return {
    line: firstLine + line - 1,
    text: shown,
    start: from - lineStart,
    ...(to <= lineEnd && { end: to - lineStart }),
    ...(asWritten !== shown && { written: asWritten }),
  };
}

/** Returns the places of the non-empty lines between two offsets, each without the whitespace around its text. */
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

/** Whether a text was parsed without an error, and is a map or empty. */
export function readsAsMap({ document }: ParsedText): boolean {
  const { errors, warnings, contents } = document;
  return errors.length === 0 && warnings.length === 0 && isMapOrEmpty(contents);
}

function isMapOrEmpty(contents: unknown): boolean {
  return contents === null || isMap(contents) || (isScalar(contents) && contents.value === '');
}

/** Reports only the parser's first error, since the later ones are often its consequences. */
export function syntaxProblems(parsed: ParsedLines): Problem[] {
  const { document, file, firstLine } = parsed;
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault === undefined) {
    return isMapOrEmpty(document.contents) ? [] : [{ file, line: firstLine, message: messages.notAMap() }];
  }
  const [at] = fault.pos;
  const place = placeBetween(parsed, at, at);
  return [{ file, ...pointTo(place), message: syntaxMessage(fault.code, place.start + 1) }];
}

function syntaxMessage(code: string, column: number): string {
  if (code === 'MULTIPLE_DOCS') return messages.manyDocuments();
  return code === 'BAD_INDENT' ? messages.unevenIndent() : messages.notYaml(column);
}
