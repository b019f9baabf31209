import { isStopWord } from '../lib/arabic/search/stop-words.ts';
import { normalizeWord, splitWords } from '../lib/arabic/search/words.ts';
import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';
import { createWordListsReader, problemAtWord, type WordLists } from './word-lists.ts';
import { problemAt } from './yaml/problem-at.ts';

export const searchAliasesFile = 'search-aliases.yaml';
const key = 'names';
const mostWords = 4;
const readLists = createWordListsReader(searchAliasesFile, key);

export interface ParsedSearchAliases {
  /** The spellings of each name as written; complete if there is no problem. */
  searchAliases: string[][];
  problems: Problem[];
}

/**
 * Reads `search-aliases.yaml`: `ناتو: [الأطلسي, NATO]` under `names` → `['ناتو', 'الأطلسي', 'NATO']`; a search for one
 * of them finds all. A name with a word that nobody can search for, such as a stop word, is a problem, and so are a name
 * of too many words and one listed under two others. Spellings that search does not tell apart anyway (hamza, ة,
 * tashkeel) may be repeated.
 */
export function parseSearchAliases(content: string): ParsedSearchAliases {
  const read = readLists(content);
  return {
    searchAliases: read.lists.map(({ head, words }) => [head, ...words]),
    problems: [...read.problems, ...findFaults(read)],
  };
}

function findFaults({ lists, source }: WordLists): Problem[] {
  const listedUnder = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { head, words } of lists) {
    const path = [key, head];
    const headFault = findFault(head, head, listedUnder);
    if (headFault !== undefined) problems.push(problemAt(source, source.placeOfKey(path), path, headFault));
    for (const [index, word] of words.entries()) {
      if (problems.length >= mostProblems) return problems;
      const fault = findFault(word, head, listedUnder);
      if (fault !== undefined) problems.push(problemAtWord(source, path, index, word, fault));
    }
  }
  return problems;
}

/**
 * Returns what is wrong with an alias listed under `head`, if anything. Adds the alias to `listedUnder`, which maps
 * each alias so far to its head.
 */
function findFault(alias: string, head: string, listedUnder: Map<string, string>): string | undefined {
  const words = splitWords(alias);
  const spelling = words.map(normalizeWord).join(' ');
  const before = listedUnder.get(spelling);
  if (before === undefined) listedUnder.set(spelling, head);
  const unsearchable = words.find((word) => normalizeWord(word) === '' || isStopWord(word));
  if (unsearchable === alias) return messages.searchNameNotSearchable(alias);
  if (unsearchable !== undefined) return messages.searchNameWithStopWord(alias, unsearchable);
  if (words.length > mostWords) return messages.searchNameTooLong(alias);
  return before !== undefined && before !== head ? messages.searchNameTwice(alias, before) : undefined;
}
