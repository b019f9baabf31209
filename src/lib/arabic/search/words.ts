import { foldForMatching } from '../normalize.ts';

/** What is written as one with a word in quotation marks: «و«الكردستاني»», «لـ«الشرق»». */
const clitics = /^(?:[وف]?[بلك]?|[وف]?(?:ال|بال|كال|لل|لال))ـ*$/u;
const glued = /(?<=[\p{L}\p{N}\p{M}])([^\p{L}\p{N}\p{M}\s_@#'’&+ـ]+)(?=[\p{L}\p{N}])/u;
/** What most words are: Arabic, with punctuation at its end alone. */
const single = /^[\u0621-\u0652]+[.،:؛؟!»"]*$/;
const opening = /[«“"‹‘([{]/;
const openingAtEnd = /[«“‹‘([{]*$/u;

/**
 * The words of a text as readers see them, with the punctuation that stands at them: what indexes count and excerpts mark.
 * Words that punctuation glues together are two («السعودية،والتي»); numbers (3.5, 10:30), Latin compounds (wi-fi) and
 * clitics before quotation marks («و«الأهرام»») stay whole.
 */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).flatMap((run) => (run === '' ? [] : single.test(run) ? [run] : splitGlued(run)));
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
 * The letters and digits of one word in the one spelling that searches compare: without tashkeel, hamza seats, ة, ى and
 * Persian letters; «هيأة» as «هيئة». '' where there are none.
 */
export function normalizeWord(word: string): string {
  return foldForMatching(word.replace(/يأ/g, 'يئ')).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a normalised word is written in Arabic letters alone. */
export function isArabicWord(word: string): boolean {
  return /^[\u0621-\u064a]+$/.test(word);
}
