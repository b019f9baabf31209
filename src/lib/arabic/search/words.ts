import { foldForMatching } from '../normalize.ts';

/** Proclitics that are written together with a word in quotation marks: «و«الكردستاني»», «لـ«الشرق»». */
const clitics = /^(?:[وف]?[بلك]?|[وف]?(?:ال|بال|كال|لل|لال))ـ*$/u;
const glued = /(?<=[\p{L}\p{N}\p{M}])([^\p{L}\p{N}\p{M}\s_@#'’&+ـ]+)(?=[\p{L}\p{N}])/u;
/** The usual word, which needs no splitting: Arabic letters, with punctuation at the end only. */
const plainWord = /^[\u0621-\u0652]+[.،:؛؟!»"]*$/;
const opening = /[«“"‹‘([{]/;
const openingAtEnd = /[«“‹‘([{]*$/u;

/**
 * Splits a text into words with their punctuation, as indexes count them and excerpts mark them. A run with only
 * punctuation between two words is split («السعودية،والتي»). Numbers (3.5, 10:30), Latin compounds (wi-fi) and words
 * with proclitics before quotation marks («و«الأهرام»») stay whole.
 */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).flatMap((run) => (run === '' ? [] : plainWord.test(run) ? [run] : splitGlued(run)));
}

function splitGlued(run: string): string[] {
  const pieces = run.split(glued);
  let word = pieces[0] ?? '';
  const words: string[] = [];
  for (let index = 1; index < pieces.length; index += 2) {
    const [punctuation = '', next = ''] = pieces.slice(index, index + 2);
    if (belongTogether(word, punctuation, next)) {
      word += punctuation + next;
      continue;
    }
    const open = openingAtEnd.exec(punctuation)?.[0] ?? '';
    words.push(word + punctuation.slice(0, punctuation.length - open.length));
    word = open + next;
  }
  return [...words, word];
}

function belongTogether(word: string, punctuation: string, next: string): boolean {
  if (opening.test(punctuation)) return clitics.test(word.replace(/^[^\p{L}\p{N}]+/u, ''));
  const isForeign = /[A-Za-z0-9٠-٩]$/.test(word) && /^[A-Za-z0-9٠-٩]/.test(next);
  return isForeign && !/[،؛)»]/.test(punctuation);
}

/**
 * Returns the letters and digits of a word in the spelling that the search compares: without tashkeel, without hamza on
 * its carriers, with ه for ة, ي for ى and Arabic letters for Persian ones; «هيأة» becomes the same as «هيئة». '' when
 * the word has none.
 */
export function normalizeWord(word: string): string {
  return foldForMatching(word.replace(/يأ/g, 'يئ')).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a normalised word has Arabic letters only. */
export function isArabicWord(word: string): boolean {
  return /^[\u0621-\u064a]+$/.test(word);
}
