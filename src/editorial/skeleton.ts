import type { Nodes } from 'mdast';

/**
 * Serializes the structure of a body or a block without its prose: blocks, emphasis, links, code, HTML. Two bodies with
 * the same skeleton are rendered to the same elements.
 */
export function skeletonOf(node: Nodes): string {
  return JSON.stringify(describe(node));
}

function describe(node: Nodes): unknown {
  if (node.type === 'text') return 'text';
  const { position: _position, data: _data, ...own } = node as Nodes & { data?: unknown };
  const fields = { ...own, alt: undefined, title: undefined, attributes: attributesOf(node), children: undefined };
  if (!('children' in node)) return fields;
  const children = node.children.map(describe);
  return { ...fields, children: children.filter((child, index) => child !== 'text' || children[index - 1] !== 'text') };
}

/** Serializes the attributes of a component without the positions that the parser adds. */
function attributesOf(node: Nodes): string | undefined {
  if (!('attributes' in node)) return undefined;
  return JSON.stringify(node.attributes, (key, value) => (key === 'position' || key === 'estree' ? undefined : value));
}
