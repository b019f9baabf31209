import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { bidiEmbeddings, bidiOverrides } from '../lib/arabic/characters.ts';

const marks = ['strong', 'emphasis', 'delete'];

/**
 * Cleans a tree in place: moves spaces from the ends of emphasis to its outside, merges adjacent and nested emphasis of
 * one kind, and removes empty nodes and characters that reorder text.
 */
export function tidyMarkdown(tree: Root): Root {
  cleanTexts(tree);
  tidyChildren(tree);
  return tree;
}

/** Bidi controls, which the build refuses: they can make readers see another text than the author wrote. */
const reordering = new RegExp(`[${bidiEmbeddings}${bidiOverrides}]`, 'g');

export function withoutReordering(text: string): string {
  return text.replace(reordering, '');
}

/** Removes characters that reorder text, and puts the text on one line. */
export function cleanLine(text: string): string {
  return withoutReordering(text).replace(/\s+/g, ' ').trim();
}

function cleanTexts(node: Nodes): void {
  if (node.type === 'text') node.value = withoutReordering(node.value).replace(/\u00a0/g, ' ');
  else if (node.type === 'image') {
    node.alt = clean(node.alt);
    node.title = clean(node.title);
  } else if ('children' in node) node.children.forEach(cleanTexts);
}

function clean(text: string | null | undefined): string | null {
  return text ? cleanLine(text) : null;
}

function tidyChildren(parent: Parents): void {
  for (const child of parent.children as Nodes[]) if ('children' in child) tidyChildren(child);
  parent.children = parent.children.filter((child) => !isEmpty(child)) as typeof parent.children;
  if (isPhrasingParent(parent)) {
    const spaced = mergeMarks((parent.children as PhrasingContent[]).flatMap(unwrapSpaces), parent.type);
    const outer = moveSignsOut(spaced).flatMap(unwrapSpaces);
    parent.children = mergeMarks(outer, parent.type) as typeof parent.children;
    if (parent.type === 'heading') parent.children = parent.children.map(onOneLine);
    if (['paragraph', 'heading', 'tableCell'].includes(parent.type)) parent.children = trim(parent.children);
  }
  parent.children = parent.children.filter((child) => !isEmpty(child)) as typeof parent.children;
}

/**
 * Moves punctuation at the ends of emphasis to its outside where a letter is beside it, and the bracket at the other end
 * with it: `قال**: نعم**` is not emphasis in Markdown, `قال: **نعم**` is.
 */
function moveSignsOut(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (!marks.includes(node.type) || !('children' in node)) return [node];
    const children = node.children as PhrasingContent[];
    const [start, end] = [signsOf(children[0], /^[\p{P}\p{S}]+/u), signsOf(children.at(-1), /[\p{P}\p{S}]+$/u)];
    const isPair = start !== '' && end !== '' && /[\p{Ps}\p{Pi}"']/u.test(start) && /[\p{Pe}\p{Pf}"']/u.test(end);
    const isStartMoved = start !== '' && endsInLetter(nodes[index - 1]);
    const isEndMoved = end !== '' && startsWithLetter(nodes[index + 1]);
    const before = isStartMoved || (isPair && isEndMoved) ? takeSigns(children[0], start.length, 'start') : [];
    const after = isEndMoved || (isPair && isStartMoved) ? takeSigns(children.at(-1), end.length, 'end') : [];
    return [...before, node, ...after];
  });
}

/** Whether what stands before emphasis is no space and no sign: a letter, or a link, whose last letter counts as one. */
function endsInLetter(node: PhrasingContent | undefined): boolean {
  return node !== undefined && node.type !== 'break' && (node.type !== 'text' || /[^\s\p{P}\p{S}]$/u.test(node.value));
}

function startsWithLetter(node: PhrasingContent | undefined): boolean {
  return node !== undefined && node.type !== 'break' && (node.type !== 'text' || /^[^\s\p{P}\p{S}]/u.test(node.value));
}

function signsOf(node: PhrasingContent | undefined, signs: RegExp): string {
  return node?.type === 'text' ? (signs.exec(node.value)?.[0] ?? '') : '';
}

/** Removes signs from an end of a text, and returns them as a text. */
function takeSigns(node: PhrasingContent | undefined, length: number, end: 'start' | 'end'): PhrasingContent[] {
  if (node?.type !== 'text') return [];
  const at = end === 'start' ? length : node.value.length - length;
  const [first, last] = [node.value.slice(0, at), node.value.slice(at)];
  node.value = end === 'start' ? last : first;
  return [{ type: 'text', value: end === 'start' ? first : last }];
}

/** Replaces line breaks by spaces: a heading is a single line. */
function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  if ('children' in node) node.children = (node.children as PhrasingContent[]).map(onOneLine) as typeof node.children;
  return node;
}

function isPhrasingParent(node: Parents): boolean {
  return ['paragraph', 'heading', 'tableCell', 'link', 'mdxJsxTextElement', ...marks].includes(node.type);
}

/** Moves spaces out of emphasis: `** نص **` is not emphasis in Markdown, ` **نص** ` is. Images alone are not emphasised. */
function unwrapSpaces(node: PhrasingContent): PhrasingContent[] {
  if (!['mdxJsxTextElement', ...marks].includes(node.type) || !('children' in node)) return [node];
  const children = node.children as PhrasingContent[];
  if (children.length === 0) return [node];
  if (children.every((child) => child.type === 'image' || isSpace(child))) return children;
  const start = children.findIndex((child) => !isSpace(child));
  if (start < 0) return children;
  const end = children.findLastIndex((child) => !isSpace(child)) + 1;
  const inner = children.slice(start, end);
  const space = (at: number, edge: RegExp): PhrasingContent[] => {
    const child = inner.at(at);
    if (child?.type !== 'text' || !edge.test(child.value)) return [];
    child.value = child.value.replace(edge, '');
    return [{ type: 'text', value: ' ' }];
  };
  const before = [...children.slice(0, start), ...space(0, /^\s+/)];
  const after = [...space(-1, /\s+$/), ...children.slice(end)];
  return [...before, { ...node, children: inner } as PhrasingContent, ...after];
}

/** Merges adjacent marks of one kind, because `**a****b**` is not two emphases, and unwraps nested ones. */
function mergeMarks(nodes: readonly PhrasingContent[], outer: string): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === outer && 'children' in node) merged.push(...(node.children as PhrasingContent[]));
    else if (last?.type === 'text' && node.type === 'text')
      merged.splice(-1, 1, { type: 'text', value: last.value + node.value });
    else if (last && last.type === node.type && marks.includes(node.type) && 'children' in last && 'children' in node) {
      last.children.push(...(node.children as never[]));
    } else merged.push(node);
  }
  return merged;
}

/** Removes spaces and breaks at both ends, and spaces around breaks. */
function trim<Child extends Nodes>(children: Child[]): Child[] {
  const kept = [...children];
  for (const [index, node] of kept.entries()) {
    if (node.type === 'text' && kept[index - 1]?.type === 'break') node.value = node.value.trimStart();
    if (node.type === 'text' && kept[index + 1]?.type === 'break') node.value = node.value.trimEnd();
  }
  while (isSpace(kept[0])) kept.shift();
  while (isSpace(kept.at(-1))) kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return kept;
}

function isSpace(node: Nodes | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === '';
  const holdsNothing = 'children' in node && node.children.length === 0;
  return holdsNothing && !['tableCell', 'mdxJsxFlowElement', 'mdxJsxTextElement'].includes(node.type);
}
