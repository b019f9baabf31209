import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { element } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/** `:---` aligns to the start of the text direction, which is the right on an Arabic page. */
const logicalAlignments: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' };

/**
 * Puts tables in scrollable regions, replaces `align` by the logical `data-align`, and gives header cells a `scope`.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const { labels } = context;
    let count = 0;
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'td' || node.tagName === 'th') setCellAttributes(node);
      if (node.tagName !== 'table') return;
      context.hasTables = true;
      count += 1;
      const region = { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: labels.table(count) };
      parent.children[index] = element('div', region, [node], node.position);
    });
  };
}

/**
 * Sets `data-align` and `scope`. An empty header cell becomes a `td`: a header without text would mislead screen
 * readers.
 */
function setCellAttributes(cell: Element): void {
  const { align, ...properties } = cell.properties;
  const alignment = logicalAlignments[String(align).toLowerCase()];
  cell.properties = { ...properties, ...(alignment !== undefined && { dataAlign: alignment }) };
  if (cell.tagName !== 'th') return;
  if (cell.children.length === 0) cell.tagName = 'td';
  else cell.properties.scope ??= 'col';
}
