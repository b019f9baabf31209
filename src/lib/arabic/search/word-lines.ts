import { normalizeWord } from './words.ts';

/** A word of the search index, as its word lists have it. */
export interface ListedWord {
  /** As most articles spell it, without article and proclitics. */
  shown: string;
  base: string;
  /** The binary logarithm of the number of articles that have the word: from 0 to 9. */
  frequency: number;
  /** Whether articles have it without anything before it, with the article, and after ب, ل or ك, as no verb is. */
  isBare: boolean;
  hasArticle: boolean;
  hasPreposition: boolean;
  /** Whether it is part of the name of a writer, a tag, a series or a place. */
  isName: boolean;
}

export const highestFrequency = 9;
const article = 'ال';
/** In the order of their bits. */
const flags = ['isBare', 'hasArticle', 'hasPreposition', 'isName'] as const satisfies (keyof ListedWord)[];

/** Writes a line of a word list: the word, a digit for its frequency and a hexadecimal one for its flags. */
export function writeWordLine(word: Omit<ListedWord, 'base'>): string {
  const bits = flags.reduce((sum, flag, place) => sum + (word[flag] ? 2 ** place : 0), 0);
  return `${word.shown}${word.frequency}${bits.toString(16)}`;
}

/** Reads the lines of a word list. */
export function readWordLines(text: string): ListedWord[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const shown = line.slice(0, -2);
    const bits = Number.parseInt(line.slice(-1), 16);
    const has = (flag: (typeof flags)[number]): boolean => (bits & (2 ** flags.indexOf(flag))) > 0;
    return {
      shown,
      base: normalizeWord(shown),
      frequency: Number(line.slice(-2, -1)),
      isBare: has('isBare'),
      hasArticle: has('hasArticle'),
      hasPreposition: has('hasPreposition'),
      isName: has('isName'),
    };
  });
}

/**
 * Writes a word after what was typed before it, as articles have it: with the article or a preposition if that was typed;
 * undefined if no article has it so. What else was typed, such as «و», may stand before every word.
 */
export function writeAfter(before: string, word: ListedWord): string | undefined {
  return isWrittenAfter(before, word) ? before + word.shown : undefined;
}

function isWrittenAfter(before: string, { isBare, hasArticle, hasPreposition }: ListedWord): boolean {
  if (/(?:ال|لل)$/.test(before)) return hasArticle;
  return isBare && (hasPreposition || !/[بلك]$/.test(before));
}

/** Writes a word as articles have it, bare or with the article. */
export function writeAlone({ shown, isBare }: ListedWord): string {
  return isBare ? shown : article + shown;
}
