import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { messages } from '../messages.ts';
import type { Problem } from '../problem.ts';
import { findMisreadings, isNull } from './misreadings.ts';
import { columnAsWritten, correctLine, findWord, pointTo } from './places.ts';
import type { Place, YamlPath, YamlSource } from './types.ts';
import { isSound, linesBetween, type ParsedLines, parse, placeBetween, syntaxProblems } from './yaml-document.ts';
import { quoteYaml, stripInvisible } from './yaml-text.ts';
import { findTraps } from './yaml-traps.ts';

/**
 * The place of a word inside the value at `path`: the whole value where it does not stand there as it is. Schemas part a
 * value at its commas, so that `path` may count other items than YAML does.
 */
export function placeOfWord(source: YamlSource, path: YamlPath, word: string): Place {
  const places = path.map((_, index) => source.placeOfValue(path.slice(0, path.length - index)));
  const found = places.map((place) => findWord(place, word)).find((place) => place !== undefined);
  return found ?? source.placeOfValue(path);
}

/** How many corrections one line may need before it reads. */
const trapsInALine = 3;

/**
 * Reads YAML whose first line is line `firstLine` of `file`. Lines that fall into a classic trap are told with their
 * correction, and reading goes on as if they had been corrected, so that one run finds the other errors too.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlSource {
  const written = text.split(/\r?\n/);
  const lines = [...written];
  const trapped: { index: number; told: Omit<Problem, 'file' | 'line'> }[] = [];
  let document = parse(text);
  for (let round = 0; round < trapsInALine && !isSound(document); round += 1) {
    for (const { index, corrected, column, ...trap } of findTraps(lines.join('\n'))) {
      const source = written[index] ?? '';
      const told = { ...trap, column: columnAsWritten(source, lines[index] ?? '', column), source };
      trapped.push({ index, told });
      lines[index] = corrected;
    }
    document = parse(lines.join('\n'));
  }
  const parsed: ParsedLines = { ...document, file, firstLine, written };
  const problems = trapped.map(({ index, told }) => {
    const suggestion = lines[index] ?? '';
    return { file, line: firstLine + index, ...told, suggestion };
  });
  return walk(parsed, [...problems, ...syntaxProblems(parsed)]);
}

function walk(parsed: ParsedLines, problems: Problem[]): YamlSource {
  const { text, document, file } = parsed;
  const emptyPaths = new Map<string, YamlPath>();
  const fullItems = new Map<unknown, unknown[]>();
  const texts = new Map<unknown, string>();

  const placeOfNode = (node: Node | null | undefined): Place => {
    const [from, to] = node?.range ?? [0, 0];
    return placeBetween(parsed, from, isScalar(node) ? to : from + text.slice(from, to).trimEnd().length);
  };
  const report = (place: Place, path: YamlPath, message: string, suggestion?: string): void => {
    problems.push({
      file,
      ...pointTo(place),
      ...(path.length > 0 && { field: path.join('.') }),
      message,
      ...(suggestion !== undefined && { suggestion }),
    });
  };

  /** What the author meant by the scalar; undefined where that is nothing. */
  const readScalar = (node: Scalar, path: YamlPath, isInFlow: boolean): unknown => {
    const key = keyOf(path);
    const value = typeof node.value === 'string' ? node.value : '';
    const isPlain = node.type === 'PLAIN' || value === '';
    const place = placeOfNode(node);
    const sign = node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
    if (sign !== undefined) {
      const at = place.text.lastIndexOf(sign, place.start);
      if (at === -1) {
        report(place, path, messages.reservedStart(key, sign));
        return value;
      }
      const asText = place.text.slice(at).trimEnd();
      const whole: Place = { ...place, start: at };
      report(whole, path, messages.reservedStart(key, sign), place.text.slice(0, at) + quoteYaml(asText));
      return asText;
    }
    const [from, to] = node.range ?? [0, 0];
    const end = placeBetween(parsed, to, to);
    const lines = isPlain && place.end === undefined ? linesBetween(parsed, from, to) : [place];
    const scalar = { key, value, isPlain, place, end, lines, isInFlow };
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return value;
    if (isNull(scalar)) return undefined;
    const misreadings = findMisreadings(scalar);
    for (const misread of misreadings) report(misread.place, path, misread.message, misread.suggestion);
    const [first] = misreadings;
    return first === undefined ? value : first.meant;
  };

  const read = (node: unknown, path: YamlPath, isInFlow = false): unknown => {
    if (isMap(node)) return readMap(node, path, isInFlow || node.flow === true);
    if (isSeq(node)) {
      const isFlow = isInFlow || node.flow === true;
      if (node.flow === true && !isInFlow) reportHiddenItem(node, path);
      const items: unknown[] = [];
      const nodes: unknown[] = [];
      for (const item of node.items) {
        const value = read(item, [...path, items.length], isFlow);
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
    const value = isScalar(node) ? readScalar(node, path, isInFlow) : undefined;
    if (typeof value === 'string' && stripInvisible(value).trim() !== '') texts.set(node, value);
    if (texts.has(node) || typeof value === 'object') return value;
    emptyPaths.set(path.join('.'), path);
    return undefined;
  };

  /** `[سياسة] #اقتصاد` */
  const reportHiddenItem = (list: YAMLSeq, path: YamlPath): void => {
    const place = placeOfNode(list);
    const [, gap = '', hidden = ''] = /^([ \t]*)(#\S.*)$/.exec(place.text.slice(place.end).trimEnd()) ?? [];
    if (place.end === undefined || hidden === '') return;
    const hashtag: Place = { ...place, start: place.end + gap.length };
    const items = hidden.split(/[\s#]+/).filter((word) => word !== '');
    const listed = [...(list.items.length > 0 ? [''] : []), ...items].join(', ');
    report(hashtag, path, messages.hashInList(keyOf(path)), `${place.text.slice(0, place.end - 1)}${listed}]`);
  };

  const readMap = (map: YAMLMap, path: YamlPath, isInFlow: boolean): Record<string, unknown> => {
    const members: [name: string, value: unknown][] = [];
    const lines = new Map<string, number>();
    for (const pair of map.items) {
      const name = keyName(pair.key);
      const inside = [...path, name];
      const place = placeOfNode(pair.key as Node);
      const before = lines.get(name);
      if (before !== undefined) report(place, inside, messages.duplicateKey(name, before));
      else lines.set(name, place.line);
      const member = read(pair.value, inside, isInFlow);
      if (member !== undefined) members.push([name, member]);
    }
    return Object.fromEntries(members);
  };

  /** What is written of a path: as far as the file has it. */
  const find = (path: YamlPath): { name?: string; key?: Node; value?: Node } => {
    let found: ReturnType<typeof find> = isMap(document.contents) ? { value: document.contents } : {};
    for (const step of path) {
      const around = found.value;
      if (typeof step === 'number' && !isSeq(around)) continue;
      if (isMap(around)) {
        const pair = around.items.findLast(({ key }) => keyName(key) === step);
        if (pair === undefined) return found;
        const value = pair.value !== null && { value: pair.value as Node };
        found = { name: keyName(pair.key), key: pair.key as Node, ...value };
      } else if (isSeq(around)) {
        const item = typeof step === 'number' ? fullItems.get(around)?.[step] : undefined;
        if (item === undefined) return found;
        found = { ...(found.name !== undefined && { name: found.name }), value: item as Node };
      } else return found;
    }
    return found;
  };

  const isUnreadable = !isSound(parsed);
  return {
    file,
    value: isUnreadable ? undefined : isMap(document.contents) ? readMap(document.contents, [], false) : {},
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
    keyAt: (path) => find(path).name ?? keyOf(path),
    scalarAt: (path) => texts.get(find(path).value),
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
