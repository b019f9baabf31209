import type { Element, Root } from 'hast';
import { isElement } from './hast-nodes.ts';
import { eachElement } from './walk-tree.ts';

/** The first number that is wider than the space before the text. */
const wide = 100;

/** Makes room for years and other long numbers before the items of a list: `<ol start="1948" data-numbers="wide">`. */
export function rehypeListNumbers() {
  return (tree: Root): void => {
    eachElement(tree, (list) => {
      if (isElement(list, 'ol') && largestNumber(list) >= wide) list.properties.dataNumbers = 'wide';
    });
  };
}

function largestNumber(list: Element): number {
  const items = list.children.filter((child) => isElement(child, 'li'));
  let number = Number(list.properties.start ?? 1) - 1;
  let largest = number;
  for (const { properties } of items) {
    number = properties.value === undefined ? number + 1 : Number(properties.value);
    largest = Math.max(largest, number);
  }
  return largest;
}
