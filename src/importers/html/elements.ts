import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { eachElement } from '../../markdown/walk-tree.ts';

/** Finds all descendants with one of these names, in document order. */
export function find(node: Element, ...names: string[]): Element[] {
  const found: Element[] = [];
  eachElement(node, (element) => {
    if (names.includes(element.tagName)) found.push(element);
  });
  return found;
}

/** Returns a copy without the descendants of this name. */
export function without(node: Element, name: string): Element {
  const children = node.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child];
    return child.tagName === name ? [] : [without(child, name)];
  });
  return { ...node, children };
}

/** Returns the text of the first `figcaption`, on one line; '' if there is none. */
export function captionOf(node: Element): string {
  const [caption] = find(node, 'figcaption');
  return caption ? textOf(caption) : '';
}

export function textOf(node: Element): string {
  return toText(node).replace(/\s+/g, ' ').trim();
}

/** Returns the URL that is the only content of an element: WordPress shows such a URL as an embedded page. */
export function lonelyAddress(node: Element): string | undefined {
  if (find(node, 'img', 'iframe', 'audio', 'video').length > 0) return undefined;
  return /^https?:\/\/\S+$/.exec(textOf(node))?.[0];
}

export function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** Returns the trimmed value of an attribute; '' if there is none. */
export function attributeOf(node: Element | undefined, name: string): string {
  const value = node?.properties[name];
  return typeof value === 'string' ? value.trim() : '';
}
