import { setTimeout as wait } from 'node:timers/promises';
import pRetry, { AbortError } from 'p-retry';
import type { AnnouncementRequest } from '../model/announcement.ts';

/** What became of a request: accepted by the service, refused with a status, or never answered. */
export type Outcome = { request: AnnouncementRequest; attempts: number } & (
  | { kind: 'accepted'; status: number }
  | { kind: 'refused'; status: number; reason: string }
  | { kind: 'unreachable'; reason: string }
);

export interface SendOptions {
  /** How often a request is sent again after the first time. */
  retries: number;
  /** Milliseconds before the first repetition; each later one waits twice as long. */
  pause: number;
  /** Milliseconds that an answer may take. */
  timeoutMs: number;
}

export const defaultSendOptions: SendOptions = { retries: 4, pause: 1000, timeoutMs: 15_000 };

/** A service's own wish for a pause is granted up to this many seconds. */
const longestPause = 60;

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** Sends a request until it is accepted, refused for good, or out of retries. Never rejects. */
export async function sendAnnouncement(
  request: AnnouncementRequest,
  { retries, pause, timeoutMs }: SendOptions = defaultSendOptions,
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
    if (!isPassing(response.status)) throw new AbortError(refusal);
    const wish = Number(response.headers.get('retry-after'));
    if (wish > 0 && attempts <= retries) await wait(Math.min(wish, longestPause) * 1000);
    throw refusal;
  };
  try {
    const status = await pRetry(attempt, { retries, minTimeout: pause, factor: 2, shouldRetry: () => true });
    return { request, attempts, kind: 'accepted', status };
  } catch (error) {
    if (error instanceof Refusal) {
      return { request, attempts, kind: 'refused', status: error.status, reason: error.message };
    }
    return { request, attempts, kind: 'unreachable', reason: causeOf(error) };
  }
}

/** Whether a service may answer otherwise in a moment. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
