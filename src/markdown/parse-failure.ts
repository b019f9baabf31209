import { messages } from './messages.ts';
import { ExcessiveMarkup } from './parsing-work.ts';
import type { BodyProblem } from './types.ts';

/** The fields of a `VFileMessage` that are used here. */
interface ParserMessage {
  reason: string;
  ruleId: string;
  source: string;
  line: number | undefined;
  column: number | undefined;
}

/**
 * Turns an error thrown by a parser into a problem: an Arabic explanation with the parser's own message at its end.
 * `firstLine` is that of `BodySource`.
 */
export function describeParseFailure(failure: unknown, firstLine: number): BodyProblem {
  if (failure instanceof ExcessiveMarkup) return { line: failure.line + firstLine - 1, message: failure.message };
  const { line, column, ...parserMessage } = readMessage(failure);
  const openingTag = /for `<([^`>]*)>` \((\d+):(\d+)-/.exec(parserMessage.reason);
  const reason = parserMessage.reason.replaceAll(/ \(\d+:\d+-\d+:\d+\)/g, '');
  const place = openingTag ? { line: Number(openingTag[2]), column: Number(openingTag[3]) } : { line, column };
  return {
    line: (place.line ?? 1) + firstLine - 1,
    ...(place.column !== undefined && { column: place.column }),
    message: explain({ ...parserMessage, reason }, openingTag?.[1]),
  };
}

/** Chooses the Arabic message. `unclosedTag` is the tag that, as the parser says, was never closed. */
function explain(
  { reason, ruleId, source }: Omit<ParserMessage, 'line' | 'column'>,
  unclosedTag: string | undefined,
): string {
  if (unclosedTag !== undefined) return messages.unclosedTag(unclosedTag, reason);
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
  const defaultReason = failure instanceof Error ? failure.message : String(failure);
  const string = (name: string, fallback: string) => (typeof fields[name] === 'string' ? fields[name] : fallback);
  const number = (name: string) => (typeof fields[name] === 'number' ? fields[name] : undefined);
  return {
    reason: string('reason', defaultReason),
    ruleId: string('ruleId', ''),
    source: string('source', ''),
    line: number('line'),
    column: number('column'),
  };
}
