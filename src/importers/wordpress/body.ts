import type { Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { BlockContent, FootnoteDefinition, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { writeMarkdown } from '../markdown-text.ts';
import { cleanLine } from '../markdown-tidy.ts';
import { createHandlers } from './elements.ts';
import { markParagraphs } from './paragraphs.ts';
import { expandShortcodes } from './shortcodes.ts';
import type { BodyContext, BodyLoss, ConvertedBody } from './types.ts';

/** Turns the content of a post, of blocks or classic, into Markdown. */
export function convertBody(content: string, context: BodyContext): ConvertedBody {
  const losses: BodyLoss[] = [];
  const isOfBlocks = content.includes('<!-- wp:');
  const whole = includeBlocks(content, context, losses);
  const { html, unknown } = expandShortcodes(whole);
  losses.push(...unknown.map((written): BodyLoss => ({ kind: 'shortcode', written })));
  const tree = fromHtml(html, { fragment: true });
  removePrograms(tree, losses);
  markParagraphs(tree, isOfBlocks);
  const numbers = new Map(context.footnotes.map(({ id }, index) => [id, String(index + 1)]));
  const components: MdxJsxFlowElement[] = [];
  const handlers = createHandlers({ context, losses, components, numbers });
  const root = toMdast(tree, { document: true, handlers }) as Root;
  for (const { id, content: note } of context.footnotes) {
    root.children.push(defineFootnote(numbers.get(id) ?? id, note, handlers));
  }
  const format = components.length > 0 ? 'mdx' : 'md';
  return { text: writeMarkdown(root, format), format, losses };
}

/** The text of HTML, on one line. */
export function plainText(html: string): string {
  return cleanLine(toText(fromHtml(html, { fragment: true })));
}

const deepestBlocks = 5;
const blockComment = /<!--\s+wp:([\w/-]+)(?:\s+(\{.*?\}))?\s+(\/)?-->/gs;
/** Blocks without content of their own that say nothing of an article. */
const silentBlocks = ['more', 'nextpage', 'spacer', 'separator', 'footnotes'];

/** Puts shared blocks in their places, and notes blocks that WordPress fills when it shows a post. */
function includeBlocks(content: string, context: BodyContext, losses: BodyLoss[], depth = 0): string {
  return content.replace(blockComment, (comment: string, name: string, settings = '{}', isEmpty?: string) => {
    if (isEmpty === undefined || silentBlocks.includes(name)) return comment;
    const id = /"ref":\s*(\d+)/.exec(settings)?.[1];
    const shared = name === 'block' && id !== undefined && depth < deepestBlocks ? context.sharedBlock(id) : undefined;
    if (shared !== undefined) return includeBlocks(shared, context, losses, depth + 1);
    losses.push({ kind: 'block', name });
    return '';
  });
}

const programs = ['script', 'style', 'form', 'object', 'embed', 'noscript', 'template'];

/** Comments go with them: what is left of the marks of blocks. */
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
