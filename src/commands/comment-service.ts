import { CommentError } from '../lib/comments/comment.ts';
import { createIsso } from '../lib/comments/isso.ts';
import { createRemark42 } from '../lib/comments/remark42.ts';
import type { CommentService, Send } from '../lib/comments/service.ts';
import { createWaline } from '../lib/comments/waline.ts';
import type { Site } from '../schema/site.ts';

const timeoutMs = 15_000;

/** Creates a client for the site's comment service; undefined if there is none, or if it has no API. */
export function openCommentService({ comments, url }: Pick<Site, 'comments' | 'url'>): CommentService | undefined {
  const { provider, endpoint = '', siteId } = comments;
  const address = { endpoint, siteId };
  const send = createSend(url);
  if (provider === 'waline') return createWaline(address, send);
  if (provider === 'isso') return createIsso(address, send);
  if (provider === 'remark42') return createRemark42(address, send, () => undefined);
  return undefined;
}

/** Makes a function that sends requests with the site's origin: Isso refuses requests without it. */
function createSend(origin: string): Send {
  return async ({ url, json, headers }) => {
    try {
      const response = await fetch(url, {
        ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
        headers: { origin, ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw new CommentError('down', { cause });
    }
  };
}
