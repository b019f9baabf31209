import { addressOf, pseudonymousAddress } from './reader-address.ts';
import type { GateContext } from './requests.ts';
import type { ServerSettings } from './settings.ts';
import type { RunningWaline } from './waline.ts';

/** The status and the parsed JSON of an answer; `body` is undefined if it was not JSON. */
export interface Answer {
  status: number;
  body: unknown;
}

/** A request that the gate has rebuilt from checked parts. */
export interface WalineRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Includes the query. */
  path: string;
  json?: unknown;
}

export type AskWaline = (context: GateContext, request: WalineRequest) => Promise<Answer>;

/**
 * Creates a function that sends requests to Waline on behalf of whoever sent the request in `context`: as the editor if
 * the gate has found their token valid, else as a reader.
 */
export function createWalineClient(
  { origin, secret, editorToken }: Pick<RunningWaline, 'origin' | 'secret' | 'editorToken'>,
  { trustsProxy }: Pick<ServerSettings, 'trustsProxy'>,
): AskWaline {
  return async (context, { method, path, json }) => {
    const { incoming } = context.env;
    const response = await fetch(origin + path, {
      method,
      headers: {
        'x-forwarded-for': pseudonymousAddress(addressOf(incoming, trustsProxy), secret),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(context.get('isEditor') && { authorization: `Bearer ${editorToken}` }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
}
