import type { Element, ElementContent, Root, RootContent } from 'hast';

type Container = Root | Element;

/** Elements in which WordPress's `wpautop` puts text between blocks into paragraphs. */
const containers = ['blockquote', 'div', 'section', 'article', 'center', 'main', 'aside', 'header', 'footer'];
/** Elements that cannot be inside a paragraph: the list of `wpautop`, embedded media and galleries. */
const blocks = new Set(
  [
    'table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address p h1 h2',
    'h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu summary',
    'main center iframe audio video object script style noscript',
  ].flatMap((names) => names.split(' ')),
);

/**
 * What line ends are: white space, as in HTML; or empty lines separate paragraphs, as in posts of WordPress; or other
 * line ends are line breaks too, as WordPress shows posts of its classic editor.
 */
export type LineEnds = 'white-space' | 'paragraphs' | 'paragraphs-and-breaks';

/** Elements whose own text WordPress splits at empty lines. */
const splittable = ['p', 'li', 'blockquote'];

/**
 * Wraps text outside of blocks in `p`, as WordPress does when it shows a post. Inline elements that span several
 * paragraphs are repeated in each.
 */
export function markParagraphs(parent: Container, lineEnds: LineEnds): void {
  const children: RootContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    for (const paragraph of splitRun(run, lineEnds)) children.push(paragraph);
    run = [];
  };
  for (const child of (parent.children as ElementContent[]).flatMap(distribute)) {
    if (child.type === 'comment') continue;
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    flush();
    children.push(...markBlock(child, lineEnds));
  }
  flush();
  parent.children = children as Container['children'] & RootContent[];
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || node.children.some(isBlock));
}

/**
 * Moves an inline element that has blocks inside into each of them: `<b><p>…</p><p>…</p></b>` is two bold paragraphs. No
 * inline content of Markdown can hold a block.
 */
function distribute(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || blocks.has(node.tagName) || !node.children.some(isBlock)) return [node];
  const around = (children: ElementContent[]): ElementContent[] => {
    const parts: ElementContent[] = [];
    let run: ElementContent[] = [];
    const flush = (): void => {
      if (run.some((child) => child.type !== 'text' || child.value.trim() !== ''))
        parts.push({ ...node, children: run });
      else parts.push(...run);
      run = [];
    };
    for (const child of children.flatMap(distribute)) {
      if (!isBlock(child)) {
        run.push(child);
        continue;
      }
      flush();
      parts.push(isHolding(child) ? { ...child, children: around(child.children) } : child);
    }
    flush();
    return parts;
  };
  return around(node.children);
}

/** Whether a block holds text, which inline elements around the block can be moved to. */
function isHolding(node: ElementContent): node is Element {
  const whole = ['figure', 'iframe', 'audio', 'video', 'object', 'pre', 'form', 'script', 'style', 'noscript', 'hr'];
  return node.type === 'element' && !whole.includes(node.tagName);
}

/** Marks the paragraphs inside a block. A `p` becomes several if its text has empty lines. */
function markBlock(node: ElementContent, lineEnds: LineEnds): ElementContent[] {
  if (node.type !== 'element') return [node];
  node.children = node.children.flatMap(distribute);
  if (containers.includes(node.tagName)) markParagraphs(node, lineEnds);
  else if (['ul', 'ol'].includes(node.tagName)) {
    for (const item of node.children) markBlock(item, lineEnds);
  } else if (splittable.includes(node.tagName) && !node.children.some(isBlock)) {
    const paragraphs = splitRun(node.children, lineEnds);
    if (paragraphs.length > 1 && node.tagName === 'p') return paragraphs.map((one) => ({ ...node, ...one }));
    if (paragraphs.length > 1) node.children = paragraphs;
  }
  return [node];
}

function splitRun(run: readonly ElementContent[], lineEnds: LineEnds): Element[] {
  return splitAtEmptyLines(run, lineEnds)
    .map((children): Element => ({ type: 'element', tagName: 'p', properties: {}, children: trimBreaks(children) }))
    .filter(({ children }) => children.length > 0);
}

/** Splits inline content at empty lines, of two line breaks or in its texts, those inside of elements included. */
function splitAtEmptyLines(run: readonly ElementContent[], lineEnds: LineEnds): ElementContent[][] {
  const paragraphs: ElementContent[][] = [[]];
  const add = (parts: readonly ElementContent[][]): void => {
    for (const [index, part] of parts.entries()) {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push(...part);
    }
  };
  for (const node of run) {
    if (node.type === 'text') add(splitText(node.value, lineEnds));
    else if (isBreak(node) && isBreak(paragraphs.at(-1)?.findLast((before) => !isBlank(before)))) paragraphs.push([]);
    else if (node.type === 'element' && node.tagName !== 'code') {
      add(splitAtEmptyLines(node.children, lineEnds).map((children) => [{ ...node, children }]));
    } else add([[node]]);
  }
  return paragraphs;
}

function splitText(value: string, lineEnds: LineEnds): ElementContent[][] {
  if (lineEnds === 'white-space') return [[{ type: 'text', value }]];
  return value
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => (lineEnds === 'paragraphs' ? [{ type: 'text' as const, value: part }] : splitLines(part)));
}

function splitLines(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
      { type: 'text', value: line },
    ]);
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

function isBlank(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

/** Removes line breaks and spaces at both ends, and all but one of several line breaks in a row. */
function trimBreaks(children: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of children) {
    const last = kept.findLast((before) => !isBlank(before));
    if (isBreak(node) && (last === undefined || isBreak(last))) continue;
    kept.push(node);
  }
  while (isBreak(kept.at(-1)) || isBlank(kept.at(-1))) kept.pop();
  while (isBlank(kept[0])) kept.shift();
  return kept;
}
