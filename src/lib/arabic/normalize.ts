import { toLatinDigits } from './digits.ts';

/** Tashkeel, Quranic marks and Latin accents: signs above and below letters, in Arabic and in scripts that share them. */
const marks = /[\p{Mn}&&[\p{Script=Arabic}\p{Script=Inherited}]]/gv;
const tatweel = /\u0640/g;

/** Removes tashkeel and tatweel, and nothing that changes a letter: «اللُّغـــة» → «اللغة»; hamza and madda stay. */
export function stripTashkeel(text: string): string {
  return text.normalize('NFC').replace(marks, '').replace(tatweel, '').replaceAll('ٱ', 'ا');
}

/** Latin letters without their accents: «Élysée» → «Elysee». */
export function stripLatinAccents(text: string): string {
  return text.replace(/\p{Script=Latin}+/gu, (letters) => letters.normalize('NFD').replace(/\p{Mn}/gu, ''));
}

const folded: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ې: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڨ: 'ق',
};
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'g');

/**
 * A key under which two spellings of one name meet, for comparing and never for showing: no tashkeel, tatweel,
 * invisible characters or accents, one form of alef, hamza seats, ي/ى, ه/ة, the Persian letters and those of foreign sounds, digits 0-9,
 * lower case, single spaces. «إدارةُ الأخبـــار» and «اداره الاخبار» give the same key.
 */
export function foldForMatching(text: string): string {
  return stripLatinAccents(toLatinDigits(stripTashkeel(text.normalize('NFKC'))))
    .replace(/\p{Cf}/gu, '')
    .replace(/[ئء]و/g, 'وو')
    .replace(foldable, (letter) => folded[letter] ?? letter)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
