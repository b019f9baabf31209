import { listPlurals } from './plurals.ts';
import { isArabicWord, normalizeWord } from './words.ts';

/** Endings of nouns and verbs with the letters that must be left of the word, in the order in which they are tried. */
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
const endingsAtMost = 4;

/** What looks like an ending and is part of the word: تكوين, بيروت, تفاهم, قوانين. */
const ownEnding =
  /^ت..ين$|^..وت$|^.{1,4}اهم$|^(?:براك|قوان|ملاي|شياط|سلاط|بسات|دكاك|تمار|عناو|مواز|مياد|مضام|مساك|سكاك|قراب|شراي|براه|دواو|طواح|ثعاب|فسات|رياح|موان|قناد|صواد|كماد|شواه|جثام)ين$/;

/** `فعلاء`, also before pronouns: «وزراء», «وزرائهم». */
const fuala = /^([^ا])(.)([^اوي])ا(?:ء|[يو](?:ه|ها|هم|هن|نا|كم))$/;

const singulars = readPlurals();

/**
 * The stem of a normalised word without article and proclitics: what its numbers, cases and pronouns share. «محادثات» and
 * «محادثة» give `محادث`, «أسعارهم» and «سعر» give `سعر`; «وزير» and «وزارة» stay apart. Other scripts stay as they are.
 */
export function stemOf(word: string): string {
  if (!isArabicWord(word)) return word;
  return singulars.get(word) ?? stemByRule(word, singulars);
}

function stemByRule(word: string, plurals: ReadonlyMap<string, string>): string {
  const [, first, second, third] = fuala.exec(word) ?? [];
  if (first === undefined) return stripEndings(word, plurals);
  return plurals.get(`${first}${second}${third}اء`) ?? `${first}${second}ي${third}`;
}

function stripEndings(word: string, plurals: ReadonlyMap<string, string>): string {
  const endsInHamza = word.endsWith('ء');
  let stem = word.replace(/ء$/, '');
  for (let stripped = 0; stripped < endingsAtMost && !ownEnding.test(stem); stripped++) {
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
 * The consonants of a stem: broken plurals and most patterns of one root meet in it. «حريق» and «حرائق» give `حرق`, and so
 * does «وزارة» what «وزير» does.
 */
export function consonantSkeleton(stem: string): string {
  if (!isArabicWord(stem)) return stem;
  const bare = stem.length > 3 && stem.startsWith('ا') ? stem.slice(1) : stem;
  const frame = (bare.slice(0, 1) + bare.slice(1).replace(/[اويء]/g, '')).replace(/(.)\1$/, '$1');
  return frame.length < 2 ? stem : frame;
}

/** A frame without the prefixes of the present tense: «يعلن», «تعلن» and «أعلن» meet. */
export function rootOf(stem: string): string {
  const frame = consonantSkeleton(stem);
  if (!isArabicWord(frame)) return frame;
  const past = frame.length >= 4 && frame.startsWith('ي') ? frame.slice(1) : frame;
  return past.length >= 4 && past.startsWith('ت') ? past.slice(1) : past;
}

/** Stems of singulars by normalised plural. */
function readPlurals(): Map<string, string> {
  const none = new Map<string, string>();
  return new Map(
    listPlurals().map(({ singular, plural }) => [normalizeWord(plural), stemByRule(normalizeWord(singular), none)]),
  );
}
