import { createReadStream } from 'node:fs';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.importer;

/**
 * Reads a text file in pieces. Throws a `CommandFailure` that says what the file is instead, if it is missing, empty,
 * compressed, or not in UTF-8: a wrong encoding would spoil every letter of an archive in silence.
 */
export async function* readSourceText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isEmpty = true;
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Uint8Array>) {
      if (isEmpty) refuseOtherForms(bytes, file);
      isEmpty = false;
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') throw new CommandFailure(words.noFile(file));
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new CommandFailure(words.otherEncoding(file));
    throw error;
  }
  if (isEmpty) throw new CommandFailure(words.emptyFile(file));
}

/** The first bytes of gzip, zip, bzip2 and xz. */
const compressed = ['1f8b', '504b0304', '425a68', 'fd377a58'];
/** The byte order marks of UTF-16. */
const otherUnicode = ['fffe', 'feff'];

function refuseOtherForms(bytes: Uint8Array, file: string): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (compressed.some((form) => start.startsWith(form))) throw new CommandFailure(words.compressed(file));
  if (otherUnicode.some((form) => start.startsWith(form))) throw new CommandFailure(words.otherEncoding(file));
}
