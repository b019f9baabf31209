import { slugify } from './slug.ts';

/** What papers call common sections and desks, with the words that addresses usually have for them. */
const knownWords: ReadonlyMap<string, string> = new Map([
  ['أخبار', 'news'],
  ['محليات', 'local'],
  ['محلي', 'local'],
  ['سياسة', 'politics'],
  ['اقتصاد', 'economy'],
  ['ثقافة', 'culture'],
  ['رياضة', 'sports'],
  ['مجتمع', 'society'],
  ['رأي', 'opinion'],
  ['آراء', 'opinion'],
  ['علوم', 'science'],
  ['تقنية', 'technology'],
  ['صحة', 'health'],
  ['عالم', 'world'],
  ['تحقيقات', 'investigations'],
  ['منوعات', 'miscellany'],
  ['فنون', 'arts'],
  ['تحرير', 'desk'],
]);

/** One Latin spelling for each letter; long vowels are written, short ones are unknown. */
// biome-ignore format: eight letters a line are easier to read
const latinLetters: ReadonlyMap<string, string> = new Map([
  ['ا', 'a'], ['أ', 'a'], ['إ', 'i'], ['آ', 'a'], ['ٱ', 'a'], ['ب', 'b'], ['ت', 't'], ['ث', 'th'],
  ['ج', 'j'], ['ح', 'h'], ['خ', 'kh'], ['د', 'd'], ['ذ', 'dh'], ['ر', 'r'], ['ز', 'z'], ['س', 's'],
  ['ش', 'sh'], ['ص', 's'], ['ض', 'd'], ['ط', 't'], ['ظ', 'z'], ['ع', 'a'], ['غ', 'gh'], ['ف', 'f'],
  ['ق', 'q'], ['ك', 'k'], ['ل', 'l'], ['م', 'm'], ['ن', 'n'], ['ه', 'h'], ['ة', 'a'], ['و', 'w'],
  ['ي', 'y'], ['ى', 'a'], ['ء', ''], ['ئ', 'y'], ['ؤ', 'w'],
]);

/**
 * Proposes an id of Latin letters for a name: `أخبار` → `news`, `هيئة التحرير` → `desk`, `زياد` → `zyad`. It is '' if
 * the name has no letter of these two scripts. Whoever names the section or author may write a better one.
 */
export function proposeLatinId(name: string): string {
  const words = slugify(name).split('-');
  const known = words
    .map((word) => knownWords.get(word) ?? knownWords.get(word.replace(/^ال/, '')))
    .find((found) => found);
  if (known !== undefined) return known;
  return spellInLatin(words);
}

/** Proposes an id of Latin letters for the name of a person: `زياد عالم` → `zyad-aalm`. */
export function proposePersonId(name: string): string {
  return spellInLatin(slugify(name).split('-'));
}

function spellInLatin(words: readonly string[]): string {
  const latin = words.map((word) => Array.from(word, (letter) => latinLetters.get(letter) ?? letter).join(''));
  return latin
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '');
}
