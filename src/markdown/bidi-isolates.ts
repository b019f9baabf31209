import type { Parents, Root } from 'hast';
import { findIsolates, lineSeparator } from '../lib/arabic/bidi.ts';
import { type Isolate, markOf } from '../lib/arabic/isolates.ts';
import { bisect } from '../lib/bisect.ts';
import { type Content, element, isBlank, text } from './hast-nodes.ts';
import { findProseBlocks, isProseBlock, type ProseBlock, type ProsePiece } from './prose-blocks.ts';

/** Wraps what would be shown in a wrong order in an isolate, unless the author has set a direction on it. */
export function rehypeIsolates() {
  return (tree: Root): void => {
    for (const block of findProseBlocks(tree)) {
      if (isolateWithOpaqueEdges(block)) continue;
      const indexOf = createChildIndex();
      // Backwards, so that wrapping a run leaves the positions of those before it valid.
      const isolates = findIsolates(textInLines(block)).reverse();
      for (let next = 0; next < isolates.length; ) next += wrap(isolates, next, block, indexOf);
    }
  };
}

/** Returns the text of a block with a line separator for each `br`, since the letters of a line order that line alone. */
function textInLines({ text, lineBreaks }: ProseBlock): string {
  if (lineBreaks.length === 0) return text;
  const units = text.split('');
  for (const at of lineBreaks) units[at] = lineSeparator;
  return units.join('');
}

const hasOpaqueEdge = /^\s*\uFFFC|\uFFFC\s*$/;

/**
 * Wraps a whole block that is one run, together with the code or footnote mark that begins or ends it; the text nodes
 * alone would stand on the wrong side of these. Returns false for other blocks.
 */
function isolateWithOpaqueEdges(block: ProseBlock): boolean {
  const { text: written, pieces, lineBreaks } = block;
  if (lineBreaks.length > 0 || !hasOpaqueEdge.test(written)) return false;
  const [first] = pieces;
  const [isolate] = findIsolates(written);
  if (first === undefined || isolate === undefined) return false;
  const around = written.slice(0, isolate.start) + written.slice(isolate.end);
  if (isolate.dir !== undefined || /[^\s\uFFFC]/.test(around) || pieces.some(hasDirection)) return false;
  const parent = first.ancestors.findLast(isProseBlock);
  if (!parent) return false;
  const children = parent.children as Content[];
  let from = children.indexOf(childHolding(first, parent));
  let to = from + 1;
  while (from > 0 && isInline(children[from - 1])) from -= 1;
  while (to < children.length && isInline(children[to])) to += 1;
  while (isBlankNode(children[from])) from += 1;
  while (isBlankNode(children[to - 1])) to -= 1;
  children.splice(from, to - from, toElement(isolate, children.slice(from, to)));
  return true;
}

function isInline(node: Content | undefined): boolean {
  return node !== undefined && !isProseBlock(node);
}

function isBlankNode(node: Content | undefined): boolean {
  return node !== undefined && isBlank(node);
}

/** Returns the index of a child in its parent. */
type ChildIndex = (parent: Parents, child: Content) => number;

/** Each search in a parent begins where the one before it ended, since isolates are wrapped from the last to the first. */
function createChildIndex(): ChildIndex {
  const lastFound = new Map<Parents, number>();
  return (parent, child) => {
    const children = parent.children as Content[];
    const index = children.lastIndexOf(child, lastFound.get(parent) ?? children.length);
    lastFound.set(parent, index);
    return index;
  };
}

/** Wraps the isolate at `next`, with the ones after it that are in the same text node; returns how many these are. */
function wrap(isolates: readonly Isolate[], next: number, { pieces }: ProseBlock, indexOf: ChildIndex): number {
  const isolate = isolates[next];
  if (isolate === undefined) return 1;
  const from = bisect(pieces.length, (index) => (pieces[index]?.end ?? 0) > isolate.start);
  const to = bisect(pieces.length, (index) => (pieces[index]?.start ?? 0) >= isolate.end);
  const within = pieces.slice(from, to);
  const [first] = within;
  const last = within.at(-1);
  if (first === undefined || last === undefined) return 1;
  if (first !== last) {
    if (!within.some(hasDirection)) isolateAcross(first, last, isolate, indexOf);
    return 1;
  }
  let end = next + 1;
  while ((isolates[end]?.start ?? -1) >= first.start) end += 1;
  if (!hasDirection(first)) isolateWithin(first, isolates.slice(next, end).reverse(), indexOf);
  return end - next;
}

/** Whether the author has set the direction of a piece; `rtl` is the page's own, and runs in it need isolates too. */
function hasDirection({ ancestors }: ProsePiece): boolean {
  const directed = ancestors.findLast(
    (node) =>
      node.type === 'element' &&
      (node.tagName === 'bdi' || node.tagName === 'bdo' || node.properties.dir !== undefined),
  );
  if (directed?.type !== 'element') return false;
  return !(String(directed.properties.dir).toLowerCase() === 'rtl' && directed.tagName !== 'bdo');
}

/** Wraps runs of one text node; they must be in order. */
function isolateWithin(
  { node, ancestors, start }: ProsePiece,
  isolates: readonly Isolate[],
  indexOf: ChildIndex,
): void {
  const parent = ancestors.at(-1);
  const [first] = isolates;
  if (!parent || first === undefined) return;
  const { value } = node;
  const added = isolates.flatMap((isolate, index): Content[] => {
    const [from, to] = [isolate.start - start, isolate.end - start];
    const after = value.slice(to, (isolates[index + 1]?.start ?? start + value.length) - start);
    return [toElement(isolate, [text(value.slice(from, to))]), text(after)];
  });
  node.value = value.slice(0, first.start - start);
  insertAfter(parent, indexOf(parent, node), added.filter(isNotEmpty));
}

/** The most arguments that a call is safe with. */
const mostArguments = 10_000;

function insertAfter(parent: Parents, index: number, added: readonly Content[]): void {
  const children = parent.children as Content[];
  if (added.length <= mostArguments) children.splice(index + 1, 0, ...added);
  else parent.children = children.slice(0, index + 1).concat(added, children.slice(index + 1)) as never;
}

/**
 * Wraps a run that spans several text nodes: `Hello **World**`. Does nothing when the element would have to begin or end
 * inside an element that it does not contain wholly.
 */
function isolateAcross(first: ProsePiece, last: ProsePiece, isolate: Isolate, indexOf: ChildIndex): void {
  const parent = first.ancestors.findLast((ancestor) => last.ancestors.includes(ancestor));
  if (!parent) return;
  const firstChild = childHolding(first, parent);
  const lastChild = childHolding(last, parent);
  const [from, to] = [isolate.start - first.start, isolate.end - last.start];
  const splitsElement =
    (firstChild !== first.node && from > 0) || (lastChild !== last.node && to < last.node.value.length);
  if (splitsElement) return;
  const children = parent.children as Content[];
  const lastIndex = indexOf(parent, lastChild);
  const firstIndex = indexOf(parent, firstChild);
  const inside = children.slice(firstIndex, lastIndex + 1);
  const before: Content[] = [];
  const after: Content[] = [];
  if (firstChild === first.node) {
    inside[0] = text(first.node.value.slice(from));
    first.node.value = first.node.value.slice(0, from);
    before.push(first.node);
  }
  if (lastChild === last.node) {
    inside[inside.length - 1] = text(last.node.value.slice(0, to));
    after.push(text(last.node.value.slice(to)));
  }
  children.splice(firstIndex, inside.length, ...[...before, toElement(isolate, inside), ...after].filter(isNotEmpty));
}

/** Returns the child of `parent` that is the piece's text node or contains it. */
function childHolding({ node, ancestors }: ProsePiece, parent: Parents): Content {
  return (ancestors[ancestors.indexOf(parent) + 1] as Content | undefined) ?? node;
}

function isNotEmpty(node: Content): boolean {
  return node.type !== 'text' || node.value !== '';
}

function toElement(isolate: Isolate, children: readonly Content[]) {
  const { dir } = isolate;
  const content = [text(markOf(isolate)), ...children].filter(isNotEmpty);
  return element(isolate.element, dir === undefined ? {} : { dir }, content);
}
