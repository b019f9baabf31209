import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { opaque } from '../lib/arabic/protected-spans.ts';
import { collapseSpace } from '../lib/plain-text.ts';
import { type Component, type Content, hasClass, isComponent } from './hast-nodes.ts';
import { blockElements, readTextAttributes, textAttributesAfter, textAttributesBefore } from './prose-blocks.ts';
import { contextOf } from './render-context.ts';

/** Elements whose content is not prose. */
const skipped = new Set(['pre', 'audio', 'video', 'rp']);
const cells = new Set(['td', 'th']);

/** Whether an element begins a line: the lines of a stanza do, although they are spans. */
function isBlockElement(node: Root | Content): boolean {
  if (node.type !== 'element' || cells.has(node.tagName)) return false;
  return blockElements.has(node.tagName) || hasClass(node, 'line');
}

/** Sets `text` in the render context. */
export function rehypePlainText() {
  return (tree: Root, file: VFile): void => {
    contextOf(file).text = plainText(tree);
  };
}

export interface ReadingOptions {
  /** Whether a line of `opaque` stands for a node and all that it holds. Default: for none. */
  isLeftOut?: (node: Element | Component) => boolean;
  /** Whether the text attributes of components are read. Default: true. */
  hasLabels?: boolean;
}

/**
 * Returns the prose of a tree without markup, one line per block, table row and verse. Code blocks, footnote marks and
 * what the plugins have added are left out; the text attributes of components are included.
 */
export function plainText(tree: Root | Content, options: ReadingOptions = {}): string {
  const { isLeftOut = () => false, hasLabels = true } = options;
  const lines: string[] = [];
  let line = '';
  read(tree);
  breakLine();
  return lines.join('\n');

  function read(node: Root | Content): void {
    if (node.type === 'text') {
      line += node.value;
      return;
    }
    if (!('children' in node)) return;
    if ((node.type === 'element' || isComponent(node)) && isLeftOut(node)) {
      breakLine();
      lines.push(opaque);
      return;
    }
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (tagName === 'br' || cells.has(tagName)) line += ' ';
      if (skipped.has(tagName) || properties.id === 'footnote-label' || properties.dataPagefindIgnore !== undefined)
        return;
      if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined) return;
    }
    const isBlock = isComponent(node) || isBlockElement(node);
    if (isBlock) breakLine();
    if (isComponent(node)) readAttributes(node, textAttributesBefore);
    for (const child of node.children) read(child);
    if (isComponent(node)) readAttributes(node, textAttributesAfter);
    if (isBlock) breakLine();
  }

  function readAttributes(component: Component, names: readonly string[]): void {
    if (!hasLabels) return;
    for (const { value } of readTextAttributes(component, names)) {
      breakLine();
      line = value;
      breakLine();
    }
  }

  function breakLine(): void {
    const collapsed = collapseSpace(line);
    if (collapsed !== '') lines.push(collapsed);
    line = '';
  }
}
