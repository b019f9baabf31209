const units = ['', 'الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'];
const tens = ['', '', 'العشرون', 'الثلاثون', 'الأربعون', 'الخمسون', 'الستون', 'السبعون', 'الثمانون', 'التسعون'];

/** The first unit of a compound is another word than by itself: «الحادي عشر», «الحادي والعشرون». */
const firstInCompound = 'الحادي';

/**
 * Writes a whole number from 1 to 99 as a masculine ordinal in the nominative: 2 → «الثاني», 21 → «الحادي والعشرون».
 * Returns undefined for any other number.
 */
export function masculineOrdinal(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 1 || number > 99) return undefined;
  if (number <= 10) return units[number];
  const unit = number % 10 === 1 ? firstInCompound : units[number % 10];
  if (number < 20) return `${unit} عشر`;
  const ten = tens[Math.floor(number / 10)];
  return unit === '' ? ten : `${unit} و${ten}`;
}
