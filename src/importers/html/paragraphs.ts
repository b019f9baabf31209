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
 * Wraps text outside of blocks in `p`, as WordPress does when it shows a post: authors of its classic editor separate
 * paragraphs with empty lines.
 * @param areLinesBroken whether a single line end is a line break, and not white space
 */
export function markParagraphs(parent: Container, areLinesBroken: boolean): void {
  const children: RootContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    for (const paragraph of splitRun(run, areLinesBroken)) children.push(paragraph);
    run = [];
  };
  for (const child of parent.children) {
    if (child.type === 'comment' || child.type === 'doctype' || child.type === 'mdxjsEsm') continue;
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    flush();
    if (child.type === 'element' && containers.includes(child.tagName)) markParagraphs(child, areLinesBroken);
    children.push(child);
  }
  flush();
  parent.children = children as Container['children'] & RootContent[];
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || node.children.some(isBlock));
}

function splitRun(run: readonly ElementContent[], areLinesBroken: boolean): Element[] {
  const paragraphs: ElementContent[][] = [[]];
  for (const node of run) {
    if (node.type !== 'text') {
      paragraphs.at(-1)?.push(node);
      continue;
    }
    for (const [index, part] of node.value.split(/\n[^\S\n]*\n\s*/).entries()) {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push(...(areLinesBroken ? splitLines(part) : [{ type: 'text' as const, value: part }]));
    }
  }
  return paragraphs
    .map((children): Element => ({ type: 'element', tagName: 'p', properties: {}, children: trimBreaks(children) }))
    .filter(({ children }) => children.length > 0);
}

function splitLines(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
      { type: 'text', value: line },
    ]);
}

/** Removes line breaks and spaces at both ends, and all but one of several line breaks in a row. */
function trimBreaks(children: readonly ElementContent[]): ElementContent[] {
  const isBreak = (node: ElementContent | undefined): boolean => node?.type === 'element' && node.tagName === 'br';
  const isBlank = (node: ElementContent | undefined): boolean => node?.type === 'text' && node.value.trim() === '';
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
