import { type DigitSystem, formatDigits } from './digits.ts';
import { countNoun, type NounForms } from './plural.ts';

/** The years that are written without a figure, in the genitive; the first is one year. */
const upToTen = 'عام عامين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' ');
const teens = 'أحد اثني ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة'.split(' ');

const forms: NounForms = { zero: '', one: 'عام', two: 'عامين', few: '# أعوام', many: '# عامًا', other: '# عام' };

/** The last number of years that is written without a figure. */
export const lastYearsInWords = 19;

/**
 * Writes a number of years, at least one, as it stands after «من»: «عام», «عامين», «أربعة أعوام», «أحد عشر عامًا», and
 * from twenty on with a figure, «25 عامًا».
 */
export function yearsInWords(count: number, digits: DigitSystem): string {
  if (count <= 2) return upToTen[count - 1] ?? '';
  if (count <= 10) return `${upToTen[count - 1]} أعوام`;
  if (count <= lastYearsInWords) return `${teens[count - 11]} عشر عامًا`;
  return countNoun(count, forms, 'latn').replace(/\d+/, (figure) => formatDigits(figure, digits));
}
