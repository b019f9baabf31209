import { isStopWord } from '../lib/arabic/search/stop-words.ts';
import { normalizeWord, splitWords } from '../lib/arabic/search/words.ts';
import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';
import { createWordListsReader, problemAtWord, type WordLists } from './word-lists.ts';
import { problemAt } from './yaml/problem-at.ts';

export const searchAliasesFile = 'search-aliases.yaml';
const key = 'names';
const readLists = createWordListsReader(searchAliasesFile, key);

export interface ParsedSearchAliases {
  /** The spellings of each name as written, one word each; complete if there is no problem. */
  searchAliases: string[][];
  problems: Problem[];
}

/**
 * Reads `search-aliases.yaml`: `ناتو: [الأطلسي, NATO]` under `names` → `['ناتو', 'الأطلسي', 'NATO']`; a search for one
 * of them finds all. Search compares single words, so a name of several words, or of a stop word, is a problem; so is a
 * name listed under two others. Spellings that search does not tell apart anyway (hamza, ة, tashkeel) may be repeated.
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
  const word = normalizeWord(alias);
  const before = listedUnder.get(word);
  if (before === undefined) listedUnder.set(word, head);
  if (!isOneWord(alias)) return messages.searchNameNotOneWord(alias);
  return before !== undefined && before !== head ? messages.searchNameTwice(alias, before) : undefined;
}

function isOneWord(alias: string): boolean {
  return splitWords(alias).length === 1 && normalizeWord(alias) !== '' && !isStopWord(alias);
}
