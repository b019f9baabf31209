import { z } from 'zod';
import { foldForMatching } from '../lib/arabic/normalize.ts';
import { toInstant, type WrittenDate } from './dates.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { anyListOf, date, type Fault, isFault, readShownText, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

export type CorrectionKind = 'correction' | 'clarification' | 'update';

/** What a newsroom says under an article about a change of it. */
export interface Correction {
  /** ISO 8601 in UTC, not before the article's own. */
  date: string;
  /** Set if `date` is a day without a time. */
  dateHasNoTime?: true;
  kind: CorrectionKind;
  text: string;
}

/** The notice in the place of an article that the newsroom has taken back. */
export interface Withdrawal {
  /** ISO 8601 in UTC, not before the article's own. */
  date: string;
  /** Set if `date` is a day without a time. */
  dateHasNoTime?: true;
  reason: string;
}

const kinds: Readonly<Record<string, CorrectionKind>> = {
  تصويب: 'correction',
  توضيح: 'clarification',
  تحديث: 'update',
  correction: 'correction',
  clarification: 'clarification',
  update: 'update',
};

const kindNames = Object.keys(kinds);
/** Other words for the same, which no message offers. */
const synonyms: typeof kinds = { تصحيح: 'correction' };
const foldedKinds = new Map(
  Object.entries({ ...kinds, ...synonyms }).map(([name, kind]) => [foldForMatching(name), kind]),
);

const correctionKind = scalar((written): CorrectionKind | Fault => {
  const bare = bareValue(written);
  const kind = foldedKinds.get(foldForMatching(bare).replace(/^ال/, ''));
  if (kind !== undefined) return kind;
  const meant = findNearest(bare, kindNames);
  return { tell: (key) => messages.notAnOption(bare, key, kindNames), ...(meant !== undefined && { meant }) };
});

const links = /!?\[([^\][]*)\]\([^()\s]*\)/g;
const tags = /<\/?[a-z][^<>]*>/gi;
const emphasis = /(?<![\p{L}\p{N}*_`~])(\*{1,3}|_{1,3}|`+|~~)(?=[^\s*_`~])([^*_`~]*[^\s*_`~])\1(?![\p{L}\p{N}*_`~])/gu;

/** A sentence for readers, which is shown as it is: on one line, without the marks of Markdown. */
const plainSentence = scalar((written): string | Fault => {
  const line = readShownText(written);
  if (isFault(line)) return line;
  if (/\S\s*[\r\n]\s*\S/.test(written)) return { tell: messages.severalLines };
  const meant = line.replace(links, '$1').replace(tags, '').replace(emphasis, '$2');
  return meant === line ? line : { tell: messages.marksInPlainText, meant };
}).meta({ shown: true });

/** The keys of an article's front matter for what became of it after its publication. */
export const changesShape = {
  /** What was put right, explained or added after publication: `{ date, kind, text }`, or a list of them. */
  corrections: anyListOf(z.strictObject({ date, kind: correctionKind, text: plainSentence })).optional(),
  /** When and why the article was taken back; its page then says only this. */
  withdrawn: z.strictObject({ date, reason: plainSentence }).optional(),
};

type WrittenChanges = Partial<{
  corrections: { date: WrittenDate; kind: CorrectionKind; text: string }[];
  withdrawn: { date: WrittenDate; reason: string };
}>;

/** The changes of an article after validation, as the front matter has them. */
export interface Changes {
  /** In the order of the file; at least one. */
  corrections?: Correction[];
  withdrawn?: Withdrawal;
}

/** Completes the changes of an article. Dates without an offset are in `timeZone`. */
export function completeChanges({ corrections = [], withdrawn }: WrittenChanges, timeZone: string): Changes {
  const placed = <Dated extends { date: WrittenDate }>(dated: Dated) => ({
    ...dated,
    date: toInstant(dated.date, timeZone),
    ...(dated.date.hasNoTime && { dateHasNoTime: true as const }),
  });
  return {
    ...(corrections.length > 0 && { corrections: corrections.map(placed) }),
    ...(withdrawn && { withdrawn: placed(withdrawn) }),
  };
}
