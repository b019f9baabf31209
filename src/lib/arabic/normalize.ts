import { toLatinDigits } from './digits.ts';

/** Marks above and below letters, of Arabic and of the scripts that share them: tashkeel, Quranic signs, accents. */
const marks = /[\p{Mn}&&[\p{Script=Arabic}\p{Script=Inherited}]]/gv;
const tatweel = /\u0640/g;

/** Removes tashkeel and tatweel: «اللُّغـــة» → «اللغة». Hamza and madda stay: NFC makes them part of their letter. */
export function stripTashkeel(text: string): string {
  return text.normalize('NFC').replace(marks, '').replace(tatweel, '').replaceAll('ٱ', 'ا');
}

/** Removes accents from Latin letters: `Élysée` → `Elysee`. */
export function stripLatinAccents(text: string): string {
  return text.replace(/\p{Script=Latin}+/gu, (letters) => letters.normalize('NFD').replace(/\p{Mn}/gu, ''));
}

/** For `foldForMatching`: letter → its replacement. */
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
 * Makes a key for comparing texts, never for showing them: spellings of one name have the same key, for example «إدارةُ
 * الأخبـــار» and «اداره الاخبار». Removes tashkeel, tatweel, format characters and accents. Unifies alef with and
 * without hamza, the seats of hamza, ي/ى, ه/ة, and Arabic letters with those of Persian and of foreign sounds (پ, ڤ).
 * Digits become 0-9, letters lower case, and a run of white space one space.
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
