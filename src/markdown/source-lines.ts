import type { Point, TokenizeContext } from 'micromark-util-types';

/** A document in lines, for constructs whose meaning depends on the lines around them. */
export interface SourceLines {
  lines: readonly string[];
  /** From 0: the line of the tokenizer's current point. */
  index: number;
  /** What stands before the point in its line, and what follows. */
  before: string;
  rest: string;
}

const linesOfDocuments = new WeakMap<TokenizeContext['parser'], readonly string[]>();

/** micromark has numbers for line endings and tabs; virtual spaces after a tab, and the end, stand for nothing. */
const written: Readonly<Record<string, string>> = {
  '-5': '\r',
  '-4': '\n',
  '-3': '\r\n',
  '-2': '\t',
  '-1': '',
  null: '',
};

/** Serializes what a tokenizer was given, from a point on: a document, or a line of a block. */
export function sourceFrom(context: TokenizeContext, start: Pick<Point, '_index' | '_bufferIndex'>): string {
  const end = { _index: Number.POSITIVE_INFINITY, _bufferIndex: -1 };
  const chunks = context.sliceStream({ start, end } as Parameters<TokenizeContext['sliceStream']>[0]);
  return chunks
    .map((chunk) =>
      typeof chunk === 'string' ? chunk : (written[String(chunk)] ?? String.fromCharCode(Number(chunk))),
    )
    .join('');
}

/** Looks around in the source. Only for constructs of documents: the tokenizers of other content hold a part of it. */
export function sourceLinesAt(context: TokenizeContext): SourceLines {
  let lines = linesOfDocuments.get(context.parser);
  if (lines === undefined) {
    lines = sourceFrom(context, { _index: 0, _bufferIndex: -1 }).split(/\r\n|\r|\n/);
    linesOfDocuments.set(context.parser, lines);
  }
  const { line, column } = context.now();
  const text = lines[line - 1] ?? '';
  return { lines, index: line - 1, before: text.slice(0, column - 1), rest: text.slice(column - 1) };
}
