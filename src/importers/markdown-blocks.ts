import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * Puts blocks that are inside a line of text beside it, in place: HTML may have a table in a heading, or a list in a
 * link, and Markdown cannot say so. A paragraph in a heading is part of the heading.
 */
export function separateBlocks<Tree extends Root>(tree: Tree): Tree {
  separateIn(tree);
  return tree;
}

function separateIn(parent: Parents): void {
  const blocks = (parent.children as RootContent[]).flatMap(withoutStrayPart);
  parent.children = inParagraphs(blocks).flatMap((child): RootContent[] => {
    if (child.type === 'paragraph' || child.type === 'heading') {
      const parts = holdsBlock(child) ? split(child) : [child];
      return parent.type === 'listItem' ? parts.flatMap(withVisibleCaption) : parts;
    }
    if (child.type === 'list') child.children.forEach(separateIn);
    else if ('children' in child && child.type !== 'table') separateIn(child);
    return [child];
  }) as typeof parent.children;
}

/** Puts each run of inline content between blocks into a paragraph. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const node of nodes) {
    const last = blocks.at(-1);
    if (!isInline(node)) blocks.push(node);
    else if (last?.type === 'paragraph' && made.has(last)) last.children.push(node as PhrasingContent);
    else {
      const paragraph: Paragraph = { type: 'paragraph', children: [node as PhrasingContent] };
      made.add(paragraph);
      blocks.push(paragraph);
    }
  }
  return blocks;
}

/** The paragraphs that were made here, which may grow. */
const made = new WeakSet<Paragraph>();

/** Writes the caption of an image below it: in a list whose items are single lines, the site shows none. */
function withVisibleCaption(node: RootContent): RootContent[] {
  const [image, ...others] = node.type === 'paragraph' ? node.children : [];
  if (image?.type !== 'image' || others.length > 0 || !image.title) return [node];
  const caption: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: image.title }] };
  return [{ type: 'paragraph', children: [{ ...image, title: null }] }, caption];
}

/** Returns what a cell without a table, or an item without a list, holds. */
function withoutStrayPart(node: RootContent): RootContent[] {
  if (node.type === 'tableCell') return [{ type: 'paragraph', children: node.children }];
  if (node.type === 'tableRow') return node.children.flatMap(withoutStrayPart);
  return node.type === 'listItem' ? node.children : [node];
}

const inlineTypes = [
  ...['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break', 'link', 'linkReference'],
  ...['image', 'imageReference', 'footnoteReference', 'mdxJsxTextElement'],
];

function isInline({ type }: Nodes): boolean {
  return inlineTypes.includes(type);
}

/** @param isInHeading whether an image counts as a block: nobody would see its caption in a heading */
function holdsBlock(node: Parents, isInHeading = node.type === 'heading'): boolean {
  return (node.children as Nodes[]).some(
    (child) =>
      !isInline(child) ||
      (isInHeading && child.type === 'image') ||
      ('children' in child && holdsBlock(child, isInHeading)),
  );
}

/** Splits a line of text, or what is inside one, at the blocks in it. */
function split(line: Parents, isInHeading = line.type === 'heading'): RootContent[] {
  const parts: RootContent[] = [];
  let run: Nodes[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push({ ...line, children: run } as RootContent);
    run = [];
  };
  for (const child of (line.children as Nodes[]).flatMap((child) => piecesOf(child, isInHeading))) {
    if (isInline(child)) {
      run.push(child);
      continue;
    }
    flush();
    parts.push(...separated(child));
  }
  flush();
  return parts;
}

function piecesOf(child: Nodes, isInHeading: boolean): Nodes[] {
  if (child.type === 'paragraph' && isInHeading) return spaced(child.children).flatMap((one) => piecesOf(one, true));
  if (child.type === 'image' && isInHeading) return [{ type: 'paragraph', children: [child] }];
  const isToSplit = isInline(child) && 'children' in child && holdsBlock(child, isInHeading);
  return isToSplit ? split(child, isInHeading) : [child];
}

function spaced(children: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
}

function separated(block: Nodes): RootContent[] {
  const holder: Root = { type: 'root', children: [block as RootContent] };
  separateIn(holder);
  return holder.children;
}
