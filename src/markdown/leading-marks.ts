import { bidiControls, invisible as withoutWidth } from '../lib/arabic/characters.ts';

/** What editors and chat programs leave at the start of a line. */
const invisible = `[${withoutWidth}${bidiControls}]`;
const number = '[0-9٠-٩۰-۹]{1,9}[.)]';
const container = `(?:>|(?:[-*+]|${number})(?=${invisible}*[ \\t]))`;
const block = [
  container,
  `#{1,6}${invisible}*(?:[ \\t]|$)`,
  '`{3}',
  '~{3}',
  '\\|',
  '</?[A-Za-z]',
  '!\\[',
  '\\[[^\\]]+\\]:',
  '(?:[-*_ـ][ \\t]*){3,}$',
].join('|');

const hasInvisible = new RegExp(invisible);
const beforeMarker = new RegExp(
  `^((?:[ \\t]*${container})*[ \\t]*)${invisible}+(?=(?:[ \\t]|${invisible})*(?:${block}))`,
);
const afterMarker = new RegExp(`^((?:[ \\t]*${container})*[ \\t]*(?:#{1,6}|[-*+]|${number}))${invisible}+(?=[ \\t])`);
const fence = /^(?:[ \t]|>)*(`{3,}|~{3,})(.*)$/;

/**
 * Removes the invisible marks that keep Markdown from seeing a heading, a list, a quotation, a table: U+200F before `##`.
 * Marks elsewhere stay, code stays, and so does the number of lines.
 */
export function stripLeadingMarks(text: string): string {
  if (!hasInvisible.test(text)) return text;
  let open = '';
  return text
    .split('\n')
    .map((line) => {
      const stripped = open === '' ? stripLine(line) : line;
      const [, marks = '', rest = ''] = fence.exec(stripped) ?? [];
      if (open === '') open = marks;
      else if (marks.startsWith(open) && rest.trim() === '') open = '';
      return stripped;
    })
    .join('\n');
}

function stripLine(line: string): string {
  if (!hasInvisible.test(line)) return line;
  const before = line.replace(beforeMarker, '$1').replace(afterMarker, '$1');
  return before === line ? line : stripLine(before);
}
