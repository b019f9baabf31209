import { countArticlesOf, type ListedWord } from './word-lines.ts';

/** Groups of letters that are confused because they sound alike, look alike or are neighbours on the keyboard. */
const confusedLetters = [
  'ضظ',
  'ذزظ',
  'سصث',
  'تطث',
  'قكغج',
  'هحخ',
  'جحخ',
  'دذ',
  'رز',
  'شس',
  'عغ',
  'فق',
  'بتثني',
  'اوي',
  'هت',
];

/** The cost of one mistake; a weak letter is ا, و or ي. */
const anySlip = 1;
const weakLetterSlip = 0.8;
const confusedLetterSlip = 0.6;
const swapSlip = 0.8;
/** A letter typed twice, or once instead of twice. */
const doubledLetterSlip = 0.5;

/** Returns the greatest distance at which another word may correct a word of `length` letters. */
function maxSlips(length: number): number {
  if (length < 4) return confusedLetterSlip;
  return length < 7 ? 1 : 1.7;
}

/** How much distance each doubling of the number of articles offsets. */
const frequencyWeight = 0.06;
/** How much distance a known name offsets. */
const nameWeight = 0.3;

/**
 * Finds the word that a misspelt base most probably means; undefined when none is near enough. Of equally probable
 * words, takes the first in `words`.
 */
export function correctWord(base: string, words: readonly ListedWord[]): ListedWord | undefined {
  if (base.length < 3) return undefined;
  const most = maxSlips(base.length);
  let best: ListedWord | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.base === base || Math.abs(word.base.length - base.length) > most) continue;
    const distance = countSlips(base, word.base);
    const cost = distance - Math.log2(countArticlesOf(word)) * frequencyWeight - (word.isName ? nameWeight : 0);
    if (distance <= most && cost < bestCost) {
      best = word;
      bestCost = cost;
    }
  }
  return best;
}

/**
 * Computes the Damerau-Levenshtein distance between two words (letters left out, added, replaced or swapped), in which
 * common mistakes cost less than 1.
 */
export function countSlips(from: string, to: string): number {
  // Two previous rows of the matrix are enough.
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const letter = from.charAt(row - 1);
    const removal = costOf(letter, from.charAt(row - 2));
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const other = to.charAt(column - 1);
      let cost = Math.min(
        at(last, column) + removal,
        at(current, column - 1) + costOf(other, to.charAt(column - 2)),
        at(last, column - 1) + costOfChange(letter, other),
      );
      if (row > 1 && column > 1 && letter === to.charAt(column - 2) && from.charAt(row - 2) === other) {
        cost = Math.min(cost, at(beforeLast, column - 2) + swapSlip);
      }
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Number.POSITIVE_INFINITY;
}

function costOf(letter: string, before: string): number {
  if (letter === before) return doubledLetterSlip;
  return 'اوي'.includes(letter) ? weakLetterSlip : anySlip;
}

function costOfChange(letter: string, other: string): number {
  if (letter === other) return 0;
  return confusedLetters.some((group) => group.includes(letter) && group.includes(other))
    ? confusedLetterSlip
    : anySlip;
}
