import { digestText } from './digest.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 5;

/**
 * Whether a string is a valid id for an article's short link: five characters of lower-case Crockford base32 (no i, l,
 * o, u), at least one of them a digit, so that no id is a word.
 */
export function isShortId(text: string): boolean {
  return /^(?=.*[0-9])[0-9a-hjkmnp-tv-z]{5}$/.test(text);
}

/**
 * Derives a short id from the content-relative path of an article without an id. The path is converted to NFC, since
 * file systems differ in normalisation. `attempt` 1, 2, … derives the next candidates when an id is taken.
 */
export function deriveShortId(path: string, attempt = 0): string {
  const digest = digestText(`${path.normalize('NFC')}\n${attempt}`);
  return shortIdFromBytes(
    Uint8Array.from({ length: 8 }, (_, i) => Number.parseInt(digest.slice(2 * i, 2 * i + 2), 16)),
  );
}

/** Makes a short id from at least eight random bytes; throws a `RangeError` for fewer. */
export function shortIdFromBytes(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError(`A short id needs 8 bytes, not ${bytes.length}`);
  const [digitPosition = 0, digit = 0] = bytes.subarray(length);
  const symbols = Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length));
  if (!symbols.some((symbol) => symbol <= '9')) symbols[digitPosition % length] = String(digit % 10);
  return symbols.join('');
}
