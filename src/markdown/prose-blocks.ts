import type { Parents, Root, Text } from 'hast';
import { opaque } from '../lib/arabic/protected-spans.ts';
import type { Piece } from '../lib/text-pieces.ts';
import { type Component, type Content, hasClass, isComponent } from './hast-nodes.ts';

/** Block elements: their text is separate from the text around them. */
export const blockElements: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tfoot tr td th section div details summary hr pre'.split(
    ' ',
  ),
);

/** Attributes of MDX components that are shown as text before and after the component's content. */
export const textAttributesBefore: readonly string[] = ['title', 'when'];
export const textAttributesAfter: readonly string[] = ['by', 'caption'];

/** Inline elements that are not Arabic prose: code, media, form fields, ruby annotations. */
const opaqueElements = new Set('code kbd samp var img picture audio video input ruby'.split(' '));

/** A text node of a block, and its place in the block's text. */
export interface ProsePiece extends Piece {
  node: Text;
  /** From the root to the parent of the text node. */
  ancestors: readonly Parents[];
}

/**
 * The text of one block as one string, in which a `br` is `\n`, and code, images, other languages and the gaps of verse
 * are `opaque`.
 */
export interface ProseBlock {
  text: string;
  pieces: ProsePiece[];
  /** The indices of the `br` in the text. */
  lineBreaks: number[];
  /** Whether the block is a stanza. */
  isVerse: boolean;
}

/** Finds the prose of a tree, block by block. Blocks without prose are left out. */
export function findProseBlocks(tree: Root): ProseBlock[] {
  const found: ProseBlock[] = [];
  let block = emptyBlock();
  walk(tree, [tree]);
  endBlock();
  return found;

  function walk(parent: Root | Exclude<Content, { type: 'text' }>, ancestors: readonly Parents[]): void {
    if (!('children' in parent)) return;
    for (const node of parent.children as Content[]) read(node, ancestors);
  }

  function read(node: Content, ancestors: readonly Parents[]): void {
    if (node.type === 'text') {
      const start = block.text.length;
      block.text += node.value;
      block.pieces.push({ node, ancestors, start, end: block.text.length, depth: ancestors.length });
      return;
    }
    const isBlock = isProseBlock(node);
    if (isBlock) endBlock();
    if (isOpaque(node)) block.text += opaque;
    else if (node.type === 'element' && node.tagName === 'br') breakLine();
    else if ('children' in node) walk(node, [...ancestors, node as Parents]);
    if (isBlock) endBlock();
  }

  function breakLine(): void {
    block.lineBreaks.push(block.text.length);
    block.text += '\n';
  }

  function endBlock(): void {
    if (/[^\s\uFFFC]/.test(block.text)) found.push({ ...block, isVerse: isInStanza(block.pieces) });
    block = emptyBlock();
  }
}

/** Whether the text of a node is separate from the text around it. The credit of an image follows its caption. */
export function isProseBlock(node: Content | Parents): boolean {
  if (node.type !== 'element') return node.type === 'root' || isComponent(node);
  return blockElements.has(node.tagName) || (node.tagName === 'span' && hasClass(node, 'credit'));
}

function emptyBlock(): Omit<ProseBlock, 'isVerse'> {
  return { text: '', pieces: [], lineBreaks: [] };
}

function isInStanza([first]: readonly ProsePiece[]): boolean {
  return first?.ancestors.some((ancestor) => hasClass(ancestor, 'stanza')) ?? false;
}

function isOpaque(node: Content): boolean {
  if (node.type !== 'element') return false;
  const { tagName, properties } = node;
  if (opaqueElements.has(tagName) || tagName === 'pre' || properties.dataFootnoteRef !== undefined) return true;
  if (hasClass(node, 'gap') || hasClass(node, 'indent')) return true;
  return typeof properties.lang === 'string' && !/^ar\b/i.test(properties.lang);
}

/** Returns the attributes of a component that are among `names` and whose value is a plain string. */
export function readTextAttributes({ attributes }: Component, names: readonly string[]) {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && names.includes(attribute.name) && typeof attribute.value === 'string'
      ? [attribute as typeof attribute & { value: string }]
      : [],
  );
}
