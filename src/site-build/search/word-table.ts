import { baseOf } from '../../lib/arabic/search/analysis.ts';
import { encodeWord } from '../../lib/arabic/search/codes.ts';
import type { NameTable } from '../../lib/arabic/search/names.ts';
import { createSegmentation } from '../../lib/arabic/search/segmentation.ts';
import type { WordSpan } from '../../lib/arabic/search/words.ts';

/**
 * The words of a part as they are written, each once, with numbers in the order of their first occurrence. Records are
 * kept as numbers of words: a text is split once, and a word is analysed once.
 */
export interface WordTable {
  numbers: Map<string, number>;
  /** How often each word occurs in the texts that the segmentation learns from, by number. */
  counts: number[];
}

/** A base, and the number of its code; 0 if its words are not indexed. */
export interface CodedBase {
  base: string;
  code: number;
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

/** The analysed words of a part. */
interface Analysis {
  /** The base of each word, by the number of the word. */
  baseOfNumber: CodedBase[];
  /** The codes of the bases, by number; the first is none. */
  codes: string[];
}

export function analyseWords({ numbers, counts }: WordTable, names: NameTable): Analysis {
  const segmentation = createSegmentation();
  for (const [word, number] of numbers) {
    const count = counts[number] ?? 0;
    if (count > 0) segmentation.learn(word, count);
  }
  const codes = [''];
  const codeNumbers = new Map<string, number>();
  const numberCode = (base: string): number => {
    if (base === '') return 0;
    const code = encodeWord(base);
    const number = codeNumbers.get(code) ?? codes.push(code) - 1;
    codeNumbers.set(code, number);
    return number;
  };
  const bases = new Map<string, CodedBase>();
  const baseOfNumber = Array.from(numbers.keys(), (word) => {
    const base = baseOf(word, names, segmentation.segment);
    const coded = bases.get(base) ?? { base, code: numberCode(base) };
    bases.set(base, coded);
    return coded;
  });
  return { baseOfNumber, codes };
}
