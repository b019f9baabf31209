import { z } from 'zod';
import { isStopWord } from '../lib/arabic/search/stop-words.ts';
import { normalizeWord, splitWords } from '../lib/arabic/search/words.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { problemAt, validate } from './validate.ts';
import { comma, listOf, text } from './values.ts';
import { placeOfWord } from './yaml/places.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlSource } from './yaml/types.ts';

export const searchAliasesFile = 'search-aliases.yaml';

/** The keys of `search-aliases.yaml`. */
const searchAliasesSchema = z.strictObject({
  /** `name: [another, another]`. */
  names: z.record(z.string(), listOf(text, comma)).optional(),
});

export interface ParsedSearchAliases {
  /** Each the spellings of one name, one word each, as written; whole where there is no problem. */
  searchAliases: string[][];
  problems: Problem[];
}

/**
 * Reads `search-aliases.yaml`: `ناتو: [الأطلسي, NATO]` under `names` → `['ناتو', 'الأطلسي', 'NATO']`: whoever searches for one
 * finds all. What a search compares is one word, so that a name of two, or of none, is a problem; so is a name that is listed
 * under two others. Spellings that searches do not tell apart in any case (hamza, ة, tashkeel) are no problem.
 */
export function parseSearchAliases(content: string): ParsedSearchAliases {
  const source = readYaml(content, searchAliasesFile, 1);
  const { valid, problems } = validate(searchAliasesSchema, source);
  const emptyKeys = source.emptyKeysIn(['names']).map((key) => {
    const path = ['names', key];
    return problemAt(source, source.placeOfKey(path), path, messages.emptyKey(key));
  });
  const groups = Object.entries(valid.names ?? {}).map(([name, others]) => [name, ...others]);
  return { searchAliases: groups, problems: [...problems, ...emptyKeys, ...findFaults(groups, source)] };
}

function findFaults(groups: readonly (readonly string[])[], source: YamlSource): Problem[] {
  const listedUnder = new Map<string, string>();
  return groups.flatMap(([name = '', ...others]) =>
    [name, ...others].flatMap((alias, index) => {
      const word = normalizeWord(alias);
      const before = listedUnder.get(word);
      if (before === undefined) listedUnder.set(word, name);
      const message = !isOneWord(alias)
        ? messages.searchNameNotOneWord(alias)
        : before !== undefined && before !== name
          ? messages.searchNameTwice(alias, before)
          : undefined;
      if (message === undefined) return [];
      const path = ['names', name];
      const place = index === 0 ? source.placeOfKey(path) : placeOfWord(source, [...path, index - 1], alias);
      return [problemAt(source, place, path, message)];
    }),
  );
}

function isOneWord(alias: string): boolean {
  return splitWords(alias).length === 1 && normalizeWord(alias) !== '' && !isStopWord(alias);
}
