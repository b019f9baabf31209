import { findWords, type WordSpan } from './words.ts';

/** Begins a word that follows the one before it without a space. Texts never contain this noncharacter. */
export const joint = '\ufdd0';
/** A space inside a word, as initials have («أ ف ب»). Texts never contain this noncharacter either. */
const innerSpace = '\ufdd1';

/**
 * Writes a text so that a space stands before each of its words but the first, as Pagefind counts words. `joinShown`
 * makes it a text again.
 */
export function separateWords(text: string): string {
  return separateSpans(text, findWords(text));
}

/** Does the same as `separateWords`, with the words that `findWords` has found. */
export function separateSpans(text: string, words: readonly WordSpan[]): string {
  return words
    .map(({ start, end }, index) => {
      const word = text.slice(start, end).replace(/\s/g, innerSpace);
      return words[index - 1]?.end === start ? joint + word : word;
    })
    .join(' ');
}

/** Returns the text that these words are of, and the place of each word in it. */
export function joinShown(words: readonly string[]): { text: string; places: WordSpan[] } {
  let text = '';
  const places = words.map((shown, index): WordSpan => {
    const isJoined = shown.startsWith(joint);
    const word = (isJoined ? shown.slice(joint.length) : shown).replaceAll(innerSpace, ' ');
    if (index > 0 && !isJoined) text += ' ';
    const start = text.length;
    text += word;
    return { start, end: text.length };
  });
  return { text, places };
}
