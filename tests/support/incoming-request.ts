import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface RequestParts {
  /** Names in lower case. */
  headers?: Record<string, string>;
  body?: string;
  /** The code of an error with which the body ends, as when the connection is closed. */
  failure?: string;
}

/**
 * Creates a request, and its response, as Node's server passes them to a handler, without a network. The body of
 * `incoming` can be read only once.
 */
export function incomingRequest({ headers = {}, body, failure }: RequestParts): {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
} {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming.headers, headers);
  if (body !== undefined) incoming.push(body);
  if (failure === undefined) incoming.push(null);
  else incoming.destroy(Object.assign(new Error('aborted'), { code: failure }));
  return { incoming, outgoing: new ServerResponse(incoming) };
}
