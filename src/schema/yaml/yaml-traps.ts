import { messages } from '../messages.ts';
import { quoteYaml, stripInvisible } from './yaml-text.ts';

/** A line that YAML refuses although its author's intention is plain. */
export interface Trap {
  /** Index of the line in the text. */
  index: number;
  /** From 1, in the line. */
  column: number;
  message: string;
  /** The line as it should be. */
  corrected: string;
  field?: string;
}

const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_-]*`;
const keyed = new RegExp(String.raw`^(\s*(?:- +)?)(${name})[ \t]*:[ \t]+(\S.*?)[ \t]*$`, 'u');
const key = new RegExp(String.raw`^\s*(?:- +)?${name}[ \t]*:(\s|$)`, 'u');
const wideColon = new RegExp(String.raw`^(\s*)(${name})\s*：\s*(.*)$`, 'u');
/** A no-break space or an invisible mark after the colon. */
const oddSpace = new RegExp(String.raw`^((\s*)(${name})[ \t]*:)((?![ \t])[\s\u00ad\u061c\u200b-\u200f\u2060].*)$`, 'u');
const tight = /^((\s*)([a-z][a-z-]*)[ \t]*:)(?!\/\/)(\S.*)$/;
/** In any script, but only at the edge: further in it may be the text of the line before. */
const tightAtEdge = new RegExp(String.raw`^(()(${name})[ \t]*:)(?!\/\/)(\S.*)$`, 'u');
/** `title نص`, `title = نص`, `title؛ نص` */
const colonless = /^([a-z][a-z-]*)(?:[ \t]*[=;؛،][ \t]*|[ \t]+)([^:=\s].*)$/;
/** YAML 1.2.2 §5.7 */
const unknownEscape = /^(?:[^\\]|\\[0abtnvfreNL_PxuU "\\/\t])*\\[^0abtnvfreNL_PxuU "\\/\t]/;
const blockScalar = /^[|>][0-9+-]*(?:[ \t]+#.*)?$/;

/**
 * The lines of a YAML text that fall into one of the classic traps, each with its correction. Meant for a text that a
 * parser has refused: in a sound text some of these lines are legitimate.
 */
export function findTraps(text: string): Trap[] {
  const lines = text.split(/\r?\n/);
  const traps: Trap[] = [];
  let blockIndent: number | undefined;
  let resumesAt = 0;
  for (const [index, line] of lines.entries()) {
    if (index < resumesAt || line.trim() === '' || /^ *#/.test(line)) continue;
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== undefined && indent > blockIndent) continue;
    blockIndent = undefined;
    const value = keyed.exec(line)?.[3];
    if (value !== undefined && blockScalar.test(value)) blockIndent = indent;
    else {
      const trap = findTrap(lines, index);
      if (trap !== undefined) traps.push({ index, ...trap });
      else resumesAt = index + 1 + linesUntilClosed(lines, index);
    }
  }
  return traps;
}

type FoundTrap = Omit<Trap, 'index'>;

function findTrap(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  return (
    trapInIndent(lines, index) ??
    trapInItem(lines, index) ??
    trapInKey(line) ??
    trapInValue(lines, index) ??
    trapInContinuation(lines, index)
  );
}

/** How many lines after this one belong to a quotation or a bracket that it opens. */
function linesUntilClosed(lines: readonly string[], index: number): number {
  const [, , , value = ''] = keyed.exec(lines[index] ?? '') ?? [];
  const [sign = ''] = value;
  const close = { '"': '"', "'": "'", '[': ']', '{': '}' }[sign];
  if (close === undefined || value.slice(1).includes(close)) return 0;
  return continuation(lines, index).findIndex((line) => line.includes(close)) + 1;
}

function trapInIndent(lines: readonly string[], index: number): FoundTrap | undefined {
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
  const before = lines.slice(0, index).findLast((other) => other.trim() !== '');
  const follows = before === undefined || (keyed.test(before) && indentOf(before) < indentOf(line));
  if (edge !== '' && follows && key.test(line) && !line.trimStart().startsWith('- ')) {
    return { column: 1, message: messages.extraIndent(), corrected: `${' '.repeat(indentOf(before ?? ''))}${rest}` };
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** `– عنصر`, `-عنصر`, or `- عنصر` that does not stand under the items before it. */
function trapInItem(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const [, indent = '', mark, item = ''] = /^( *)(-|[–—‐‑−•*ـ])(.*)$/.exec(line) ?? [];
  if (mark === undefined || item.startsWith('-') || (mark !== '-' && !/^\s/.test(item))) return undefined;
  const above = lines.slice(0, index).findLast((other) => /^ *- |^[^\s-]|:\s*$/.test(other));
  const isInList = above !== undefined && (/^ *- /.test(above) || /:\s*$/.test(above));
  const indentOfItems = /^ *(?=- )/.exec(above ?? '')?.[0] ?? indent;
  const corrected = `${indentOfItems}- ${item.trim()}`;
  if (!isInList || corrected.trimEnd() === line.trimEnd()) return undefined;
  return { column: indent.length + 1, message: messages.notListItem(mark), corrected };
}

/** A line without a key at the edge, after a key with its value: `summary: سطر` and then `سطر آخر`. */
function trapInContinuation(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const before = lines.slice(0, index).findLast((other) => key.test(other)) ?? '';
  const [, , , value = ''] = keyed.exec(before) ?? [];
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
  const [, head = '', indent = '', tightName, value = ''] = tight.exec(line) ?? tightAtEdge.exec(line) ?? [];
  if (tightName !== undefined) {
    return trap(tightName, head.length + 1, messages.noSpaceAfterColon(tightName), `${indent}${tightName}: ${value}`);
  }
  const [, bareName, bareValue = ''] = line.includes(':') ? [] : (colonless.exec(line) ?? []);
  if (bareName !== undefined) {
    return trap(bareName, bareName.length + 1, messages.noColon(bareName), `${bareName}: ${bareValue}`);
  }
  return undefined;
}

/** `{ name: ليان، gender: أنثى }`: «،» parts nothing for YAML. */
const commaBeforeKey = /،\s*(?=[\p{L}_-]+\s*:\s)/gu;

function trapInValue(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const [, head = '', keyName = '', value = ''] = keyed.exec(line) ?? [];
  if (value === '') return undefined;
  const column = line.indexOf(value, head.length + keyName.length + 1) + 1;
  const correct = (corrected: string): string => line.slice(0, column - 1) + corrected;
  const trap = (message: string, corrected: string): FoundTrap => ({
    column,
    field: keyName,
    message,
    corrected: correct(corrected),
  });
  const [sign = ''] = value;

  if (sign === '"' && unknownEscape.test(value)) {
    return trap(messages.backslashInQuotes(keyName), quoteYaml(value.slice(1).replace(/"$/, '')));
  }
  if (sign === '"' || sign === "'") {
    const end = closingQuote(value, sign);
    if (end === undefined) {
      const closedLater = continuation(lines, index).some((next) => next.includes(sign));
      return closedLater ? undefined : trap(messages.unclosedQuote(keyName), closeQuote(value, sign));
    }
    const isOver = /^\s*(#.*)?$/.test(value.slice(end + 1));
    return isOver ? undefined : trap(messages.textAfterQuote(keyName), quoteYaml(value));
  }
  const comma = sign === '{' ? value.search(commaBeforeKey) : -1;
  if (comma !== -1) {
    const found = trap(messages.arabicCommaBetweenKeys(keyName), value.replaceAll(commaBeforeKey, ', '));
    return { ...found, column: column + comma };
  }
  if (sign === '[' || sign === '{') {
    const close = sign === '[' ? ']' : '}';
    const hash = value.search(/(?<=[[{,\s])#\S/);
    if (hash !== -1) {
      const found = trap(messages.hashInList(keyName), value.replace(/(?<=[[{,\s])#(?=\S)/g, ''));
      return { ...found, column: column + hash };
    }
    const end = value.lastIndexOf(close);
    if (end === -1) {
      const closedLater = continuation(lines, index).some((next) => next.includes(close));
      return closedLater ? undefined : trap(messages.unclosedBracket(keyName), value + close);
    }
    const isOver = /^\s*(#.*)?$/.test(value.slice(end + 1));
    return isOver ? undefined : trap(messages.textAfterBracket(keyName), quoteYaml(value));
  }
  if (/^(?:[@`%*&!|>,\]}]|\?(?:\s|$))/.test(value))
    return trap(messages.reservedStart(keyName, sign), quoteYaml(value));
  if (/^-(?:\s|$)/.test(value)) return trap(messages.dashInValue(keyName), quoteYaml(value));
  if (/:(\s|$)/.test(value)) return trap(messages.colonInValue(keyName), quoteYaml(value));
  return undefined;
}

/** The lines after `index` that may still belong to its value: until the next key. */
function continuation(lines: readonly string[], index: number): string[] {
  const rest = lines.slice(index + 1);
  const next = rest.findIndex((line) => key.test(line));
  return next === -1 ? rest : rest.slice(0, next);
}

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

function closeQuote(value: string, quote: string): string {
  const inner = value.slice(1).replace(/^([^“”„‟‘’‚‛]*)[“”„‟‘’‚‛]$/, '$1');
  return quote === '"' && inner.endsWith('\\') ? quoteYaml(inner) : quote + inner + quote;
}
