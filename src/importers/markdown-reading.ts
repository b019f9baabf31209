import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkSyntax } from '../markdown/plugins.ts';
import { eachNode } from '../markdown/walk-tree.ts';

const tags: Readonly<Record<string, string>> = { strong: 'strong', emphasis: 'em', delete: 'del' };
const parser = unified().use(remarkParse).use(remarkSyntax).freeze();

/**
 * Makes Warraq's parser read the emphasis of a tree as it is meant: where it would not, as in `**"أ"**b`, tags take the place of the marks. Changes the tree in place.
 * @param write Writes a tree as it will be written.
 */
export function makeReadable(tree: Root, write: (part: Root) => string): Root {
  eachNode(tree, (node) => {
    if (!isLine(node) || !mayBeMisread(node)) return;
    const children = node.children as PhrasingContent[];
    const written = write({ type: 'root', children: [{ type: 'paragraph', children }] });
    if (describe(parser.parse(written) as Root) === describe(node)) return;
    replaceMarks(node);
  });
  return tree;
}

function isLine(node: Nodes): node is Parents {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** Whether a line has emphasis inside emphasis, or emphasis that begins or ends with a sign beside something else. */
function mayBeMisread(line: Parents): boolean {
  const children = line.children as PhrasingContent[];
  return children.some((child, index) => {
    if (!('children' in child)) return false;
    if (child.type === 'link' && children.length === 1) return mayBeMisread(child);
    if (child.type === 'mdxJsxTextElement') return mayBeMisread(child);
    if (tags[child.type] === undefined) return index > 0 || index < children.length - 1;
    const [before, after] = [children[index - 1], children[index + 1]];
    const [first, last] = [child.children[0], child.children.at(-1)];
    if (child.children.some((inner) => inner.type !== 'text' && inner.type !== 'break')) return true;
    const isLeftSafe = isSpaced(before, -1) || (first?.type === 'text' && /^[\p{L}\p{N}]/u.test(first.value));
    const isRightSafe = isSpaced(after, 0) || (last?.type === 'text' && /[\p{L}\p{N}]$/u.test(last.value));
    return !isLeftSafe || !isRightSafe;
  });
}

function isSpaced(node: PhrasingContent | undefined, at: 0 | -1): boolean {
  if (node === undefined || node.type === 'break') return true;
  return node.type === 'text' && /^\s/.test(node.value.at(at) ?? '');
}

/** Describes what a reader sees: each piece of text with its marks and the target of its link. */
function describe(node: Nodes): string {
  const pieces: { marks: string; text: string }[] = [];
  const visit = (current: Nodes, marks: readonly string[]): void => {
    const own = current.type === 'link' ? [`link ${decodeTarget(current)}`] : tags[current.type] ? [current.type] : [];
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

function decodeTarget({ url }: Link): string {
  return url
    .replace(/%28/g, '(')
    .replace(/%29/g, ')')
    .replace(/%20|\s/g, ' ');
}

/** Replaces marks by tags. */
function replaceMarks(line: Parents): void {
  line.children = (line.children as PhrasingContent[]).map((child): PhrasingContent => {
    if ('children' in child) replaceMarks(child);
    const name = tags[child.type];
    if (name === undefined || !('children' in child)) return child;
    const children = child.children as MdxJsxTextElement['children'];
    return { type: 'mdxJsxTextElement', name, attributes: [], children };
  }) as typeof line.children;
}
