import type { Parents, Root, Text } from 'hast';
import { opaque } from '../lib/arabic/protected-spans.ts';
import type { Piece } from '../lib/text-pieces.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';

/** Elements that end the text before them and begin one of their own. */
export const blockElements: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tfoot tr td th section div details summary hr pre'.split(
    ' ',
  ),
);

/** Attributes of components that readers see as text, before and after the component's content. */
export const textAttributesBefore: readonly string[] = ['title', 'when'];
export const textAttributesAfter: readonly string[] = ['by', 'caption'];

/** What stands in a line without being prose: its words are never the author's to set. */
const foreign = new Set('code kbd samp var img picture audio video input ruby'.split(' '));

export interface ProsePiece extends Piece {
  node: Text;
  /** From the root to the element that holds the text. */
  ancestors: readonly Parents[];
}

/** The text of one block of a tree, as one string: a `br` is a line break, code and images are `opaque`. */
export interface ProseBlock {
  text: string;
  pieces: ProsePiece[];
}

/** The prose of a tree, block by block. Code, and elements in another language than Arabic, are left out. */
export function findProseBlocks(tree: Root): ProseBlock[] {
  const found: ProseBlock[] = [];
  let prose: ProseBlock = { text: '', pieces: [] };
  walk(tree, [tree]);
  endBlock();
  return found;

  function walk(parent: Root | Exclude<Content, { type: 'text' }>, ancestors: readonly Parents[]): void {
    if (!('children' in parent)) return;
    for (const node of parent.children as Content[]) read(node, ancestors);
  }

  function read(node: Content, ancestors: readonly Parents[]): void {
    if (node.type === 'text') {
      const start = prose.text.length;
      prose.text += node.value;
      prose.pieces.push({ node, ancestors, start, end: prose.text.length, depth: ancestors.length });
      return;
    }
    const isBlock = node.type === 'element' ? blockElements.has(node.tagName) : isComponent(node);
    if (isBlock) endBlock();
    if (isForeign(node)) prose.text += opaque;
    else if (node.type === 'element' && node.tagName === 'br') prose.text += '\n';
    else if ('children' in node) walk(node, [...ancestors, node as Parents]);
    if (isBlock) endBlock();
  }

  function endBlock(): void {
    if (/[^\s\uFFFC]/.test(prose.text)) found.push(prose);
    prose = { text: '', pieces: [] };
  }
}

function isForeign(node: Content): boolean {
  if (node.type !== 'element') return false;
  const { tagName, properties } = node;
  if (foreign.has(tagName) || tagName === 'pre' || properties.dataFootnoteRef !== undefined) return true;
  return typeof properties.lang === 'string' && !/^ar\b/i.test(properties.lang);
}

/** The values of a component's attributes that readers see. */
export function readTextAttributes({ attributes }: Component, names: readonly string[]) {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && names.includes(attribute.name) && typeof attribute.value === 'string'
      ? [attribute as typeof attribute & { value: string }]
      : [],
  );
}
