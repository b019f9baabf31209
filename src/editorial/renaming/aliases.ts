import { isScalar, isSeq, type YAMLMap } from 'yaml';
import { findFrontMatter } from '../../schema/front-matter.ts';
import { bareValue } from '../../schema/yaml/clean-text.ts';
import { readYaml } from '../../schema/yaml/read-yaml.ts';
import {
  addToList,
  applyChanges,
  itemsOf,
  newlineOf,
  pairOf,
  rangeOf,
  removeItem,
  rootMap,
  writeItem,
  writeList,
} from './yaml-lists.ts';

/**
 * Adds a former id to the aliases in the file of a section, an author, a series (YAML) or a standalone page (front matter), and
 * removes the new id from them. Every other character stays. Returns undefined if that cannot be done soundly.
 */
export function addAlias(text: string, alias: string, newId: string, hasFrontMatter: boolean): string | undefined {
  const bounds = hasFrontMatter ? findFrontMatter(text) : wholeOf(text);
  if (!bounds) return undefined;
  const { yamlStart, yamlEnd } = bounds;
  const yaml = text.slice(yamlStart, yamlEnd);
  const written = withAlias(yaml, alias, newId);
  if (written === undefined || !isSound(yaml, written, alias, newId)) return undefined;
  return text.slice(0, yamlStart) + written + text.slice(yamlEnd);
}

function wholeOf(text: string): { yamlStart: number; yamlEnd: number } {
  return { yamlStart: text.startsWith('\ufeff') ? 1 : 0, yamlEnd: text.length };
}

function withAlias(yaml: string, alias: string, newId: string): string | undefined {
  const map = rootMap(yaml);
  if (!map) return undefined;
  const pair = pairOf(map, 'aliases');
  const known = splitItems(itemsOf(pair?.value));
  if (known.includes(newId)) {
    const replaced = replaceItem(yaml, map, newId, known.includes(alias) ? undefined : alias);
    if (replaced !== undefined) return replaced;
    const kept = [...known.filter((each) => each !== newId && each !== alias), alias];
    const { start, end } = rangeOf(pair?.value);
    const list = yaml.slice(start, end).trimEnd();
    return applyChanges(yaml, [{ start, end: start + list.length, replacement: writeList(kept) }]);
  }
  if (known.includes(alias)) return yaml;
  const change = addToList(yaml, map, 'aliases', alias);
  if (change) return applyChanges(yaml, [change]);
  const newline = newlineOf(yaml);
  const isOpen = yaml !== '' && !yaml.endsWith('\n');
  return `${yaml}${isOpen ? newline : ''}aliases: ${writeList([alias])}${newline}`;
}

/** Removes an item of the aliases and adds another, if there is one; undefined if the list is not one of its items alone. */
function replaceItem(yaml: string, map: YAMLMap, old: string, added: string | undefined): string | undefined {
  const list = pairOf(map, 'aliases')?.value;
  const items = isSeq(list) ? list.items : [];
  const index = items.findIndex((item) => isScalar(item) && bareValue(String(item.value)) === old);
  if (!isSeq(list) || index === -1) return undefined;
  if (items.length > 1) {
    const change = added === undefined ? undefined : addToList(yaml, map, 'aliases', added);
    return applyChanges(yaml, [removeItem(yaml, list, index), ...(change ? [change] : [])]);
  }
  return added === undefined
    ? undefined
    : applyChanges(yaml, [{ ...rangeOf(items[0]), replacement: writeItem(added) }]);
}

/** The schema splits a string at commas that a space follows. */
function splitItems(items: readonly string[]): string[] {
  return items.flatMap((item) => item.split(/[،,]\s+/)).map((item) => item.trim());
}

function isSound(before: string, after: string, alias: string, newId: string): boolean {
  const [old, renewed] = [before, after].map((yaml) => readYaml(yaml, '', 1));
  if (!old || !renewed || renewed.problems.length > old.problems.length) return false;
  const { aliases: had, ...rest } = old.value ?? {};
  const { aliases: has, ...same } = renewed.value ?? {};
  const wanted = new Set([...listOf(had).filter((each) => each !== newId), alias]);
  return (
    JSON.stringify(rest) === JSON.stringify(same) &&
    JSON.stringify([...new Set(listOf(has))].sort()) === JSON.stringify([...wanted].sort())
  );
}

function listOf(value: unknown): string[] {
  return splitItems((Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string'));
}
