import { createRandom, createWeightedChoice, type Random } from './random.ts';
import { functionWords, nounClitics, patterns, roots, verbClitics } from './words.ts';

/** Draws words as Arabic news uses them: few very often, most hardly ever. */
export interface Lexicon {
  /** A word of the language's frame: «في», «الذي», «كانت». */
  functionWord(random: Random): string;
  /** A word of a root, with what is attached to it: «والمدرسة», «لكتابها». */
  contentWord(random: Random): string;
  /** A noun without anything attached, for headings and tags. */
  noun(random: Random): string;
  /** How many different content words there are, attachments counted. */
  size: number;
}

/** Beyond Zipf's law, Mandelbrot's: word number r has a share in proportion to 1 ÷ (r + 20)^1.05, because the commonest
 * words of all are those without roots. */
const mandelbrot = { shift: 20, exponent: 1.05 };

/** The same `seed` gives the same words with the same shares. */
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
    size: forms.size,
  };
}

interface Lexeme {
  stem: string;
  kind: 'noun' | 'verb';
  share: number;
}

/** Every root in every pattern. A pattern's weight says how near to the front its words may come. */
function rankLexemes(seed: number): Lexeme[] {
  const random = createRandom(seed, purpose);
  const drawn = roots.filter(isSound).flatMap((root) =>
    patterns.map(({ pattern, kind, weight }) => {
      const chance = (random.next() + 1) / 2 ** 32;
      return { stem: applyPattern(pattern, root), kind, place: -Math.log(chance) / weight };
    }),
  );
  return drawn
    .sort((a, b) => a.place - b.place || (a.stem < b.stem ? -1 : 1))
    .map(({ stem, kind }, rank) => ({ stem, kind, share: (rank + mandelbrot.shift) ** -mandelbrot.exponent }));
}

const purpose = 1;

/** The future's «س» stands before the present tense alone; «ون» and «ين» of nouns take no pronoun. */
function canTake(kind: Lexeme['kind'], stem: string, before: string, after: string): boolean {
  if (before === 'س') return /^[يتن]/.test(stem);
  return kind === 'verb' || after === '' || !/[وي]ن$/.test(stem);
}

/** Three letters, all different, none of them weak. */
function isSound(root: string): boolean {
  return /^[^اأإآءؤئويى]{3}$/.test(root) && new Set(root).size === 3;
}

/** «مفعول» of «كتب» is «مكتوب». */
export function applyPattern(pattern: string, root: string): string {
  const [first = '', second = '', third = ''] = root;
  return pattern.replace(/[فعل]/g, (letter) => (letter === 'ف' ? first : letter === 'ع' ? second : third));
}

/** Joins a word to what stands before and after it as it is spelt: «لل» + «لعب» is «للعب», «مدرسة» + «ها» is «مدرستها». */
export function attach(before: string, stem: string, after: string): string {
  const start = before === 'لل' && stem.startsWith('ل') ? 'ل' : before;
  const joined = after !== '' && stem.endsWith('ة') ? `${stem.slice(0, -1)}ت` : stem;
  const end = after !== '' && joined.endsWith('وا') ? joined.slice(0, -1) : joined;
  return start + end + after;
}
