import { bidiOverrides, invisible as zeroWidth } from '../lib/arabic/characters.ts';
import { stripAddressMarks } from './address-marks.ts';

/** Zero-width characters and bidi controls that editors and chat programs leave at the start of a line. */
const invisible = `[${zeroWidth}${bidiOverrides}]`;
const number = '[0-9٠-٩۰-۹]{1,9}[.)]';
/** Markers that blocks can be nested in: `>`, `-`, `١.`. */
const container = `(?:>|(?:[-*+]|${number})(?=${invisible}*[ \\t]))`;
/** The beginning of any block that the parser would not recognize after an invisible mark. */
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
const hasInvisibleOrSpace = new RegExp(`${invisible}|[\\u00A0\\u2000-\\u200A\\u200C\\u202F\\u3000]`);
const beforeMarker = new RegExp(
  `^((?:[ \\t]*${container})*[ \\t]*)${invisible}+(?!${invisible})(?=(?:[ \\t]|${invisible})*(?:${block}))`,
);
const afterMarker = new RegExp(`^((?:[ \\t]*${container})*[ \\t]*(?:#{1,6}|[-*+]|${number}))${invisible}+(?=[ \\t])`);
const spaces = `[ \\t\\u00A0${zeroWidth}${bidiOverrides}]`;
/** Markers with Word's spaces around them; `-5` with such a space is a number. */
const markersInWord = new RegExp(
  `^(?:${spaces}*(?:>|(?:#{1,6}|[-*+](?!\\u00A0[0-9٠-٩])|${number})(?=${spaces})))+${spaces}*`,
);
const wideSpace = '\\u2000-\\u200A\\u3000';
/** The wide spaces of an indent, which Markdown does not take for one. */
const indent = new RegExp(
  `^((?: {0,9}(?:>|(?:#{1,6}|[-*+]|${number})[ \\t])){0,9} {0,20})[${wideSpace}][ \\t\\u00A0${wideSpace}]*`,
);
const fence = /^(?:[ \t]|>)*(`{3,}|~{3,})(.*)$/;

/**
 * Removes invisible marks at the start of lines that would hide a heading, list, quotation, table and so on from the
 * Markdown parser, such as U+200F before `##`, and those in and beside addresses, which would become a part of these.
 * No-break spaces at the start become ordinary ones, and wide ones go. What stands elsewhere, fenced code and the number
 * of lines do not change.
 */
export function stripLeadingMarks(text: string): string {
  if (!hasInvisibleOrSpace.test(text)) return text;
  let openFence = '';
  return text
    .split('\n')
    .map((line) => {
      const stripped = openFence === '' ? stripAddressMarks(stripLine(line)) : line;
      const [, fenceMarks = '', rest = ''] = fence.exec(stripped) ?? [];
      if (openFence === '') openFence = fenceMarks;
      else if (fenceMarks.startsWith(openFence) && rest.trim() === '') openFence = '';
      return stripped;
    })
    .join('\n');
}

/** More marks than this in one line come from nobody's keyboard; each round reads the whole line. */
const mostRounds = 100;

/** Repeats until nothing changes, since removing one mark can bring another one to the start. */
function stripLine(line: string): string {
  // Before a marker, and after it.
  let stripped = line.replace(indent, '$1').replace(indent, '$1');
  if (stripped.includes('\u00A0'))
    stripped = stripped.replace(markersInWord, (markers) => markers.replaceAll('\u00A0', ' '));
  if (!hasInvisible.test(stripped)) return stripped;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = stripped;
    stripped = before.replace(beforeMarker, '$1').replace(afterMarker, '$1');
    if (stripped === before) break;
  }
  return stripped;
}
