import type { WordSequence } from './compound-names.ts';

/** The months of the Levant with names of two words, and what they are called elsewhere. All are normalised. */
const twoWordMonths: readonly (readonly [first: string, second: string, month: string])[] = [
  ['كانون', 'ثاني', 'يناير'],
  ['كانون', 'اول', 'ديسمبر'],
  ['تشرين', 'اول', 'اكتوبر'],
  ['تشرين', 'ثاني', 'نوفمبر'],
];

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

/** Returns the other name of a month that is named at a place, if it is a month: `يناير` for «كانون الثاني». */
export function otherMonth({ before, base, after }: MonthPlace): string[] {
  const whole = twoWordMonths.find(
    ([first, second]) => (base === first && after === second) || (before === first && base === second),
  );
  if (whole !== undefined) return [whole[2]];
  if (!isNumber(before) && !isNumber(after) && before !== monthWord) return [];
  return doubtfulMonths.filter(([word]) => word === base).map(([, month]) => month);
}

/**
 * Lists the sequences of words that name the same month as a base: «كانون الثاني», and with the number or «شهر» beside it
 * a name that is another word too, such as «نيسان».
 */
export function monthSequences({ before, base, after }: MonthPlace): WordSequence[] {
  const pairs = twoWordMonths
    .filter(([, , month]) => month === base)
    .map(([first, second]): WordSequence => [[first], [second]]);
  const doubtful = doubtfulMonths.filter(([, month]) => month === base).map(([word]) => word);
  const heads = isNumber(before) ? [before, monthWord] : [monthWord];
  const beside = doubtful.flatMap((rest): WordSequence[] => [
    [heads, [rest]],
    ...(isNumber(after) ? [[[rest], [after]]] : []),
  ]);
  return [...pairs, ...beside];
}

function isNumber(base: string): boolean {
  return /^\d{1,4}$/.test(base);
}
