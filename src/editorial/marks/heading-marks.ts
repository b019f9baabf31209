import type { Heading, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Edit } from '../../lib/tracked-text.ts';
import type { Loss } from './loss.ts';

/** A line of dashes right under a paragraph, with the markers of lists and quotations before it. */
const underline = /\n[ \t>]*(-+|=+)[ \t]*$/;
/** A longer line of text is a paragraph, not a heading, in characters. */
const longestHeading = 110;
const settings = /^[A-Za-z_-]{2,30}:(?:\s.*)?$/;

/** Finds headings that are paragraphs with a line of dashes under them, and front matter in the text. */
export function findHeadingMarks(tree: Root, source: string): Loss[] {
  return headingsIn(tree).flatMap(({ node, isNested }): Loss[] => {
    const start = node.position?.start.offset ?? 0;
    const written = source.slice(start, node.position?.end.offset ?? 0);
    const [, dashes] = underline.exec(written) ?? [];
    if (dashes === undefined) return [];
    const text = textOf(node);
    const lines = text.split('\n').map((line) => line.trim());
    if (lines.every((line) => settings.test(line)))
      return [{ kind: 'front-matter', at: start, edits: [], isCertain: false }];
    if (!isParagraph(text, lines, dashes)) return [];
    const at = start + written.lastIndexOf('\n') + 1;
    const kind = dashes.startsWith('=') ? 'double-underlined' : 'underlined';
    const edits = separate(at, start + written.lastIndexOf(dashes), dashes);
    // One or two dashes may also be an item without words.
    return [{ kind, at, edits, isCertain: !isNested && dashes.length > 2 }];
  });
}

/** Makes a separator of the line under a paragraph, which has three dashes at least and no `=`. */
function separate(lineStart: number, start: number, dashes: string): Edit[] {
  const apart = { start: lineStart, end: lineStart, replacement: '\n' };
  if (/^-{3}/.test(dashes)) return [apart];
  if (lineStart === start) return [{ start, end: start + dashes.length, replacement: '\n---' }];
  return [apart, { start, end: start + dashes.length, replacement: '---' }];
}

function headingsIn(node: Nodes, isNested = false): { node: Heading; isNested: boolean }[] {
  if (node.type === 'heading') return [{ node, isNested }];
  return 'children' in node
    ? node.children.flatMap((child) => headingsIn(child, isNested || node.type !== 'root'))
    : [];
}

function isParagraph(text: string, lines: readonly string[], dashes: string): boolean {
  const isSentence = /[.؟!…؛،»)][\s\u200F]*$/.test(text) || /[.؟!…؛][\s»)]/.test(text);
  return (
    lines.length > 1 || text.length > longestHeading || isSentence || (dashes.startsWith('-') && dashes.length <= 3)
  );
}
