import { messages } from './messages.ts';
import type { BodyProblem } from './types.ts';

interface ParserMessage {
  reason: string;
  ruleId: string;
  source: string;
  line: number | undefined;
  column: number | undefined;
}

/** Says in Arabic where and why a parser gave up; its own words come last. `firstLine` as in `BodySource`. */
export function describeParseFailure(failure: unknown, firstLine: number): BodyProblem {
  const { line, column, ...said } = readMessage(failure);
  const opened = /for `<([^`>]*)>` \((\d+):(\d+)-/.exec(said.reason);
  const reason = said.reason.replaceAll(/ \(\d+:\d+-\d+:\d+\)/g, '');
  const place = opened ? { line: Number(opened[2]), column: Number(opened[3]) } : { line, column };
  return {
    line: (place.line ?? 1) + firstLine - 1,
    ...(place.column !== undefined && { column: place.column }),
    message: explain({ ...said, reason }, opened?.[1]),
  };
}

function explain({ reason, ruleId, source }: Omit<ParserMessage, 'line' | 'column'>, tag: string | undefined): string {
  if (tag !== undefined) return messages.unclosedTag(tag, reason);
  if (ruleId === 'unexpected-closing-slash') return messages.strayClosingTag(reason);
  if (source.endsWith('mdxjs-esm')) return messages.unreadableModule(reason);
  if (source.endsWith('mdx-expression')) return messages.strayBrace(reason);
  if (!source.endsWith('mdx-jsx')) return messages.unreadable(reason);
  if (reason.includes('create a comment')) return messages.htmlComment(reason);
  if (reason.includes('create a link') || reason.startsWith('Unexpected character `@`'))
    return messages.angleLink(reason);
  if (reason.includes('before attribute value')) return messages.unquotedValue(reason);
  if (reason.includes('before name')) return messages.strayAngle(reason);
  return messages.unfinishedTag(reason);
}

function readMessage(failure: unknown): ParserMessage {
  const fields: Record<string, unknown> = typeof failure === 'object' && failure !== null ? { ...failure } : {};
  const own = failure instanceof Error ? failure.message : String(failure);
  const word = (name: string, otherwise: string) => (typeof fields[name] === 'string' ? fields[name] : otherwise);
  const count = (name: string) => (typeof fields[name] === 'number' ? fields[name] : undefined);
  return {
    reason: word('reason', own),
    ruleId: word('ruleId', ''),
    source: word('source', ''),
    line: count('line'),
    column: count('column'),
  };
}
