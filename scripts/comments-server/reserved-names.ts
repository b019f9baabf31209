import { foldForMatching } from '../../src/lib/arabic/normalize.ts';

/**
 * Letters that look alike, beyond those that `foldForMatching` unifies: Arabic ones, and Latin ones with those of
 * Cyrillic and Greek. The first letter of each string stands for the others.
 */
const lookalikes = [
  // The letters and the digit that are one stroke.
  'اٲٳݳݴil1ıіιӏ',
  'بٮٻ',
  'تٹٺټٿ',
  'جڃڄڇ',
  'حځ',
  'خڅ',
  'دڈډڊ',
  'ذڌڎڏڐ',
  'رڑڒړڔڕږ',
  'زڗڙ',
  'سښڛ',
  'شڜۺ',
  'صڝڞ',
  'ضۻ',
  'طڟ',
  'عڠ',
  'غۼ',
  'فڡڢڣڥڦ',
  'قٯڧ',
  'كګڬڭڮڰڱڲڳڴ',
  'لڵڶڷڸ',
  'نںڹڻڼڽ',
  'هۂۃۿ',
  'وۄۅۆۇۈۉۊۋۏٶٷ',
  'يۍێۑؠؽؾؿۓٸ',
  'aаα',
  'bвβ',
  'cсϲ',
  'dԁ',
  'eеε',
  'gɡ',
  'hнη',
  'jј',
  'kкκ',
  'mмμ',
  'nν',
  'o0оο',
  'pрρ',
  'qԛ',
  'sѕ',
  'tтτ',
  'vѵ',
  'wԝω',
  'xхχ',
  'yуυ',
  'zζ',
];

const standIns = new Map(lookalikes.flatMap(([first = '', ...others]) => others.map((letter) => [letter, first])));

/** Punctuation that looks like an alef. */
const strokes = /[|¦ǀ∣│｜]/gu;
/** What a name is compared without: hamza, and letters that are marks or fragments of others, besides all that is no letter. */
const notCompared = /[ءٴﹳ]|\p{Lm}|\p{Default_Ignorable_Code_Point}|[^\p{L}\p{N}]/gu;

/** Returns a test for names that look like one of those reserved. Spaces and punctuation make no difference. */
export function createNameFilter(names: readonly string[]): (name: string) => boolean {
  const keys = new Set(names.map(keyOf).filter((key) => key !== ''));
  return (name) => keys.has(keyOf(name)) || keys.has(keyOf(name.replace(strokes, 'ا')));
}

function keyOf(name: string): string {
  const letters = foldForMatching(name).replace(notCompared, '');
  return Array.from(letters, (letter) => standIns.get(letter) ?? letter).join('');
}
