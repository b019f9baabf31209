import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { element } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/** `:---` in a page that is written from right to left is the right. */
const logicalAlignments: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' };

/** Wide tables scroll in a frame of their own, columns align by `data-align`, and headers say what they are headers of. */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    const { labels } = contextOf(file);
    let count = 0;
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'td' || node.tagName === 'th') settleCell(node);
      if (node.tagName !== 'table') return;
      count += 1;
      const frame = { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: labels.table(count) };
      parent.children[index] = element('div', frame, [node], node.position);
    });
  };
}

function settleCell(cell: Element): void {
  const { align, ...properties } = cell.properties;
  const alignment = logicalAlignments[String(align).toLowerCase()];
  cell.properties = { ...properties, ...(alignment !== undefined && { dataAlign: alignment }) };
  if (cell.tagName !== 'th') return;
  if (cell.children.length === 0) cell.tagName = 'td';
  else cell.properties.scope ??= 'col';
}
