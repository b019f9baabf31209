import type { Nodes, Root } from 'mdast';
import type { ParsedBody } from './body-source.ts';

/** A link in a body, internal or external. */
export interface SourceLink {
  url: string;
  /** Offset in the file. */
  at: number;
}

/** Finds the links of a body, in the order of the text. */
export function findLinks({ tree, locate }: ParsedBody): SourceLink[] {
  return linksIn(tree).map(({ url, node }) => ({ url, at: locate(node.position?.start.offset ?? 0) }));
}

function linksIn(node: Root | Nodes): { url: string; node: Nodes }[] {
  const own = ownLinks(node).map((url) => ({ url, node: node as Nodes }));
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
}

/** The limits keep an unfinished tag from being searched to the end of the text. */
const href = /<a\b[^>]{0,2000}?\bhref=(?:"([^"]{0,5000})"|'([^']{0,5000})')/gi;

function ownLinks(node: Root | Nodes): string[] {
  if (node.type === 'link' || node.type === 'definition') return [node.url];
  if (node.type === 'html') return [...node.value.matchAll(href)].map(([, double, single]) => double ?? single ?? '');
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'a') return [];
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === 'href' && typeof attribute.value === 'string'
      ? [attribute.value]
      : [],
  );
}
