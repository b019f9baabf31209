import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type MdxJsxFlowElement, mdxJsxToMarkdown } from 'mdast-util-mdx-jsx';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { decodePath } from '../lib/decode-path.ts';
import { tidyMarkdown } from './markdown-tidy.ts';

/**
 * Writes Markdown as an author would write it. Emphasis beside letters has no character references around it:
 * CommonMark needs them beside Arabic clitics, but Warraq's parser does not. A link whose text is its URL is written as
 * the bare URL. A paragraph that begins like a list item with Arabic digits is escaped, because Warraq's parser reads
 * such lists.
 */
export function writeMarkdown(tree: Root, format: 'md' | 'mdx'): string {
  const rules: Options = {
    handlers: { strong: wrapIn('**'), emphasis: wrapIn('*'), link: writeLink, mdxJsxFlowElement: writeComponent },
    unsafe: ['.', ')'].map((character) => ({
      atBreak: true,
      before: '[٠-٩۰-۹]+',
      character,
      after: '(?:[ \\t\\r\\n]|$)',
    })),
  };
  /** MDX reads braces as expressions. */
  const mdxRules: Options = { unsafe: [{ character: '{', inConstruct: 'phrasing' }] };
  const written = toMarkdown(tidyMarkdown(tree), {
    bullet: '-',
    rule: '*',
    listItemIndent: 'one',
    extensions: [
      gfmTableToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmFootnoteToMarkdown(),
      ...(format === 'mdx' ? [mdxJsxToMarkdown(), mdxRules] : []),
      rules,
    ],
  });
  const readable = written.replace(bareAddress, (address) => address.replace(/\\(?=[&_~])/g, ''));
  return format === 'mdx' ? readable.replace(programLine, hideProgram) : readable;
}

/** A fenced code block, which stays as it is, or the first letter of a line that MDX would read as a program. */
const programLine = /^(`{3,}|~{3,})[\s\S]*?^\1|^(?=(?:im|ex)port\b)./gm;

function hideProgram(found: string, fence: string | undefined): string {
  return fence === undefined ? `&#${found.charCodeAt(0)};` : found;
}

/** An address in a text, in which the signs that are escaped elsewhere mean themselves. */
const bareAddress = /(?<![(<])https?:\/\/[^\s<>()[\]]+/g;

function wrapIn(marker: string): Handle {
  return (node, _parent, state, info) => {
    const exit = state.enter('phrasing');
    const tracker = state.createTracker(info);
    let value = tracker.move(marker);
    value += tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: value, after: marker }));
    value += tracker.move(marker);
    exit();
    return value;
  };
}

const writeLink: Handle = (node, _parent, state, info) => {
  const text = textOf(node);
  const isAlone = node.children.length === 1 && text === node.url && /^https?:\/\/[\x21-\x7e]+$/.test(text);
  if (isAlone && !/[)\].,;:!?'"*_~]$/.test(text)) return text;
  const exit = state.enter('link');
  const label = state.enter('label');
  const tracker = state.createTracker(info);
  let value = tracker.move('[');
  value += tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: value, after: '](' }));
  label();
  value += tracker.move(`](${escapeDestination(node.url)})`);
  exit();
  return value;
};

/** Writes the tags on lines of their own, with an empty line before and after the content. */
const writeComponent: Handle = (node: MdxJsxFlowElement, _parent, state, info) => {
  const attributes = node.attributes.map((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') throw new TypeError('Components are made with named attributes alone.');
    const value = String(attribute.value ?? '')
      .replace(/&/g, '&amp;')
      .replace(/"/g, '&quot;');
    return ` ${attribute.name}="${value}"`;
  });
  const tag = `${node.name}${attributes.join('')}`;
  if (node.children.length === 0) return `<${tag} />`;
  return [`<${tag}>`, state.containerFlow(node, info), `</${node.name}>`].join('\n\n');
};

function escapeDestination(url: string): string {
  return /[\s<>]|[()]/.test(url)
    ? encodeURI(decodePath(url)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
    : url;
}
