import type { Element } from 'hast';
import { defaultHandlers, type State } from 'hast-util-to-mdast';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOfNodes } from 'mdast-util-to-string';
import { decodePath } from '../../lib/decode-path.ts';
import { findUrlFault } from '../../lib/link-schemes.ts';
import { isElement } from '../../markdown/hast-nodes.ts';
import { fileName } from '../newsroom/addresses.ts';
import type { BodyPart } from '../newsroom/body.ts';
import type { Conversion, ElementHandler } from './conversion.ts';
import { attributeOf, textOf } from './elements.ts';

export function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Returns what `context.link` returns, or undefined if the build would refuse the URL; certain errors are corrected. */
export function targetOf(address: string, { context }: Conversion): string | undefined {
  const fault = findUrlFault(address);
  return fault === undefined ? context.link(address) : fault.meant;
}

/**
 * Links `children` to the target of an address. If it has none, reports a loss and returns `children`. Where these are
 * the old address of an article, its title takes their place, and where they are that of a file, its name.
 * @param part what it is counted as; false for what its caller counts
 */
export function linked(
  address: string,
  children: PhrasingContent[],
  conversion: Conversion,
  part: BodyPart['kind'] | false = 'links',
): PhrasingContent[] {
  const page = targetOf(address, conversion);
  const url = page ?? fileTarget(address, conversion);
  if (url === undefined) {
    conversion.losses.push({ kind: 'link', address });
    // As text, the address would be read as a link again.
    const written = textOfNodes(children);
    return isWritten(address, written) ? [{ type: 'inlineCode', value: written.trim() }] : children;
  }
  if (part !== false) conversion.parts.push({ kind: part, name: '' });
  const known = page === undefined ? fileName(address) : conversion.context.titleAt(address);
  const title = isWritten(address, textOfNodes(children)) ? known : undefined;
  return [{ type: 'link', url, children: (title ? [text(title)] : children) as never[] }];
}

/** The address of a file that a browser shows as an image. */
export const imageFile = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$/i;

/** Returns the path of a file of the old site, which comes for the link to it; undefined if it is not available. */
export function fileTarget(address: string, { context }: Conversion): string | undefined {
  return imageFile.test(address) ? context.image(address)?.src : context.file(address);
}

/** Whether a text is an address itself, with or without its scheme, encoded or not. */
function isWritten(address: string, written: string): boolean {
  const bare = (value: string): string =>
    decodePath(value.trim())
      .replace(/^(?:https?:)?\/\//, '')
      .replace(/\/$/, '');
  return bare(written) === bare(address);
}

/** Makes a paragraph of one link. If `label` is empty, the text of the link is its URL. */
export function linkParagraph(
  address: string,
  label: string,
  conversion: Conversion,
  part?: Parameters<typeof linked>[3],
): BlockContent {
  return paragraph(...linked(address, [text(label || address)], conversion, part));
}

export const blockquote: ElementHandler = (_conversion, state, node) => {
  const { source, content } = splitQuotation(state, node);
  const lastLine = source === '' ? [] : [paragraph(text(`– ${source}`))];
  return { type: 'blockquote', children: [...content, ...lastLine] };
};

/**
 * Separates a quotation from its source, which WordPress puts into a `cite` of its own; `source` is '' if there is none.
 * A `cite` in a sentence is part of that.
 */
export function splitQuotation(state: State, node: Element): { source: string; content: BlockContent[] } {
  const sources = node.children.filter((child): child is Element => child.type === 'element' && isSource(child));
  const content = { ...node, children: node.children.filter((child) => !sources.includes(child as Element)) };
  return {
    source: sources.map(textOf).join('، '),
    content: state.toFlow(state.all(content)) as BlockContent[],
  };
}

function isSource(node: Element): boolean {
  if (node.tagName === 'cite') return true;
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return node.tagName === 'p' && shown.length > 0 && shown.every((child) => isElement(child, 'cite'));
}

/** Converts `h1` to `h2`: the only `h1` of a page is its headline. */
export const heading: ElementHandler = (_conversion, state, node) => ({ ...defaultHandlers.h1(state, node), depth: 2 });

/** Makes an inline element of HTML for what Markdown has no marks for. Nothing is made around nothing. */
export function inlineElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: PhrasingContent[],
): PhrasingContent[] {
  if (children.length === 0) return [];
  return [
    {
      type: 'mdxJsxTextElement',
      name,
      attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
      children: children as MdxJsxTextElement['children'],
    },
  ];
}

/** Keeps an element of HTML as it is, with its `title`. */
export const kept: ElementHandler = (_conversion, state, node) => {
  const title = attributeOf(node, 'title');
  return inlineElement(node.tagName, title === '' ? {} : { title }, state.all(node) as PhrasingContent[]);
};

/** Converts raised and lowered text: digits to the signs that Unicode has for them, anything else to the same tag. */
export const raised: ElementHandler = (_conversion, state, node) => {
  const kind = node.tagName === 'sup' ? 'sup' : 'sub';
  return inSmallDigits(textOf(node), kind) ?? inlineElement(kind, {}, state.all(node) as PhrasingContent[]);
};

/** Converts `b` and `strong`, which Google Docs also puts around text that is not bold. */
export const strong: ElementHandler = (_conversion, state, node) => {
  const isBold = !/font-weight:\s*(?:normal|400)/i.test(attributeOf(node, 'style'));
  return isBold ? defaultHandlers.strong(state, node) : state.all(node);
};

const styledMarks = [
  ['strong', /font-weight:\s*(?:bold|bolder|[6-9]00)\b/i],
  ['emphasis', /font-style:\s*(?:italic|oblique)/i],
  ['delete', /text-decoration(?:-line)?:[^;]*line-through/i],
] as const;

/** Converts `span` and `font`, which editors make bold, slanted or struck through by their style. */
export const styled: ElementHandler = (_conversion, state, node) =>
  marksOfStyle(node).reduce(
    (children, type) => [{ type, children } as PhrasingContent],
    state.all(node) as PhrasingContent[],
  );

/** Returns the marks that the style of an element amounts to. */
export function marksOfStyle(node: Element): (typeof styledMarks)[number][0][] {
  const style = attributeOf(node, 'style');
  return styledMarks.filter(([, pattern]) => pattern.test(style)).map(([type]) => type);
}

const smallDigits = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻', sub: '₀₁₂₃₄₅₆₇₈₉₊₋' };

/** Writes digits and signs small, as «م²» has them; undefined for other text. */
function inSmallDigits(value: string, kind: keyof typeof smallDigits): PhrasingContent | undefined {
  const digits = value.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  if (!/^[\d+−-]+$/.test(digits)) return undefined;
  const small = [...digits].map((sign) => smallDigits[kind].charAt('0123456789+-'.indexOf(sign.replace('−', '-'))));
  return text(small.join(''));
}

/** Converts a poem to one paragraph with line breaks between the lines. */
export function verse(state: State, node: Element): BlockContent {
  const children = (state.all(node) as PhrasingContent[]).flatMap((child): PhrasingContent[] =>
    child.type === 'text'
      ? child.value
          .split('\n')
          .flatMap((line, index): PhrasingContent[] => [...(index > 0 ? [{ type: 'break' as const }] : []), text(line)])
      : [child],
  );
  return paragraph(...children);
}
