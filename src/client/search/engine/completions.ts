import { type Completion, completeWord, readBeginning } from '../../../lib/arabic/search/completion.ts';
import { normalizeWord } from '../../../lib/arabic/search/words.ts';
import type { ExpandedTerm } from './query-expansion.ts';
import { countArticles, type SearchIndex } from './search-index.ts';
import { leastToOffer, readBeginnings } from './word-lists.ts';

const mostOffered = 5;
const mostSearched = 3;
const longestWord = 30;
/** The fewest letters that are completed: where they are the whole query, and after an article or another word. */
const fewestAlone = 3;
const fewest = 2;
/** How many ways to read a beginning are looked up. */
const mostReadings = 2;

/** Returns the query with each of the words that its last word may become, the most frequent first. */
export async function completeQuery(index: SearchIndex, text: string): Promise<string[]> {
  const typed = lettersAtEnd(text);
  const before = text.slice(0, text.length - typed.length);
  return (await listCompletions(index, text, mostOffered)).map((completion) => before + completion.text);
}

/**
 * Adds completions to the last term of a query that is being typed. Those that are more frequent than the typed letters
 * count as exact; letters that are no word count less than any completion.
 */
export async function addCompletions(
  index: SearchIndex,
  text: string,
  terms: readonly ExpandedTerm[],
): Promise<readonly ExpandedTerm[]> {
  const last = terms.at(-1);
  if (last === undefined || !last.written.endsWith(lettersAtEnd(text))) return terms;
  const completions = await listCompletions(index, text, mostSearched);
  if (completions.length === 0) return terms;
  const own = await countArticles(index, last.base, 'word');
  const added = completions.map(({ base, articles }) => ({
    base: index.names.get(base) ?? base,
    ...(articles <= own && { match: 'completed' as const }),
  }));
  const bases = own > 0 ? last.bases : last.bases.map((base) => ({ ...base, match: 'completed' as const }));
  return [...terms.slice(0, -1), { ...last, bases: [...bases, ...added], isUnknown: false }];
}

async function listCompletions(index: SearchIndex, text: string, count: number): Promise<Completion[]> {
  const typed = lettersAtEnd(text);
  if (typed.length > longestWord) return [];
  const isFirst = typed.length === text.length;
  for (const beginning of readBeginning(normalizeWord(typed)).slice(0, mostReadings)) {
    const isAlone = isFirst && beginning.before === '';
    if (beginning.letters.length < (isAlone ? fewestAlone : fewest)) continue;
    const words = await readBeginnings(index, beginning.letters);
    const found = completeWord(beginning, words, { count, least: leastToOffer(index) });
    if (found.length > 0) return found;
  }
  return [];
}

function lettersAtEnd(text: string): string {
  return /[\p{L}\p{M}ـ]*$/u.exec(text)?.[0] ?? '';
}
