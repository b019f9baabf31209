import { createRandom, createWeightedChoice, type Random } from './random.ts';
import { functionWords, nounClitics, patterns, roots, verbClitics } from './word-lists.ts';

/** Draws words with the frequencies of Arabic news: a few very often, most of them rarely. */
export interface Lexicon {
  /** Draws a function word: «في», «الذي», «كانت». */
  functionWord(random: Random): string;
  /** Draws a content word with its clitics: «والمدرسة», «لكتابها». */
  contentWord(random: Random): string;
  /** Draws a noun without clitics, for headings and tags. */
  noun(random: Random): string;
}

/**
 * The Zipf–Mandelbrot law: the frequency of the word of rank r is proportional to 1 ÷ (r + 20)^1.05. The shift makes
 * room for function words, which are the most frequent and are drawn separately.
 */
const mandelbrot = { shift: 20, exponent: 1.05 };

/** Creates a lexicon. The same `seed` gives the same words with the same frequencies. */
export function createLexicon(seed: number): Lexicon {
  const lexemes = rankLexemes(seed);
  const forms = new Map<string, number>();
  for (const { stem, kind, share } of lexemes) {
    const clitics = kind === 'noun' ? nounClitics : verbClitics;
    for (const { before, after, weight } of clitics) {
      if (!canTake(kind, stem, before, after)) continue;
      const form = attach(before, stem, after);
      forms.set(form, (forms.get(form) ?? 0) + share * weight);
    }
  }
  const nouns = lexemes.filter(({ kind }) => kind === 'noun').map(({ stem, share }) => [stem, share] as const);
  return {
    functionWord: createWeightedChoice(functionWords),
    contentWord: createWeightedChoice([...forms]),
    noun: createWeightedChoice(nouns),
  };
}

interface Lexeme {
  stem: string;
  kind: 'noun' | 'verb';
  share: number;
}

/** The lexicon's stream of random numbers; see `purposes` in corpus.ts. */
const randomPurpose = 1;

/**
 * Ranks every root in every pattern in a random order, in which words of patterns with more weight tend to come first.
 */
function rankLexemes(seed: number): Lexeme[] {
  const random = createRandom(seed, randomPurpose);
  const drawn = roots.filter(isSound).flatMap((root) =>
    patterns.map(({ pattern, kind, weight }) => {
      return { stem: applyPattern(pattern, root), kind, place: -Math.log(1 - random.fraction()) / weight };
    }),
  );
  return drawn
    .sort((a, b) => a.place - b.place || (a.stem < b.stem ? -1 : 1))
    .map(({ stem, kind }, rank) => ({ stem, kind, share: (rank + mandelbrot.shift) ** -mandelbrot.exponent }));
}

/**
 * Whether a stem can take these clitics. The future «س» needs a verb in the present tense; nouns that end in «ون» or
 * «ين» take no pronoun.
 */
function canTake(kind: Lexeme['kind'], stem: string, before: string, after: string): boolean {
  if (before === 'س') return /^[يتن]/.test(stem);
  return kind === 'verb' || after === '' || !/[وي]ن$/.test(stem);
}

/**
 * Whether a root has three different letters, none of them weak or a hamza. Such a root fits every pattern without a
 * change of spelling.
 */
function isSound(root: string): boolean {
  return /^[^اأإآءؤئويى]{3}$/.test(root) && new Set(root).size === 3;
}

/** Puts the letters of a root into a pattern: «مفعول» and «كتب» give «مكتوب». */
export function applyPattern(pattern: string, root: string): string {
  const [first = '', second = '', third = ''] = root;
  return pattern.replace(/[فعل]/g, (letter) => (letter === 'ف' ? first : letter === 'ع' ? second : third));
}

/** Attaches clitics as they are spelt: «لل» + «لعب» is «للعب», «مدرسة» + «ها» is «مدرستها». */
export function attach(before: string, stem: string, after: string): string {
  const start = before === 'لل' && stem.startsWith('ل') ? 'ل' : before;
  const joined = after !== '' && stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem;
  const end = after !== '' && joined.endsWith('وا') ? joined.slice(0, -1) : joined;
  return start + end + after;
}
