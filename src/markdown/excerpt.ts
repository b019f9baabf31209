import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { excerpt } from '../lib/plain-text.ts';
import { type Component, isBlank, isComponent, isElement } from './hast-nodes.ts';
import { plainText, type ReadingOptions } from './plain-text.ts';
import { contextOf } from './render-context.ts';

const excerptLength = 200;
const longestBoldHeading = 80;

const besideText = 'h1 h2 h3 h4 h5 h6 table pre';
const besideCaptions = names(besideText);
const besideLists = names(`${besideText} figcaption`);
const besideParagraphs = names(`${besideText} figure figcaption ul ol dl summary details`);

/** Sets `excerpt` in the render context. */
export function rehypeExcerpt() {
  return (tree: Root, file: VFile): void => {
    contextOf(file).excerpt = excerptOf(tree);
  };
}

/**
 * Returns the beginning of a body as lists show it: its first paragraphs, without what stands between and beside them.
 * A body without paragraphs is represented by its lists and boxes, a body of pictures by their captions; '' for a body
 * that has none of them.
 */
function excerptOf(tree: Root): string {
  const isHeading = findBoldHeadings(tree);
  const paragraphs = linesOf(
    tree,
    (node) => isComponent(node) || besideParagraphs.has(node.tagName) || isHeading(node),
  );
  if (paragraphs.some(isProse)) return excerpt(joinBeginning(beforeOmission(paragraphs)), excerptLength);
  const listed = linesOf(tree, (node) => !isComponent(node) && besideLists.has(node.tagName));
  const captions = linesOf(tree, (node) => !isComponent(node) && (besideCaptions.has(node.tagName) || isCredit(node)));
  return excerpt(separate((listed.some(isProse) ? listed : captions).filter(isProse)), excerptLength);
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function linesOf(tree: Root, isLeftOut: NonNullable<ReadingOptions['isLeftOut']>): string[] {
  const isOmitted = (node: Element | Component) => isFootnotes(node) || isLeftOut(node);
  return plainText(tree, { isLeftOut: isOmitted, hasLabels: false }).split('\n');
}

/** Whether a line is a text, and not what stands for a node that was left out, a row of signs or a lone address. */
function isProse(line: string): boolean {
  return /\p{L}/u.test(line) && !/^(?:https?:\/\/|www\.)\S+$/i.test(line);
}

/** Joins the first lines of prose, of which the excerpt is cut: twice as many characters as it has are enough. */
function joinBeginning(lines: readonly string[]): string {
  let beginning = '';
  for (const line of lines) {
    if (beginning.length > 2 * excerptLength) break;
    if (isProse(line)) beginning += beginning === '' ? line : ` ${line}`;
  }
  return beginning;
}

/**
 * Returns the lines up to the first that ends in a colon and announces something that was left out, since the text after
 * that would seem to be what it announces. «…» takes the place of the colon.
 */
function beforeOmission(lines: readonly string[]): string[] {
  const colon = /\s*:$/;
  const last = lines.findIndex((line, index) => {
    const next = lines[index + 1];
    return line.endsWith(':') && next !== undefined && !isProse(next);
  });
  if (last === -1) return [...lines];
  return [...lines.slice(0, last), (lines[last] ?? '').replace(colon, '…')];
}

/** Joins lines that are no sentences of one text, such as the items of a list. */
function separate(lines: readonly string[]): string {
  return lines
    .map((line, index) => (index < lines.length - 1 && /[\p{L}\p{M}\p{N}]$/u.test(line) ? `${line}،` : line))
    .join(' ');
}

function isFootnotes(node: Element | Component): boolean {
  return !isComponent(node) && node.properties.dataFootnotes !== undefined;
}

function isCredit({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('credit');
}

/** Finds the paragraphs that are headings for their readers: a few bold words without a full stop, over other text. */
function findBoldHeadings(tree: Root): (node: Element) => boolean {
  const last = tree.children.findLast((child) => isElement(child, 'p'));
  return (node) => {
    if (node.tagName !== 'p' || node === last) return false;
    const [only, ...others] = node.children.filter((child) => !isBlank(child));
    if (!isElement(only, 'strong') || others.length > 0) return false;
    const text = plainText(only);
    return text.length <= longestBoldHeading && !/[.!؟?…»"]$/.test(text);
  };
}
