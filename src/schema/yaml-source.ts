import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { quoteYaml, stripInvisible } from './yaml-text.ts';
import { findTraps } from './yaml-traps.ts';

/** Where something stands: the line as written, and the part of it that is meant. */
export interface Place {
  /** From 1, in the file. */
  line: number;
  text: string;
  start: number;
  /** Undefined where the part goes on in the next line. */
  end?: number;
}

export type YamlPath = readonly (string | number)[];

/** A YAML text read so that every value keeps its place and its spelling. */
export interface YamlSource {
  file: string;
  /**
   * Undefined when the text cannot be read. Every scalar is a string as written: what is a date, a number or «نعم» is for
   * the schema to say. Keys without a value are left out.
   */
  value: Record<string, unknown> | undefined;
  problems: Problem[];
  isEmpty(path: YamlPath): boolean;
  /** The keys of a map that have no value. */
  emptyKeysIn(path: YamlPath): string[];
  /** The place of a key, or of the nearest thing around it; one value may stand for the list of it. */
  placeOfKey(path: YamlPath): Place;
  placeOfValue(path: YamlPath): Place;
  /** The value as the author spelled it. */
  spelling(path: YamlPath): string | undefined;
}

/** The line with the part that is meant replaced; undefined where it is more than one line. */
export function correctLine({ text, start, end }: Place, replacement: string): string | undefined {
  return end === undefined ? undefined : text.slice(0, start) + replacement + text.slice(end);
}

/**
 * The place of a word inside the value at `path`. Schemas part a value at its commas, so that the last step of `path` may
 * count other items than YAML does: where the word is not in that item, it is looked for in the whole list.
 */
export function placeOfWord(source: YamlSource, path: YamlPath, word: string): Place {
  const place = source.placeOfValue(path);
  const around = typeof path.at(-1) === 'number' ? source.placeOfValue(path.slice(0, -1)) : place;
  return findWord(place, word) ?? findWord(around, word) ?? place;
}

/** Undefined where the word does not stand in the place as it is, or more than once. */
export function findWord(place: Place, word: string): Place | undefined {
  const letter = '[\\p{L}\\p{M}\\p{N}_-]';
  const whole = new RegExp(`(?<!${letter})${word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!${letter})`, 'gu');
  const [found, another] = [...place.text.slice(place.start, place.end).matchAll(whole)];
  if (found === undefined || another !== undefined) return undefined;
  const start = place.start + found.index;
  return { ...place, start, end: start + word.length };
}

/** How many corrections one line may need before it reads. */
const trapsInALine = 3;

/**
 * Reads YAML whose first line is line `firstLine` of `file`. Lines that fall into a classic trap are told with their
 * correction, and reading goes on as if they had been corrected, so that one run finds the other errors too.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  const problems: Problem[] = [];
  const lines = text.split(/\r?\n/);
  let read = parse(text);
  for (let round = 0; round < trapsInALine && !isSound(read); round += 1) {
    for (const { index, corrected, ...trap } of findTraps(lines.join('\n'))) {
      problems.push({ file, line: firstLine + index, ...trap, suggestion: corrected });
      lines[index] = corrected;
    }
    read = parse(lines.join('\n'));
  }
  problems.push(...syntaxProblems(read, file, firstLine));
  return walk(read, file, firstLine, problems);
}

interface Parsed {
  text: string;
  document: ReturnType<typeof parseDocument>;
  counter: LineCounter;
}

function parse(text: string): Parsed {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  return { text, document, counter };
}

const harmless = new Set(['DUPLICATE_KEY']);

function isSound({ document }: Parsed): boolean {
  const { errors, warnings, contents } = document;
  return errors.every(({ code }) => harmless.has(code)) && warnings.length === 0 && isReadable(contents);
}

function isReadable(contents: unknown): boolean {
  return contents === null || isMap(contents) || (isScalar(contents) && contents.value === '');
}

function syntaxProblems({ document, counter }: Parsed, file: string, firstLine: number): Problem[] {
  const fault = [...document.errors, ...document.warnings].find(({ code }) => !harmless.has(code));
  if (fault === undefined) {
    return isReadable(document.contents) ? [] : [{ file, line: firstLine, message: messages.notAMap() }];
  }
  const { line, col } = counter.linePos(fault.pos[0]);
  return [{ file, line: firstLine + line - 1, column: col, message: syntaxMessage(fault.code, col) }];
}

function syntaxMessage(code: string, column: number): string {
  if (code === 'MULTIPLE_DOCS') return messages.manyDocuments();
  return code === 'BAD_INDENT' ? messages.unevenIndent() : messages.notYaml(column);
}

function walk(parsed: Parsed, file: string, firstLine: number, problems: Problem[]): YamlSource {
  const { text, document, counter } = parsed;
  const emptyPaths = new Map<string, YamlPath>();
  const fullItems = new Map<unknown, unknown[]>();

  const placeAt = (from: number, to: number): Place => {
    const { line, col } = text === '' ? { line: 1, col: 1 } : counter.linePos(from);
    const lineStart = from - col + 1;
    const nextBreak = text.indexOf('\n', lineStart);
    const lineEnd = nextBreak === -1 ? text.length : nextBreak;
    const place: Place = {
      line: firstLine + line - 1,
      text: text.slice(lineStart, lineEnd).replace(/\r$/, ''),
      start: from - lineStart,
    };
    return to <= lineEnd ? { ...place, end: to - lineStart } : place;
  };
  const placeOfNode = (node: Node | null | undefined): Place => {
    const [from, to] = node?.range ?? [0, 0];
    return placeAt(from, isScalar(node) ? to : from + text.slice(from, to).trimEnd().length);
  };
  const report = (place: Place, path: YamlPath, message: string, suggestion?: string): void => {
    problems.push({
      file,
      line: place.line,
      column: place.start + 1,
      ...(path.length > 0 && { field: path.join('.') }),
      message,
      ...(suggestion !== undefined && { suggestion }),
    });
  };

  const readScalar = (node: Node, value: string, path: YamlPath): string => {
    const place = placeOfNode(node);
    const sign = isScalar(node) && node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
    if (sign !== undefined) {
      const at = place.text.lastIndexOf(sign, place.start);
      const asText = place.text.slice(at).trimEnd();
      const whole: Place = { ...place, start: at };
      report(whole, path, messages.reservedStart(keyOf(path), sign), place.text.slice(0, at) + quoteYaml(asText));
    }
    if (isScalar(node) && (node.type === 'PLAIN' || value === '')) {
      const rest = place.text.slice(place.end ?? place.text.length);
      if (/^[ \t]*#[\p{L}_]/u.test(rest)) {
        const whole = place.text.slice(place.start).trim();
        const indent = place.text.slice(0, place.start).replace(/:$/, ': ');
        report(place, path, messages.hashtag(), indent + quoteYaml(whole));
      }
    }
    return value;
  };

  const read = (node: unknown, path: YamlPath): unknown => {
    if (isMap(node)) return readMap(node, path);
    if (isSeq(node)) {
      const items: unknown[] = [];
      const nodes: unknown[] = [];
      for (const item of node.items) {
        const value = read(item, [...path, items.length]);
        if (value === undefined) continue;
        items.push(value);
        nodes.push(item);
      }
      fullItems.set(node, nodes);
      return items;
    }
    if (isAlias(node)) {
      const place = placeOfNode(node);
      const asText = `*${node.source}`;
      report(place, path, messages.reservedStart(keyOf(path), '*'), correctLine(place, quoteYaml(asText)));
      return asText;
    }
    if (!isScalar(node)) return undefined;
    const value = readScalar(node, typeof node.value === 'string' ? node.value : '', path);
    if (stripInvisible(value).trim() !== '') return value;
    emptyPaths.set(path.join('.'), path);
    return undefined;
  };

  const readMap = (map: YAMLMap, path: YamlPath): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const pair of map.items) {
      const name = keyName(pair.key);
      const inside = [...path, name];
      if (seen.has(name)) report(placeOfNode(pair.key as Node), inside, messages.duplicateKey(name));
      seen.add(name);
      const member = read(pair.value, inside);
      if (member !== undefined) value[name] = member;
      else if (pair.value === null) emptyPaths.set(inside.join('.'), inside);
    }
    return value;
  };

  const find = (path: YamlPath): { key?: Node; value?: Node } => {
    let found: { key?: Node; value?: Node } = isMap(document.contents) ? { value: document.contents } : {};
    for (const step of path) {
      const around = found.value;
      if (typeof step === 'number' && !isSeq(around)) continue;
      if (isMap(around)) {
        const pair = around.items.findLast(({ key }) => keyName(key) === step);
        if (pair === undefined) return found;
        found = { key: pair.key as Node, ...(pair.value !== null && { value: pair.value as Node }) };
      } else if (isSeq(around)) {
        const item = typeof step === 'number' ? fullItems.get(around)?.[step] : undefined;
        if (item === undefined) return found;
        found = { value: item as Node };
      } else return found;
    }
    return found;
  };

  const isUnreadable = problems.length > 0 && !isSound(parsed);
  return {
    file,
    value: isUnreadable ? undefined : isMap(document.contents) ? readMap(document.contents, []) : {},
    problems,
    isEmpty: (path) => emptyPaths.has(path.join('.')),
    emptyKeysIn: (path) =>
      [...emptyPaths.values()].flatMap((empty) => {
        const isInside = empty.length === path.length + 1 && path.every((step, index) => empty[index] === step);
        return isInside ? [String(empty.at(-1))] : [];
      }),
    placeOfKey: (path) => {
      const { key, value } = find(path);
      return placeOfNode(key ?? value);
    },
    placeOfValue: (path) => {
      const { key, value } = find(path);
      return placeOfNode(value ?? key);
    },
    spelling: (path) => {
      const place = placeOfNode(find(path).value);
      return place.end === undefined ? undefined : place.text.slice(place.start, place.end);
    },
  };
}

/** The key that a value belongs to, past its place in a list. */
export function keyOf(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

function keyName(key: unknown): string {
  return stripInvisible(isScalar(key) ? String(key.value) : String(key)).trim();
}
