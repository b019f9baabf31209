import type { Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { BlockContent, FootnoteDefinition, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { writeMarkdown } from '../markdown-text.ts';
import { cleanLine } from '../markdown-tidy.ts';
import { createHandlers } from './element-handlers.ts';
import { markParagraphs } from './paragraphs.ts';
import { expandShortcodes } from './shortcodes.ts';
import type { BodyContext, BodyLoss, ConvertedBody } from './types.ts';

/** Converts the HTML of a post to Markdown, whether it was written with the block editor or the classic one. */
export function convertBody(content: string, context: BodyContext): ConvertedBody {
  const losses: BodyLoss[] = [];
  const usesBlocks = content.includes('<!-- wp:');
  const { html, unknown } = expandShortcodes(includeSharedBlocks(content, context, losses));
  losses.push(...unknown.map((written): BodyLoss => ({ kind: 'shortcode', written })));
  const tree = fromHtml(html, { fragment: true });
  removePrograms(tree, losses);
  markParagraphs(tree, usesBlocks);
  const footnoteNumbers = new Map(context.footnotes.map(({ id }, index) => [id, String(index + 1)]));
  const components: MdxJsxFlowElement[] = [];
  const handlers = createHandlers({ context, losses, components, footnoteNumbers });
  const root = toMdast(tree, { document: true, handlers }) as Root;
  for (const { id, content: note } of context.footnotes) {
    root.children.push(defineFootnote(footnoteNumbers.get(id) ?? id, note, handlers));
  }
  const format = components.length > 0 ? 'mdx' : 'md';
  return { text: writeMarkdown(root, format), format, losses };
}

/** Returns the text of HTML on one line, without characters that reorder text. */
export function plainText(html: string): string {
  return cleanLine(toText(fromHtml(html, { fragment: true })));
}

/** A shared block can include others, and by mistake itself. */
const maxBlockDepth = 5;
const blockComment = /<!--\s+wp:([\w/-]+)(?:\s+(\{.*?\}))?\s+(\/)?-->/gs;
/** Empty blocks that are removed without a loss. */
const ignoredBlocks = ['more', 'nextpage', 'spacer', 'separator', 'footnotes'];

/** Replaces references to shared blocks by their content. Blocks that WordPress fills on each request are losses. */
function includeSharedBlocks(content: string, context: BodyContext, losses: BodyLoss[], depth = 0): string {
  return content.replace(blockComment, (comment: string, name: string, settings = '{}', isEmpty?: string) => {
    if (isEmpty === undefined || ignoredBlocks.includes(name)) return comment;
    const id = /"ref":\s*(\d+)/.exec(settings)?.[1];
    const shared = name === 'block' && id !== undefined && depth < maxBlockDepth ? context.sharedBlock(id) : undefined;
    if (shared !== undefined) return includeSharedBlocks(shared, context, losses, depth + 1);
    losses.push({ kind: 'block', name });
    return '';
  });
}

const programs = ['script', 'style', 'form', 'object', 'embed', 'noscript', 'template'];

/** Removes scripts, forms and other programs, and also HTML comments, with which WordPress marks blocks. */
function removePrograms(tree: HastNodes, losses: BodyLoss[]): void {
  if (!('children' in tree)) return;
  tree.children = tree.children.filter((child) => {
    if (child.type === 'comment') return false;
    if (child.type !== 'element' || !programs.includes(child.tagName)) return true;
    if (child.tagName !== 'style') losses.push({ kind: 'program', tag: child.tagName });
    return false;
  }) as typeof tree.children;
  for (const child of tree.children) removePrograms(child, losses);
}

function defineFootnote(number: string, html: string, handlers: Record<string, Handle>): FootnoteDefinition {
  const tree = fromHtml(html, { fragment: true });
  markParagraphs(tree, true);
  const { children } = toMdast(tree, { document: true, handlers }) as Root;
  return {
    type: 'footnoteDefinition',
    identifier: number,
    label: number,
    children: children as RootContent[] as BlockContent[],
  };
}
