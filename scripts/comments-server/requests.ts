import type { IncomingMessage } from 'node:http';
import { isRecord, readJsonText } from '../../src/lib/comments/service.ts';

/** A request that is refused, with the status and the code of the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
}

/** 5000 signs of four bytes each, percent-encoded, and the other fields. */
const mostBytes = 64 * 1024;

export interface ReadBody {
  /** A plain form, sent without scripts. */
  isForm: boolean;
  /** Its texts by name: what is no text, or comes twice, is left out. */
  fields: Record<string, string>;
}

/** The body of a request, as a form or as JSON; nothing but texts and numbers comes through. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  if (!isForm && !type.startsWith('application/json')) throw new Refusal(415, 'unsupported-media-type');
  const text = await readText(request);
  return { isForm, fields: isForm ? readForm(new URLSearchParams(text)) : readRecord(readJsonText(text)) };
}

/** The values of a query or a form by name. Names that come twice would reach Waline as lists, which it takes for operators. */
export function readForm(values: URLSearchParams): Record<string, string> {
  const names = [...new Set(values.keys())];
  return Object.fromEntries(
    names.filter((name) => values.getAll(name).length === 1).map((name) => [name, values.get(name) ?? '']),
  );
}

function readRecord(value: unknown): Record<string, string> {
  if (!isRecord(value)) throw new Refusal(400, 'bad-request');
  const texts = Object.entries(value).filter(([, member]) => typeof member === 'string' || typeof member === 'number');
  return Object.fromEntries(texts.map(([name, member]) => [name, String(member)]));
}

async function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw new Refusal(413, 'text-too-long');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Refusal(413, 'text-too-long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
