import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readDocument } from '../importers/statistics/documents.ts';
import { createLineReader, isDocument, type Recognised } from '../importers/statistics/read-lines.ts';
import { isTableInArabic } from '../importers/statistics/tables.ts';
import type { Tally } from '../importers/statistics/tally.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

const words = commandStrings.popular;

/** The name of the standard input on the command line. */
export const standardInput = '-';

/** Longer lines are hostile or damaged. */
const longestLine = 65_536;
/** Answers of an API are held in memory. */
const longestDocument = 64 * 1024 * 1024;

/**
 * Reads an export or a log, whatever its format, and counts it. Logs and tables are read line by line, so that the size of
 * a file does not matter. Throws a `CommandFailure` if nothing is recognised in the file.
 */
export async function readStatistics(file: string, tally: Tally): Promise<Recognised> {
  const input = file === standardInput ? process.stdin : createReadStream(file);
  const { beginning, texts } = await openTexts(file, input);
  if (isDocument(beginning)) return readWhole(file, texts, tally);
  const reader = createLineReader(tally);
  for await (const lines of batchesOfLines(texts)) {
    for (const line of lines) reader.read(line);
    if (reader.isLost) break;
  }
  const recognised = reader.end();
  if (recognised === undefined) {
    const tell = isTableInArabic(beginning) ? words.unknownColumns : words.unrecognised;
    throw new CommandFailure(tell(nameOf(file)));
  }
  if ('version' in recognised) throw new CommandFailure(words.unknownVersion(nameOf(file), recognised.version));
  return recognised;
}

/** How messages name a file. */
export function nameOf(file: string): string {
  return file === standardInput ? words.standardInput : file;
}

async function readWhole(file: string, texts: AsyncIterable<string>, tally: Tally): Promise<Recognised> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > longestDocument) throw new CommandFailure(words.documentTooLong(nameOf(file)));
    parts.push(text);
  }
  const document = readDocument(parseJson(parts.join('')));
  if (document === undefined) throw new CommandFailure(words.unrecognised(nameOf(file)));
  const { format, measure, entries, period } = document;
  for (const entry of entries) tally.add(entry);
  if (period !== undefined) tally.cover(period.from, period.to);
  return { format, measure, isDated: period !== undefined, isAnonymous: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Opens a file as text, unpacked if it is packed by gzip. */
async function openTexts(file: string, input: Readable): Promise<{ beginning: string; texts: AsyncIterable<string> }> {
  const packed = await peek(input);
  if (packed.first.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    throw new CommandFailure(words.archive(nameOf(file)));
  }
  const isPacked = packed.first[0] === 0x1f && packed.first[1] === 0x8b;
  const plain = isPacked ? await peek(unpack(file, packed.whole)) : packed;
  const isUtf16 = plain.first[0] === 0xff && plain.first[1] === 0xfe;
  const encoding = isUtf16 ? 'utf-16le' : 'utf-8';
  return { beginning: new TextDecoder(encoding).decode(plain.first), texts: decode(plain.whole, encoding) };
}

async function* unpack(file: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(Readable.from(packed), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch {
    throw new CommandFailure(words.damaged(nameOf(file)));
  }
}

/** So many bytes tell what a file is. */
const beginningSize = 65_536;

/** Reads the first bytes of an input; `whole` has them too. */
async function peek(input: AsyncIterable<Buffer>): Promise<{ first: Buffer; whole: AsyncIterable<Buffer> }> {
  const chunks = input[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let size = 0;
  while (size < beginningSize) {
    const { done, value } = await chunks.next();
    if (done) break;
    read.push(value);
    size += value.length;
  }
  const first = Buffer.concat(read);
  async function* whole(): AsyncGenerator<Buffer> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { first, whole: whole() };
}

async function* decode(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Splits texts into lines, many at once; undefined stands for a line that is too long. */
async function* batchesOfLines(texts: AsyncIterable<string>): AsyncGenerator<(string | undefined)[]> {
  let rest = '';
  let isTooLong = false;
  for await (const text of texts) {
    const lines: (string | undefined)[] = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    if (isTooLong && lines.length > 0) {
      lines[0] = undefined;
      isTooLong = false;
    }
    if (isTooLong || rest.length > longestLine) {
      isTooLong = true;
      rest = '';
    }
    yield lines.map(readable);
  }
  yield [isTooLong ? undefined : readable(rest)];
}

function readable(line: string | undefined): string | undefined {
  if (line === undefined || line.length > longestLine) return undefined;
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
