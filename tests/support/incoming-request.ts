import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface RequestParts {
  /** Names in lower case. */
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Creates a request, and its response, as Node's server passes them to a handler, without a network. The body of
 * `incoming` can be read only once.
 */
export function incomingRequest({ headers = {}, body }: RequestParts): {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
} {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming.headers, headers);
  if (body !== undefined) incoming.push(body);
  incoming.push(null);
  return { incoming, outgoing: new ServerResponse(incoming) };
}
