import type { CorpusDocument } from './search-corpus.ts';

/**
 * A query whose expected result is the document `id`. `text` is spelt in the way that `typing` names, see `typings`.
 */
export interface KnownItemQuery {
  typing: string;
  text: string;
  id: string;
}

const wordsOfQuery = 3;

/** Ways in which readers spell a word. */
const typings: Record<string, (word: string) => string> = {
  verbatim: (word) => word,
  'no hamza': (word) => word.replace(/[أإآ]/g, 'ا').replaceAll('ؤ', 'و').replaceAll('ئ', 'ي'),
  'ه for ة': (word) => word.replace(/ة$/, 'ه'),
  'ي for ى': (word) => word.replace(/ى$/, 'ي'),
  'ال dropped': (word) => word.replace(/^ال(?=...)/, ''),
  'ال added': (word) => (/^(ال|[وفبلك])/.test(word) ? word : `ال${word}`),
  'و added': (word) => `و${word}`,
  tashkeel: (word) => word.replace(/(?<=^.)(?=.)/u, '\u064e').replace(/(?=.$)/u, '\u0650'),
  tatweel: (word) => word.replace(/(?<=^[بتثجحخسشصضطظعغفقكلمنهي])(?=.)/u, 'ـــ'),
};

/**
 * Draws documents at random and makes a query of three content words from each title. The queries use the nine
 * `typings` in turn.
 */
export function drawKnownItems(corpus: readonly CorpusDocument[], count: number, seed: number): KnownItemQuery[] {
  const random = randomFrom(seed);
  const queries: KnownItemQuery[] = [];
  const names = Object.keys(typings);
  while (queries.length < count) {
    const document = corpus[Math.floor(random() * corpus.length)];
    const words = contentWords(document?.title ?? '');
    if (document === undefined || words.length < wordsOfQuery) continue;
    const chosen = shuffle(words, random).slice(0, wordsOfQuery);
    const typing = names[queries.length % names.length] ?? 'verbatim';
    const text = words
      .filter((word) => chosen.includes(word))
      .map((word) => typings[typing]?.(word) ?? word)
      .join(' ');
    queries.push({ typing, text, id: document.id });
  }
  return queries;
}

const particles = new Set(
  'في من على إلى عن مع أن إن هذا هذه ذلك التي الذي بعد قبل بين حول خلال ضد منذ حتى غير كل'.split(' '),
);

function contentWords(title: string): string[] {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= 3 && !particles.has(word)))];
}

export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Creates a Mulberry32 generator: it returns numbers from 0 to 1, the same sequence for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
