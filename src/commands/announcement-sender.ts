import { setTimeout } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import type { AnnouncementRequest } from '../model/announcement.ts';

/** The result of a request: the service accepted it, refused it with a status, or never answered. */
export type Outcome = { request: AnnouncementRequest; attempts: number } & (
  | { kind: 'accepted'; status: number }
  | { kind: 'refused'; status: number; reason: string }
  | { kind: 'unreachable'; reason: string }
);

export interface SendOptions {
  /** How often a request is repeated after the first attempt. */
  retries: number;
  /** The pause before the first repetition. Each further pause is twice as long. */
  pauseMs: number;
  /** How long to wait for an answer. */
  timeoutMs: number;
  /** Waits when a service asks for a pause. Tests replace it. */
  wait?(milliseconds: number): Promise<unknown>;
}

const defaultSendOptions: SendOptions = { retries: 4, pauseMs: 1000, timeoutMs: 15_000 };

/** The longest pause that a service can ask for with `Retry-After`. */
const maxRequestedSeconds = 60;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/**
 * Sends a request, and repeats it until it is accepted, refused for good, or out of retries. The promise never rejects.
 */
export async function sendAnnouncement(
  request: AnnouncementRequest,
  { retries, pauseMs, timeoutMs, wait = setTimeout }: SendOptions = defaultSendOptions,
): Promise<Outcome> {
  let attempts = 0;
  const attempt = async (): Promise<number> => {
    attempts += 1;
    const response = await fetch(request.endpoint, {
      method: 'POST',
      headers: { 'content-type': request.contentType },
      body: request.body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const reason = (await response.text()).trim().slice(0, 200);
    if (response.ok) return response.status;
    const refusal = new Refusal(response.status, reason || response.statusText);
    if (!isTemporary(response.status)) throw new AbortError(refusal);
    const requestedSeconds = Number(response.headers.get('retry-after'));
    if (requestedSeconds > 0 && attempts <= retries) await wait(Math.min(requestedSeconds, maxRequestedSeconds) * 1000);
    throw refusal;
  };
  try {
    const status = await pRetry(attempt, { retries, minTimeout: pauseMs, factor: 2, shouldRetry: () => true });
    return { request, attempts, kind: 'accepted', status };
  } catch (error) {
    if (error instanceof Refusal) {
      return { request, attempts, kind: 'refused', status: error.status, reason: error.message };
    }
    return { request, attempts, kind: 'unreachable', reason: causeOf(error) };
  }
}

/** Whether the same request can succeed a moment later: a timeout, too early, too many requests, or a server error. */
function isTemporary(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
