import { type DigitSystem, formatDigits } from './digits.ts';

/**
 * The six forms of an Arabic counted noun, each a whole phrase in which `#` stands for the number. The plural rules are
 * CLDR's (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html): zero 0; one 1; two 2;
 * few 3–10, 103–110 …; many 11–99, 111–199 …; other 100–102, 200–202 … and fractions.
 */
export interface NounForms {
  zero: string;
  one: string;
  two: string;
  few: string;
  many: string;
  other: string;
}

const pluralRules = new Intl.PluralRules('ar');

/**
 * Chooses the form for a number and inserts the number: `countNoun(3, { …, few: '# مقالات', … }, 'arab')` → «٣ مقالات».
 */
export function countNoun(count: number, forms: NounForms, digits: DigitSystem): string {
  return forms[pluralRules.select(count)].replaceAll('#', () => formatDigits(count, digits));
}
