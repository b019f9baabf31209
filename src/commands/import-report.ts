import type { BodyLoss, ImportNote } from '../importers/newsroom/body.ts';
import type { ImportedEntry, ImportedNewsroom } from '../importers/newsroom/compose.ts';
import type { Decision, ImportRecords } from '../importers/newsroom/import-record.ts';
import { sumByKind, type TallyRow } from '../importers/newsroom/tally.ts';
import { commandStrings } from '../strings/commands.ts';
import { importTallyStrings as tallyWords } from '../strings/import-tally.ts';

const words = commandStrings.importer;

export interface ImportReport {
  /** What the source holds and what became of it; then each file, and below it one sentence on each line. */
  text: string;
  /** How many sentences it has about files. */
  count: number;
}

/**
 * Formats the report. Of files that somebody has edited here, it says only that they changed in the source too: what
 * the import would have written there is nobody's concern.
 */
export function reportImport(
  { notes, gone, tally }: Pick<ImportedNewsroom, 'notes' | 'gone' | 'tally'>,
  decisions: ReadonlyMap<ImportedEntry, Decision>,
  { records }: { records: ImportRecords },
): ImportReport {
  const sentences = new Map<string, Set<string>>();
  const tell = (file: string, sentence: string): void => {
    sentences.set(file, (sentences.get(file) ?? new Set()).add(sentence));
  };
  const kept = new Set([...decisions].filter(([, decision]) => isKept(decision)).map(([{ file }]) => file));
  for (const note of notes) if (!kept.has(note.file)) tell(note.file, describe(note));
  for (const [{ file }, decision] of decisions) {
    if (decision === 'changed-on-both-sides') tell(file, words.changedOnBothSides);
  }
  for (const key of gone) tell(records.get(key)?.stem ?? key, words.gone);
  const blocks = [...sentences].map(([file, told]) => [file, ...told].join('\n  '));
  return {
    text: `${[[tallyWords.title, ...describeTally(tally)].join('\n'), ...blocks].join('\n\n')}\n`,
    count: [...sentences.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

/** Returns a line for each kind of thing, in which the numbers of what came and what did not add up to all. */
export function describeSums(tally: readonly TallyRow[]): string[] {
  return sumByKind(tally).map(({ kind, ...counts }) => tallyWords.sum(tallyWords.kinds[kind].name, counts));
}

/** Returns the same lines, each followed by the reasons why something came changed, or did not come. */
function describeTally(tally: readonly TallyRow[]): string[] {
  const sums = describeSums(tally);
  return sumByKind(tally).flatMap(({ rows }, index) => [sums[index] ?? '', ...describeReasons(rows)]);
}

/** @param rows of one kind */
function describeReasons(rows: readonly TallyRow[]): string[] {
  const byReason = Map.groupBy(
    rows.filter(({ reason }) => reason !== undefined),
    ({ reason }) => reason,
  );
  return [...byReason].flatMap(([reason, same]) => {
    const [first] = same;
    if (!first || !reason) return [];
    const names = same.filter(({ name }) => name !== '').map(({ name, count }) => tallyWords.name(name, count));
    const total = same.reduce((sum, { count }) => sum + count, 0);
    return `  ${tallyWords.counted(total, tallyWords.kinds[first.kind].noun, tallyWords.reasons[reason], names)}`;
  });
}

function isKept(decision: Decision): boolean {
  return decision === 'kept' || decision === 'changed-on-both-sides';
}

function describe(note: ImportNote): string {
  if (note.kind === 'loss') return describeLoss(note.loss);
  if (note.kind === 'moved') return words.moved(note.from);
  if (note.kind === 'reserved') return words.reserved(note.from);
  if (note.kind === 'unusable-address') return words.unusableAddress(note.from);
  if (note.kind === 'refused-date') return words.refusedDate(note.written);
  if (note.kind === 'no-date') return words.noDate;
  if (note.kind === 'undated-comments') return words.undatedComments(note.count);
  if (note.kind === 'canonical') return words.canonical(note.address);
  if (note.kind === 'pinned') return words.pinned;
  return note.kind === 'untitled' ? words.titleMissing : words.password;
}

function describeLoss(loss: BodyLoss): string {
  if (loss.kind === 'image') return words.image(loss.address);
  if (loss.kind === 'link') return words.link(loss.address);
  if (loss.kind === 'caption-link') return words.captionLink(loss.address);
  if (loss.kind === 'frame') return words.frame(loss.address);
  if (loss.kind === 'recording') return words.recording(loss.address);
  if (loss.kind === 'program') return words.program(loss.tag);
  return loss.kind === 'block' ? words.block(loss.name) : words.shortcode(loss.written);
}
