import { stripTashkeel } from '../../src/lib/arabic/normalize.ts';
import type { CorpusDocument } from './search-corpus.ts';
import type { EvaluatedIndexes } from './search-indexes.ts';
import { randomFrom, shuffle } from './search-known-items.ts';

/** What a reader types, and what the search offers for it. */
interface Offer {
  typed: string;
  offered: string;
  /** How many documents have the offered word in that form, with or without a letter that may be a proclitic. */
  documents: number;
}

const fewestOfBeginning = 3;
const mostOfBeginning = 5;
const shortestMistyped = 5;

/**
 * Lists completions of beginnings of the words of a corpus, and corrections of words with one slip, `count` of each,
 * drawn at random, each with the number of documents that have the offered word. A reader of Arabic has to read them.
 */
export async function reportOffers(
  corpus: readonly CorpusDocument[],
  { answer, complete }: EvaluatedIndexes,
  count: number,
  seed: number,
): Promise<void> {
  const random = randomFrom(seed);
  const documents = countDocuments(corpus);
  const words = shuffle([...documents.keys()], random);
  const offers = { completions: [] as Offer[], corrections: [] as Offer[] };
  const add = (offers: Offer[], typed: string, offered: string): void => {
    if (offers.length >= count || offers.some((offer) => offer.offered === offered)) return;
    offers.push({ typed, offered, documents: documents.get(offered) ?? documents.get(offered.slice(1)) ?? 0 });
  };
  for (const word of words) {
    if (offers.completions.length >= count) break;
    const length = fewestOfBeginning + Math.floor(random() * (mostOfBeginning - fewestOfBeginning + 1));
    if (word.length <= length) continue;
    const typed = word.slice(0, length);
    for (const offered of await complete(typed)) add(offers.completions, typed, offered);
  }
  for (const word of words) {
    if (offers.corrections.length >= count) break;
    if (word.length < shortestMistyped) continue;
    const typed = mistype(word, random);
    const { didYouMean } = await answer(typed);
    if (didYouMean !== undefined) add(offers.corrections, typed, didYouMean);
  }
  for (const [kind, list] of Object.entries(offers)) {
    const unattested = list.filter((offer) => offer.documents === 0);
    console.log(`\n${kind}, seed ${seed}: ${list.length}, of which no document has ${unattested.length}`);
    for (const offer of list) console.log(`  ${offer.typed} → ${offer.offered} (${offer.documents})`);
  }
}

/** Counts the documents that have each word, as it is written but for tashkeel. */
function countDocuments(corpus: readonly CorpusDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, body } of corpus) {
    const words = new Set(stripTashkeel(`${title}\n${body}`).match(/[\u0621-\u064a]{3,}/g));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Makes one slip: a letter too few, two letters swapped, or a letter twice. */
function mistype(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
  ];
  return slips[Math.floor(random() * slips.length)] ?? word;
}
