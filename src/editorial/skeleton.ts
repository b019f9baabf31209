import type { Nodes, Root } from 'mdast';

/**
 * What a body is apart from its words: blocks, marks, links, code, HTML. Two bodies with one skeleton are built alike but
 * for their prose.
 */
export function skeletonOf(tree: Root): string {
  return JSON.stringify(describe(tree));
}

function describe(node: Nodes): unknown {
  if (node.type === 'text') return 'text';
  const { position: _position, data: _data, ...own } = node as Nodes & { data?: unknown };
  const fields = { ...own, alt: undefined, title: undefined, attributes: attributesOf(node), children: undefined };
  if (!('children' in node)) return fields;
  const children = node.children.map(describe);
  return { ...fields, children: children.filter((child, index) => child !== 'text' || children[index - 1] !== 'text') };
}

/** The attributes of components, without the places that the parser adds. */
function attributesOf(node: Nodes): string | undefined {
  if (!('attributes' in node)) return undefined;
  return JSON.stringify(node.attributes, (key, value) => (key === 'position' || key === 'estree' ? undefined : value));
}
