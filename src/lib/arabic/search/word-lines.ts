import { normalizeWord } from './words.ts';

/** A spelling of a word of the search index, as its word lists have it. */
export interface ListedWord {
  /** As most articles spell it, without article and proclitics. */
  shown: string;
  base: string;
  /**
   * How many articles have it without the article ال and with it, each part of the index rounded down to a power of two;
   * 0 for what none has. What no article has without anything before it counts as 0.
   */
  bare: number;
  definite: number;
  /** Whether articles have it after ب or ك, as no verb is, after ل, and after one of these and the article: بال, لل. */
  hasPreposition: boolean;
  hasLam: boolean;
  hasBoth: boolean;
  /** Whether articles have it after و or ف. */
  hasConjunction: boolean;
  /** Whether it is part of the name of a writer, a tag, a series or a place. */
  isName: boolean;
}

const article = 'ال';
const highestPower = 9;
/** A word that is bare less than this many times as often as with the article is a noun. */
const oftenDefinite = 20;
/** In the order of their bits. */
const flags = [
  'hasPreposition',
  'hasBoth',
  'hasConjunction',
  'isName',
  'hasLam',
] as const satisfies (keyof ListedWord)[];

/** Writes a line of a word list: the word, a digit for each of its counts and one for its flags. */
export function writeWordLine(word: Omit<ListedWord, 'base'>): string {
  const bits = flags.reduce((sum, flag, place) => sum + (word[flag] ? 2 ** place : 0), 0);
  return word.shown + writeCount(word.bare) + writeCount(word.definite) + bits.toString(36);
}

/** Writes 0 for none, and otherwise one more than the binary logarithm, as one digit. */
function writeCount(count: number): string {
  return (count === 0 ? 0 : 1 + Math.min(highestPower, Math.floor(Math.log2(count)))).toString(36);
}

function readCount(digit: string): number {
  const power = Number.parseInt(digit, 36);
  return power === 0 ? 0 : 2 ** (power - 1);
}

/** Reads the lines of a word list. */
export function readWordLines(text: string): ListedWord[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const shown = line.slice(0, -3);
    const bits = Number.parseInt(line.slice(-1), 36);
    const has = (flag: (typeof flags)[number]): boolean => (bits & (2 ** flags.indexOf(flag))) > 0;
    return {
      shown,
      base: normalizeWord(shown),
      bare: readCount(line.slice(-3, -2)),
      definite: readCount(line.slice(-2, -1)),
      hasPreposition: has('hasPreposition'),
      hasLam: has('hasLam'),
      hasBoth: has('hasBoth'),
      hasConjunction: has('hasConjunction'),
      isName: has('isName'),
    };
  });
}

/**
 * Writes a word after what was typed before it, as articles have it: with the article or a preposition if that was typed;
 * undefined if no article has it so. و and ف may stand before every word but those that seem to begin with one already,
 * and س of the future only before verbs.
 */
export function writeAfter(before: string, word: ListedWord): string | undefined {
  return countWritten(before, word) > 0 ? before.replace(/لال$/, 'لل') + word.shown : undefined;
}

/** Returns how many articles have a word with or without the article, as `before` has it; 0 if it is not written so. */
export function countWritten(before: string, word: ListedWord): number {
  if (/^[وف]/.test(before) && /^[وف]/.test(before.slice(1) + word.base) && !word.hasConjunction) return 0;
  if (/[بكل](?:ال|ل)$/.test(before)) return word.hasBoth ? word.definite : 0;
  if (before.endsWith(article)) return word.definite;
  if (before.endsWith('س') && word.definite * oftenDefinite > word.bare) return 0;
  if (before.endsWith('ل') && !word.hasLam) return 0;
  return /[بك]$/.test(before) && !word.hasPreposition ? 0 : word.bare;
}

/** Writes a word as articles have it, bare or with the article. */
export function writeAlone({ shown, bare }: ListedWord): string {
  return bare > 0 ? shown : article + shown;
}

/** Returns how many articles have a word, with the article and without. */
export function countArticlesOf({ bare, definite }: ListedWord): number {
  return bare + definite;
}
