import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { collapseSpace } from '../lib/plain-text.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';
import { blockElements, readTextAttributes, textAttributesAfter, textAttributesBefore } from './prose-blocks.ts';
import { contextOf } from './render-context.ts';

/** Elements whose content is not prose. */
const skipped = new Set(['pre', 'audio', 'video', 'rp']);
const cells = new Set(['td', 'th']);

/** Sets `text` in the render context. */
export function rehypePlainText() {
  return (tree: Root, file: VFile): void => {
    contextOf(file).text = plainText(tree);
  };
}

/**
 * Returns the prose of a tree without markup, one line per block and one per table row. Code blocks and footnote marks
 * and what the plugins have added are left out; the text attributes of components are included.
 */
export function plainText(tree: Root | Content): string {
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
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (tagName === 'br' || cells.has(tagName)) line += ' ';
      if (skipped.has(tagName) || properties.id === 'footnote-label' || properties.dataPagefindIgnore !== undefined)
        return;
      if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined) return;
    }
    const isBlock =
      node.type === 'element' ? blockElements.has(node.tagName) && !cells.has(node.tagName) : isComponent(node);
    if (isBlock) breakLine();
    if (isComponent(node)) readAttributes(node, textAttributesBefore);
    for (const child of node.children) read(child);
    if (isComponent(node)) readAttributes(node, textAttributesAfter);
    if (isBlock) breakLine();
  }

  function readAttributes(component: Component, names: readonly string[]): void {
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
