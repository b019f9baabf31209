import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { quoteYaml, writeYaml } from '../../schema/yaml/write-yaml.ts';

/** Parses YAML, of which only the places of its parts are needed; undefined if it cannot be read. */
export function parsePlaces(yaml: string): ReturnType<typeof parseDocument> | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  return document.errors.length > 0 ? undefined : document;
}

/** A change of a text: the characters from `start` to `end` are replaced. */
export interface TextChange {
  start: number;
  end: number;
  replacement: string;
}

export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((changed, { start, end, replacement }) => changed.slice(0, start) + replacement + changed.slice(end), text);
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

/** Returns the strings of a list, which may be written as one string. */
export function itemsOf(value: unknown): string[] {
  const items = isSeq(value) ? value.items : [value];
  return items.flatMap((item) =>
    isScalar(item) && item.value !== null && item.value !== '' ? [String(item.value)] : [],
  );
}

/** Writes a list on one line. */
export function writeList(items: readonly string[]): string {
  return `[${items.map(writeItem).join(', ')}]`;
}

/** Writes an item of a list, in brackets or on a line of its own. */
export function writeItem(item: string): string {
  return /[,[\]{}]/.test(item) ? quoteYaml(item) : writeYaml(item);
}

/**
 * Adds an item to the list of a key: at its end if it is a list, else in a list on one line. Returns undefined if the
 * map does not have the key.
 */
export function addToList(yaml: string, map: YAMLMap, key: string, item: string): TextChange | undefined {
  const pair = pairOf(map, key);
  if (!pair) return undefined;
  const { value } = pair;
  const written = writeItem(item);
  if (isSeq(value) && !value.flow && value.items.length > 0) {
    const { start, end } = rangeOf(value.items.at(-1));
    const lineStart = yaml.lastIndexOf('\n', start) + 1;
    const indent = /^[ \t]*(?:-[ \t]+)+/.exec(yaml.slice(lineStart))?.[0].replace(/-(?=.*-)/g, ' ') ?? '- ';
    const lineEnd = endOfLine(yaml, end);
    return { start: lineEnd, end: lineEnd, replacement: `${newlineOf(yaml)}${indent}${written}` };
  }
  if (isSeq(value)) {
    const last = value.items.at(-1);
    const at = last === undefined ? yaml.lastIndexOf(']', rangeOf(value).end) : rangeOf(last).end;
    return { start: at, end: at, replacement: last === undefined ? written : `, ${written}` };
  }
  if (isScalar(value) && value.value !== '' && value.value !== null) {
    return { ...rangeOf(value), replacement: writeList([...itemsOf(value), item]) };
  }
  const colon = yaml.indexOf(':', rangeOf(pair.key).end) + 1;
  return { start: colon, end: colon, replacement: ` ${writeList([item])}` };
}

/**
 * Removes the item at an index from a list of more than one: with its line if it has one to itself, else with the comma
 * beside it. The changes for several items, none of which is the first, do not touch.
 */
export function removeItem(yaml: string, list: YAMLSeq, index: number): TextChange {
  const { start, end } = rangeOf(list.items[index]);
  if (list.flow) {
    return index === 0
      ? { start, end: rangeOf(list.items[1]).start, replacement: '' }
      : { start: rangeOf(list.items[index - 1]).end, end, replacement: '' };
  }
  const lineStart = yaml.lastIndexOf('\n', start) + 1;
  const lineEnd = endOfLine(yaml, end);
  if (index === 0) return { start: lineStart, end: yaml.indexOf('\n', lineEnd) + 1, replacement: '' };
  return { start: endOfLine(yaml, yaml.lastIndexOf('\n', lineStart - 2) + 1), end: lineEnd, replacement: '' };
}

/** Returns where a node begins and where its value ends. */
export function rangeOf(node: unknown): { start: number; end: number } {
  const [start = 0, end = 0] = (node as { range?: [number, number, number] | null } | null)?.range ?? [];
  return { start, end };
}

/** Returns the index of the end of the line that has `at`, before its newline. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function rootMap(yaml: string): YAMLMap | undefined {
  const contents = parsePlaces(yaml)?.contents;
  return isMap(contents) ? contents : undefined;
}
