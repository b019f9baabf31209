import { messages } from './messages.ts';
import { quoteYaml } from './yaml-text.ts';

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

const keyed = /^(\s*(?:- +)?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:[ \t]+(\S.*?)[ \t]*$/u;
const key = /^\s*(?:- +)?[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(\s|$)/u;
const blockScalar = /^[|>][0-9+-]*(?:[ \t]+#.*)?$/;

/**
 * The lines of a YAML text that fall into one of the classic traps, each with its correction. Meant for a text that a
 * parser has refused: in a sound text some of these lines are legitimate.
 */
export function findTraps(text: string): Trap[] {
  const lines = text.split(/\r?\n/);
  const traps: Trap[] = [];
  let blockIndent: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || /^ *#/.test(line)) continue;
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== undefined && indent > blockIndent) continue;
    blockIndent = undefined;
    const value = keyed.exec(line)?.[3];
    if (value !== undefined && blockScalar.test(value)) blockIndent = indent;
    else {
      const trap = findTrap(lines, index);
      if (trap !== undefined) traps.push({ index, ...trap });
    }
  }
  return traps;
}

type FoundTrap = Omit<Trap, 'index'>;

function findTrap(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  return trapInIndent(lines, index) ?? trapInKey(line) ?? trapInValue(lines, index);
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

function trapInKey(line: string): FoundTrap | undefined {
  const wide = /^(\s*)([\p{L}_][\p{L}\p{N}_-]*)\s*：\s*(.*)$/u.exec(line);
  if (wide !== null) {
    const [, indent = '', name = '', value = ''] = wide;
    return {
      column: line.indexOf('：') + 1,
      field: name,
      message: messages.fullWidthColon(name),
      corrected: `${indent}${name}: ${value}`,
    };
  }
  const tight = /^(\s*)([a-z][a-z-]*):(?!\/\/)(\S.*)$/.exec(line);
  if (tight !== null) {
    const [, indent = '', name = '', value = ''] = tight;
    return {
      column: indent.length + name.length + 2,
      field: name,
      message: messages.noSpaceAfterColon(name),
      corrected: `${indent}${name}: ${value}`,
    };
  }
  const bare = /^([a-z][a-z-]*)[ \t]+([^:\s].*)$/.exec(line);
  if (bare !== null && !line.includes(':')) {
    const [, name = '', value = ''] = bare;
    return {
      column: name.length + 1,
      field: name,
      message: messages.noColon(name),
      corrected: `${name}: ${value}`,
    };
  }
  return undefined;
}

function trapInValue(lines: readonly string[], index: number): FoundTrap | undefined {
  const line = lines[index] ?? '';
  const [, head = '', name = '', value = ''] = keyed.exec(line) ?? [];
  if (value === '') return undefined;
  const column = line.indexOf(value, head.length + name.length + 1) + 1;
  const correct = (corrected: string): string => line.slice(0, column - 1) + corrected;
  const trap = (message: string, corrected: string): FoundTrap => ({
    column,
    field: name,
    message,
    corrected: correct(corrected),
  });
  const [sign = ''] = value;

  if (sign === '"' || sign === "'") {
    const end = closingQuote(value, sign);
    if (end === undefined) {
      const closedLater = continuation(lines, index).some((next) => next.includes(sign));
      return closedLater ? undefined : trap(messages.unclosedQuote(name), closeQuote(value, sign));
    }
    const isOver = /^\s*(#.*)?$/.test(value.slice(end + 1));
    return isOver ? undefined : trap(messages.textAfterQuote(name), quoteYaml(value));
  }
  if (sign === '[' || sign === '{') {
    const close = sign === '[' ? ']' : '}';
    if (/[[{,\s]#\S/.test(value)) return trap(messages.hashInList(name), value.replace(/([[{,\s])#(?=\S)/g, '$1'));
    const end = value.lastIndexOf(close);
    if (end === -1) {
      const closedLater = continuation(lines, index).some((next) => next.includes(close));
      return closedLater ? undefined : trap(messages.unclosedBracket(name), value + close);
    }
    const isOver = /^\s*(#.*)?$/.test(value.slice(end + 1));
    return isOver ? undefined : trap(messages.textAfterBracket(name), quoteYaml(value));
  }
  if (/^(?:[@`%*&!|>]|\? )/.test(value)) return trap(messages.reservedStart(name, sign), quoteYaml(value));
  if (value.startsWith('- ')) return trap(messages.dashInValue(name), quoteYaml(value));
  if (/:(\s|$)/.test(value)) return trap(messages.colonInValue(name), quoteYaml(value));
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
  const inner = value.slice(1);
  return quote === '"' && inner.endsWith('\\') ? quoteYaml(inner) : value + quote;
}
