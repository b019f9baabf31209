import type { Nodes, Root } from 'mdast';
import type { ParsedBody } from './body-source.ts';

/** A link as the author wrote it, to another place of the site or to another site. */
export interface SourceLink {
  url: string;
  /** Offset in the file. */
  at: number;
}

/** The links of a body, in its order. */
export function findLinks({ tree, locate }: ParsedBody): SourceLink[] {
  return linksIn(tree).map(({ url, node }) => ({ url, at: locate(node.position?.start.offset ?? 0) }));
}

function linksIn(node: Root | Nodes): { url: string; node: Nodes }[] {
  const own = node.type === 'link' || node.type === 'definition' ? [{ url: node.url, node }] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
}
