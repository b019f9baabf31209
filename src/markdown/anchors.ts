import type { Root } from 'hast';
import { eachElement } from './walk-tree.ts';

const footnoteId = /^(?:fn-\d+|fnref-\d+(?:-\d+)?|footnote-label)$/;

/** Ids of raw HTML get `user-content-`, so that they cannot meet the page's own; links to them in the body follow. */
export function rehypeAnchors() {
  return (tree: Root): void => {
    const renamed = new Map<string, string>();
    eachElement(tree, ({ properties }) => {
      const id = properties.id;
      if (typeof id !== 'string' || footnoteId.test(id)) return;
      properties.id = `user-content-${id.trim().replace(/\s+/g, '-')}`;
      renamed.set(`#${encode(id)}`, `#${encode(properties.id)}`);
    });
    if (renamed.size === 0) return;
    eachElement(tree, ({ properties }) => {
      const href = properties.href;
      if (typeof href === 'string') properties.href = renamed.get(href) ?? renamed.get(encode(href)) ?? href;
    });
  };
}

/** `encodeURI` throws at half a surrogate pair. */
function encode(text: string): string {
  return encodeURI(text.toWellFormed());
}
