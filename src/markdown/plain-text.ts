import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { collapseSpace } from '../lib/plain-text.ts';
import { bodyOf } from './in-progress.ts';
import { blockElements, shownAfter, shownAttributes, shownBefore } from './prose.ts';
import { type Component, type Content, isComponent } from './tree.ts';

const silent = new Set(['pre', 'audio', 'video', 'rp']);
const cells = new Set(['td', 'th']);

/** Sets the body's `text`: what is read, a line per block. */
export function rehypePlainText() {
  return (tree: Root, file: VFile): void => {
    bodyOf(file).text = plainText(tree);
  };
}

/** What is read in a tree, a line per block. */
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
      if (silent.has(tagName) || properties.id === 'footnote-label') return;
      if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined) return;
    }
    const isBlock =
      node.type === 'element' ? blockElements.has(node.tagName) && !cells.has(node.tagName) : isComponent(node);
    if (isBlock) breakLine();
    if (isComponent(node)) readAttributes(node, shownBefore);
    for (const child of node.children) read(child);
    if (isComponent(node)) readAttributes(node, shownAfter);
    if (isBlock) breakLine();
  }

  function readAttributes(component: Component, names: readonly string[]): void {
    for (const { value } of shownAttributes(component, names)) {
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
