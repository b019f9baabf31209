import { foldForMatching, stripTashkeel } from './normalize.ts';
import { joinName } from './search/compound-names.ts';

/** Titles that papers print before names, folded and without the article. */
const titles = new Set(
  'د ا م دكتور دكتوره استاذ استاذه مهندس مهندسه صحفي صحفيه صحافي صحافيه كاتب كاتبه محرر محرره مراسل مراسله زميل زميله'.split(
    ' ',
  ),
);

/**
 * Nouns that begin the names of desks, agencies and teams, and hardly ever that of a person: folded and without the
 * article → the noun.
 */
const nounsOfGroups = new Map(
  'هيئة أسرة وكالة وكالات إدارة دائرة وحدة غرفة شبكة مؤسسة منظمة صحيفة جريدة مجلة قناة إذاعة منصة لجنة قسم فريق مكتب مركز موقع تلفزيون محررو مراسلو مندوبو'
    .split(' ')
    .map((noun) => [foldForMatching(noun), noun]),
);

const notInWords = /[^\p{L}\p{M}\p{N}]+/u;
const words = /[\p{L}\p{M}\p{N}]+/gu;

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
  const first = words.findIndex((word) => !isTitle(word));
  return first === -1 ? [...words] : words.slice(first);
}

function isTitle(word: string): boolean {
  return titles.has(foldWithoutArticle(word));
}

function foldWithoutArticle(word: string): string {
  return foldForMatching(word).replace(/^ال(?=..)/, '');
}

/** Returns a name as a file has it, without titles before it and without tashkeel: «د. هُدى» → «هدى». */
export function bareName(name: string): string {
  const plain = stripTashkeel(name).trim();
  const first = [...plain.matchAll(words)].find(([word]) => !isTitle(word));
  return plain.slice(first !== undefined && isTitle(plain.match(words)?.[0] ?? '') ? first.index : 0);
}

/**
 * Returns the grammatical gender of a name that is a common noun, as those of desks are, by the ending of its first
 * word: «هيئة التحرير» is feminine, «قسم الثقافة» masculine.
 */
export function genderOfNoun(name: string): 'male' | 'female' {
  const [noun = ''] = wordsOf(stripTashkeel(name));
  return /(?:ة|ات)$/.test(nounsOfGroups.get(foldWithoutArticle(noun)) ?? noun) ? 'female' : 'male';
}

/** Whether a name begins as those of desks, agencies and teams do: «وكالة الوادي», «أسرة التحرير». */
export function isNameOfGroup(name: string): boolean {
  const [noun = '', ...others] = wordsOf(stripTashkeel(name));
  return others.length > 0 && nounsOfGroups.has(foldWithoutArticle(noun));
}

/** Returns the gender that a name says by itself: by the noun of a group, or by a feminine title before the name. */
export function genderOfName(name: string): 'male' | 'female' | undefined {
  if (isNameOfGroup(name)) return genderOfNoun(name);
  const all = wordsOf(name);
  const before = all.slice(0, all.length - withoutTitles(all).length);
  return before.some((title) => foldForMatching(title).endsWith('ه')) ? 'female' : undefined;
}

/**
 * Chooses among spellings of one name, the most common first: the one with «أبو» before «أبا» and «أبي», then the one
 * with most letters of hamza, of which «إ» before «انتصار» and the like is a mistake.
 */
export function chooseSpelling(spellings: readonly string[]): string {
  const [first = '', ...others] = spellings;
  return others.reduce((best, other) => (soundnessOf(other) > soundnessOf(best) ? other : best), first);
}

function soundnessOf(name: string): number {
  const hamzas = name.match(/[أإآؤئء]/g)?.length ?? 0;
  const mistakes = name.match(/(?<!\p{L})(?:إ(?:ست|.ت)|[أا]ب[اي](?!\p{L}))/gu)?.length ?? 0;
  return hamzas - 10 * mistakes;
}
