import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';

/** Any node that can be a child. */
export type Content = RootContent | ElementContent;

/** An MDX component or, before `rehypeJsxElements`, HTML written as JSX. */
export type Component = MdxJsxFlowElementHast | MdxJsxTextElementHast;

export function isElement<Name extends string>(
  node: Nodes | undefined,
  tagName: Name,
): node is Element & { tagName: Name } {
  return node?.type === 'element' && node.tagName === tagName;
}

export function hasClass(node: Nodes, name: string): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

export function isComponent(node: Nodes): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether a node is text that shows nothing: white space, or format characters such as U+200F. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && !/[^\s\p{Cf}]/u.test(node.value);
}

export function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

export function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly Content[],
  position?: Element['position'],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children as ElementContent[],
    ...(position && { position }),
  };
}
