import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { isRecord, readJsonText } from '../../src/lib/comments/service.ts';

/** The fields of a query, a form or a JSON object: strings by name. */
export type Fields = Record<string, string>;

export interface GateEnvironment {
  Bindings: HttpBindings;
  Variables: {
    /** The fields of a form that was sent without a script. It is answered with a redirect instead of JSON. */
    form?: Fields;
    /** Set when the request has a valid token of the editor. */
    isEditor?: boolean;
  };
}

export type GateContext = Context<GateEnvironment>;

/** Thrown to refuse a request. The answer has this status, and the message as its code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
}

/** Enough for 5000 characters of four bytes each, percent-encoded, and the other fields. */
const maxBodyBytes = 64 * 1024;

/** Reads a body that is a form or a JSON object. Fields that are neither strings nor numbers are left out. */
export async function readBody(request: IncomingMessage): Promise<{ isForm: boolean; fields: Fields }> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  if (!isForm && !type.startsWith('application/json')) throw new Refusal(415, 'unsupported-media-type');
  const text = await readText(request);
  return { isForm, fields: isForm ? readForm(new URLSearchParams(text)) : readRecord(readJsonText(text)) };
}

/**
 * Reads the fields of a form or a query. Names that occur twice are left out: Waline would parse them as lists, and
 * lists as query operators.
 */
export function readForm(values: URLSearchParams): Fields {
  const names = [...new Set(values.keys())];
  return Object.fromEntries(
    names.filter((name) => values.getAll(name).length === 1).map((name) => [name, values.get(name) ?? '']),
  );
}

function readRecord(value: unknown): Fields {
  if (!isRecord(value)) throw new Refusal(400, 'bad-request');
  const texts = Object.entries(value).filter(([, member]) => typeof member === 'string' || typeof member === 'number');
  return Object.fromEntries(texts.map(([name, member]) => [name, String(member)]));
}

async function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw new Refusal(413, 'text-too-long');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBodyBytes) throw new Refusal(413, 'text-too-long');
      chunks.push(chunk);
    }
  } catch (error) {
    // The sender has closed the connection: there is nobody to answer, and nothing to log.
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') throw new Refusal(400, 'bad-request');
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns the bearer token of a request; undefined if it has none. */
export function bearerToken({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Refuses a request of anyone but the editor. */
export function requireEditor(context: GateContext): void {
  if (context.get('isEditor') !== true) throw new Refusal(401, 'unauthorized');
}

/** Returns the digits of a whole number from 1 to 99999, and refuses any other string. */
export function requireWholeNumber(text: string): string {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Refusal(400, 'bad-request');
  return text;
}

/** Returns the path of a page on the site; `/` if `address` is a URL of another site. */
export function pathOnSite(address: string, site: string): string {
  if (!address.startsWith('/') || !URL.canParse(address, site)) return '/';
  const url = new URL(address, site);
  return url.origin === site ? url.pathname : '/';
}
