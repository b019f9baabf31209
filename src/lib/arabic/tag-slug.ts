import { foldForSlug, slugify } from './slug.ts';

const signs = String.raw`[+<=>±×÷\p{Sc}#%&@]`;
const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/**
 * Finds the signs that belong to a word: those of `C++`, `C#`, `.NET`, `18+`, `$5`, `5%`, `-5` and `O-`. A sign between
 * spaces, a hyphen inside or after a word and a full stop are punctuation.
 */
const wordSigns = new RegExp(
  [
    `(?<=${letter})${signs}+`,
    `(?<!${signs})${signs}+(?=${letter})`,
    String.raw`(?<!\S)\.(?=\p{Script=Latin})`,
    String.raw`(?<!\S)-(?=\p{N})`,
    String.raw`(?<=(?<!\S)[a-z]{1,2})-(?!\S)`,
  ].join('|'),
  'gu',
);

/** The words that stand for signs in the URL of a tag; the others are left out there. */
const signWords: Readonly<Record<string, string>> = { '+': 'plus', '#': 'sharp', '.': 'dot' };

/** Makes the URL segment of a tag as `slugify` does, with words for `+`, `#` and a leading dot: `C++` → `c-plus-plus`. */
export function tagSlug(tag: string): string {
  const spelled = (signs: string) => [...signs].map((sign) => ` ${signWords[sign] ?? ''} `).join('');
  return slugify(fold(tag).replace(wordSigns, spelled));
}

/** Returns the same key for all spellings of one tag: it ignores what a slug ignores, but no sign of a word. */
export function tagKey(tag: string): string {
  let key = '';
  let end = 0;
  const folded = fold(tag);
  const plain = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  for (const { 0: signs, index } of folded.matchAll(wordSigns)) {
    key += plain(folded.slice(end, index)) + signs;
    end = index + signs.length;
  }
  return (key + plain(folded.slice(end))).trim();
}

function fold(tag: string): string {
  return foldForSlug(tag).replaceAll('♯', '#').replaceAll('٪', '%').replaceAll('−', '-');
}
