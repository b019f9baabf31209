import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { stripInvisible } from './clean-text.ts';
import type { YamlPath } from './types.ts';

/** What a file has at a path. */
export interface NodeAtPath {
  /** The key that the value belongs to. */
  name?: string;
  key?: Node;
  value?: Node;
}

/**
 * Follows a path as far as the file has it: an author may write one value where the schema has a list or a map.
 * @param filledItems by list node, the nodes of the items that have a value; an index in a path counts these
 */
export function findNode(
  contents: unknown,
  path: YamlPath,
  filledItems: ReadonlyMap<unknown, readonly unknown[]> = new Map(),
): NodeAtPath {
  let found: NodeAtPath = isMap(contents) ? { value: contents } : {};
  for (const step of path) {
    const around = found.value;
    if (typeof step === 'number' && !isSeq(around)) continue;
    if (isMap(around)) {
      const pair = pairsOf(around).get(step);
      if (pair === undefined) return found;
      const value = pair.value !== null && { value: pair.value as Node };
      found = { name: keyName(pair.key), key: pair.key as Node, ...value };
    } else if (isSeq(around)) {
      const item = typeof step === 'number' ? filledItems.get(around)?.[step] : undefined;
      if (item === undefined) return found;
      found = { ...(found.name !== undefined && { name: found.name }), value: item as Node };
    } else return found;
  }
  return found;
}

const pairsByMap = new WeakMap<YAMLMap, Map<unknown, Pair>>();

/** Returns the pairs of a map by the names of their keys; of two with one name, the last. */
function pairsOf(map: YAMLMap): Map<unknown, Pair> {
  const known = pairsByMap.get(map) ?? new Map(map.items.map((pair) => [keyName(pair.key), pair]));
  pairsByMap.set(map, known);
  return known;
}

/** Returns the name of a key without spaces and invisible characters around it. */
export function keyName(key: unknown): string {
  return stripInvisible(isScalar(key) ? String(key.value) : String(key)).trim();
}
