import { listPlurals } from './plurals.ts';
import { stripArticle } from './proclitics.ts';
import { isArabicWord, normalizeWord } from './words.ts';

/**
 * Endings of nouns and verbs, in the order in which they are tried; at least `least` letters of the word must remain.
 */
const endings: readonly (readonly [ending: string, least: number])[] = [
  ['هما', 3],
  ['تين', 3],
  ['تان', 3],
  ['ات', 2],
  ['ها', 3],
  ['هم', 3],
  ['هن', 3],
  ['نا', 3],
  ['كم', 4],
  ['ون', 4],
  ['ين', 3],
  ['ان', 4],
  ['وا', 3],
  ['يه', 3],
  ['ه', 2],
  ['ي', 3],
  ['ا', 3],
  ['ت', 3],
];
const maxEndings = 4;

/** Words whose last letters look like an ending but are not one: تكوين, بيروت, تفاهم, قوانين. */
const ownEnding =
  /^ت..ين$|^..وت$|^.{1,4}اهم$|^(?:براك|قوان|ملاي|شياط|سلاط|بسات|دكاك|تمار|عناو|مواز|مياد|مضام|مساك|سكاك|قراب|شراي|براه|دواو|طواح|ثعاب|فسات|رياح|موان|قناد|صواد|كماد|شواه|جثام)ين$/;

/** The plural pattern فعلاء, also before pronouns: «وزراء», «وزرائهم». Its singular is فعيل. */
const fualaPattern = /^([^ا])(.)([^اوي])ا(?:ء|[يو](?:ه|ها|هم|هن|نا|كم))$/;

const singularStems = readSingularStems();

/**
 * Returns the stem of a normalised word without article and proclitics: what the word's forms in all numbers and cases,
 * and with pronouns, have in common. «محادثات» and «محادثة» have the stem `محادث`, «أسعارهم» and «سعر» have `سعر`;
 * «وزير» and «وزارة» have different stems. Words of other scripts stay as they are.
 */
export function stemOf(word: string): string {
  if (!isArabicWord(word)) return word;
  return singularStems.get(word) ?? stemByRule(word, singularStems);
}

/** Endings of verbs in the past that no noun has. */
const verbEndings = ['ت', 'وا', 'تم'];

/**
 * Lists the verbs that have the same stem as a noun of three letters, which only its article tells from a verb: «كتبت» and
 * «كتبوا» for «الكتب». Returns none for a word without the article.
 */
export function verbsOfNoun(written: string, base: string): string[] {
  const isNoun = base.length === 3 && normalizeWord(written) !== base && isArabicWord(base);
  return isNoun && stripArticle(normalizeWord(written)) === base ? verbEndings.map((ending) => base + ending) : [];
}

/**
 * Derives a stem by the rules for endings and for the pattern فعلاء. `plurals` maps normalised plurals to the stems of
 * their singulars.
 */
function stemByRule(word: string, plurals: ReadonlyMap<string, string>): string {
  const [, first, second, third] = fualaPattern.exec(word) ?? [];
  if (first === undefined) return stripEndings(word, plurals);
  return plurals.get(`${first}${second}${third}اء`) ?? `${first}${second}ي${third}`;
}

function stripEndings(word: string, plurals: ReadonlyMap<string, string>): string {
  const endsInHamza = word.endsWith('ء');
  let stem = word.replace(/ء$/, '');
  for (let stripped = 0; stripped < maxEndings && !ownEnding.test(stem); stripped++) {
    const found = endings.find(
      ([ending, least]) =>
        stem.endsWith(ending) &&
        stem.length - ending.length >= least &&
        !(ending === 'ا' && (endsInHamza || stripped > 0)),
    );
    if (found === undefined) break;
    stem = stem.slice(0, -found[0].length);
    const singular = plurals.get(stem) ?? plurals.get(stem.replace(/ا[يو]$/, 'اء'));
    if (singular !== undefined) return singular;
  }
  return stem.replace(/ء$/, '');
}

/**
 * Returns the consonants of a stem. A singular and its broken plural mostly have the same skeleton, as do many words of
 * one root: «حريق» and «حرائق» have `حرق`, «وزارة» and «وزير» have `وزر`.
 */
export function consonantSkeleton(stem: string): string {
  if (!isArabicWord(stem)) return stem;
  const bare = stem.length > 3 && stem.startsWith('ا') ? stem.slice(1) : stem;
  const skeleton = (bare.slice(0, 1) + bare.slice(1).replace(/[اويء]/g, '')).replace(/(.)\1$/, '$1');
  return skeleton.length < 2 ? stem : skeleton;
}

/** Returns the skeleton without the prefixes of the present tense: «يعلن», «تعلن» and «أعلن» have the same root. */
export function rootOf(stem: string): string {
  const skeleton = consonantSkeleton(stem);
  if (!isArabicWord(skeleton)) return skeleton;
  const past = skeleton.length >= 4 && skeleton.startsWith('ي') ? skeleton.slice(1) : skeleton;
  return past.length >= 4 && past.startsWith('ت') ? past.slice(1) : past;
}

/**
 * Returns the stems that a verb in the present tense may have in the past: `ندد` for «ينددون», `ارتفع` for «يرتفع». Only
 * verbs that begin with ي: with ت and ن, nouns do too.
 */
export function pastStems(word: string): string[] {
  const past = /^ي([^اوي].{2,})$/.exec(isArabicWord(word) ? stemOf(word) : '')?.[1];
  return past === undefined ? [] : [past, `ا${past}`];
}

/** Maps normalised broken plurals to the stems of their singulars. */
function readSingularStems(): Map<string, string> {
  const none = new Map<string, string>();
  return new Map(
    listPlurals().map(({ singular, plural }) => [normalizeWord(plural), stemByRule(normalizeWord(singular), none)]),
  );
}
