import { z } from 'zod';
import { compareText } from '../../lib/compare.ts';

/** The file in which a newsroom keeps what has come from old sites, so that the next import knows it again. */
export const importRecordFile = 'imported.jsonl';

const recordSchema = z.strictObject({
  /** The entry's key in its source. */
  key: z.string(),
  /** The host of the old site, since keys are unique in one source alone. */
  site: z.string(),
  /** The file without extension in which it came: `articles/2022/01/name`. */
  stem: z.string(),
  /** The short id, of an article. */
  id: z.string().optional(),
  /** Digest of the text as the last import composed it. Another digest here means that somebody edited the file. */
  digest: z.string(),
  /** URLs of the files beside it, by their names: another file of the same name needs another one. */
  media: z.record(z.string(), z.string()).optional(),
});

/** An entry that an earlier import has brought. */
export type ImportRecord = z.output<typeof recordSchema>;

/** By `recordKey`. */
export type ImportRecords = ReadonlyMap<string, ImportRecord>;

/** Returns what identifies an entry among those of all sources. */
export function recordKey({ site, key }: Pick<ImportRecord, 'site' | 'key'>): string {
  return `${site} ${key}`;
}

/**
 * Reads the records, one JSON object on each line, so that Git merges them line by line. Throws an `UnreadableRecord`
 * with the number of a line that is none: without it, an entry would come a second time.
 */
export function parseImportRecords(text: string): Map<string, ImportRecord> {
  const records = new Map<string, ImportRecord>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = readRecord(line);
    if (!record) throw new UnreadableRecord(index + 1);
    records.set(recordKey(record), record);
  }
  return records;
}

/** Thrown for a line of the records that cannot be read, such as a mark of a conflict. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
  readonly line: number;

  constructor(line: number) {
    super(`Line ${line} of ${importRecordFile} cannot be read.`);
    this.line = line;
  }
}

function readRecord(line: string): ImportRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Writes the records, sorted, so that the same entries make the same file. */
export function composeImportRecords(records: ImportRecords): string {
  return [...records]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, record]) => `${JSON.stringify(record)}\n`)
    .join('');
}

/** What becomes of a composed file, given what the content directory has in its place. */
export type Decision =
  /** It has not been there. */
  | 'came'
  | 'unchanged'
  /** It changed in the source, and nobody edited it here. */
  | 'updated'
  /** Somebody edited it here. */
  | 'kept'
  /** It changed in the source, and somebody edited it here. */
  | 'changed-on-both-sides';

/**
 * Decides what becomes of an entry's file. All three are digests: `composed` of the text that the import would write, `current` of the
 * file that is there, if any, and `recorded` of the text that the last import composed, if one did.
 */
export function decide(composed: string, current: string | undefined, recorded: string | undefined): Decision {
  if (current === undefined) return 'came';
  if (current === composed) return 'unchanged';
  if (current === recorded) return 'updated';
  return recorded === undefined || recorded === composed ? 'kept' : 'changed-on-both-sides';
}
