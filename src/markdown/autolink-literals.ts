import type { Link, Nodes, Root, RootContent } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import type { Code, Construct } from 'micromark-util-types';
import { addressStops, bidiControls, invisible } from '../lib/arabic/characters.ts';
import { translateConstruct } from './translated-construct.ts';
import { eachNode } from './walk-tree.ts';

const stop = new RegExp(`[${addressStops}${invisible}${bidiControls}]`);
const space = 0x0020;

function readStop(code: Code): Code {
  return code !== null && code > 0 && stop.test(String.fromCharCode(code)) ? space : code;
}

/**
 * One of GFM's constructs for bare URLs → the same, for which ، ؛ ؟ « » and their like end an address as a space does.
 * GFM's rules for what stands before them hold: `(https://example.com)، ثم` links `https://example.com`.
 */
export function endAtArabicPunctuation(autolink: Construct): Construct {
  return translateConstruct(autolink, readStop);
}

/**
 * GFM looks for bare URLs a second time, in the text of the finished tree: inside `[`…`]` that is no link, or after ، and «.
 * Where it went too far the text is cut at the stops and looked through again.
 */
export const autolinkLiteralTree: MdastExtension = {
  transforms: [
    (tree) => {
      if (!unlinkAtStops(tree)) return;
      for (const transform of gfmAutolinkLiteralFromMarkdown().transforms ?? []) transform(tree);
    },
  ],
};

/** Links that hold a stop → their text, cut before and after each. Whether there were any. */
function unlinkAtStops(tree: Root): boolean {
  let found = false;
  eachNode(tree, (node, index, parent) => {
    const text = foundInTree(node);
    if (text === undefined || !stop.test(text)) return;
    found = true;
    const pieces = text.split(new RegExp(`(${stop.source}+)`)).filter((piece) => piece !== '');
    const children = parent.children as RootContent[];
    children.splice(index, 1, ...pieces.map((value): RootContent => ({ type: 'text', value })));
  });
  return found;
}

/** The text of a link that GFM made out of text, and which has no place in the source. */
function foundInTree(node: Nodes): string | undefined {
  if (node.type !== 'link' || node.position !== undefined) return undefined;
  const [only] = (node satisfies Link).children;
  return only?.type === 'text' ? only.value : undefined;
}
