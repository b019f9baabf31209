import type { BodyLoss, ImportNote } from '../importers/newsroom/body.ts';
import { commandStrings } from '../strings/commands.ts';

const words = commandStrings.importer;

/** Formats the report: each file, and below it one sentence on each line. '' if there are no notes. */
export function reportImport(notes: readonly ImportNote[]): string {
  const files = new Map<string, Set<string>>();
  for (const note of notes) {
    const sentences = files.get(note.file) ?? new Set();
    files.set(note.file, sentences.add(describe(note)));
  }
  return (
    [...files].map(([file, sentences]) => [file, ...sentences].join('\n  ')).join('\n\n') + (files.size > 0 ? '\n' : '')
  );
}

function describe(note: ImportNote): string {
  if (note.kind === 'loss') return describeLoss(note.loss);
  if (note.kind === 'moved') return words.moved(note.from);
  if (note.kind === 'reserved') return words.reserved(note.from);
  return note.kind === 'untitled' ? words.titleMissing : words.password;
}

function describeLoss(loss: BodyLoss): string {
  if (loss.kind === 'image') return words.image(loss.address);
  if (loss.kind === 'link') return words.link(loss.address);
  if (loss.kind === 'frame') return words.frame(loss.address);
  if (loss.kind === 'recording') return words.recording(loss.address);
  if (loss.kind === 'program') return words.program(loss.tag);
  return loss.kind === 'block' ? words.block(loss.name) : words.shortcode(loss.written);
}
