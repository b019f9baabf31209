import type { Nodes, Root } from 'hast';
import { toPrintable } from '../lib/printable-text.ts';
import { isComponent } from './hast-nodes.ts';
import { staticValue } from './static-mdx.ts';

/**
 * Removes the unprintable characters that only exist after parsing, written as character references in HTML or as
 * escapes in MDX: `&#7;`, `{'\u0007'}`.
 */
export function rehypePrintable() {
  return (tree: Root): void => clean(tree);
}

function clean(node: Nodes): void {
  if (node.type === 'text') node.value = toPrintable(node.value);
  else if (node.type === 'element') {
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = toPrintable(value);
  } else if (isComponent(node)) {
    for (const attribute of node.attributes) {
      const value = attribute.type === 'mdxJsxAttribute' ? staticValue(attribute.value) : undefined;
      if (typeof value === 'string' && toPrintable(value) !== value) attribute.value = toPrintable(value);
    }
  }
  if ('children' in node) for (const child of node.children) clean(child);
}
