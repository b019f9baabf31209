import type { Root } from 'hast';
import { slugify } from '../lib/arabic/slug.ts';
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

/**
 * Finds the anchor that a fragment names: the id itself, or that of a heading written as authors are told to write it,
 * with or without tashkeel, capitals and punctuation, and in full even if its id is cut.
 */
export function findAnchor(fragment: string, anchors: ReadonlySet<string>): string | undefined {
  if (anchors.has(fragment)) return fragment;
  const [, beginning = '', number] = /^(.+)-(\d+)$/s.exec(fragment) ?? [];
  return [...spellings(beginning).map((spelling) => `${spelling}-${number}`), ...spellings(fragment)].find((spelling) =>
    anchors.has(spelling),
  );
}

function spellings(text: string): string[] {
  const slug = slugify(text);
  return slug === '' ? [] : [slug, `section-${slug}`];
}
