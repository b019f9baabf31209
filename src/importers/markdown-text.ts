import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxJsxToMarkdown } from 'mdast-util-mdx-jsx';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { addressStops } from '../lib/arabic/characters.ts';
import { separateBlocks } from './markdown-blocks.ts';
import { makeReadable } from './markdown-reading.ts';
import { tidyMarkdown } from './markdown-tidy.ts';

/**
 * Writes Markdown as an author would write it. Emphasis beside letters has no character references around it:
 * CommonMark needs them beside Arabic clitics, but Warraq's parser does not; what that would read as something else is
 * written with tags. A link whose text is its URL is written as the bare URL. A paragraph that begins like a list item
 * with Arabic digits is escaped, because Warraq's parser reads such lists.
 */
export function writeMarkdown(tree: Root, format: 'md' | 'mdx'): string {
  const written = writeTree(makeReadable(tidyMarkdown(separateBlocks(tree)), writeTree), format);
  return format === 'mdx' ? written.replace(programLine, hideProgram) : written;
}

function writeTree(tree: Root, format: 'md' | 'mdx' = 'md'): string {
  const rules: Options = {
    handlers: {
      strong: wrapIn('**'),
      emphasis: wrapIn('*'),
      link: writeLinkIn(format),
      break: writeBreak,
      mdxJsxFlowElement: writeComponent,
      mdxJsxTextElement: writeInlineElement,
    },
    unsafe: ['.', ')'].map((character) => ({
      atBreak: true,
      before: '[0-9٠-٩۰-۹]+',
      character,
      after: '(?:[ \\t\\r\\n]|$)',
    })),
  };
  /** MDX reads braces as expressions. */
  const mdxRules: Options = { unsafe: [{ character: '{', inConstruct: 'phrasing' }] };
  return toMarkdown(tree, {
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
}

/** A fenced code block, which stays as it is, or the first letter of a line that MDX would read as a program. */
const programLine = /^(`{3,}|~{3,})[\s\S]*?^\1|^(?=(?:im|ex)port\b)./gm;

function hideProgram(found: string, fence: string | undefined): string {
  return fence === undefined ? `&#${found.charCodeAt(0)};` : found;
}

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

/**
 * Writes a link whose text is its address as the bare address, if what follows ends the address, or in angle brackets,
 * which MDX does not know.
 */
function writeLinkIn(format: 'md' | 'mdx'): Handle {
  const write: Handle = (node, parent, state, info) => {
    const text = textOf(node);
    const isAlone = node.children.length === 1 && [text, `http://${text}`].includes(node.url);
    const isAddress = isAlone && /^(?:https?:\/\/|www\.)[^\s<>{}|`]+$/i.test(text);
    if (isAddress && canStandBare(text, info.after)) return text;
    return isAddress && text === node.url && format === 'md' ? `<${text}>` : writeLink(node, parent, state, info);
  };
  // What is before a link must know how it begins, whichever form it gets.
  return Object.assign(write, { peek: () => '[' });
}

/** Whether a bare address is read to its end, and not farther. `after` is what follows it. */
function canStandBare(address: string, after: string): boolean {
  const isEnded = after === '' || new RegExp(`^[\\s)${addressStops}]`).test(after);
  return isEnded && !new RegExp(`[)\\].,;:!?'"*_~]$|[${addressStops}]`).test(address);
}

const writeLink: Handle = (node, _parent, state, info) => {
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

/** Writes a line break: in a table, whose rows are single lines, with a tag. */
const writeBreak: Handle = (_node, _parent, state) => (state.stack.includes('tableCell') ? '<br />' : '\\\n');

/** Writes the tags on lines of their own, with an empty line before and after the content. */
const writeComponent: Handle = (node: MdxJsxFlowElement, _parent, state, info) => {
  const tag = `${node.name}${writeAttributes(node)}`;
  if (node.children.length === 0) return `<${tag} />`;
  return [`<${tag}>`, state.containerFlow(node, info), `</${node.name}>`].join('\n\n');
};

const writeInlineElement: Handle = (node: MdxJsxTextElement, _parent, state, info) => {
  const tracker = state.createTracker(info);
  let value = tracker.move(`<${node.name}${writeAttributes(node)}>`);
  value += tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' }));
  return value + tracker.move(`</${node.name}>`);
};

function writeAttributes({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): string {
  return attributes
    .map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') throw new TypeError('Elements are made with named attributes alone.');
      const value = String(attribute.value ?? '')
        .replace(/&/g, '&amp;')
        .replace(/"/g, '&quot;');
      return ` ${attribute.name}="${value}"`;
    })
    .join('');
}

/**
 * Encodes what would end a destination, or be read as something else: `|` in a table, `&copy;` as a sign. All else stays
 * as it was.
 */
export function escapeDestination(url: string): string {
  return url
    .replace(/\s/g, encodeURIComponent)
    .replace(/[<>()|\\{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}
