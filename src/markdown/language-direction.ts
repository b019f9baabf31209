import type { Element, Parents, Root } from 'hast';
import { directionOfLanguage } from '../lib/language-direction.ts';

/**
 * Gives elements with `lang` the direction of their language, unless the author has set one: without it, the full stop
 * of an English sentence is shown on its left.
 */
export function rehypeLanguageDirection() {
  return (tree: Root): void => setDirections(tree, 'rtl');
}

/** `inherited` is the direction of the parent. */
function setDirections(parent: Parents, inherited: string): void {
  for (const node of parent.children) {
    if (!('children' in node)) continue;
    const direction = node.type === 'element' ? directionOf(node, inherited) : inherited;
    setDirections(node, direction);
  }
}

/** Returns the direction of an element, and sets it if only the language says it. */
function directionOf({ properties }: Element, inherited: string): string {
  const { lang, dir } = properties;
  if (typeof dir === 'string' && dir !== '') return dir.toLowerCase();
  if (typeof lang !== 'string' || lang.trim() === '') return inherited;
  const direction = directionOfLanguage(lang);
  // Arabic on a page that runs from the right needs no direction of its own.
  if (direction !== inherited || !/^ar\b/i.test(lang)) properties.dir = direction;
  return direction;
}
