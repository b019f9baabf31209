import { z } from 'zod';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { fileTypeOf, recordingExtensions, splitUrl } from '../lib/file-types.ts';
import { messages } from './messages.ts';
import { type Fault, readUrl, scalar, shorthand, text } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

/** The recording of an article that somebody reads aloud. */
export interface Recording {
  /** As written: relative to the article's file, or to `public/` if it starts with `/`; or an `https:` URL. */
  file: string;
  /** In seconds. */
  duration?: number;
  /** The name of who reads it. */
  reader?: string;
}

/** Whether a recording is at an address of its own and no file of the newsroom. */
export function isRemote(file: string): boolean {
  return file.startsWith('https://');
}

const recordingFile = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const isAddress = /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(bare);
  if (isAddress) return readAddress(bare);
  if (bare.includes('\\')) return { tell: messages.backslash, meant: bare.replaceAll('\\', '/') };
  return isRecording(bare) ? bare : { tell: () => messages.notARecording(bare, recordingExtensions) };
});

function readAddress(bare: string): string | Fault {
  const secure = bare.replace(/^(?:http:)?\/\//i, 'https://');
  const address = readUrl(secure);
  if (address === undefined || !isRemote(address)) return { tell: () => messages.recordingAddress(bare) };
  if (!isRecording(new URL(address).pathname)) return { tell: () => messages.recordingPage(bare, recordingExtensions) };
  return secure === bare ? address : { tell: () => messages.recordingAddress(bare), meant: secure };
}

function isRecording(path: string): boolean {
  return fileTypeOf(splitUrl(path).path)?.kind === 'audio';
}

/** `12:40`, `1:02:40`, or as ISO 8601 has it: `PT12M40S`. */
const duration = scalar((written): number | Fault => {
  const bare = toLatinDigits(bareValue(written));
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(bare) ??
    /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:(\d{1,5})S)?$/i.exec(bare) ??
    [];
  const length = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return length > 0 ? length : { tell: () => messages.notADuration(bareValue(written)) };
});

/** A recording: a file or an address, or `{ file, duration, reader }`. */
export const recording = shorthand(
  'file',
  z.strictObject({
    file: recordingFile,
    duration: duration.optional(),
    reader: text.optional(),
  }),
);
