import { baseOf } from '../../lib/arabic/search/analysis.ts';
import { encodeWord } from '../../lib/arabic/search/codes.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { createSegmentation } from '../../lib/arabic/search/segmentation.ts';
import type { WordSpan } from '../../lib/arabic/search/words.ts';

/** A word that Pagefind counts but does not index. It preserves the positions of the words after it. */
export const placeholder = '-';

/**
 * The words of a part as they are written, each once, with numbers in the order of their first occurrence. Records are
 * kept as numbers of words: a text is split once, and a word is analysed once.
 */
export interface WordTable {
  numbers: Map<string, number>;
  /** How often each word occurs in the texts that the segmentation learns from, by number. */
  counts: number[];
}

/** A base, and the records of a part that have it. */
export interface BaseUse {
  base: string;
  code: string;
  /** The word as it was first written. */
  word: string;
  /** How many records have it. */
  count: number;
  /** The index of the last record that was counted. */
  lastRecord: number;
}

/** Returns the numbers of the words of a text; words that are new get the next ones. */
export function numberWords(
  text: string,
  spans: readonly WordSpan[],
  { numbers, counts }: WordTable,
  { isLearnt = true } = {},
): Uint32Array {
  const numbered = new Uint32Array(spans.length);
  let place = 0;
  for (const { start, end } of spans) {
    const word = text.slice(start, end);
    let number = numbers.get(word);
    if (number === undefined) {
      number = counts.push(0) - 1;
      numbers.set(word, number);
    }
    if (isLearnt) counts[number] = (counts[number] ?? 0) + 1;
    numbered[place++] = number;
  }
  return numbered;
}

/** Analyses the words of a whole part. Returns the base of each word, by number, and all bases, each once. */
export function analyseWords(
  { numbers, counts }: WordTable,
  names: NameTable,
): { baseOfNumber: BaseUse[]; bases: Map<string, BaseUse> } {
  const segmentation = createSegmentation();
  for (const [word, number] of numbers) {
    const count = counts[number] ?? 0;
    if (count > 0) segmentation.learn(word, count);
  }
  const bases = new Map<string, BaseUse>();
  const baseOfNumber = Array.from(numbers.keys(), (word) => {
    const base = baseOf(word, names, segmentation.segment);
    let use = bases.get(base);
    if (use === undefined) {
      use = { base, code: base === '' ? placeholder : encodeWord(base), word: '', count: 0, lastRecord: -1 };
      bases.set(base, use);
    }
    return use;
  });
  return { baseOfNumber, bases };
}
