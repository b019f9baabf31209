import { z } from 'zod';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { problemAt, validate } from './validate.ts';
import { comma, listOf, text } from './values.ts';
import { placeOfWord } from './yaml/places.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlSource } from './yaml/types.ts';

export const styleFile = 'style.yaml';

/** A word as the paper spells it, and how it is not to be spelled. */
export interface HouseSpelling {
  preferred: string;
  /** At least one; none is preferred anywhere, and none stands twice in the list. */
  avoid: string[];
}

/** The keys of `style.yaml`. */
const styleSchema = z.strictObject({
  /** `preferred: [to avoid, to avoid]`. */
  spellings: z.record(z.string(), listOf(text, comma)).optional(),
});

export interface ParsedStyleList {
  /** In the order of the file; whole where there is no problem. */
  houseStyle: HouseSpelling[];
  problems: Problem[];
}

/**
 * Reads `style.yaml`: `يوتيوب: [يوتوب, اليوتوب]` under `spellings` → `{ preferred: 'يوتيوب', avoid: ['يوتوب', 'اليوتوب'] }`.
 * A spelling that is both to be written and to be avoided, or is listed twice, is a problem; spellings are told apart by
 * their letters and marks as written (NFC), since a hamza may be all the difference.
 */
export function parseStyleList(content: string): ParsedStyleList {
  const source = readYaml(content, styleFile, 1);
  const { valid, problems } = validate(styleSchema, source);
  const emptyKeys = source.emptyKeysIn(['spellings']).map((key) => {
    const path = ['spellings', key];
    return problemAt(source, source.placeOfKey(path), path, messages.emptyKey(key));
  });
  const entries = Object.entries(valid.spellings ?? {}).map(([key, avoid]) => ({
    key,
    preferred: key.normalize('NFC'),
    avoid: avoid.map((variant) => variant.normalize('NFC')),
  }));
  return {
    houseStyle: entries.map(({ preferred, avoid }) => ({ preferred, avoid })),
    problems: [...problems, ...emptyKeys, ...findContradictions(entries, source)],
  };
}

function findContradictions(entries: readonly (HouseSpelling & { key: string })[], source: YamlSource): Problem[] {
  const preferredForms = new Set(entries.map(({ preferred }) => preferred));
  const listedUnder = new Map<string, string>();
  return entries.flatMap(({ key, preferred, avoid }) =>
    avoid.flatMap((variant, index) => {
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
      const path = ['spellings', key];
      return message === undefined
        ? []
        : [problemAt(source, placeOfWord(source, [...path, index], variant), path, message)];
    }),
  );
}
