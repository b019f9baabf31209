import type { Element, ElementContent } from 'hast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type { BlockContent } from 'mdast';
import { toString as textOfNodes } from 'mdast-util-to-string';
import type { Conversion, ElementHandler } from './conversion.ts';
import { attributeOf, find } from './elements.ts';
import { imageOf } from './media-elements.ts';
import { escapeEverywhere } from './tag-text.ts';
import { linked, marksOfStyle, text } from './text-elements.ts';

/** What a cell of a Markdown table cannot hold. */
const blockNames = 'ul ol dl table pre blockquote h1 h2 h3 h4 h5 h6 hr figure details iframe video audio'.split(' ');

/** Converts a table to one of Markdown, if that can hold it, and else to one of HTML. */
export const table: ElementHandler = (conversion, state, node) => {
  const isSimple =
    find(node, 'caption', ...blockNames).length === 0 &&
    find(node, 'td', 'th').every((cell) => find(cell, 'p').length <= 1 && !isSpanning(cell));
  if (isSimple) return defaultHandlers.table(state, node);
  const html: BlockContent = { type: 'html', value: writeElement(node, conversion).trim() };
  return html;
};

function isSpanning(cell: Element): boolean {
  return ['colSpan', 'rowSpan'].some((name) => spanOf(cell, name) > 1);
}

function spanOf(cell: Element, name: string): number {
  return Math.min(Number(cell.properties[name]) || 1, 1000);
}

/** Elements that stay, by the name that they get. What is inside of all others stays. */
const keptNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'table caption thead tbody tfoot tr th td p ul ol li dl dt dd blockquote pre code em strong del ins sub sup kbd br hr h3 h4 h5 h6'
      .split(' ')
      .map((name) => [name, name]),
  ),
  ...{ h1: 'h3', h2: 'h3', b: 'strong', i: 'em', s: 'del', strike: 'del', div: 'p' },
};
const emptyNames = ['br', 'hr'];
/** Rows and what holds rows, which get lines of their own, for people who read the text. */
const lineNames = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr'];

/** @param isInCell whether the element is in a cell: a row, with all that is in it, is one line */
function writeElement(node: Element, conversion: Conversion, isInCell = false): string {
  const { tagName } = node;
  if (tagName === 'a') return writeLink(node, conversion);
  if (tagName === 'img') return writeImages(node, conversion);
  if (['iframe', 'video', 'audio'].includes(tagName)) return writeFrame(node, conversion);
  const name = tagName === 'div' && find(node, 'p', ...blockNames).length > 0 ? undefined : keptNames[tagName];
  const content = writeAll(node.children, conversion, isInCell || ['tr', 'caption'].includes(tagName));
  if (name === undefined && ['span', 'font'].includes(tagName)) return writeStyled(node, content);
  if (name === undefined) return content;
  if (emptyNames.includes(name)) return `<${name} />`;
  const isLine = !isInCell && lineNames.includes(name);
  const isHolding = isLine && name !== 'tr' && name !== 'caption';
  return `<${name}${spansOf(node)}>${isHolding ? '\n' : ''}${content}</${name}>${isLine ? '\n' : ''}`;
}

const markNames = { strong: 'strong', emphasis: 'em', delete: 'del' };

function writeStyled(node: Element, content: string): string {
  return marksOfStyle(node).reduce((inner, mark) => `<${markNames[mark]}>${inner}</${markNames[mark]}>`, content);
}

function writeAll(nodes: readonly ElementContent[], conversion: Conversion, isInCell: boolean): string {
  return nodes
    .map((node) => {
      if (node.type === 'element') return writeElement(node, conversion, isInCell);
      const isLayout = !isInCell && node.type === 'text' && node.value.trim() === '';
      return node.type === 'text' && !isLayout ? escapeEverywhere(node.value.replace(/\s+/g, ' ')) : '';
    })
    .join('');
}

function spansOf(node: Element): string {
  return [
    ['colSpan', 'colspan'],
    ['rowSpan', 'rowspan'],
  ]
    .map(([property = '', name]) => [name, spanOf(node, property)] as const)
    .map(([name, span]) => (span > 1 ? ` ${name}="${span}"` : ''))
    .join('');
}

function writeLink(node: Element, conversion: Conversion): string {
  const address = attributeOf(node, 'href');
  const [link] = address === '' ? [] : linked(address, [text('')], conversion);
  const content = writeAll(node.children, conversion, true);
  return link?.type === 'link' ? `<a href="${escapeEverywhere(link.url)}">${content}</a>` : content;
}

function writeImages(node: Element, conversion: Conversion): string {
  return imageOf(node, '', conversion)
    .map((part) =>
      part.type === 'image'
        ? `<img src="${escapeEverywhere(part.url)}" alt="${escapeEverywhere(part.alt ?? '')}" />`
        : escapeEverywhere(textOfNodes(part)),
    )
    .join('');
}

function writeFrame(node: Element, conversion: Conversion): string {
  const address = attributeOf(node, 'src');
  if (address === '') return '';
  const [link] = linked(address, [text(address)], conversion);
  const target = link?.type === 'link' ? link.url : undefined;
  return target === undefined
    ? escapeEverywhere(address)
    : `<a href="${escapeEverywhere(target)}">${escapeEverywhere(address)}</a>`;
}
