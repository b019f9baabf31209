import type { BlockContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { isElement } from '../../markdown/hast-nodes.ts';
import type { ElementHandler } from './conversion.ts';
import { textOf } from './elements.ts';
import { escapeEverywhere } from './tag-text.ts';

/** Keeps what opens and closes, which Markdown has no marks for. Its summary is plain text. */
export const details: ElementHandler = (_conversion, state, node) => {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const content = { ...node, children: node.children.filter((child) => child !== summary) };
  const line = summary ? textOf(summary) : '';
  const children = [
    ...(line === '' ? [] : [{ type: 'html' as const, value: `<summary>${escapeEverywhere(line)}</summary>` }]),
    ...(state.toFlow(state.all(content)) as BlockContent[]),
  ];
  const element: MdxJsxFlowElement = { type: 'mdxJsxFlowElement', name: 'details', attributes: [], children };
  return children.length > 0 ? element : undefined;
};
