import type { Root } from 'mdast';
import { bidiControls } from '../lib/arabic/characters.ts';
import type { Edit } from '../lib/tracked-text.ts';
import { stripLeadingMarks } from '../markdown/leading-marks.ts';
import { findSourceProse, parseBody, type SourceProse } from './markdown-prose.ts';

/** A body as it stands in its file. */
export interface BodyInFile {
  text: string;
  /** Offset in the file. */
  start: number;
  format: 'md' | 'mdx';
}

export interface ParsedBody {
  tree: Root;
  prose: SourceProse[];
  /** The invisible marks that keep Markdown from seeing what a line begins with; the parser never sees them. */
  leadingMarks: Edit[];
  /** The place in the file of an offset that the tree gives. */
  locate(offset: number): number;
}

/** Parses a body as the build does; undefined where it cannot be parsed. All offsets but the tree's are the file's. */
export function parseBodyInFile({ text, start, format }: BodyInFile): ParsedBody | undefined {
  const stripped = stripLeadingMarks(text).replace(/^\uFEFF+/, '');
  const tree = parseBody(stripped, format);
  if (!tree) return undefined;
  const { locate, leadingMarks } = compare(text, stripped, start);
  const prose = findSourceProse(tree, stripped).map(({ text: words, pieces }) => ({
    text: words,
    pieces: pieces.map((piece) => ({
      ...piece,
      spans: piece.spans.map((span) => ({ start: locate(span.start), end: locate(span.end - 1) + 1 })),
    })),
  }));
  return { tree, prose, leadingMarks, locate };
}

export function isReordering(text: string): boolean {
  return new RegExp(`[${bidiControls}]`).test(text);
}

function compare(text: string, stripped: string, start: number): Pick<ParsedBody, 'locate' | 'leadingMarks'> {
  if (text === stripped) return { locate: (offset) => offset + start, leadingMarks: [] };
  const places: number[] = [];
  const leadingMarks: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === stripped[places.length]) places.push(at + start);
    else leadingMarks.push({ start: at + start, end: at + start + 1, replacement: '' });
  }
  return { locate: (offset) => places[offset] ?? start + text.length, leadingMarks };
}
