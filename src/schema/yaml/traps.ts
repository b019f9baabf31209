import { messages } from '../messages.ts';
import { stripInvisible } from './clean-text.ts';
import { quoteYaml } from './write-yaml.ts';

/** A line with a common mistake: YAML refuses it, but its author's intention is plain. */
export interface Trap {
  /** Index of the line in the text. */
  index: number;
  /** Column of the mistake in the line, from 1. */
  column: number;
  message: string;
  /** The line as it should be. */
  corrected: string;
  /** The key of the line. */
  field?: string;
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_-]*`;
/** `  - key: value` → indent, key, value. */
const keyWithValue = new RegExp(String.raw`^(\s*(?:- +)?)(${name})[ \t]*:[ \t]+(\S.*?)[ \t]*$`, 'u');
const keyLine = new RegExp(String.raw`^\s*(?:- +)?${name}[ \t]*:(\s|$)`, 'u');
const wideColon = new RegExp(String.raw`^(\s*)(${name})\s*：\s*(.*)$`, 'u');
/** `title:` and a no-break space or an invisible character. */
const oddSpace = new RegExp(String.raw`^((\s*)(${name})[ \t]*:)((?![ \t])[\s\u00ad\u061c\u200b-\u200f\u2060].*)$`, 'u');
/** `title:نص`, but not `https://`. */
const tight = /^((\s*)([a-z][a-z-]*)[ \t]*:)(?!\/\/)(\S.*)$/;
/** The same with a key in any script, but only without an indent: an indented line may continue the text before it. */
const tightUnindented = new RegExp(String.raw`^(()(${name})[ \t]*:)(?!\/\/)(\S.*)$`, 'u');
/** `title نص`, `title = نص`, `title؛ نص`: no colon. */
const colonless = /^([a-z][a-z-]*)(?:[ \t]*[=;؛،][ \t]*|[ \t]+)([^:=\s].*)$/;
/** A backslash before a character that YAML 1.2.2 §5.7 does not list. */
const unknownEscape = /^(?:[^\\]|\\[0abtnvfreNL_PxuU "\\/\t])*\\[^0abtnvfreNL_PxuU "\\/\t]/;
const blockScalar = /^[|>][0-9+-]*(?:[ \t]+#.*)?$/;

/** The lines of a text; the arrays hold an index for each line, so that no line searches the others. */
interface TextLines {
  lines: readonly string[];
  /** The nearest line above that is not empty; -1 if there is none. So too in the next two. */
  filledAbove: readonly number[];
  keyAbove: readonly number[];
  /** A list item, a line without an indent or one that ends in a colon. */
  listOrKeyAbove: readonly number[];
  /** The nearest line below with a key; the number of lines if there is none. */
  keyBelow: readonly number[];
}

function readLines(text: string): TextLines {
  const lines = text.split(/\r?\n/);
  const keyBelow: number[] = [];
  let below = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    keyBelow[index] = below;
    if (keyLine.test(lines[index] ?? '')) below = index;
  }
  const nearestAbove = (isOne: (line: string) => boolean) => {
    let nearest = -1;
    return lines.map((line, index) => {
      const above = nearest;
      if (isOne(line)) nearest = index;
      return above;
    });
  };
  return {
    lines,
    filledAbove: nearestAbove((line) => line.trim() !== ''),
    keyAbove: nearestAbove((line) => keyLine.test(line)),
    listOrKeyAbove: nearestAbove((line) => /^ *- |^[^\s-]|:\s*$/.test(line)),
    keyBelow,
  };
}

/**
 * Finds the first `most` lines of a YAML text that are common mistakes, each with its correction. Only for a text that
 * the parser has refused: some of these lines are legitimate YAML.
 */
export function findTraps(text: string, most: number): Trap[] {
  const read = readLines(text);
  const traps: Trap[] = [];
  let blockIndent: number | undefined;
  let resumesAt = 0;
  for (const [index, line] of read.lines.entries()) {
    if (traps.length === most) break;
    if (index < resumesAt || line.trim() === '' || /^ *#/.test(line)) continue;
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== undefined && indent > blockIndent) continue;
    blockIndent = undefined;
    const value = keyWithValue.exec(line)?.[3];
    if (value !== undefined && blockScalar.test(value)) blockIndent = indent;
    else {
      const trap = findTrap(read, index);
      if (trap !== undefined) traps.push({ index, ...trap });
      else resumesAt = index + 1 + linesUntilClosed(read, index);
    }
  }
  return traps;
}

type FoundTrap = Omit<Trap, 'index'>;

function findTrap(text: TextLines, index: number): FoundTrap | undefined {
  const line = text.lines[index] ?? '';
  return (
    trapInIndent(text, index) ??
    trapInItem(text, index) ??
    trapInKey(line) ??
    trapInValue(text, index) ??
    trapInContinuation(text, index)
  );
}

/**
 * Counts the lines after `index` that belong to a quotation or bracket which the line opens; 0 if it is never closed.
 */
function linesUntilClosed(text: TextLines, index: number): number {
  const [, , , value = ''] = keyWithValue.exec(text.lines[index] ?? '') ?? [];
  const [sign = ''] = value;
  const close = { '"': '"', "'": "'", '[': ']', '{': '}' }[sign];
  if (close === undefined || value.slice(1).includes(close)) return 0;
  return continuation(text, index).findIndex((line) => line.includes(close)) + 1;
}

function trapInIndent({ lines, filledAbove }: TextLines, index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const edge = /^[\s\u200b-\u200f\ufeff]*/.exec(line)?.[0] ?? '';
  const rest = line.slice(edge.length);
  if (edge.includes('\t')) {
    return {
      column: edge.indexOf('\t') + 1,
      message: messages.tabIndent(),
      corrected: edge.replaceAll('\t', '  ') + rest,
    };
  }
  if (/[^ ]/.test(edge)) {
    const corrected = edge.replace(/[\u200b-\u200f\ufeff]/g, '').replace(/\s/g, ' ') + rest;
    return { column: edge.search(/[^ ]/) + 1, message: messages.oddIndent(), corrected };
  }
  const before = lines[filledAbove[index] ?? -1];
  const follows = before === undefined || (keyWithValue.test(before) && indentOf(before) < indentOf(line));
  if (edge !== '' && follows && keyLine.test(line) && !line.trimStart().startsWith('- ')) {
    return { column: 1, message: messages.extraIndent(), corrected: `${' '.repeat(indentOf(before ?? ''))}${rest}` };
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Finds `– عنصر`, `-عنصر`, or a `- عنصر` that is not aligned with the items before it. */
function trapInItem({ lines, listOrKeyAbove }: TextLines, index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const [, indent = '', mark, item = ''] = /^( *)(-|[–—‐‑−•*ـ])(.*)$/.exec(line) ?? [];
  if (mark === undefined || item.startsWith('-') || (mark !== '-' && !/^\s/.test(item))) return undefined;
  const above = lines[listOrKeyAbove[index] ?? -1];
  const isInList = above !== undefined && (/^ *- /.test(above) || /:\s*$/.test(above));
  const indentOfItems = /^ *(?=- )/.exec(above ?? '')?.[0] ?? indent;
  const corrected = `${indentOfItems}- ${item.trim()}`;
  if (!isInList || corrected.trimEnd() === line.trimEnd()) return undefined;
  return { column: indent.length + 1, message: messages.notListItem(mark), corrected };
}

/** Finds an unindented line without a key after a key with its value: `summary: سطر` and then `سطر آخر`. */
function trapInContinuation({ lines, keyAbove }: TextLines, index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const before = lines[keyAbove[index] ?? -1] ?? '';
  const [, , , value = ''] = keyWithValue.exec(before) ?? [];
  const isPlain = value !== '' && !/^["'[{|>&*!]/.test(value);
  if (!isPlain || !/^[\p{L}\p{N}«(]/u.test(line) || line.includes(':')) return undefined;
  return { column: 1, message: messages.keylessLine(), corrected: `  ${line}` };
}

function trapInKey(line: string): FoundTrap | undefined {
  const trap = (found: string, column: number, message: string, corrected: string): FoundTrap => ({
    column,
    field: found,
    message,
    corrected: corrected.trimEnd(),
  });
  const [, wideIndent = '', wideName, wideValue = ''] = wideColon.exec(line) ?? [];
  if (wideName !== undefined) {
    const corrected = `${wideIndent}${wideName}: ${wideValue}`;
    return trap(wideName, line.indexOf('：') + 1, messages.fullWidthColon(wideName), corrected);
  }
  const [, oddHead = '', oddIndent = '', oddName, oddValue = ''] = oddSpace.exec(line) ?? [];
  if (oddName !== undefined) {
    const corrected = `${oddIndent}${oddName}: ${stripInvisible(oddValue).trim()}`;
    return trap(oddName, oddHead.length + 1, messages.oddSpaceAfterColon(oddName), corrected);
  }
  const [, head = '', indent = '', tightName, value = ''] = tight.exec(line) ?? tightUnindented.exec(line) ?? [];
  if (tightName !== undefined) {
    return trap(tightName, head.length + 1, messages.noSpaceAfterColon(tightName), `${indent}${tightName}: ${value}`);
  }
  const [, bareName, bareValue = ''] = line.includes(':') ? [] : (colonless.exec(line) ?? []);
  if (bareName !== undefined) {
    return trap(bareName, bareName.length + 1, messages.noColon(bareName), `${bareName}: ${bareValue}`);
  }
  return undefined;
}

/** A line `key: value`. */
interface KeyedLine {
  line: string;
  key: string;
  value: string;
  /** Index in `line` at which the value begins. */
  valueAt: number;
  /** The lines after this one up to the next key. */
  following: readonly string[];
}

function trapInValue(text: TextLines, index: number): FoundTrap | undefined {
  const line = text.lines[index] ?? '';
  const [, head = '', name = '', value = ''] = keyWithValue.exec(line) ?? [];
  if (value === '') return undefined;
  const valueAt = line.indexOf(value, head.length + name.length + 1);
  const written: KeyedLine = { line, key: name, value, valueAt, following: continuation(text, index) };
  const [sign = ''] = value;
  if (sign === '"' || sign === "'") return trapInQuotes(written, sign);
  if (sign === '[' || sign === '{') return trapInBrackets(written, sign);
  return trapInPlainValue(written, sign);
}

/** Makes a trap that replaces the value; the mistake is `at` characters after the beginning of the value. */
function valueTrap({ line, key, valueAt }: KeyedLine, message: string, value: string, at = 0): FoundTrap {
  return { column: valueAt + at + 1, field: key, message, corrected: line.slice(0, valueAt) + value };
}

function trapInQuotes(written: KeyedLine, sign: '"' | "'"): FoundTrap | undefined {
  const { key, value, following } = written;
  if (sign === '"' && unknownEscape.test(value)) {
    return valueTrap(written, messages.backslashInQuotes(key), quoteYaml(value.slice(1).replace(/"$/, '')));
  }
  const end = closingQuote(value, sign);
  if (end !== undefined) {
    return isOver(value, end) ? undefined : valueTrap(written, messages.textAfterQuote(key), quoteYaml(value));
  }
  const isClosedLater = following.some((next) => next.includes(sign));
  return isClosedLater ? undefined : valueTrap(written, messages.unclosedQuote(key), closeQuote(value, sign));
}

/** `{ name: ليان، gender: أنثى }`: YAML does not take «،» for a comma. */
const commaBeforeKey = /،\s*(?=[\p{L}_-]+\s*:\s)/gu;

function trapInBrackets(written: KeyedLine, sign: '[' | '{'): FoundTrap | undefined {
  const { key, value, following } = written;
  const comma = sign === '{' ? value.search(commaBeforeKey) : -1;
  if (comma !== -1) {
    return valueTrap(written, messages.arabicCommaBetweenKeys(key), value.replaceAll(commaBeforeKey, ', '), comma);
  }
  const hash = value.search(/(?<=[[{,\s])#\S/);
  if (hash !== -1) {
    return valueTrap(written, messages.hashInList(key), value.replace(/(?<=[[{,\s])#(?=\S)/g, ''), hash);
  }
  const close = sign === '[' ? ']' : '}';
  const end = value.lastIndexOf(close);
  if (end !== -1) {
    return isOver(value, end) ? undefined : valueTrap(written, messages.textAfterBracket(key), quoteYaml(value));
  }
  const isClosedLater = following.some((next) => next.includes(close));
  return isClosedLater ? undefined : valueTrap(written, messages.unclosedBracket(key), value + close);
}

function trapInPlainValue(written: KeyedLine, sign: string): FoundTrap | undefined {
  const { key, value } = written;
  const message = /^(?:[@`%*&!|>,\]}]|\?(?:\s|$))/.test(value)
    ? messages.reservedStart(key, sign)
    : /^-(?:\s|$)/.test(value)
      ? messages.dashInValue(key)
      : /:(\s|$)/.test(value)
        ? messages.colonInValue(key)
        : undefined;
  return message === undefined ? undefined : valueTrap(written, message, quoteYaml(value));
}

/** Whether nothing but a comment follows the closing mark at `end`. */
function isOver(value: string, end: number): boolean {
  return /^\s*(#.*)?$/.test(value.slice(end + 1));
}

/** Returns the lines between `index` and the next key, which may still belong to the value. */
function continuation({ lines, keyBelow }: TextLines, index: number): string[] {
  return lines.slice(index + 1, keyBelow[index]);
}

/** Finds the index of the mark that closes a quotation, skipping escaped ones; undefined if there is none. */
function closingQuote(value: string, quote: string): number | undefined {
  for (let at = 1; at < value.length; at += 1) {
    const character = value[at];
    if (quote === '"' && character === '\\') at += 1;
    else if (character === quote) {
      if (quote === "'" && value[at + 1] === quote) at += 1;
      else return at;
    }
  }
  return undefined;
}

/** Closes a quotation, replacing a typographic quotation mark that was meant to close it. */
function closeQuote(value: string, quote: string): string {
  const inner = value.slice(1).replace(/^([^“”„‟‘’‚‛]*)[“”„‟‘’‚‛]$/, '$1');
  return quote === '"' && inner.endsWith('\\') ? quoteYaml(inner) : quote + inner + quote;
}
