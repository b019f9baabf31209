import { z } from 'zod';
import { compareText } from '../lib/compare.ts';
import { mediaAddress } from '../lib/media-addresses.ts';
import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';

/** The file in which a newsroom keeps what its pages must know of images that are stored elsewhere. */
export const mediaLockFile = 'media.lock.yaml';

/** The types of images that pages show from other sites. */
const mediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

const count = z.number().int().positive();

const mediaEntrySchema = z.strictObject({
  /** In pixels as shown, with the orientation from EXIF applied. */
  width: count,
  height: count,
  type: z.enum(mediaTypes),
  /** The size of the file; left out if its server does not tell it. */
  bytes: count.optional(),
  /** The digest of the file, if all of it was fetched. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** What its server calls this version; with `bytes` the identity of a file of which only the head was fetched. */
  etag: z.string().optional(),
  /** `Last-Modified`, from servers without an `ETag`. */
  modified: z.string().optional(),
  /** The average colour, shown while the image loads: `#5c8f6c`. Images that let it show through have none. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});

export type MediaEntry = z.output<typeof mediaEntrySchema>;

/** By address, in the form of `mediaAddress`. */
export type MediaLock = ReadonlyMap<string, MediaEntry>;

const lineOfEntry = /^(\S+): (\{.*\})$/;
const conflictMark = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/**
 * Reads the lock. Each entry is one line of YAML whose value is JSON, so that Git merges additions line by line and
 * thousands of entries are read in no time. Of an address with several lines the last one holds. What cannot be read,
 * and the marks of a conflict, are problems; the other lines are read nevertheless.
 */
export function parseMediaLock(content: string): { lock: Map<string, MediaEntry>; problems: Problem[] } {
  const lock = new Map<string, MediaEntry>();
  const problems: Problem[] = [];
  for (const [index, text] of content.split(/\r\n|\n/).entries()) {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) continue;
    const entry = readEntry(line);
    if (entry) lock.set(...entry);
    else if (problems.length < mostProblems) {
      const message = conflictMark.test(line) ? messages.mediaLockConflict() : messages.mediaLockLine();
      problems.push({ file: mediaLockFile, line: index + 1, message, source: text });
    }
  }
  return { lock, problems };
}

function readEntry(line: string): [address: string, entry: MediaEntry] | undefined {
  const [, address = '', json = ''] = lineOfEntry.exec(line) ?? [];
  if (mediaAddress(address) !== address) return undefined;
  try {
    return [address, mediaEntrySchema.parse(JSON.parse(json))];
  } catch {
    return undefined;
  }
}

/** Writes the lock, sorted by address, so that the same images make the same file. */
export function composeMediaLock(lock: MediaLock, comment: string): string {
  const lines = [...lock]
    .sort(([a], [b]) => compareText(a, b))
    .map(([address, entry]) => `${address}: ${JSON.stringify(mediaEntrySchema.parse(entry))}`);
  return [`# ${comment}`, ...lines, ''].join('\n');
}
