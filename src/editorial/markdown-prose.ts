import type { Heading, Image, Nodes, Paragraph, Parents, Root, TableCell } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { opaque } from '../lib/arabic/protected-spans.ts';
import type { Range } from '../lib/arabic/verse.ts';
import { bisect } from '../lib/bisect.ts';
import type { Piece } from '../lib/text-pieces.ts';
import { voidElements } from '../lib/void-elements.ts';
import { findExcess } from '../markdown/excess.ts';
import { ExcessiveMarkup } from '../markdown/parsing-work.ts';
import { remarkSyntax } from '../markdown/plugins.ts';
import { isPoem, judgeParagraph, readVerse } from '../markdown/verse-blocks.ts';
import { alignLiterally, alignMarkdown, type SourceSpan } from './aligned-text.ts';
import { findUnknownOpenings } from './html-tags.ts';

/** A run of text with the position of each of its UTF-16 units in the source. */
export interface SourcePiece extends Piece {
  /** One for each unit. */
  spans: readonly SourceSpan[];
}

/** The text of one block as readers see it, with its positions. Code, images and the like are `opaque` characters. */
export interface SourceProse {
  text: string;
  pieces: SourcePiece[];
  /** Whether it is a stanza. */
  isVerse?: boolean;
  /** The gaps in `text` that may part the halves of verse, although the paragraph is shown as prose. */
  doubtfulGaps?: readonly Range[];
}

const markdown = unified().use(remarkParse).use(remarkSyntax).use(remarkKeepPlaces).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkSyntax).use(remarkKeepPlaces).freeze();

/**
 * Removes the transforms that replace nodes after parsing, such as GFM's second search for links: new nodes have no
 * position.
 */
function remarkKeepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** In nodes; the functions that walk the tree call themselves for each. */
const deepestTree = 500;

function isTooDeep(tree: Root): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestTree) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** Parses a body; undefined if MDX cannot be parsed, or if there is too much markup, which the build reports. */
export function parseBody(text: string, format: 'md' | 'mdx'): Root | undefined {
  if (findExcess({ text, firstLine: 1, format })) return undefined;
  try {
    const tree = (format === 'md' ? markdown : mdx).parse(text) as Root;
    return isTooDeep(tree) ? undefined : tree;
  } catch (failure) {
    if (format === 'md' && !(failure instanceof ExcessiveMarkup)) throw failure;
    return undefined;
  }
}

/** A block whose text readers see. */
export type TextBlock = Paragraph | Heading | TableCell;

/** Prose with the node that it is written in: a block of text, or an image whose caption it is. */
export interface PlacedProse extends SourceProse {
  node: TextBlock | Image;
  /** Whether the node is inside a list, a quotation, a footnote or the like, whose lines begin with markers. */
  isNested: boolean;
}

/** Finds the prose of a Markdown tree, block by block, with captions; without HTML blocks, code and expressions. */
export function findSourceProse(tree: Root, source: string): PlacedProse[] {
  const foreign: string[] = [];
  return tree.children.flatMap((node) => proseOf(node, source, foreign, { isNested: false, isVerse: false }));
}

/** What a node is in: another block than the body, a block of verse. */
interface Surroundings {
  isNested: boolean;
  isVerse: boolean;
}

/**
 * Finds the prose of a node and its descendants.
 * @param foreign the open tags whose text is not prose; mutated, since HTML may close a tag many blocks later
 */
function proseOf(node: Nodes, source: string, foreign: string[], { isNested, isVerse }: Surroundings): PlacedProse[] {
  if (node.type === 'html') followTags(node.value, foreign);
  if (isForeignJsx(node) || !('children' in node)) return [];
  const inVerse = isVerse || isPoem(node) || readVerse(node) !== undefined;
  if (!isTextBlock(node))
    return node.children.flatMap((child) => proseOf(child, source, foreign, { isNested: true, isVerse: inVerse }));
  const doubtfulGaps = inVerse ? [] : findDoubtfulGaps(node);
  const block: PlacedProse = { text: '', pieces: [], node, isNested, isVerse: inVerse, doubtfulGaps };
  const opened = new Set(foreign);
  readInline(node, 0, block, source, foreign);
  // A tag that is opened within a block does not hide the prose of the next ones if its end is forgotten.
  foreign.splice(0, foreign.length, ...foreign.filter((name) => opened.has(name)));
  return [block, ...captionsIn(node, source, isNested)];
}

function isTextBlock(node: Nodes): node is TextBlock {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** Returns the captions of the images in a block of text. */
function captionsIn(node: Nodes, source: string, isNested: boolean): PlacedProse[] {
  if (isForeignJsx(node)) return [];
  if (node.type === 'image') return captionsOf(node, source).map((caption) => ({ ...caption, node, isNested }));
  return 'children' in node ? node.children.flatMap((child) => captionsIn(child, source, isNested)) : [];
}

function findDoubtfulGaps(node: Nodes): readonly Range[] {
  const judgment = node.type === 'paragraph' ? judgeParagraph(node) : undefined;
  return judgment?.kind === 'doubtful' ? judgment.gaps : [];
}

/** Adds the text inside `parent`, which is nested `depth` elements deep, to `block`. */
function readInline(parent: Parents, depth: number, block: SourceProse, source: string, foreign: string[]): void {
  for (const node of parent.children) {
    if (node.type === 'text' && foreign.length === 0) {
      const start = block.text.length;
      block.text += node.value;
      const spans = alignMarkdown(source, startOf(node), endOf(node), node.value);
      block.pieces.push({ start, end: block.text.length, depth, spans });
    } else if (node.type === 'text') {
      block.text += opaque.repeat(node.value.length);
    } else if (node.type === 'break') {
      block.text += '\n';
    } else if (node.type === 'html') {
      block.text += shownFor(node.value);
      followTags(node.value, foreign);
    } else if ('children' in node && node.children.length > 0 && !isForeignJsx(node)) {
      readInline(node as Parents, depth + 1, block, source, foreign);
    } else {
      block.text += opaque;
    }
  }
}

/** Elements whose text is never prose. */
const foreignElements = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style', 'textarea', 'svg', 'math']);
const tags = /<(\/?)([a-z][\w-]*)\b([^>]{0,5000})>/gi;
const language = /\blang=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/**
 * Returns the text that represents an inline tag: `opaque` for comments and media, since they separate the words beside
 * them, and for words between < and >.
 */
function shownFor(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n';
  const isSeparator = /^<(?:[!?]|(?:img|input|picture|video|audio|svg)\b)/i.test(tag);
  return isSeparator || findUnknownOpenings(tag).length > 0 ? opaque : '';
}

/** Elements without an end tag, or whose end tag may be left out. */
const withoutEndTag = new Set([...voidElements, ...'p li td th tr dd dt'.split(' ')]);

/** Updates the open foreign tags with those that a piece of HTML opens and closes. */
function followTags(html: string, foreign: string[]): void {
  for (const [, slash, tag = '', attributes = ''] of withoutComments(html).matchAll(tags)) {
    const name = tag.toLowerCase();
    if (withoutEndTag.has(name) || attributes.endsWith('/')) continue;
    if (slash === '/') {
      const opened = foreign.lastIndexOf(name);
      if (opened !== -1) foreign.splice(opened, 1);
    } else if (name === foreign.at(-1) || isForeign(name, language.exec(attributes)?.slice(1).find(Boolean))) {
      foreign.push(name);
    }
  }
}

function withoutComments(html: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start === -1 ? -1 : html.indexOf('-->', start + '<!--'.length);
    if (end === -1) return kept + html.slice(at);
    kept += html.slice(at, start);
    at = end + '-->'.length;
  }
}

/** Whether the text of an element is not Arabic prose: code, or another language. */
function isForeign(name: string, lang: string | undefined): boolean {
  return foreignElements.has(name) || (lang !== undefined && !/^ar\b/i.test(lang));
}

function isForeignJsx(node: Nodes): boolean {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  const lang = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'lang');
  return isForeign(node.name ?? '', typeof lang?.value === 'string' ? lang.value : undefined);
}

/** Returns the alternative text and the title of an image, if they are written in the source without escapes. */
function captionsOf(image: Image, source: string): SourceProse[] {
  const from = startOf(image);
  const written = source.slice(from, endOf(image));
  const places = [
    { text: image.alt ?? '', at: written.startsWith(`![${image.alt}]`) ? 2 : -1 },
    { text: image.title ?? '', at: written.lastIndexOf(image.title ?? '') },
  ];
  return places
    .filter(({ text, at }) => text !== '' && at !== -1)
    .map(({ text, at }) => ({
      text,
      pieces: [{ start: 0, end: text.length, depth: 0, spans: alignLiterally(from + at, text) }],
    }));
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** Returns the source offset of a unit of a block's text, or of the nearest unit before it that is in the source. */
export function sourceOffset({ pieces }: SourceProse, index: number): number {
  const next = bisect(pieces.length, (at) => (pieces[at]?.start ?? 0) > index);
  const piece = pieces[Math.max(next - 1, 0)];
  const unit = Math.min(Math.max(index - (piece?.start ?? 0), 0), (piece?.spans.length ?? 1) - 1);
  return piece?.spans[unit]?.start ?? 0;
}
