/** Finds verse in a tree of Markdown: in blocks that say so, and in paragraphs that certainly are verse. */
import type { BlockContent, Blockquote, Code, DefinitionContent, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { opaque } from '../lib/arabic/protected-spans.ts';
import { judgeVerse, type Range, readVerseCredit, readVerseHeading } from '../lib/arabic/verse.ts';

/** One line of a stanza, as a range of the text of its inline content. */
export interface StanzaLine extends Range {
  text: string;
}

/** Lines that belong together, and the inline content that they are a part of. */
export interface Stanza {
  type: 'stanza';
  children: readonly PhrasingContent[];
  lines: readonly StanzaLine[];
  /** The line of the source with the first of `lines`; undefined for a fence, whose lines have their indents. */
  firstLine: number | undefined;
}

/** A range of the text of some inline content. */
export interface InlinePart {
  children: readonly PhrasingContent[];
  range: Range;
}

type Content = BlockContent | DefinitionContent;

/** A block of verse. What else is in the block, such as a list, stays between the stanzas. */
export interface VerseBlock {
  content: readonly (Stanza | Content)[];
  /** The poet, as written after the word «شعر» and in the last line. */
  credit: readonly InlinePart[];
}

/** Reads a node as verse; undefined if it is something else. */
export function readVerse(node: Nodes): VerseBlock | undefined {
  switch (node.type) {
    case 'blockquote':
      return readQuote(node);
    case 'code':
      return readFence(node);
    case 'paragraph':
      return judgeParagraph(node).kind === 'verse' ? withCredit([toStanza(node)], []) : undefined;
    default:
      return undefined;
  }
}

/** Whether a node is the component for free verse. */
export function isPoem(node: Nodes): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Poem';
}

export function readPoem({ children }: MdxJsxFlowElement): VerseBlock {
  return { content: children.map(readContent), credit: [] };
}

type ParagraphJudgment = { kind: 'verse' | 'prose' } | { kind: 'doubtful'; gaps: readonly Range[] };

/** Judges a paragraph that stands in no block of verse; the gaps are ranges of the text of its inline content. */
export function judgeParagraph(paragraph: Paragraph): ParagraphJudgment {
  const { lines } = splitCredit(toStanza(paragraph));
  const judgment = judgeVerse(lines.map(({ text }) => text));
  if (judgment.kind !== 'doubtful') return judgment;
  const gaps = judgment.gaps.flatMap((gap, at) => {
    const lineStart = lines[at]?.start ?? 0;
    return gap ? [{ start: lineStart + gap.start, end: lineStart + gap.end }] : [];
  });
  return { kind: 'doubtful', gaps };
}

/** Returns the text of inline content: a line break is `\n`, and what is not text is one `opaque` character. */
function textOf(nodes: readonly PhrasingContent[]): string {
  let found = '';
  for (const node of nodes) {
    if (node.type === 'text') found += node.value;
    else if (isLineBreak(node)) found += '\n';
    else found += isContainer(node) ? textOf(node.children) : opaque;
  }
  return found;
}

export function isContainer(node: PhrasingContent): node is PhrasingContent & { children: PhrasingContent[] } {
  return 'children' in node && node.children.length > 0;
}

function isLineBreak(node: PhrasingContent): boolean {
  if (node.type === 'html') return /^<br\b/i.test(node.value);
  return node.type === 'break' || (node.type === 'mdxJsxTextElement' && node.name === 'br');
}

function toStanza({ children, position }: Pick<Paragraph, 'children' | 'position'>): Stanza {
  const lines: StanzaLine[] = [];
  let start = 0;
  for (const text of textOf(children).split('\n')) {
    lines.push({ start, end: start + text.length, text });
    start += text.length + 1;
  }
  return { type: 'stanza', children, lines, firstLine: position?.start.line };
}

function readContent(node: MdxJsxFlowElement['children'][number]): Stanza | Content {
  return node.type === 'paragraph' ? toStanza(node) : node;
}

/** Reads a quotation whose first line is a word such as «شعر», or whose paragraphs are all certainly verse. */
function readQuote({ children }: Blockquote): VerseBlock | undefined {
  const [first, ...others] = children;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined;
  const opening = toStanza(first);
  const poet = readVerseHeading(opening.lines[0]?.text ?? '');
  if (poet === undefined) {
    const areVerse = children.every((child) => child.type === 'paragraph' && judgeParagraph(child).kind === 'verse');
    return areVerse ? withCredit(children.map(readContent), []) : undefined;
  }
  const content = [...withoutLines(opening, 1, opening.lines.length), ...others.map(readContent)];
  if (content.length === 0) return undefined;
  return withCredit(content, poet.start < poet.end ? [{ children: first.children, range: poet }] : []);
}

/** Reads a fenced block whose language is a word such as «شعر», perhaps with the poet after it. */
function readFence({ lang, meta, value, position }: Code): VerseBlock | undefined {
  const typed = [lang, meta].filter(Boolean).join(' ');
  for (const heading of [typed, typed.replace(' ', ': ')]) {
    const range = readVerseHeading(heading);
    if (range === undefined) continue;
    const stanzas = value
      .split(/\n(?:[ \t]*\n)+/)
      .filter((text) => text.trim() !== '')
      .map((text) => toStanza({ children: [{ type: 'text', value: text.replace(/^(?:[ \t]*\n)+|\n$/g, '') }] }));
    const poet = { children: [{ type: 'text' as const, value: heading }], range };
    return stanzas.length === 0 || position === undefined
      ? undefined
      : withCredit(stanzas, range.start < range.end ? [poet] : []);
  }
  return undefined;
}

/** Takes the last line out of a block of verse if it names the poet. */
function withCredit(content: readonly (Stanza | Content)[], poet: readonly InlinePart[]): VerseBlock {
  const last = content.at(-1);
  const before = content.slice(0, -1);
  const isDialogue = before.some((part) => part.type === 'stanza' && part.lines.some(isSigned));
  if (last === undefined || isDialogue) return { content, credit: poet };
  if (last.type === 'stanza') {
    const { lines, signature } = splitCredit(last, before.length > 0 ? 0 : 1);
    if (!signature) return { content, credit: poet };
    return { content: [...before, ...withoutLines(last, 0, lines.length)], credit: [...poet, signature] };
  }
  const signature = before.length > 0 ? readListedCredit(last) : undefined;
  return signature ? { content: before, credit: [...poet, signature] } : { content, credit: poet };
}

/** Splits a stanza into its verse and a last line such as «— المتنبي», unless fewer lines than `fewest` remain. */
function splitCredit(stanza: Stanza, fewest = 1): { lines: readonly StanzaLine[]; signature?: InlinePart } {
  const { lines, children } = stanza;
  const last = lines.at(-1);
  const rest = lines.slice(0, -1);
  const range = last && readVerseCredit(last.text);
  if (!range || !last || rest.length < fewest || rest.some(isSigned)) return { lines };
  return {
    lines: rest,
    signature: { children, range: { start: last.start + range.start, end: last.start + range.end } },
  };
}

function isSigned({ text }: StanzaLine): boolean {
  return readVerseCredit(text) !== undefined;
}

/** Reads a list of one line, which a line with a hyphen before the poet becomes: `- المتنبي`. */
function readListedCredit(node: Content): InlinePart | undefined {
  if (node.type !== 'list' || node.ordered || node.children.length > 1) return undefined;
  const [paragraph, more] = node.children[0]?.children ?? [];
  if (paragraph?.type !== 'paragraph' || more) return undefined;
  const text = textOf(paragraph.children);
  const isName = !text.includes('\n') && readVerseCredit(`— ${text}`) !== undefined;
  return isName ? { children: paragraph.children, range: { start: 0, end: text.length } } : undefined;
}

/** Returns the stanza with its lines `from` to `to`; nothing if these are none. */
function withoutLines(stanza: Stanza, from: number, to: number): Stanza[] {
  const lines = stanza.lines.slice(from, to);
  if (lines.length === 0) return [];
  const { firstLine } = stanza;
  return [{ ...stanza, lines, firstLine: firstLine === undefined ? undefined : firstLine + from }];
}
