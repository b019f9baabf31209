import type { WordSequence } from './compound-names.ts';

/** Names of months that are other words too; they are months beside a number or after «شهر». All are normalised. */
const doubtfulMonths: readonly (readonly [word: string, month: string])[] = [
  ['نيسان', 'ابريل'],
  ['ماي', 'مايو'],
  ['جوان', 'يونيو'],
  ['اب', 'اغسطس'],
  ['اوت', 'اغسطس'],
];
const monthWord = 'شهر';

/** A base of a query's word with those before and after it; '' stands for none. */
export interface MonthPlace {
  before: string;
  base: string;
  after: string;
}

/** Returns the other name of a month that is named at a place, if it is a month: `ابريل` for «12 نيسان». */
export function otherMonth({ before, base, after }: MonthPlace): string[] {
  if (!isNumber(before) && !isNumber(after) && before !== monthWord) return [];
  return doubtfulMonths.filter(([word]) => word === base).map(([, month]) => month);
}

/**
 * Lists the sequences of words that name the same month as a base by a name that is another word too, such as «نيسان»,
 * with the number or «شهر» beside it.
 */
export function monthSequences({ before, base, after }: MonthPlace): WordSequence[] {
  const doubtful = doubtfulMonths.filter(([, month]) => month === base).map(([word]) => word);
  const heads = isNumber(before) ? [before, monthWord] : [monthWord];
  return doubtful.flatMap((rest): WordSequence[] => [[heads, [rest]], ...(isNumber(after) ? [[[rest], [after]]] : [])]);
}

function isNumber(base: string): boolean {
  return /^\d{1,4}$/.test(base);
}
