import type { Parents, Root, Text } from 'hast';
import { findIsolates, type Isolate } from '../lib/arabic/bidi.ts';
import { type Content, element, text } from './hast-nodes.ts';
import { findProseBlocks, type ProseBlock, type ProsePiece } from './prose-blocks.ts';

/** Wraps Latin runs and phone numbers in Arabic text in `bdi`, unless the author has set a direction on them. */
export function rehypeIsolates() {
  return (tree: Root): void => {
    for (const block of findProseBlocks(tree)) {
      // Backwards, so that wrapping a run leaves the positions of those before it valid.
      for (const isolate of findIsolates(block.text).reverse()) wrap(isolate, block);
    }
  };
}

function wrap(isolate: Isolate, { pieces }: ProseBlock): void {
  const within = pieces.filter(({ start, end }) => start < isolate.end && end > isolate.start);
  const [first] = within;
  const last = within.at(-1);
  if (first === undefined || last === undefined || within.some(hasDirection)) return;
  if (first === last) isolateWithin(first, isolate);
  else isolateAcross(first, last, isolate);
}

function hasDirection({ ancestors }: ProsePiece): boolean {
  return ancestors.some(
    (node) =>
      node.type === 'element' &&
      (node.tagName === 'bdi' || node.tagName === 'bdo' || node.properties.dir !== undefined),
  );
}

function isolateWithin({ node, ancestors, start }: ProsePiece, isolate: Isolate): void {
  const parent = ancestors.at(-1);
  if (!parent) return;
  const [from, to] = [isolate.start - start, isolate.end - start];
  const after = node.value.slice(to);
  const isolated = bdi(isolate, [text(node.value.slice(from, to))]);
  node.value = node.value.slice(0, from);
  replace(parent, node, [node, isolated, text(after)]);
}

/**
 * Wraps a run that spans several text nodes: `Hello **World**`. Does nothing when the `bdi` would have to begin or end
 * inside an element that it does not contain wholly.
 */
function isolateAcross(first: ProsePiece, last: ProsePiece, isolate: Isolate): void {
  const parent = first.ancestors.findLast((ancestor) => last.ancestors.includes(ancestor));
  if (!parent) return;
  const firstChild = childHolding(first, parent);
  const lastChild = childHolding(last, parent);
  const [from, to] = [isolate.start - first.start, isolate.end - last.start];
  const splitsElement =
    (firstChild !== first.node && from > 0) || (lastChild !== last.node && to < last.node.value.length);
  if (splitsElement) return;
  const children = parent.children as Content[];
  const firstIndex = children.indexOf(firstChild);
  const inside = children.slice(firstIndex, children.indexOf(lastChild) + 1);
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
  children.splice(firstIndex, inside.length, ...[...before, bdi(isolate, inside), ...after].filter(isNotEmpty));
}

/** Returns the child of `parent` that is the piece's text node or contains it. */
function childHolding({ node, ancestors }: ProsePiece, parent: Parents): Content {
  return (ancestors[ancestors.indexOf(parent) + 1] as Content | undefined) ?? node;
}

function replace(parent: Parents, node: Text, nodes: readonly Content[]): void {
  const children = parent.children as Content[];
  children.splice(children.indexOf(node), 1, ...nodes.filter((child) => child === node || isNotEmpty(child)));
}

function isNotEmpty(node: Content): boolean {
  return node.type !== 'text' || node.value !== '';
}

function bdi({ dir }: Isolate, children: readonly Content[]) {
  return element('bdi', dir === undefined ? {} : { dir }, children);
}
