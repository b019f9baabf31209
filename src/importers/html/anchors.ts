import type { Element, Parents, Root } from 'hast';
import type { PhrasingContent } from 'mdast';
import { decodePart } from '../../lib/decode-path.ts';
import { createHeadingIds } from '../../markdown/headings.ts';
import { eachElement } from '../../markdown/walk-tree.ts';
import type { Conversion, ElementHandler } from './conversion.ts';
import { attributeOf, find, textOf } from './elements.ts';
import { imageLink } from './media-elements.ts';
import { inlineElement, linked, styled } from './text-elements.ts';

const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** Elements that can hold a mark at their beginning. */
const lineNames = ['p', 'li', 'td', 'th', 'dt', 'dd', 'summary', 'figcaption'];

/**
 * Maps the fragments of the links within a body to fragments of the new page: that of the heading that the old one
 * named, or the old one itself, for which a mark is put into the tree. Fragments without a place are left out.
 */
export function placeAnchors(tree: Root): ReadonlyMap<string, string> {
  const wanted = new Set(
    allElements(tree)
      .map((node) => attributeOf(node, 'href'))
      .flatMap((href) => (href.length > 1 && href.startsWith('#') ? [decodePart(href.slice(1))] : [])),
  );
  if (wanted.size === 0) return new Map();
  const headings = identifyHeadings(tree);
  const anchors = new Map<string, string>();
  for (const place of listPlaces(tree)) {
    const id = namesOf(place.node).find((name) => wanted.has(name) && !anchors.has(name));
    if (id === undefined) continue;
    const heading = headingAt(place, tree);
    if (heading) anchors.set(id, headings.get(heading) ?? '');
    else if (mark(place.node, id)) anchors.set(id, id);
  }
  return anchors;
}

interface Place {
  node: Element;
  parents: Parents[];
}

function allElements(tree: Parents): Element[] {
  const found: Element[] = [];
  eachElement(tree, (node) => {
    found.push(node);
  });
  return found;
}

function listPlaces(parent: Parents, parents: readonly Parents[] = []): Place[] {
  return (parent.children as Element[]).flatMap((node): Place[] => {
    if (node.type !== 'element') return [];
    const own = [...parents, parent];
    return [...(namesOf(node).length > 0 ? [{ node, parents: own }] : []), ...listPlaces(node, own)];
  });
}

function namesOf(node: Element): string[] {
  const names = [attributeOf(node, 'id'), node.tagName === 'a' ? attributeOf(node, 'name') : ''];
  return names.filter((name) => name !== '');
}

function identifyHeadings(tree: Root): Map<Element, string> {
  const idOf = createHeadingIds();
  const headings = allElements(tree).filter((node) => headingNames.includes(node.tagName) && textOf(node) !== '');
  return new Map(headings.map((node) => [node, idOf(textOf(node))]));
}

/** Returns the heading that a place is, is in, begins with, or stands right before. */
function headingAt({ node, parents }: Place, tree: Root): Element | undefined {
  const around = [node, ...parents].find((one) => one.type === 'element' && headingNames.includes(one.tagName));
  if (around?.type === 'element') return around;
  const [first] = allElements(node).filter(({ tagName }) => [...headingNames, ...lineNames].includes(tagName));
  if (first) return headingNames.includes(first.tagName) ? first : undefined;
  if (textOf(node) !== '') return undefined;
  const elements = allElements(tree);
  const next = elements
    .slice(elements.indexOf(node) + 1)
    .find((one) => textOf(one) !== '' || ['img', 'hr', 'iframe'].includes(one.tagName));
  const isInText = parents.some((parent) => parent.type === 'element' && textOf(parent) !== '' && isLine(parent));
  return next && !isInText && headingNames.includes(next.tagName) ? next : undefined;
}

function isLine({ tagName }: Element): boolean {
  return lineNames.includes(tagName);
}

/** The attribute of marks, which tells them from all other spans. */
const markName = 'dataImportedAnchor';

/** Puts a mark to which links can lead at the beginning of an element. Returns whether there is room for one. */
function mark(node: Element, id: string): boolean {
  const span: Element = { type: 'element', tagName: 'span', properties: { [markName]: id }, children: [] };
  const line = isLine(node) ? node : find(node, ...lineNames)[0];
  if (line) line.children.unshift(span);
  else if (['a', 'span', 'strong', 'b', 'em', 'i', 'sup', 'font', 'u'].includes(node.tagName))
    node.children.unshift(span);
  else return false;
  return true;
}

/** Converts a span, which may be a mark to which links of the body lead. */
export const anchorSpan: ElementHandler = (conversion, state, node) => {
  const id = attributeOf(node, markName);
  if (id === '') return styled(conversion, state, node);
  return inlineElement('span', { id }, [{ type: 'text', value: '' }]);
};

/** Converts a link: to another page, to a place of the same page, or around an image. */
export const linkOrAnchor: ElementHandler = (conversion, state, node) => {
  const address = attributeOf(node, 'href');
  const isImage = find(node, 'img').length > 0 && textOf(node) === '';
  const children = (): PhrasingContent[] =>
    node.tagName === 'area'
      ? [{ type: 'text', value: attributeOf(node, 'alt') || address }]
      : (state.all(node) as PhrasingContent[]);
  if (address === '' || /^javascript:/i.test(address)) return children();
  if (isImage) return imageLink(node, children(), conversion);
  return address.startsWith('#')
    ? linkToAnchor(address, children(), conversion)
    : linked(address, children(), conversion);
};

function linkToAnchor(
  address: string,
  children: PhrasingContent[],
  { anchors, losses, parts }: Conversion,
): PhrasingContent[] {
  const anchor = anchors.get(decodePart(address.slice(1)));
  if (anchor === undefined) {
    losses.push({ kind: 'link', address });
    return children;
  }
  parts.push({ kind: 'links', name: '' });
  return [{ type: 'link', url: `#${anchor}`, children: children as never[] }];
}
