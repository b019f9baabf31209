import { listPlurals } from './plurals.ts';
import { mayStrip, proclitics, stripArticle } from './proclitics.ts';
import { normalizeWord } from './words.ts';
import { wordsWithoutProclitics } from './words-without-proclitics.ts';

/** How often the rest of a word must stand by itself, in proportion to the word, for the first letters to be proclitics. */
const leastShare: Readonly<Record<string, number>> = { و: 0.15, س: 0.02 };
const leastShareElse = 0.6;
const leastRest = 3;
/** A word that takes the article this often, in proportion to what follows its first letter, is a word of its own. */
const articleShare = 1 / 20;
/** What the vocabulary of the engine counts for, where a text has no evidence of its own. */
const knownCount = 3;

const own = new Set(wordsWithoutProclitics.trim().split(/\s+/).map(normalizeWord));
const known = new Set([
  ...own,
  ...listPlurals().flatMap(({ singular, plural }) => [normalizeWord(singular), normalizeWord(plural)]),
]);

/**
 * Tells proclitics of one letter (و، ف، ب، ل، س) from first letters of words, by what a collection of texts shows: where
 * «محادثات» is a word, «ومحادثات» has a proclitic; where «الوزير» is one, «وزير» has none. The same words, in whatever order
 * they are learnt, give the same answers.
 */
export interface Segmentation {
  /** Counts a word, as `splitWords` gives it, that the texts have so many times. */
  learn(written: string, count: number): void;
  /** A normalised word without its one-letter proclitics. All words must have been learnt. */
  segment(word: string): string;
}

export function createSegmentation(): Segmentation {
  const bare = new Map<string, number>();
  const definite = new Map<string, number>();
  const segmented = new Map<string, string>();

  function learn(written: string, count: number): void {
    const word = normalizeWord(written);
    if (word.length < 2) return;
    const base = stripArticle(word);
    const isDefinite = base !== word && word.startsWith('ال');
    const [counts, form] = isDefinite ? [definite, base] : [bare, word];
    counts.set(form, (counts.get(form) ?? 0) + count);
  }

  function segment(word: string): string {
    const before = segmented.get(word);
    if (before !== undefined) return before;
    const rest = bestRest(word);
    const base = rest === undefined ? word : segment(rest);
    segmented.set(word, base);
    return base;
  }

  function bestRest(word: string): string | undefined {
    if (word.length < 4 || own.has(word) || !/^[وفبلس]/.test(word)) return undefined;
    const asWhole = bare.get(word) ?? 0;
    const asDefinite = definite.get(word) ?? 0;
    let best: string | undefined;
    let bestCount = 0;
    for (const proclitic of proclitics) {
      if (!mayStrip(word, proclitic)) continue;
      const rest = word.slice(proclitic.length);
      const restDefinite = definite.get(rest) ?? 0;
      const count = (bare.get(rest) ?? 0) + restDefinite + (known.has(rest) ? knownCount : 0);
      const isVerb = proclitic.endsWith('س') && rest.length > 3;
      if (count < (isVerb ? 1 : leastRest)) continue;
      if (asDefinite > 0 && asDefinite >= restDefinite * articleShare) continue;
      if (count < asWhole * (leastShare[proclitic.charAt(0)] ?? leastShareElse)) continue;
      if (count > bestCount) {
        best = rest;
        bestCount = count;
      }
    }
    return best;
  }

  return { learn, segment };
}
