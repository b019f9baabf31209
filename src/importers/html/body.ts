import type { Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type { BlockContent, FootnoteDefinition, Root, RootContent } from 'mdast';
import { writeMarkdown } from '../markdown-text.ts';
import type { BodyContext, BodyLoss, ConvertedBody } from '../newsroom/body.ts';
import { placeAnchors } from './anchors.ts';
import type { Conversion, ElementHandlers } from './conversion.ts';
import { createHandlers } from './element-handlers.ts';
import { placeEmbeds } from './embedded-pages.ts';
import { type LineEnds, markParagraphs } from './paragraphs.ts';
import { linkAddresses } from './text-addresses.ts';

/** How one kind of source writes HTML. */
export interface HtmlDialect {
  /** Conversions of elements in the source's own way, instead of or beside those of any HTML. */
  handlers?: ElementHandlers;
  /** What line ends are besides white space: an empty line separates paragraphs, and any other is a line break. */
  lineEnds?: LineEnds;
  /** In their order. `content` is HTML. */
  footnotes?: readonly { id: string; content: string }[];
}

/** Converts HTML to Markdown. Text outside of elements becomes paragraphs. */
export function convertHtml(html: string, context: BodyContext, dialect: HtmlDialect = {}): ConvertedBody {
  const { handlers: own, lineEnds = 'white-space', footnotes = [] } = dialect;
  const tree = fromHtml(html, { fragment: true });
  const losses: BodyLoss[] = [];
  placeEmbeds(tree);
  removePrograms(tree, losses);
  markParagraphs(tree, lineEnds);
  const conversion: Conversion = { context, losses, parts: [], components: [], anchors: placeAnchors(tree) };
  const handlers = createHandlers(conversion, own);
  const root = toMdast(tree, { document: true, handlers }) as Root;
  for (const [index, { content }] of footnotes.entries()) {
    root.children.push(defineFootnote(String(index + 1), content, handlers));
  }
  linkAddresses(root, conversion);
  const format = conversion.components.length > 0 ? 'mdx' : 'md';
  return { text: writeMarkdown(root, format), format, losses, parts: conversion.parts };
}

const programs = [
  'script',
  'style',
  'form',
  'object',
  'embed',
  'noscript',
  'template',
  'svg',
  'math',
  'select',
  'textarea',
];

/** Removes scripts, forms and other programs, and also HTML comments, with which WordPress marks blocks. */
function removePrograms(tree: HastNodes, losses: Conversion['losses']): void {
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
  markParagraphs(tree, 'white-space');
  const { children } = toMdast(tree, { document: true, handlers }) as Root;
  return {
    type: 'footnoteDefinition',
    identifier: number,
    label: number,
    children: children as RootContent[] as BlockContent[],
  };
}
