import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';
import { createWordListsReader, problemAtWord } from './word-lists.ts';
import type { YamlSource } from './yaml/types.ts';

export const styleFile = 'style.yaml';
const key = 'spellings';
const readLists = createWordListsReader(styleFile, key);

/** A word as the paper spells it, and the spellings that it avoids. */
export interface HouseSpelling {
  preferred: string;
  /** At least one; none is preferred anywhere, and none is listed twice. */
  avoid: string[];
}

export interface ParsedStyleList {
  /** In the order of the file; complete if there is no problem. */
  houseStyle: HouseSpelling[];
  problems: Problem[];
}

/**
 * Reads `style.yaml`: `يوتيوب: [يوتوب, اليوتوب]` under `spellings` → `{ preferred: 'يوتيوب', avoid: ['يوتوب',
 * 'اليوتوب'] }`. A spelling that is both preferred and avoided, or listed twice, is a problem. Spellings are compared
 * by their letters and marks as written (NFC), since they may differ in a hamza alone.
 */
export function parseStyleList(content: string): ParsedStyleList {
  const { lists, problems, source } = readLists(content);
  const entries = lists.map(({ head, words }) => ({
    head,
    preferred: head.normalize('NFC'),
    avoid: words.map((variant) => variant.normalize('NFC')),
  }));
  return {
    houseStyle: entries.map(({ preferred, avoid }) => ({ preferred, avoid })),
    problems: [...problems, ...findContradictions(entries, source)],
  };
}

function findContradictions(entries: readonly (HouseSpelling & { head: string })[], source: YamlSource): Problem[] {
  const preferredForms = new Set(entries.map(({ preferred }) => preferred));
  const listedUnder = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { head, preferred, avoid } of entries) {
    for (const [index, variant] of avoid.entries()) {
      if (problems.length === mostProblems) return problems;
      const before = listedUnder.get(variant);
      listedUnder.set(variant, before ?? preferred);
      const message =
        variant === preferred
          ? messages.variantIsPreferred(variant)
          : preferredForms.has(variant)
            ? messages.variantIsPreferredElsewhere(variant, preferred)
            : before === undefined
              ? undefined
              : messages.variantTwice(variant, before);
      if (message !== undefined) problems.push(problemAtWord(source, [key, head], index, variant, message));
    }
  }
  return problems;
}
