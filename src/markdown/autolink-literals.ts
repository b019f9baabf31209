import type { Link, Nodes, Root, RootContent } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import type { Code, Construct } from 'micromark-util-types';
import { addressStops, bidiOverrides, invisible } from '../lib/arabic/characters.ts';
import { translateConstruct } from './translated-construct.ts';
import { eachNode } from './walk-tree.ts';

const stop = new RegExp(`[${addressStops}${invisible}${bidiOverrides}]`);
const space = 0x0020;

function stopToSpace(code: Code): Code {
  return code !== null && code > 0 && stop.test(String.fromCharCode(code)) ? space : code;
}

/**
 * Wraps a text construct of GFM's autolink literals (bare URLs, https://github.github.com/gfm/#autolinks-extension-),
 * so that ، ؛ ؟ « » and the like end a URL as a space does. What GFM itself strips from the end stays stripped:
 * `(https://example.com)، ثم` links `https://example.com`.
 */
export function endAtArabicPunctuation(autolinkLiteral: Construct): Construct {
  return translateConstruct(autolinkLiteral, stopToSpace);
}

/**
 * mdast-util-gfm-autolink-literal searches the finished tree a second time, for URLs that the constructs miss: between
 * brackets that are not a link, or right after ، or «. The regular expressions of this search do not end URLs at our
 * stops. So links that it made across a stop become text again, cut at the stops, and the search runs once more.
 */
export const autolinkLiteralTree: MdastExtension = {
  transforms: [
    (tree) => {
      if (!unlinkAtStops(tree)) return;
      for (const transform of gfmAutolinkLiteralFromMarkdown().transforms ?? []) transform(tree);
    },
  ],
};

/** Replaces links that contain stops by text nodes, with the stops in separate nodes. Returns whether it found any. */
function unlinkAtStops(tree: Root): boolean {
  let found = false;
  eachNode(tree, (node, index, parent) => {
    const text = textOfTransformedLink(node);
    if (text === undefined || !stop.test(text)) return;
    found = true;
    const pieces = text.split(new RegExp(`(${stop.source}+)`)).filter((piece) => piece !== '');
    const children = parent.children as RootContent[];
    children.splice(index, 1, ...pieces.map((value): RootContent => ({ type: 'text', value })));
  });
  return found;
}

/** Returns the text of a link that the second search made (only these have no position); undefined for other nodes. */
function textOfTransformedLink(node: Nodes): string | undefined {
  if (node.type !== 'link' || node.position !== undefined) return undefined;
  const [only] = (node satisfies Link).children;
  return only?.type === 'text' ? only.value : undefined;
}
