import { type Dispatcher, errors, request } from 'undici';
import { measureHead } from './measure-image.ts';
import type { Connections } from './public-connections.ts';

/** Why an image cannot be measured. */
export type FetchFailure =
  | { kind: 'status'; status: number }
  | { kind: 'away'; reason: string }
  | { kind: 'moved'; address: string }
  | { kind: 'html' | 'svg' | 'foreign' | 'no-size' | 'redirects' | 'insecure' | 'slow' };

/** A server that answers, but not with an image: asking again does not help. */
export class Unmeasurable extends Error {
  readonly failure: FetchFailure;
  constructor(failure: FetchFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The first bytes of a file, and what its server says of it. */
export interface Head {
  bytes: Uint8Array;
  isWhole: boolean;
  /** Of the whole file, if the server tells it. */
  total?: number;
  etag?: string;
  modified?: string;
}

/** What the server said of the version that is known, so that it need not send it again. */
export interface KnownVersion {
  etag?: string | undefined;
  modified?: string | undefined;
}

/** A file of this size is fetched whole. */
const wholeBytes = 256 * 1024;
/** How many bytes are asked for, until they have the size of the image: JPEG files may begin with long metadata. */
const steps = [64 * 1024, wholeBytes, 1024 * 1024];
const mostBytes = steps.at(-1) as number;
const firstBytes = steps[0] as number;
const mostRedirects = 5;

/**
 * Fetches the beginning of an image: until its size is known, all of a small file, and never more than a megabyte.
 * Returns `unchanged` if the server has still the known version. Rejects with `Unmeasurable` for an answer that will
 * not change, and with other errors if it may.
 */
export async function fetchHead(
  address: string,
  connections: Connections,
  known: KnownVersion,
  signal: AbortSignal,
): Promise<Head | 'unchanged'> {
  let head: Head | undefined;
  for (const end of steps) {
    const answer: Answer | 'unchanged' = await ask(address, connections, signal, head, end, known);
    if (answer === 'unchanged') return 'unchanged';
    const before = answer.start === 0 ? new Uint8Array() : (head?.bytes ?? new Uint8Array());
    head = { ...answer.head, bytes: Buffer.concat([before, answer.head.bytes]) };
    head.isWhole = answer.isEnded || head.bytes.length === head.total;
    if (head.isWhole || !answer.isRange || isEnough(head)) break;
  }
  return head as Head;
}

function isEnough({ bytes, total = Number.POSITIVE_INFINITY }: Pick<Head, 'bytes' | 'total'>): boolean {
  if (bytes.length >= mostBytes) return true;
  return total > wholeBytes && bytes.length >= firstBytes && measureHead(bytes) !== undefined;
}

interface Answer {
  head: Omit<Head, 'isWhole'> & { isWhole: boolean };
  /** Where the bytes begin in the file. */
  start: number;
  /** Whether the server sent the range that was asked for, and not the file from its beginning. */
  isRange: boolean;
  /** Whether the whole file was read. */
  isEnded: boolean;
}

/** Asks for the bytes after those that are known. A server that knows no ranges is read until there are enough. */
async function ask(
  address: string,
  connections: Connections,
  signal: AbortSignal,
  before: Head | undefined,
  end: number,
  known: KnownVersion,
): Promise<Answer | 'unchanged'> {
  const from = before?.bytes.length ?? 0;
  const response = await follow(address, connections, signal, {
    accept: 'image/*',
    range: `bytes=${from}-${end - 1}`,
    ...(before === undefined ? conditions(known) : isStrong(before.etag) && { 'if-range': before.etag }),
  });
  const { statusCode, headers, body } = response;
  if (statusCode === 304) {
    await body.dump();
    return 'unchanged';
  }
  refuseAnswer(response);
  const isRange = statusCode === 206;
  const [, start, size] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(single(headers['content-range']) ?? '') ?? [];
  if (isRange && Number(start) !== from) throw new Error(`${address}: bytes ${start} for ${from}`);
  const length = isRange ? size : single(headers['content-length']);
  const total = /^\d+$/.test(length ?? '') ? Number(length) : undefined;
  const read = await readBody(body, (bytes) =>
    isRange ? bytes.length >= end - from : isEnough({ bytes, ...asTotal(total) }),
  );
  return {
    head: { ...read, ...asTotal(total), isWhole: false, ...versionOf(headers) },
    start: isRange ? from : 0,
    isRange,
    isEnded: !isRange && read.isWhole,
  };
}

function asTotal(total: number | undefined): { total?: number } {
  return total === undefined ? {} : { total };
}

function conditions({ etag, modified }: KnownVersion): Record<string, string> {
  if (etag !== undefined) return { 'if-none-match': etag };
  return modified === undefined ? {} : { 'if-modified-since': modified };
}

/** A weak `ETag` may stand for other bytes. */
function isStrong(etag: string | undefined): etag is string {
  return etag !== undefined && !etag.startsWith('W/');
}

type Response = Dispatcher.ResponseData;

/**
 * Sends a request, and follows redirects that stay encrypted and on the public internet. An image that is found by way of
 * another site is refused: pages load images only from the sites that their addresses name.
 */
async function follow(
  address: string,
  { dispatcher, admit }: Connections,
  signal: AbortSignal,
  headers: Record<string, string>,
): Promise<Response> {
  let url = new URL(address);
  const { origin } = url;
  let hasLeft = false;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    admit(url);
    const response = await request(url, { dispatcher, signal, headers });
    const next = single(response.headers.location);
    if (![301, 302, 303, 307, 308].includes(response.statusCode) || next === undefined) {
      if (!hasLeft) return response;
      if (response.statusCode !== 304) refuseAnswer(response);
      discard(response);
      throw new Unmeasurable({ kind: 'moved', address: url.href });
    }
    await response.body.dump();
    const target = URL.parse(next, url);
    if (target === null || !/^https?:$/.test(target.protocol)) throw new Unmeasurable({ kind: 'redirects' });
    if (url.protocol === 'https:' && target.protocol === 'http:') throw new Unmeasurable({ kind: 'insecure' });
    url = target;
    hasLeft ||= url.origin !== origin;
  }
  throw new Unmeasurable({ kind: 'redirects' });
}

/** Throws for an answer that is no image: `Unmeasurable`, unless the server may have another one soon. */
function refuseAnswer(response: Response): void {
  const type = single(response.headers['content-type']) ?? '';
  const failure = failureOf(response.statusCode, type);
  if (failure === undefined) return;
  discard(response);
  throw failure;
}

/** Cuts the connection of an answer that nobody reads. */
function discard({ body }: Response): void {
  body.destroy();
  body.on('error', () => undefined);
}

function failureOf(status: number, type: string): Error | undefined {
  if (status === 429 || status >= 500) return new TemporaryStatus(status);
  // No range lies within an empty file.
  if (status === 416) return new Unmeasurable({ kind: 'no-size' });
  if (status !== 200 && status !== 206) return new Unmeasurable({ kind: 'status', status });
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(type)) return new Unmeasurable({ kind: 'html' });
  return /^\s*image\/svg/i.test(type) ? new Unmeasurable({ kind: 'svg' }) : undefined;
}

/** The status of a server that is overloaded or out of order. */
export class TemporaryStatus extends Error {
  readonly status: number;
  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

/** Reads a body until `isDone`, and cuts the connection if there is more. */
async function readBody(
  body: Response['body'],
  isDone: (bytes: Buffer) => boolean,
): Promise<{ bytes: Buffer; isWhole: boolean }> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    bytes = Buffer.concat([bytes, chunk as Buffer]);
    if (isDone(bytes)) return { bytes: bytes.subarray(0, mostBytes), isWhole: false };
  }
  return { bytes, isWhole: true };
}

function versionOf(headers: Response['headers']): Pick<Head, 'etag' | 'modified'> {
  const etag = single(headers.etag);
  const modified = single(headers['last-modified']);
  return { ...(etag !== undefined && { etag }), ...(etag === undefined && modified !== undefined && { modified }) };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** Names the reason for which a server could not be reached, as the system or the protocol has it. */
export function reasonOf(error: Error): string {
  if (error instanceof errors.UndiciError) return error.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
