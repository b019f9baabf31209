import type { Root } from 'hast';
import { eachElement } from './walk-tree.ts';

const footnoteId = /^(?:fn-\d+|fnref-\d+(?:-\d+)?|footnote-label)$/;

/**
 * Prefixes ids from raw HTML with `user-content-`, so that they cannot clash with the page's own ids, and updates the
 * body's links to them. Footnote ids, which the renderer has generated, stay.
 */
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

/** Encodes a URI; replaces lone surrogates first, at which `encodeURI` throws. */
function encode(text: string): string {
  return encodeURI(text.toWellFormed());
}
