import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { messages } from '../messages.ts';
import { mostProblems, type Problem } from '../problem.ts';
import { stripInvisible } from './clean-text.ts';
import { keyName } from './find-node.ts';
import { findMisreadings, isNull } from './misreadings.ts';
import { linesBetween, type ParsedLines, placeBetween, placeOfNode } from './parse-document.ts';
import { correctLine, keyOf } from './places.ts';
import { problemAtPlace } from './problem-at.ts';
import type { Place, YamlPath } from './types.ts';
import { quoteYaml } from './write-yaml.ts';

/** The values of a document, and the problems found while reading them. */
export interface ReadValues {
  value: Record<string, unknown>;
  problems: Problem[];
  /** The keys and items without a value, by their path joined with dots. */
  emptyPaths: Map<string, YamlPath>;
  /** By the path of a list joined with dots: the nodes of its items without a value. */
  emptyItems: Map<string, unknown[]>;
  /** By list node: the nodes of the items that have a value, at the index of the item in `value`. */
  filledItems: Map<unknown, unknown[]>;
  /** By scalar node: its text as its author meant it. */
  texts: Map<unknown, string>;
}

/** Collects results while the nodes are visited. */
interface Reading extends Omit<ReadValues, 'value'> {
  parsed: ParsedLines;
}

/** Reads the values of a document that is a map or empty. */
export function readValues(parsed: ParsedLines): ReadValues {
  const { contents } = parsed.document;
  const reading: Reading = {
    parsed,
    problems: [],
    emptyPaths: new Map(),
    emptyItems: new Map(),
    filledItems: new Map(),
    texts: new Map(),
  };
  const value = isMap(contents) ? readMap(contents, [], false, reading) : {};
  return { ...reading, value };
}

function readMap(map: YAMLMap, path: YamlPath, isInFlow: boolean, reading: Reading): Record<string, unknown> {
  const members: [name: string, value: unknown][] = [];
  const lines = new Map<string, number>();
  for (const pair of map.items) {
    const name = keyName(pair.key);
    const inside = [...path, name];
    const place = placeOfNode(reading.parsed, pair.key as Node);
    const before = lines.get(name);
    if (before !== undefined) report(reading, place, inside, messages.duplicateKey(name, before));
    else lines.set(name, place.line);
    const member = readNode(pair.value, inside, isInFlow, reading);
    if (member !== undefined) members.push([name, member]);
  }
  return Object.fromEntries(members);
}

/** Reads the value of a node. If there is none, records the path and returns undefined. */
function readNode(node: unknown, path: YamlPath, isInFlow: boolean, reading: Reading): unknown {
  if (isMap(node)) return readMap(node, path, isInFlow || node.flow === true, reading);
  if (isSeq(node)) return readList(node, path, isInFlow, reading);
  if (isAlias(node)) return readAlias(node, path, reading);
  const value = isScalar(node) ? readScalar(node, path, isInFlow, reading) : undefined;
  if (typeof value === 'object') return value;
  if (typeof value === 'string' && stripInvisible(value).trim() !== '') {
    reading.texts.set(node, value);
    return value;
  }
  reading.emptyPaths.set(path.join('.'), path);
  return undefined;
}

function readList(list: YAMLSeq, path: YamlPath, isInFlow: boolean, reading: Reading): unknown[] {
  const isFlow = list.flow === true;
  if (isFlow && !isInFlow) reportHiddenItems(list, path, reading);
  const items: unknown[] = [];
  const nodes: unknown[] = [];
  const empty: unknown[] = [];
  for (const node of list.items) {
    const value = readNode(node, [...path, items.length], isInFlow || isFlow, reading);
    if (value === undefined) {
      empty.push(node);
      continue;
    }
    items.push(value);
    nodes.push(node);
  }
  reading.emptyItems.set(path.join('.'), empty);
  reading.filledItems.set(list, nodes);
  return items;
}

/** Reports hashtags after a list, which YAML takes for a comment: `[سياسة] #اقتصاد`. */
function reportHiddenItems(list: YAMLSeq, path: YamlPath, reading: Reading): void {
  const place = placeOfNode(reading.parsed, list);
  const [, gap = '', hidden = ''] = /^([ \t]*)(#\S.*)$/.exec(place.text.slice(place.end).trimEnd()) ?? [];
  if (place.end === undefined || hidden === '') return;
  const hashtag: Place = { ...place, start: place.end + gap.length };
  const items = hidden.split(/[\s#]+/).filter((word) => word !== '');
  const listed = [...(list.items.length > 0 ? [''] : []), ...items].join(', ');
  const corrected = `${place.text.slice(0, place.end - 1)}${listed}]`;
  report(reading, hashtag, path, messages.hashInList(keyOf(path)), corrected);
}

/** Reports and returns a string that YAML takes for an alias: `*نص*`. */
function readAlias(alias: Alias, path: YamlPath, reading: Reading): string {
  const place = placeOfNode(reading.parsed, alias);
  const asText = `*${alias.source}`;
  if (isFull(reading)) return asText;
  report(reading, place, path, messages.reservedStart(keyOf(path), '*'), correctLine(place, quoteYaml(asText)));
  return asText;
}

/** Returns what the author meant by a scalar; undefined for `~` and `null`. */
function readScalar(node: Scalar, path: YamlPath, isInFlow: boolean, reading: Reading): unknown {
  const { parsed } = reading;
  const value = typeof node.value === 'string' ? node.value : '';
  const place = placeOfNode(parsed, node);
  const sign = node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
  if (sign !== undefined) return readProperty(sign, value, place, path, reading);
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return value;

  const isPlain = node.type === 'PLAIN' || value === '';
  const [from, to] = node.range ?? [0, 0];
  const scalar = {
    key: keyOf(path),
    value,
    isPlain,
    place,
    end: placeBetween(parsed, to, to),
    lines: isPlain && place.end === undefined ? linesBetween(parsed, from, to) : [place],
    isInFlow,
  };
  if (isNull(scalar)) return undefined;
  if (isFull(reading)) return value;
  const misreadings = findMisreadings(scalar);
  for (const misread of misreadings) report(reading, misread.place, path, misread.message, misread.suggestion);
  const [first] = misreadings;
  return first === undefined ? value : first.meant;
}

/** Reports and returns a string that YAML takes for an anchor or a tag: `&نص`, `!نص` (YAML 1.2.2 §6.9). */
function readProperty(sign: '&' | '!', value: string, place: Place, path: YamlPath, reading: Reading): string {
  if (isFull(reading)) return value;
  const message = messages.reservedStart(keyOf(path), sign);
  const at = place.text.lastIndexOf(sign, place.start);
  if (at === -1) {
    report(reading, place, path, message);
    return value;
  }
  const asText = place.text.slice(at).trimEnd();
  report(reading, { ...place, start: at }, path, message, place.text.slice(0, at) + quoteYaml(asText));
  return asText;
}

/** Whether enough problems were found: each holds a corrected line, and the line may have thousands of them. */
function isFull({ problems }: Reading): boolean {
  return problems.length >= mostProblems;
}

function report(
  { parsed, problems }: Reading,
  place: Place,
  path: YamlPath,
  message: string,
  corrected?: string,
): void {
  if (problems.length < mostProblems)
    problems.push(problemAtPlace(parsed.file, place, path.join('.'), message, corrected));
}
