import type { Blockquote, Paragraph, Parent, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { divideVerse, type Range, type VerseLine, widthOf } from '../lib/arabic/verse.ts';
import { cutInline } from './cut-inline.ts';
import { contextOf } from './render-context.ts';
import { type InlinePart, isPoem, readPoem, readVerse, type Stanza, type VerseBlock } from './verse-blocks.ts';

/** An element of verse that Markdown has no node for; `data` says which element it becomes. */
interface VerseElement extends Parent {
  type: 'verseElement';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    verseElement: VerseElement;
  }
  interface RootContentMap {
    verseElement: VerseElement;
  }
}

/**
 * Replaces verse by a figure of stanzas, whose lines have two halves or are whole, with the poet as caption. Feeds and
 * reader modes, which know no style sheet, show a line as «صدر … عجز», since the … is text.
 */
export function remarkVerse() {
  return (tree: Root, file: VFile): void => {
    contextOf(file).hasVerse = setVerse(tree, splitSource(file));
  };
}

/** Returns a line of the source, from 1. */
type LineOfSource = (line: number) => string;

function splitSource(file: VFile): LineOfSource {
  let lines: string[] | undefined;
  return (line) => {
    lines ??= String(file.value).split(/\r\n?|\n/);
    return lines[line - 1] ?? '';
  };
}

/** Sets the verse under a node, and returns whether there is any. */
function setVerse(parent: Parents, lineOfSource: LineOfSource): boolean {
  let hasVerse = false;
  parent.children = joinParagraphs(parent.children).map((part) => {
    if (isVerseBlock(part)) {
      hasVerse = true;
      return toFigure(part, lineOfSource);
    }
    if (isPoem(part)) {
      hasVerse = true;
      part.children = toContent(readPoem(part), lineOfSource, true) as typeof part.children;
    } else if ('children' in part && !withoutBlocks.has(part.type)) {
      hasVerse = setVerse(part, lineOfSource) || hasVerse;
    }
    return part;
  }) as typeof parent.children;
  return hasVerse;
}

const withoutBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table']);

function isVerseBlock(part: RootContent | VerseBlock): part is VerseBlock {
  return 'credit' in part;
}

/** Replaces what is verse by its blocks, and neighbouring paragraphs of verse by one block of several stanzas. */
function joinParagraphs(nodes: readonly RootContent[]): (RootContent | VerseBlock)[] {
  const parts: (RootContent | VerseBlock)[] = [];
  let open: { content: VerseBlock['content'][number][]; credit: InlinePart[] } | undefined;
  for (const node of nodes) {
    const verse = readVerse(node);
    if (node.type !== 'paragraph' || !verse) {
      parts.push(verse ?? node);
      open = undefined;
      continue;
    }
    if (!open) {
      open = { content: [], credit: [] };
      parts.push(open);
    }
    open.content.push(...verse.content);
    open.credit.push(...verse.credit);
    if (verse.credit.length > 0) open = undefined;
  }
  return parts;
}

function toFigure(verse: VerseBlock, lineOfSource: LineOfSource): VerseElement {
  const children = toContent(verse, lineOfSource, false) as Blockquote['children'];
  const poem: Blockquote = { type: 'blockquote', children };
  const names = verse.credit.flatMap(({ children, range }, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'text' as const, value: '، ' }] : []),
    ...(cutInline(children, [range])[0] ?? []),
  ]);
  return verseElement(
    'figure',
    ['verse'],
    names.length === 0 ? [poem] : [poem, verseElement('figcaption', ['poet'], names)],
  );
}

function toContent({ content }: VerseBlock, lineOfSource: LineOfSource, isFree: boolean): RootContent[] {
  const stanzas = content.filter((part) => part.type === 'stanza');
  const lines = stanzas.flatMap((stanza) => stanza.lines);
  const halves = divideVerse(
    lines.map(({ text }) => text),
    isFree,
  );
  const indents = removeCommon(stanzas.flatMap((stanza) => indentsOf(stanza, lineOfSource)));
  let next = 0;
  return content.map((part) => {
    if (part.type !== 'stanza') return part;
    const from = next;
    next += part.lines.length;
    return toParagraph(part, halves.slice(from, next), indents.slice(from, next));
  });
}

/** Returns how far each line of a stanza is indented, in spaces. */
function indentsOf({ lines, firstLine }: Stanza, lineOfSource: LineOfSource): number[] {
  return lines.map(({ text }, at) => {
    const typed = firstLine === undefined ? text : lineOfSource(firstLine + at).replace(/^(?:[ \t]*>[ \t]?)*/, '');
    return widthOf(/^[ \t]*/.exec(typed)?.[0] ?? '');
  });
}

function removeCommon(indents: readonly number[]): number[] {
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return indents.map((indent) => indent - common);
}

/** In spaces: a narrower indent is not meant, and a wider one does not fit. */
const narrowestIndent = 2;
const widestIndent = 40;

/** In letters: a longer half is set smaller to fit into its column, and one that still does not fit is not justified. */
const longestHalf = { fullSize: 30, small: 36 };

function toParagraph(
  { children, lines }: Stanza,
  divided: readonly VerseLine[],
  indents: readonly number[],
): Paragraph {
  const ranges = divided.flatMap((parts, at) => {
    const lineStart = lines[at]?.start ?? 0;
    return parts.map(({ start, end }) => ({ start: lineStart + start, end: lineStart + end }));
  });
  const pieces = cutInline(children, ranges)[Symbol.iterator]();
  const next = () => pieces.next().value ?? [];
  const set = divided.map((parts, at) =>
    parts.length === 2
      ? toHalves(next(), next(), lengthClass(lines[at]?.text ?? '', parts))
      : toWholeLine(next(), indents[at] ?? 0),
  );
  const broken = set.flatMap((line): PhrasingContent[] => [{ type: 'break' }, line]).slice(1);
  return { type: 'paragraph', data: { hProperties: { className: ['stanza'] } }, children: broken };
}

/** Returns the class of a line whose longer half needs one. */
function lengthClass(line: string, halves: readonly Range[]): string[] {
  const lengths = halves.map(({ start, end }) => line.slice(start, end).replace(/\p{M}/gu, '').length);
  const longest = lengths.reduce((a, b) => Math.max(a, b));
  if (longest <= longestHalf.fullSize) return [];
  return [longest <= longestHalf.small ? 'long' : 'wrapped'];
}

function toHalves(first: PhrasingContent[], second: PhrasingContent[], classes: string[]): VerseElement {
  const half = (children: PhrasingContent[]) => verseElement('span', ['half'], children);
  const gap = verseElement('span', ['gap'], [text('…')]);
  return verseElement('span', ['line', ...classes], [half(first), text(' '), gap, text(' '), half(second)]);
}

function toWholeLine(content: PhrasingContent[], indent: number): VerseElement {
  const blank = '\u00A0'.repeat(Math.min(indent, widestIndent));
  const before = indent < narrowestIndent ? [] : [verseElement('span', ['indent'], [text(blank)])];
  return verseElement('span', ['line'], [...before, ...content]);
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function verseElement(hName: string, className: string[], children: RootContent[]): VerseElement {
  return { type: 'verseElement', data: { hName, hProperties: { className } }, children };
}
