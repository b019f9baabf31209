import { decodeHTMLAttribute } from 'entities/decode';
import type { Definition, Html, Image, Link, Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { escapeMarkup } from '../../lib/plain-text.ts';
import { remarkSyntax } from '../../markdown/plugins.ts';
import { eachNode } from '../../markdown/walk-tree.ts';
import { convertHtml } from '../html/body.ts';
import { escapeDestination } from '../markdown-text.ts';
import { withoutReordering } from '../markdown-tidy.ts';
import type { BodyContext, BodyLoss, ConvertedBody } from '../newsroom/body.ts';

const parser = unified().use(remarkParse).use(remarkSyntax).freeze();
const commonMark = unified().use(remarkParse).freeze();

/** A piece of a text that is replaced. Both ends are offsets in UTF-16 code units. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Collects what is to be replaced in one text, and what is lost by it. */
interface Conversion {
  source: string;
  context: BodyContext;
  edits: Edit[];
  losses: BodyLoss[];
  parts: NonNullable<ConvertedBody['parts']>;
}

/**
 * Converts Markdown of another system: its links and images get their new addresses, and blocks of HTML become Markdown.
 * All else stays as its author has typed it.
 */
export function convertMarkdown(text: string, context: BodyContext): ConvertedBody {
  const source = fenceCode(withoutReordering(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')));
  const conversion: Conversion = { source, context, edits: [], losses: [], parts: [] };
  const root = parser.parse(source) as Root;
  eachNode(root, (node) => convertNode(node, conversion));
  const { losses, parts } = conversion;
  return { text: `${applyEdits(source, conversion.edits).trim()}\n`, format: 'md', losses, parts };
}

/** Puts code that is marked by its indent into fences, since the site reads indented text as paragraphs. */
function fenceCode(source: string): string {
  if (!/^(?: {4}| {0,3}\t)/m.test(source)) return source;
  const edits: Edit[] = [];
  eachNode(commonMark.parse(source) as Root, (node) => {
    if (node.type !== 'code' || /^(?:`{3}|~{3})/.test(source.slice(startOf(node), endOf(node)).trim())) return;
    const fence = '`'.repeat(Math.max(3, ...(node.value.match(/`+/g) ?? []).map(({ length }) => length + 1)));
    edits.push({ start: startOf(node), end: endOf(node), text: `${fence}\n${node.value}\n${fence}` });
  });
  return applyEdits(source, edits);
}

function convertNode(node: Nodes, conversion: Conversion): void {
  if (node.type === 'image') convertImage(node, conversion);
  else if (node.type === 'link') convertLink(node, conversion);
  else if (node.type === 'definition') convertDefinition(node, conversion);
  else if (node.type === 'html') convertHtmlNode(node, conversion);
}

function convertImage(node: Image, conversion: Conversion): void {
  const { context, losses, parts } = conversion;
  const placed = context.image(node.url);
  const title = node.title ? ` ${quoted(node.title)}` : '';
  if (placed) {
    parts.push({ kind: 'images', name: '' });
    const alt = sourceOf(node, conversion).slice(2).split('](')[0] || placed.alt;
    replace(node, `![${alt}](${escapeDestination(placed.src)}${title})`, conversion);
    return;
  }
  losses.push({ kind: 'image', address: node.url });
  replace(node, [node.alt, node.title].filter(Boolean).join(' – '), conversion);
}

function convertLink(node: Link, conversion: Conversion): void {
  const { context, losses } = conversion;
  const target = context.link(node.url) ?? context.file(node.url);
  if (target === node.url) return;
  const [first, last] = [node.children[0], node.children.at(-1)];
  const [start, end] = [first?.position?.start.offset, last?.position?.end.offset];
  // A bare address: its text is itself.
  const isBare = start === undefined || end === undefined || !sourceOf(node, conversion).startsWith('[');
  const label = isBare ? (context.titleAt(node.url) ?? node.url) : conversion.source.slice(start, end);
  if (target === undefined) {
    losses.push({ kind: 'link', address: node.url });
    if (isBare) replace(node, `\`${node.url}\``, conversion);
    else cutMarks(node, start, end, conversion);
    return;
  }
  const tail = `](${escapeDestination(target)}${node.title ? ` ${quoted(node.title)}` : ''})`;
  if (isBare) replace(node, `[${label}${tail}`, conversion);
  else editBetween(end, endOf(node), tail, conversion);
}

/** Removes the brackets of a link and its destination, and leaves its text. */
function cutMarks(node: Link, start: number, end: number, conversion: Conversion): void {
  editBetween(startOf(node), start, '', conversion);
  editBetween(end, endOf(node), '', conversion);
}

/** A definition serves links and images alike; the kind of its file tells which. */
function convertDefinition(node: Definition, conversion: Conversion): void {
  const { context, losses } = conversion;
  const target = context.image(node.url)?.src ?? context.link(node.url);
  if (target === node.url) return;
  if (target === undefined) losses.push({ kind: 'link', address: node.url });
  const title = node.title ? ` ${quoted(node.title)}` : '';
  replace(
    node,
    target === undefined ? '' : `[${node.label ?? node.identifier}]: ${escapeDestination(target)}${title}`,
    conversion,
  );
}

/** Tags that the site reads itself, in any Markdown. */
const keptTags =
  /^<\/?(?:br|hr|sup|sub|kbd|abbr|ins|del|s|b|i|em|strong|mark|small|q|cite|code|details|summary|bdi|span|ruby|rt|rp)\b/i;

/** Converts HTML, except for comments and tags that the site reads itself. */
function convertHtmlNode(node: Html, conversion: Conversion): void {
  const written = node.value.trim();
  if (keptTags.test(written) || written.startsWith('<!--')) return;
  const anchor = /^<a\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)[^>]*>$/i.exec(written);
  if (/^<\/?a\b/i.test(written) && !/<\/a>./i.test(written)) {
    if (anchor?.[1] !== undefined) convertOpenAnchor(node, anchor[1], conversion);
    return;
  }
  const frame = /^<iframe\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/i.exec(written)?.[1];
  const embed = frame === undefined ? undefined : findEmbed(frame);
  if (embed) {
    conversion.parts.push({ kind: 'embeds', name: embed.provider });
    replace(node, embed.page, conversion);
    return;
  }
  const { text, losses, parts = [] } = convertHtml(node.value, conversion.context);
  conversion.losses.push(...losses);
  conversion.parts.push(...parts);
  replace(node, text.trim(), conversion);
}

/** Gives the start tag of a link its new destination. The text and the end tag follow in other nodes. */
function convertOpenAnchor(node: Html, address: string, conversion: Conversion): void {
  const target = conversion.context.link(decodeHTMLAttribute(address));
  if (target === undefined) conversion.losses.push({ kind: 'link', address });
  replace(node, target === undefined ? '<a>' : `<a href="${escapeMarkup(target)}">`, conversion);
}

function quoted(title: string): string {
  return `"${title.replaceAll('"', '\\"')}"`;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

function sourceOf(node: Nodes, { source }: Conversion): string {
  return source.slice(startOf(node), endOf(node));
}

function replace(node: Nodes, text: string, conversion: Conversion): void {
  editBetween(startOf(node), endOf(node), text, conversion);
}

function editBetween(start: number, end: number, text: string, { edits }: Conversion): void {
  edits.push({ start, end, text });
}

/** Applies edits, of which none overlaps another. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let result = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    if (start < at) continue;
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
