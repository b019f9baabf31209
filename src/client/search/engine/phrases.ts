import { createPhraseMatcher } from '../../../lib/arabic/search/matching.ts';
import { joinShown, readIsolates } from '../../../lib/arabic/search/shown-words.ts';
import { swapLetters } from '../../../lib/arabic/search/single-byte-letters.ts';
import { readMeta } from './article-meta.ts';
import type { RankedCandidate } from './candidates.ts';
import type { IndexPart } from './index-part.ts';
import { tierOfMatch } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';

/** Of how many articles the text is read. Those that rank lower have the words far from each other, as a rule. */
const mostRead = 40;

/**
 * Keeps the articles that have each phrase word for word, in their headline or text: with its articles and in its order,
 * but whatever the hamza, ة, digits and tashkeel are. If none has them, all are near results. `found` is in the order of
 * relevance.
 */
export async function keepPhrases(
  index: SearchIndex,
  found: readonly RankedCandidate[],
  phrases: readonly string[],
): Promise<RankedCandidate[]> {
  const matchers = phrases.map(createPhraseMatcher);
  const read = await Promise.all(
    found.slice(0, mostRead).map(async (candidate) => {
      const texts = await readTexts(index, candidate);
      return matchers.every((matches) => texts.some(matches)) ? [candidate] : [];
    }),
  );
  const kept = read.flat();
  return kept.length > 0 ? kept : found.map((candidate) => ({ ...candidate, tier: tierOfMatch.corrected }));
}

async function readTexts(index: SearchIndex, { part, id }: RankedCandidate): Promise<string[]> {
  const { meta, content } = await (index.parts[part] as IndexPart).read(id);
  const { title } = readMeta(meta);
  return [readIsolates(title).text, joinShown(swapLetters(content).split(' ')).text];
}
