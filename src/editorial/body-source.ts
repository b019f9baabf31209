import type { Root } from 'mdast';
import { bidiOverrides } from '../lib/arabic/characters.ts';
import type { Edit } from '../lib/tracked-text.ts';
import { stripLeadingMarks } from '../markdown/leading-marks.ts';
import { findSourceProse, type PlacedProse, parseBody } from './markdown-prose.ts';

/** The body of a Markdown or MDX file. */
export interface BodyInFile {
  text: string;
  /** Offset in the file. */
  start: number;
  format: 'md' | 'mdx';
}

export interface ParsedBody {
  /** Its offsets are those of the text that was parsed; `locate` maps them to the file. */
  tree: Root;
  /** The text that was parsed. */
  source: string;
  prose: PlacedProse[];
  /**
   * Edits that remove invisible characters before a block marker, such as `##`. The parsed text is without these
   * characters.
   */
  leadingMarks: Edit[];
  /** Maps an offset of the tree to an offset in the file. */
  locate(offset: number): number;
}

/**
 * Parses a body as the build does; undefined if MDX cannot be parsed. All offsets except the tree's are in the file.
 */
export function parseBodyInFile({ text, start, format }: BodyInFile): ParsedBody | undefined {
  const stripped = stripLeadingMarks(text).replace(/^\uFEFF+/, '');
  const tree = parseBody(stripped, format);
  if (!tree) return undefined;
  const { locate, leadingMarks } = compareStripped(text, stripped, start);
  const prose = findSourceProse(tree, stripped).map(({ pieces, ...prose }) => ({
    ...prose,
    pieces: pieces.map((piece) => ({
      ...piece,
      spans: piece.spans.map((span) => ({ start: locate(span.start), end: locate(span.end - 1) + 1 })),
    })),
  }));
  return { tree, source: stripped, prose, leadingMarks, locate };
}

/** Whether a text contains a bidi override, which reverses what follows it. */
export function isReordering(text: string): boolean {
  return new RegExp(`[${bidiOverrides}]`).test(text);
}

/**
 * Finds what was removed from `text`: `stripped` is the same apart from characters that it lacks, and has spaces in the
 * place of some no-break spaces.
 */
function compareStripped(text: string, stripped: string, start: number): Pick<ParsedBody, 'locate' | 'leadingMarks'> {
  if (text === stripped) return { locate: (offset) => offset + start, leadingMarks: [] };
  const offsets: number[] = [];
  const leadingMarks: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const kept = stripped[offsets.length];
    if (text[at] === kept || (text[at] === '\u00A0' && kept === ' ')) offsets.push(at + start);
    else leadingMarks.push({ start: at + start, end: at + start + 1, replacement: '' });
  }
  return { locate: (offset) => offsets[offset] ?? start + text.length, leadingMarks };
}
