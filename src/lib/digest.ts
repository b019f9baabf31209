import { createHash, hash } from 'node:crypto';
import { compareText } from './compare.ts';

const digestLength = 20;

/** Returns the first 20 hexadecimal digits (80 bits) of the SHA-256 of the text in UTF-8. */
export function digestText(text: string): string {
  return hash('sha256', text).slice(0, digestLength);
}

/** Returns the first 20 hexadecimal digits (80 bits) of the SHA-256 of the bytes. */
export function digestBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes).slice(0, digestLength);
}

/** Returns the same digest as `digestBytes`, of bytes that are read in chunks. */
export async function digestChunks(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of chunks) digest.update(chunk);
  return digest.digest('hex').slice(0, digestLength);
}

/**
 * Returns the digest of a JSON value, or of anything with `toJSON`. The order of object keys does not matter, and keys
 * whose value is undefined are ignored. Throws a `TypeError` for values that JSON would lose: Map, Set, functions,
 * symbols, bigints.
 */
export function digestValue(value: unknown): string {
  return digestText(stableJson(value));
}

/** Returns the hash of an inline script or style as a source in a `Content-Security-Policy`. */
export function policyHash(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`;
}

function stableJson(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} cannot be digested`);
  if ('toJSON' in value && typeof value.toJSON === 'function') return stableJson(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]') throw new TypeError(`A value of the kind ${kind} cannot be digested`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${stableJson(member)}`);
  return `{${members.join(',')}}`;
}
