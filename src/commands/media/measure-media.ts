import { createHash } from 'node:crypto';
import pRetry, { AbortError } from 'p-retry';
import type { MediaEntry } from '../../schema/media-lock.ts';
import { type FetchFailure, fetchHead, type Head, reasonOf, TemporaryStatus, Unmeasurable } from './fetch-head.ts';
import { averageColor, measureHead } from './measure-image.ts';
import { type Connections, PrivateAddress } from './public-connections.ts';

/** Why an image has no entry in the lock. */
export type MediaFailure = FetchFailure | { kind: 'private' | 'cut' };

/** The reasons of a connection that was made and then lost. */
const cutReasons: readonly string[] = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'];

export type Measured = { entry: MediaEntry } | { failure: MediaFailure } | 'unchanged';

export interface MeasureOptions {
  connections: Connections;
  /** How often a server that does not answer is asked again, and how long to wait before the first time. */
  retries: number;
  pauseMs: number;
  /** The most time for one image, whatever its server sends. */
  timeoutMs: number;
}

/** Asks the server of an image for its size. `known` is the entry from an earlier time. Does not reject. */
export async function measureMedia(
  address: string,
  known: MediaEntry | undefined,
  { connections, retries, pauseMs, timeoutMs }: MeasureOptions,
): Promise<Measured> {
  const attempt = async (): Promise<Head | 'unchanged'> => {
    try {
      return await fetchHead(address, connections, known ?? {}, AbortSignal.timeout(timeoutMs));
    } catch (error) {
      const cause = causeOf(error);
      throw isFinal(cause) ? new AbortError(cause) : toError(cause);
    }
  };
  try {
    const head = await pRetry(attempt, { retries, minTimeout: pauseMs });
    return head === 'unchanged' ? head : await describeHead(head);
  } catch (error) {
    return { failure: explainFailure(error) };
  }
}

/** A server that let all of the time pass would let it pass again. */
function isFinal(cause: unknown): cause is Error {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  return isLate || cause instanceof Unmeasurable || cause instanceof PrivateAddress;
}

/** A failed lookup arrives inside the error of the connection. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof PrivateAddress ? error.cause : error;
}

/** `pRetry` takes a `TypeError` for a mistake of the program, and so does not ask again. */
function toError(error: unknown): Error {
  return error instanceof Error && !(error instanceof TypeError) ? error : new Error(String(error));
}

function explainFailure(error: unknown): MediaFailure {
  if (error instanceof Unmeasurable) return error.failure;
  if (error instanceof PrivateAddress) return { kind: 'private' };
  if (error instanceof TemporaryStatus) return { kind: 'status', status: error.status };
  const cause = toError(error);
  if (cause.name === 'TimeoutError') return { kind: 'slow' };
  const reason = reasonOf(cause);
  return cutReasons.includes(reason) ? { kind: 'cut' } : { kind: 'away', reason };
}

/** Describes a whole file of a folder of this machine, as `measureMedia` describes one of a server. */
export function measureBytes(bytes: Uint8Array): Promise<Measured> {
  return describeHead({ bytes, isWhole: true, total: bytes.length });
}

async function describeHead({ bytes, isWhole, total, etag, modified }: Head): Promise<Measured> {
  const measure = measureHead(bytes);
  if (measure === undefined) return { failure: { kind: looksLikePage(bytes) ? 'html' : 'no-size' } };
  if (typeof measure === 'string') return { failure: { kind: measure } };
  const color = await averageColor(bytes, isWhole);
  const size = isWhole ? bytes.length : total;
  return {
    entry: {
      ...measure,
      ...(size !== undefined && { bytes: size }),
      ...(isWhole && { sha256: createHash('sha256').update(bytes).digest('hex') }),
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
      ...(color !== undefined && { color }),
    },
  };
}

function looksLikePage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype|html|head|body)\b/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}
