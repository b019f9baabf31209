import { consonantSkeleton, rootOf, stemOf } from './stems.ts';
import { isArabicWord } from './words.ts';

/**
 * How much of a word a search compares, beginning with the loosest level: its root, the consonant skeleton of its stem,
 * its stem, the whole word without proclitics.
 */
export const levels = ['root', 'skeleton', 'stem', 'word'] as const;
export type Level = (typeof levels)[number];

/** Combining marks. Pagefind looks words up without them, then compares them. */
const marks = [...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0656\u0657\u0659\u065a\u065b\u065c\u065d\u065e'];

/** Put at the end of the root, because Pagefind also finds words that only begin with the query. */
const end = 'x';
/**
 * Stands for an x of the word itself, since Pagefind takes the longest code that an unknown one begins with: «exxon» would
 * be found where «e» is. It is a Cyrillic letter.
 */
const ownX = '\u0445';

/**
 * Returns the code under which a word is indexed: its root, by which Pagefind finds it, then marks for its skeleton,
 * its stem and the whole word. The code for a `level` ends with the marks of that level, so that a search compares no
 * stricter ones. Marks are hashes: two skeletons of one root have the same mark by chance in one of 16 cases, two stems
 * or words in one of 256. Words of other scripts have no marks. See docs/decisions/0011-search-on-pagefind.md.
 */
export function encodeWord(base: string, level: Level = 'word'): string {
  const stem = stemOf(base);
  const key = rootOf(stem).replaceAll(end, ownX) + end;
  const depth = levels.indexOf(level);
  if (!isArabicWord(base)) return key;
  return [key, markOf(consonantSkeleton(stem), 1), markOf(`=${stem}`, 2), markOf(`~${base}`, 2)]
    .slice(0, depth + 1)
    .join('');
}

/** Hashes a string to `count` marks, of four bits each. */
function markOf(text: string, count: 1 | 2): string {
  const hash = hashOf(text);
  return (marks[hash & 15] ?? '') + (count === 2 ? (marks[(hash >>> 4) & 15] ?? '') : '');
}

/**
 * Hashes a string by FNV-1a over UTF-16 units, with the bits mixed at the end. Returns an unsigned integer of 32 bits.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}
