import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface RequestParts {
  /** Names in lower case. */
  headers?: Record<string, string>;
  body?: string;
}

/** A request as Node's server would hand it over, without a network. Use `incoming` for one request only. */
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
