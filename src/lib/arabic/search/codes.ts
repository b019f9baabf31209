import { consonantSkeleton, rootOf, stemOf } from './stems.ts';
import { isArabicWord } from './words.ts';

/** How much of a word a search asks for: its root, its consonants, its stem, the whole word without proclitics. */
export const levels = ['root', 'skeleton', 'stem', 'word'] as const;
export type Level = (typeof levels)[number];

/** Combining marks: letters of a word to Pagefind, which takes them off to find the word and compares them afterwards. */
const marks = [...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0656\u0657\u0659\u065a\u065b\u065c\u065d\u065e'];

/** Ends the root, so that no other root begins with it. */
const end = 'x';

/**
 * A word as the index knows it: its root, by which Pagefind finds it, and marks of its frame, stem and whole form, of which a
 * search compares as many as its level asks for. Marks stand for hashes: two forms of one root share theirs by chance in
 * one of 16 (frames) or 256 cases. See docs/decisions/0011-search-on-pagefind.md.
 */
export function encodeWord(base: string, level: Level = 'word'): string {
  const stem = stemOf(base);
  const key = rootOf(stem) + end;
  const depth = levels.indexOf(level);
  if (!isArabicWord(base)) return key;
  return [key, markOf(consonantSkeleton(stem), 1), markOf(`=${stem}`, 2), markOf(`~${base}`, 2)]
    .slice(0, depth + 1)
    .join('');
}

function markOf(text: string, count: 1 | 2): string {
  const hash = hashOf(text);
  return (marks[hash & 15] ?? '') + (count === 2 ? (marks[(hash >>> 4) & 15] ?? '') : '');
}

/** FNV-1a with a final mix, of UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}
