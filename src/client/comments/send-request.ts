import { CommentError } from '../../lib/comments/comment.ts';
import type { Send } from '../../lib/comments/service.ts';

/** A service that has not answered after so many milliseconds is taken to hang. */
const timeoutMs = 10_000;

/**
 * Sends by `fetch`, without credentials unless they are asked for; the referrer holds no more than the site's origin.
 */
export const sendRequest: Send = async ({ url, json, headers, credentials }) => {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      credentials: credentials ? 'include' : 'omit',
      referrerPolicy: 'origin',
      signal: aborter.signal,
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    const failure = aborter.signal.aborted ? 'timeout' : navigator.onLine ? 'down' : 'offline';
    throw new CommentError(failure, { cause });
  } finally {
    clearTimeout(timer);
  }
};
