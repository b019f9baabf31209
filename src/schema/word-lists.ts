import { z } from 'zod';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { comma, listOf, text } from './values.ts';
import { placeOfWord } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlSource } from './yaml/types.ts';

/** The word lists of a file: `يوتيوب: [يوتوب, اليوتوب]` under one key. */
export interface WordLists {
  /** In the order of the file; complete if there is no problem. */
  lists: { head: string; words: string[] }[];
  problems: Problem[];
  source: YamlSource;
}

/** Makes the reader of a YAML file whose only key maps head words to lists of words; one word may replace a list. */
export function createWordListsReader(file: string, key: string): (content: string) => WordLists {
  const schema = z.strictObject({ [key]: z.record(z.string(), listOf(text, comma)).optional() });
  return (content) => {
    const source = readYaml(content, file, 1);
    const { valid, problems } = validate(schema, source);
    const emptyLists = source.emptyKeysIn([key]).map((head) => {
      const path = [key, head];
      return problemAt(source, source.placeOfKey(path), path, messages.emptyKey(head));
    });
    const lists = Object.entries(valid[key] ?? {}).map(([head, words]) => ({ head, words }));
    return { lists, problems: [...problems, ...emptyLists], source };
  };
}

/** Makes a problem with the word at `index` of the list at `path`. */
export function problemAtWord(
  source: YamlSource,
  path: readonly string[],
  index: number,
  word: string,
  message: string,
): Problem {
  return problemAt(source, placeOfWord(source, [...path, index], word), path, message);
}
