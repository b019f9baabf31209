import type { DigitSystem } from './digits.ts';
import { countNoun, type NounForms } from './plural.ts';

const bytesForms: NounForms = {
  zero: '# بايت',
  one: 'بايت واحد',
  two: 'بايتان',
  few: '# بايتات',
  many: '# بايتًا',
  other: '# بايت',
};

/** As in CLDR, the names of these units do not change after numbers from three on. */
const units: readonly { size: number; forms: NounForms }[] = [
  {
    size: 1e3,
    forms: {
      zero: '# كيلوبايت',
      one: 'كيلوبايت واحد',
      two: 'كيلوبايتان',
      few: '# كيلوبايت',
      many: '# كيلوبايت',
      other: '# كيلوبايت',
    },
  },
  {
    size: 1e6,
    forms: {
      zero: '# ميغابايت',
      one: 'ميغابايت واحد',
      two: 'ميغابايتان',
      few: '# ميغابايت',
      many: '# ميغابايت',
      other: '# ميغابايت',
    },
  },
  {
    size: 1e9,
    forms: {
      zero: '# غيغابايت',
      one: 'غيغابايت واحد',
      two: 'غيغابايتان',
      few: '# غيغابايت',
      many: '# غيغابايت',
      other: '# غيغابايت',
    },
  },
];

/** Formats a number of bytes in decimal units: `2_312_345` → «2.3 ميغابايت», `1_000` → «كيلوبايت واحد». */
export function formatFileSize(bytes: number, digits: DigitSystem): string {
  if (bytes < 1000) return countNoun(bytes, bytesForms, digits);
  // The number that readers see decides, so that 999,600 bytes are a megabyte and not 1000 kilobytes.
  const fitting = units.find(({ size }) => shownIn(size, bytes) < 1000) ?? units[units.length - 1];
  const { size, forms } = fitting as (typeof units)[number];
  return countNoun(shownIn(size, bytes), forms, digits);
}

/** Kilobytes are whole, the larger units have one decimal. */
function shownIn(size: number, bytes: number): number {
  return Number((bytes / size).toFixed(size === 1e3 ? 0 : 1));
}
