import { foldForMatching, stripTashkeel } from './normalize.ts';
import { joinName } from './search/compound-names.ts';

/** Titles that papers print before names, folded and without the article. */
const titles = new Set(
  'د ا م دكتور دكتوره استاذ استاذه مهندس مهندسه صحفي صحفيه صحافي صحافيه كاتب كاتبه محرر محرره مراسل مراسله زميل زميله'.split(
    ' ',
  ),
);

const notInWords = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * Makes a key for comparing names of people, never for showing them: «د. أبو بكر الأمين», «أبوبكر الامين» and «ابا بكر
 * الأمين» have the same key. Beside what `foldForMatching` unifies, it ignores titles before the name, and whether
 * compound names are written joined or apart.
 */
export function personKey(name: string): string {
  let key = '';
  let previous = '';
  for (const word of withoutTitles(wordsOf(foldForMatching(name)))) {
    const joined = joinName(previous, word);
    if (joined === undefined) key += previous;
    previous = joined ?? word;
  }
  return key + previous;
}

/** Whether two spellings of a name have the same letters, apart from tashkeel, titles and spaces. */
export function haveSameLetters(name: string, other: string): boolean {
  const lettersOf = (text: string) => withoutTitles(wordsOf(stripTashkeel(text))).join('');
  return lettersOf(name) === lettersOf(other);
}

function wordsOf(name: string): string[] {
  return name.split(notInWords).filter((word) => word !== '');
}

function withoutTitles(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !titles.has(foldForMatching(word).replace(/^ال(?=..)/, '')));
  return first === -1 ? [...words] : words.slice(first);
}

/**
 * Returns the grammatical gender of a name that is a common noun, as those of desks are, by the ending of its first
 * word: «هيئة التحرير» is feminine, «قسم الثقافة» masculine.
 */
export function genderOfNoun(name: string): 'male' | 'female' {
  const [noun = ''] = wordsOf(stripTashkeel(name));
  return noun.endsWith('ة') ? 'female' : 'male';
}
