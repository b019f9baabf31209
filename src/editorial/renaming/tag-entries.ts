import { isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { tagKey } from '../../lib/arabic/tag-slug.ts';
import { parseTags, type TagEntry } from '../../schema/tags.ts';
import {
  addToList,
  applyChanges,
  endOfLine,
  newlineOf,
  pairOf,
  parsePlaces,
  rangeOf,
  type TextChange,
  writeItem,
  writeList,
} from './yaml-lists.ts';

/** What `tags.yaml` becomes when a tag is renamed, or why it cannot be. */
export type TagsEdit =
  | { kind: 'edited'; text: string }
  /** The file already says that both are one tag. */
  | { kind: 'same' }
  /** The old name is only a spelling of `name`, which is the tag to rename. */
  | { kind: 'is-spelling'; name: string }
  /** The new name is only a spelling of `name`, which is what to write instead. */
  | { kind: 'to-spelling'; name: string }
  /** Both have entries, which only a person can put together. */
  | { kind: 'two-entries' }
  /** The entry is written in a way that cannot be changed alone. */
  | { kind: 'unsound' };

/**
 * Makes `to` the name of the tag `from` in the text of `tags.yaml` ('' if there is no such file), with `from` among its
 * spellings. Every other character stays.
 */
export function renameTagEntry(text: string, from: string, to: string): TagsEdit {
  const { tags } = parseTags(text);
  const [old, target] = [from, to].map((tag) => tags.findIndex((entry) => hasSpelling(entry, tag))) as [number, number];
  const isNameOf = (tag: string, index: number): boolean => tagKey(tags[index]?.name ?? '') === tagKey(tag);
  if (old !== -1 && target !== -1 && old !== target) return { kind: 'two-entries' };
  if (old !== -1 && !isNameOf(from, old)) {
    if (target !== old || !isNameOf(to, target)) return { kind: 'is-spelling', name: tags[old]?.name ?? '' };
    if (tags[target]?.name === to) return { kind: 'same' };
  }
  if (old === -1 && target !== -1 && !isNameOf(to, target)) {
    return { kind: 'to-spelling', name: tags[target]?.name ?? '' };
  }
  const index = old === -1 ? target : old;
  const edited = editEntry(text, index, tags[index]?.name === to ? undefined : to, from, to);
  if (edited === undefined || !isSound(tags, edited, from, to)) return { kind: 'unsound' };
  return { kind: 'edited', text: edited };
}

function hasSpelling({ name, also }: TagEntry, tag: string): boolean {
  return [name, ...also].some((spelling) => tagKey(spelling) === tagKey(tag));
}

/** @param name the new name of the entry at `index`; undefined if it keeps its name */
function editEntry(
  text: string,
  index: number,
  name: string | undefined,
  from: string,
  to: string,
): string | undefined {
  if (index === -1) return appendEntry(text, from, to);
  const item = findEntries(text)?.items[index];
  if (isScalar(item)) return applyChanges(text, [expandEntry(text, item, name, from)]);
  if (!isMap(item)) return undefined;
  const tag = pairOf(item, 'tag')?.value;
  if (!isScalar(tag)) return undefined;
  const changes: TextChange[] = name === undefined ? [] : [{ ...rangeOf(tag), replacement: writeItem(name) }];
  if (tagKey(from) === tagKey(to) || findSpelling(item, from)) return applyChanges(text, changes);
  const former = findSpelling(item, to);
  if (name !== undefined && former) changes.push({ ...rangeOf(former), replacement: writeItem(from) });
  else changes.push(addToList(text, item, 'also', from) ?? addKey(text, item, tag, from));
  return applyChanges(text, changes);
}

function appendEntry(text: string, from: string, to: string): string {
  const newline = newlineOf(text);
  const isOpen = text !== '' && !text.endsWith('\n');
  const root = findEntries(text);
  const first = root?.items[0];
  const start = first === undefined ? 0 : text.lastIndexOf('\n', rangeOf(root).start) + 1;
  const indent = first === undefined ? '' : (/^[ \t]*/.exec(text.slice(start))?.[0] ?? '');
  const lines = [`${indent}- tag: ${writeItem(to)}`, `${indent}  also: ${writeList([from])}`, ''];
  return text + (isOpen ? newline : '') + lines.join(newline);
}

/** Turns an entry that is only a name into one with keys. */
function expandEntry(text: string, item: Scalar, name: string | undefined, from: string): TextChange {
  const { start, end } = rangeOf(item);
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const written = name === undefined ? text.slice(start, end) : writeItem(name);
  return { start, end, replacement: `tag: ${written}${newlineOf(text)}${indent}also: ${writeList([from])}` };
}

/** Adds the key `also` below the tag, or on its line if the entry is in braces. */
function addKey(text: string, item: YAMLMap, tag: Scalar, from: string): TextChange {
  const also = `also: ${writeList([from])}`;
  if (item.flow) {
    const { end } = rangeOf(tag);
    return { start: end, end, replacement: `, ${also}` };
  }
  const { start } = rangeOf(item);
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const end = endOfLine(text, rangeOf(tag).end);
  return { start: end, end, replacement: `${newlineOf(text)}${indent}${also}` };
}

/** Finds a spelling in `also`, if it is an item of its own. */
function findSpelling(item: YAMLMap, tag: string): Scalar | undefined {
  const also = pairOf(item, 'also')?.value;
  const items = isSeq(also) ? also.items : [also];
  return items.filter((each) => isScalar(each)).find((each) => tagKey(String(each.value)) === tagKey(tag));
}

/** Finds the list of entries, which is the whole file or below the key `tags`. */
function findEntries(text: string): YAMLSeq | undefined {
  const contents = parsePlaces(text)?.contents;
  const list = isMap(contents) ? pairOf(contents, 'tags')?.value : contents;
  return isSeq(list) ? list : undefined;
}

/** Whether the file then has the new name with the old one among its spellings, and all else as before. */
function isSound(before: readonly TagEntry[], text: string, from: string, to: string): boolean {
  const { tags, problems } = parseTags(text);
  const entry = tags.find(({ name }) => tagKey(name) === tagKey(to));
  const others = (entries: readonly TagEntry[]) =>
    JSON.stringify(entries.filter((each) => !hasSpelling(each, to) && !hasSpelling(each, from)));
  return problems.length === 0 && entry !== undefined && hasSpelling(entry, from) && others(before) === others(tags);
}
