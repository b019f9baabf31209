import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { decodePart } from '../lib/decode-path.ts';
import { remarkSyntax } from '../markdown/plugins.ts';
import { eachNode } from '../markdown/walk-tree.ts';

const tags: Readonly<Record<string, string>> = { strong: 'strong', emphasis: 'em', delete: 'del' };
const parser = unified().use(remarkParse).use(remarkSyntax).freeze();

/**
 * Makes Warraq's parser read the emphasis of a tree as it is meant: where it would not, as in `**"أ"**b`, tags take the
 * place of the marks; of all marks in the line, if those in doubt are not enough. Changes the tree in place.
 * @param write Writes a tree as it will be written.
 */
export function makeReadable(tree: Root, write: (part: Root) => string): Root {
  eachNode(tree, (node) => {
    if (!isLine(node) || !mayBeMisread(node) || isReadAsMeant(node, write)) return;
    replaceMarks(node, isInDoubt);
    if (!isReadAsMeant(node, write)) replaceMarks(node, () => true);
  });
  return tree;
}

function isReadAsMeant(line: Parents, write: (part: Root) => string): boolean {
  const children = line.children as PhrasingContent[];
  const written = write({ type: 'root', children: [{ type: 'paragraph', children }] });
  return describe(parser.parse(written) as Root) === describe(line);
}

function isLine(node: Nodes): node is Parents {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** Whether a line has emphasis that may be read as something else. */
function mayBeMisread(line: Parents): boolean {
  const children = line.children as PhrasingContent[];
  return children.some((child, index) => {
    if (!('children' in child)) return false;
    if (tags[child.type] !== undefined) return isInDoubt(child, index, children);
    return child.type === 'link' && children.length > 1 ? holdsMarks(child) : mayBeMisread(child);
  });
}

function holdsMarks(node: Parents): boolean {
  return (node.children as PhrasingContent[]).some(({ type }) => tags[type] !== undefined);
}

/** Whether emphasis has anything but text inside, or begins or ends with a sign beside something else. */
function isInDoubt(mark: PhrasingContent & Parents, index: number, siblings: readonly PhrasingContent[]): boolean {
  const children = mark.children as PhrasingContent[];
  if (children.some(({ type }) => type !== 'text' && type !== 'break')) return true;
  const [first, last] = [children[0], children.at(-1)];
  const isLeftSafe =
    isSpaced(siblings[index - 1], -1) || (first?.type === 'text' && /^[\p{L}\p{N}]/u.test(first.value));
  const isRightSafe = isSpaced(siblings[index + 1], 0) || (last?.type === 'text' && /[\p{L}\p{N}]$/u.test(last.value));
  return !isLeftSafe || !isRightSafe;
}

function isSpaced(node: PhrasingContent | undefined, at: 0 | -1): boolean {
  if (node === undefined || node.type === 'break') return true;
  return node.type === 'text' && /^\s/.test(node.value.at(at) ?? '');
}

/** Describes what a reader sees: each piece of text with its marks and the target of its link. */
function describe(node: Nodes): string {
  const pieces: { marks: string; text: string }[] = [];
  const visit = (current: Nodes, marks: readonly string[]): void => {
    const isLink = current.type === 'link' && !isMailAddress(current);
    const own = isLink ? [`link ${decodePart(current.url)}`] : tags[current.type] ? [current.type] : [];
    if ('children' in current) {
      for (const child of current.children) visit(child, [...new Set([...marks, ...own])].sort());
      return;
    }
    // Raw tags are read one by one, and so are those that stand for them in the tree.
    if (current.type === 'html') return;
    const text = current.type === 'break' ? ' ' : 'value' in current ? current.value.replace(/\s+/g, ' ') : '\u0000';
    const last = pieces.at(-1);
    if (last?.marks === marks.join()) last.text += text;
    else pieces.push({ marks: marks.join(), text });
  };
  visit(node, []);
  return JSON.stringify(pieces.filter(({ text }) => text !== ''));
}

/** Whether a link is a mail address in the text, which becomes a link without marks. */
function isMailAddress({ url, children }: Link): boolean {
  return children[0]?.type === 'text' && url === `mailto:${children[0].value}`;
}

/** Replaces marks by tags. */
function replaceMarks(line: Parents, isChosen: typeof isInDoubt): void {
  const before = line.children as PhrasingContent[];
  const isReplaced = before.map(
    (child, index) => tags[child.type] !== undefined && 'children' in child && isChosen(child, index, before),
  );
  line.children = before.map((child, index): PhrasingContent => {
    if ('children' in child) replaceMarks(child, isReplaced[index] ? () => true : isChosen);
    const name = tags[child.type];
    if (name === undefined || !isReplaced[index] || !('children' in child)) return child;
    return {
      type: 'mdxJsxTextElement',
      name,
      attributes: [],
      children: child.children as MdxJsxTextElement['children'],
    };
  }) as typeof line.children;
}
