import { listPlurals } from './plurals.ts';
import { mayStrip, proclitics, stripArticle } from './proclitics.ts';
import { normalizeWord } from './words.ts';
import { wordsWithoutProclitics } from './words-without-proclitics.ts';

/**
 * A first letter counts as a proclitic only if the rest of the word, as a word of its own, has at least this share of
 * the frequency of the whole word.
 */
const leastShare: Readonly<Record<string, number>> = { و: 0.15, س: 0.02 };
const leastShareOfOthers = 0.6;
/** The rest must occur at least this often as a word of its own. */
const leastRest = 3;
/**
 * If a word occurs with the article, its first letter is not taken for a proclitic, unless the rest of the word occurs
 * with the article more than twenty times as often.
 */
const articleShare = 1 / 20;
/** A word of our own lists counts as this many occurrences. */
const knownCount = 3;

const withoutProclitics = new Set(wordsWithoutProclitics.trim().split(/\s+/).map(normalizeWord));
/** First words of names, after which names begin. */
const firstWords = ['عبد', 'ابو', 'ابن'];
const known = new Set([
  ...firstWords,
  ...withoutProclitics,
  ...listPlurals().flatMap(({ singular, plural }) => [normalizeWord(singular), normalizeWord(plural)]),
]);

/**
 * Distinguishes one-letter proclitics (و، ف، ب، ل، س) from the first letters of words, by the words that occur in a
 * collection of texts: if «محادثات» occurs, then «ومحادثات» has a proclitic; if «الوزير» occurs, then «وزير» has none.
 * The order in which words are learnt does not matter.
 */
export interface Segmentation {
  /** Adds a word as `splitWords` returns it; `count` is how often it occurs in the texts. */
  learn(written: string, count: number): void;
  /** Returns a normalised word without its one-letter proclitics. Call it only after all words have been learnt. */
  segment(word: string): string;
}

export function createSegmentation(): Segmentation {
  /** How often each word occurs without the article, and how often with it. */
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
    const cached = segmented.get(word);
    if (cached !== undefined) return cached;
    const rest = bestRest(word);
    const base = rest === undefined ? word : segment(rest);
    segmented.set(word, base);
    return base;
  }

  /** Finds the most frequent rest of a word after a proclitic; undefined when the word has no proclitic. */
  function bestRest(word: string): string | undefined {
    if (word.length < 4 || withoutProclitics.has(word) || !/^[وفبلس]/.test(word)) return undefined;
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
      if (count < asWhole * (leastShare[proclitic.charAt(0)] ?? leastShareOfOthers)) continue;
      if (count > bestCount) {
        best = rest;
        bestCount = count;
      }
    }
    return best;
  }

  return { learn, segment };
}
