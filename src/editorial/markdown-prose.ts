import type { Image, Nodes, Parents, Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { opaque } from '../lib/arabic/protected-spans.ts';
import type { Piece } from '../lib/text-pieces.ts';
import { remarkSyntax } from '../markdown/plugins.ts';
import { alignLiterally, alignMarkdown, type SourceSpan } from './aligned-text.ts';

/** A run of text with the place of each of its units in the file. */
export interface SourcePiece extends Piece {
  /** By unit: where it stands in the source. */
  spans: readonly SourceSpan[];
}

/** The text of one block as readers see it, and where it stands. Code, images and the like are `opaque`. */
export interface SourceProse {
  text: string;
  pieces: SourcePiece[];
}

const markdown = unified().use(remarkParse).use(remarkSyntax).use(remarkKeepPlaces).freeze();
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkSyntax).use(remarkKeepPlaces).freeze();

/** Leaves out what replaces nodes after parsing, such as GFM's second search for links: the new ones have no place. */
function remarkKeepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** The tree of a body; undefined where MDX cannot be parsed, which the build tells. */
export function parseBody(text: string, format: 'md' | 'mdx'): Root | undefined {
  if (format === 'md') return markdown.parse(text) as Root;
  try {
    return mdx.parse(text) as Root;
  } catch {
    return undefined;
  }
}

const textBlocks = new Set(['paragraph', 'heading', 'tableCell']);
/** The prose of a Markdown tree, block by block, with captions; HTML blocks, code and expressions are left alone. */
export function findSourceProse(tree: Root, source: string): SourceProse[] {
  const found: SourceProse[] = [];
  /** The tags that are open and whose words are no prose; a tag of HTML may close many blocks later. */
  const foreign: string[] = [];
  visit(tree);
  return found;

  function visit(node: Nodes): void {
    if (node.type === 'html') followTags(node.value, foreign);
    if (isForeignJsx(node)) return;
    if (textBlocks.has(node.type)) found.push(readBlock(node as Parents));
    if (node.type === 'image') found.push(...captionsOf(node, source));
    if ('children' in node) for (const child of node.children) visit(child);
  }

  function readBlock(block: Parents): SourceProse {
    const prose: SourceProse = { text: '', pieces: [] };
    read(block, 0);
    return prose;

    function read(parent: Parents, depth: number): void {
      for (const node of parent.children) {
        if (node.type === 'text') {
          const isForeign = foreign.length > 0;
          const start = prose.text.length;
          prose.text += isForeign ? opaque.repeat(node.value.length) : node.value;
          if (isForeign) continue;
          const spans = alignMarkdown(source, startOf(node), endOf(node), node.value);
          prose.pieces.push({ start, end: prose.text.length, depth, spans });
        } else if (node.type === 'break') {
          prose.text += '\n';
        } else if (node.type === 'html') {
          prose.text += shownFor(node.value);
          followTags(node.value, foreign);
        } else if ('children' in node && node.children.length > 0 && !isForeignJsx(node)) {
          read(node as Parents, depth + 1);
        } else {
          prose.text += opaque;
        }
      }
    }
  }
}

/** Elements whose words are no prose, whatever they hold. */
const foreignElements = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style', 'textarea', 'svg', 'math']);
const tags = /<(\/?)([a-z][\w-]*)\b([^>]*)>/gi;
const language = /\blang=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/** What a tag within a line puts there: comments and images are no words, and keep those beside them apart. */
function shownFor(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n';
  return /^<(?:!--|img|input|picture|video|audio|svg)/i.test(tag) ? opaque : '';
}

/** Tags without an end, or whose end may be left out. */
const endless = new Set(
  'area base br col embed hr img input link meta source track wbr p li td th tr dd dt'.split(' '),
);

function followTags(html: string, foreign: string[]): void {
  for (const [, slash, tag = '', attributes = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(tags)) {
    const name = tag.toLowerCase();
    if (endless.has(name) || attributes.endsWith('/')) continue;
    if (slash === '/') {
      const opened = foreign.lastIndexOf(name);
      if (opened !== -1) foreign.splice(opened, 1);
    } else if (name === foreign.at(-1) || isForeign(name, language.exec(attributes)?.slice(1).find(Boolean))) {
      foreign.push(name);
    }
  }
}

function isForeign(name: string, lang: string | undefined): boolean {
  return foreignElements.has(name) || (lang !== undefined && !/^ar\b/i.test(lang));
}

function isForeignJsx(node: Nodes): boolean {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  const lang = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'lang');
  return isForeign(node.name ?? '', typeof lang?.value === 'string' ? lang.value : undefined);
}

/** The words for an image, where they stand in the file as they are. */
function captionsOf(image: Image, source: string): SourceProse[] {
  const from = startOf(image);
  const written = source.slice(from, endOf(image));
  const places = [
    { text: image.alt ?? '', at: written.startsWith(`![${image.alt}]`) ? 2 : -1 },
    { text: image.title ?? '', at: written.lastIndexOf(image.title ?? '') },
  ];
  return places
    .filter(({ text, at }) => text !== '' && at !== -1)
    .map(({ text, at }) => ({
      text,
      pieces: [{ start: 0, end: text.length, depth: 0, spans: alignLiterally(from + at, text) }],
    }));
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** Where a unit of a block's text stands in the source, or the nearest one before it that stands there. */
export function sourceOffset({ pieces }: SourceProse, index: number): number {
  const piece = pieces.findLast(({ start }) => start <= index) ?? pieces[0];
  const unit = Math.min(Math.max(index - (piece?.start ?? 0), 0), (piece?.spans.length ?? 1) - 1);
  return piece?.spans[unit]?.start ?? 0;
}
