import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import { type ParsedArticle, parseArticle } from '../../schema/article.ts';
import { findFrontMatter } from '../../schema/front-matter.ts';
import { bareValue } from '../../schema/yaml/clean-text.ts';
import { applyChanges, removeItem, writeItem } from './yaml-lists.ts';

/** A word of the front matter of articles that gets another name. */
export interface WordChange {
  key: 'category' | 'author' | 'reporter' | 'series' | 'tags';
  /** Returns the new word for one of the old ones; undefined for any other. */
  rename(word: string): string | undefined;
}

/**
 * Changes a word in the front matter of an article and leaves every other character as it is. Returns the same text if
 * the word is not there, and undefined if it is, but cannot be changed without changing more.
 */
export function renameInFrontMatter(text: string, { key, rename }: WordChange): string | undefined {
  const bounds = findFrontMatter(text);
  if (!bounds) return text;
  const before = matterOf(text);
  if (!wordsOf(before, key).some((word) => rename(word) !== undefined)) return text;
  const { yamlStart, yamlEnd } = bounds;
  const yaml = text.slice(yamlStart, yamlEnd);
  let changed = yaml;
  for (const scalar of scalarsOf(yaml, key).toReversed()) {
    const [start, end] = scalar.range ?? [0, 0];
    changed = changed.slice(0, start) + renameInScalar(yaml.slice(start, end), scalar, rename) + changed.slice(end);
  }
  const names = new Set(wordsOf(before, key).flatMap((word) => rename(word) ?? []));
  const after = text.slice(0, yamlStart) + withoutDoubled(changed, key, names) + text.slice(yamlEnd);
  return isSound(before, matterOf(after), key, rename) ? after : undefined;
}

/** The time zone matters only for dates, which do not change. */
function matterOf(text: string): ParsedArticle {
  return parseArticle('', text, 'UTC');
}

function wordsOf({ matter }: ParsedArticle, key: WordChange['key']): string[] {
  if (key === 'category' || key === 'series') return [matter[key] ?? []].flat();
  if (key === 'reporter') return (matter.reporters ?? []).map(({ name }) => name);
  return (key === 'author' ? matter.authors : matter.tags) ?? [];
}

/** Finds the strings of the values of a key, in the order of the text. */
function scalarsOf(yaml: string, key: string): Scalar[] {
  const items = valuesOf(yaml, key).flatMap((value): unknown[] => (isSeq(value) ? value.items : [value]));
  const named = items.map((item) => (isMap(item) ? item.get('name', true) : item));
  return named.filter((item): item is Scalar => isScalar(item));
}

function valuesOf(yaml: string, key: string): unknown[] {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  const values: unknown[] = [];
  visit(document, {
    Pair(_, pair: Pair) {
      if (isScalar(pair.key) && bareValue(String(pair.key.value)) === key) values.push(pair.value);
      return visit.SKIP;
    },
  });
  return values;
}

/** Removes the items of lists that have one of the new names after another item that has it. */
function withoutDoubled(yaml: string, key: string, names: ReadonlySet<string>): string {
  const lists = valuesOf(yaml, key).filter((value) => isSeq(value));
  const changes = lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.items.flatMap((item, index) => {
      const word = isScalar(item) ? bareValue(String(item.value)) : '';
      if (!names.has(word)) return [];
      const isDoubled = seen.has(word);
      seen.add(word);
      return isDoubled ? [removeItem(yaml, list, index)] : [];
    });
  });
  return applyChanges(yaml, changes);
}

/** Words of one string are apart by commas, and tags also by the marks of hashtags. */
const separators = /[،,؛;]|\s(?=#)/g;

/** Changes words in the text of a scalar, and leaves its quotation marks or the line that begins a block. */
export function renameInScalar(written: string, { type }: Scalar, rename: WordChange['rename']): string {
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const isBlock = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';
  const begin = isQuoted ? 1 : isBlock ? written.indexOf('\n') + 1 : 0;
  const end = isQuoted ? written.length - 1 : written.length;
  const whole = rename(bareValue(written));
  if (whole !== undefined && !isQuoted && !isBlock) {
    return writeItem(whole);
  }
  return written.slice(0, begin) + renameParts(written.slice(begin, end), rename) + written.slice(end);
}

function renameParts(inner: string, rename: WordChange['rename']): string {
  let renamed = '';
  let start = 0;
  for (const { index, 0: separator } of [...inner.matchAll(separators), { index: inner.length, 0: '' }]) {
    renamed += renamePart(inner.slice(start, index), rename) + separator;
    start = index + separator.length;
  }
  return renamed;
}

/** Renames one word, and leaves the space around it and the mark of a hashtag. */
function renamePart(part: string, rename: WordChange['rename']): string {
  const word = part.trim();
  const isHashtag = word.startsWith('#');
  const name = rename(bareValue(isHashtag ? word.slice(1).replaceAll('_', ' ') : word));
  if (name === undefined) return part;
  const at = part.indexOf(word);
  return part.slice(0, at) + (isHashtag ? `#${name.replaceAll(' ', '_')}` : name) + part.slice(at + word.length);
}

/** Whether a change is exactly the one that was meant. */
function isSound(
  before: ParsedArticle,
  after: ParsedArticle,
  key: WordChange['key'],
  rename: WordChange['rename'],
): boolean {
  const renamed = new Set(wordsOf(before, key).map((word) => rename(word) ?? word));
  const isRenamed = JSON.stringify([...renamed]) === JSON.stringify([...new Set(wordsOf(after, key))]);
  return isRenamed && restOf(before, key) === restOf(after, key);
}

function restOf({ matter, problems }: ParsedArticle, key: WordChange['key']): string {
  const name = { author: 'authors', reporter: 'reporters', category: 'category', series: 'series', tags: 'tags' }[key];
  return JSON.stringify([{ ...matter, [name]: undefined }, problems.length]);
}
