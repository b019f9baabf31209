/**
 * The countries whose names of the months are used. `dual` writes two names, «يناير/ كانون الثاني», for readers of all
 * countries.
 */
export type MonthVocabulary = 'gulf-egypt' | 'levant' | 'algeria-tunisia' | 'morocco' | 'mauritania' | 'dual';

type MonthNames = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

// biome-ignore format: six months a line are easier to read
const monthNames: Record<Exclude<MonthVocabulary, 'dual'>, MonthNames> = {
  'gulf-egypt': [
    'يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو',
    'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر',
  ],
  levant: [
    'كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران',
    'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول',
  ],
  'algeria-tunisia': [
    'جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان',
    'جويلية', 'أوت', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر',
  ],
  morocco: [
    'يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو',
    'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر',
  ],
  mauritania: [
    'يناير', 'فبراير', 'مارس', 'إبريل', 'مايو', 'يونيو',
    'يوليو', 'أغشت', 'شتمبر', 'أكتوبر', 'نوفمبر', 'دجمبر',
  ],
};

export const monthVocabularies: readonly MonthVocabulary[] = [
  'gulf-egypt',
  'levant',
  'algeria-tunisia',
  'morocco',
  'mauritania',
  'dual',
];

/** Returns the name of a month from 1 to 12; throws a `RangeError` for any other number. */
export function monthName(month: number, vocabulary: MonthVocabulary): string {
  if (vocabulary === 'dual') return `${monthName(month, 'gulf-egypt')}/ ${monthName(month, 'levant')}`;
  const name = monthNames[vocabulary][month - 1];
  if (name === undefined) throw new RangeError(`A month is a number from 1 to 12, not ${month}`);
  return name;
}

/** Returns the names of the months from January to December. */
export function monthNamesOf(vocabulary: MonthVocabulary): string[] {
  return Array.from({ length: 12 }, (_, index) => monthName(index + 1, vocabulary));
}
