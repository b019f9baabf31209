/** Letters that are taken for one another by ear, by sight or by their neighbours on keyboards. */
const confused = ['ضظ', 'ذزظ', 'سصث', 'تطث', 'قكغ', 'هحخ', 'جحخ', 'دذ', 'رز', 'شس', 'عغ', 'فق', 'بتثني', 'اوي', 'هت'];

const anySlip = 1;
const weakLetterSlip = 0.8;
const confusedLetterSlip = 0.6;
const swapSlip = 0.8;

/** How far from what was typed a word of so many letters may be. */
function mostSlips(length: number): number {
  if (length < 4) return confusedLetterSlip;
  return length < 7 ? 1 : 1.7;
}

/** A word of the index with the logarithm of how many articles have it. */
export interface IndexedWord {
  /** As readers know it. */
  shown: string;
  base: string;
  frequency: number;
}

const frequencyWeight = 0.06;

/** The word that a misspelt base most probably means; undefined where none is near. Ties go to the first in order. */
export function correctWord(base: string, words: readonly IndexedWord[]): IndexedWord | undefined {
  if (base.length < 3) return undefined;
  const most = mostSlips(base.length);
  let best: IndexedWord | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.base === base || Math.abs(word.base.length - base.length) > most) continue;
    const distance = countSlips(base, word.base);
    const cost = distance - word.frequency * frequencyWeight;
    if (distance <= most && cost < bestCost) {
      best = word;
      bestCost = cost;
    }
  }
  return best;
}

/** The commonest words that begin with what is typed, at most `count`. */
export function completeWord(beginning: string, words: readonly IndexedWord[], count: number): IndexedWord[] {
  return words
    .filter(({ base }) => base.length > beginning.length && base.startsWith(beginning))
    .sort((a, b) => b.frequency - a.frequency || a.base.length - b.base.length || (a.base < b.base ? -1 : 1))
    .slice(0, count);
}

/**
 * How many slips of the hand lie between two words: letters left out, put in, taken for others or swapped
 * (Damerau-Levenshtein, where what is often confused costs less).
 */
export function countSlips(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const letter = from.charAt(row - 1);
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const other = to.charAt(column - 1);
      let cost = Math.min(
        at(last, column) + costOf(letter),
        at(current, column - 1) + costOf(other),
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

function costOf(letter: string): number {
  return 'اوي'.includes(letter) ? weakLetterSlip : anySlip;
}

function costOfChange(letter: string, other: string): number {
  if (letter === other) return 0;
  return confused.some((group) => group.includes(letter) && group.includes(other)) ? confusedLetterSlip : anySlip;
}
