import { foldForMatching } from '../../src/lib/arabic/normalize.ts';
import type { CorpusDocument } from './search-corpus.ts';
import type { EvaluatedIndexes, FindIds } from './search-indexes.ts';
import { randomFrom, shuffle } from './search-known-items.ts';

/** A text copied from a document, and the ids of all documents that have it. */
export interface VerbatimQuery {
  kind: 'headline' | 'sentence';
  text: string;
  relevant: ReadonlySet<string>;
}

const sentencesOfDocument = 3;
/** Shorter runs are captions of lists, addresses and the like, which say little about an article. */
const fewestWords = 3;
const sentences = new Intl.Segmenter('ar', { granularity: 'sentence' });

/**
 * Draws documents at random, and takes from each its headline and three of its sentences, as a reader would copy them.
 * Near-duplicates count as right: all documents of which the title or the text contains the same words.
 */
export function drawVerbatim(corpus: readonly CorpusDocument[], count: number, seed: number): VerbatimQuery[] {
  const random = randomFrom(seed);
  const texts = corpus.map(({ id, title, body }) => ({ id, text: comparable(`${title}\n${body}`) }));
  const queries = shuffle(corpus, random)
    .slice(0, count)
    .flatMap(({ title, body }) => [
      { kind: 'headline' as const, text: title },
      ...shuffle(listSentences(body), random)
        .slice(0, sentencesOfDocument)
        .map((text) => ({ kind: 'sentence' as const, text })),
    ]);
  return queries.map((query) => {
    const words = comparable(query.text);
    const relevant = new Set(texts.filter(({ text }) => text.includes(words)).map(({ id }) => id));
    return { ...query, relevant };
  });
}

function listSentences(body: string): string[] {
  return body
    .split('\n')
    .flatMap((paragraph) => [...sentences.segment(paragraph)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence.split(/\s+/).length >= fewestWords);
}

/** The letters and digits of a text, word for word. */
function comparable(text: string): string {
  return ` ${foldForMatching(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Reports how many of the queries find a right document first, and among the first ten. */
export async function reportVerbatim(
  queries: readonly VerbatimQuery[],
  { plain, ours }: EvaluatedIndexes,
  showMisses: boolean,
): Promise<void> {
  console.log(`${'kind'.padEnd(16)} queries   plain: first, MRR        ours: first, MRR`);
  for (const kind of ['headline', 'sentence'] as const) {
    const ofKind = queries.filter((query) => query.kind === kind);
    const plainRanks = await rankAll(plain, ofKind);
    const ranks = await rankAll(ours, ofKind);
    console.log(
      `${kind.padEnd(16)} ${String(ofKind.length).padStart(7)}   ${line(plainRanks).padEnd(23)} ${line(ranks)}`,
    );
    if (!showMisses) continue;
    for (const [index, { text }] of ofKind.entries()) {
      if (ranks[index] !== 1) console.log(`  ${ranks[index]} (plain ${plainRanks[index]}): ${text}`);
    }
  }
}

/** The rank of the first right document for each query; infinite if it is not among the first ten. */
async function rankAll(find: FindIds, queries: readonly VerbatimQuery[]): Promise<number[]> {
  const ranks: number[] = [];
  for (const { text, relevant } of queries) {
    const place = (await find(text)).findIndex((id) => relevant.has(id));
    ranks.push(place === -1 ? Number.POSITIVE_INFINITY : place + 1);
  }
  return ranks;
}

function line(ranks: readonly number[]): string {
  const first = (ranks.filter((rank) => rank === 1).length / ranks.length) * 100;
  const reciprocal = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return `${first.toFixed(1).padStart(5)} %, ${reciprocal.toFixed(3)}`;
}
