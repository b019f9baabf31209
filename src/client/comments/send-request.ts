import { CommentError } from '../../lib/comments/comment.ts';
import type { Send } from '../../lib/comments/service.ts';

/** A request is aborted after this time. */
const timeoutMs = 10_000;

/**
 * Sends a request by `fetch`, without credentials unless `credentials` is set. The referrer contains only the site's
 * origin.
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
