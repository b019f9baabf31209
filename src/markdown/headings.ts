import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { slugify } from '../lib/arabic/slug.ts';
import { plainText } from './plain-text.ts';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/**
 * Levels, ids and the list of headings.
 *
 * The page's title is its `h1`, so `#` and `##` both give `h2`; what lies deeper follows without a gap, whatever levels the
 * author jumped over. An empty heading is removed.
 *
 * An id is the slug of the text, `-2`, `-3` … where it repeats. The page's own ids are ASCII: a slug without any other
 * letter gets `section-` before it and cannot meet them. An id that the author gave stays, after `user-content-`.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const { headings } = contextOf(file);
    const taken = new Set<string>();
    const levels: number[] = [];
    const empty: [Element, Parents][] = [];
    eachElement(tree, (node, _index, parent) => {
      const level = levelOf(node);
      if (level === undefined || node.properties.id === 'footnote-label') return;
      const text = plainText(node);
      if (!/[^\s\p{Cf}]/u.test(text)) {
        empty.push([node, parent]);
        return;
      }
      while ((levels.at(-1) ?? 0) >= level) levels.pop();
      levels.push(level);
      const depth = levels.length + 1;
      node.tagName = `h${depth}`;
      node.properties.id ??= uniqueId(text, taken);
      headings.push({ depth, id: String(node.properties.id), text });
    });
    for (const [heading, parent] of empty) parent.children.splice(parent.children.indexOf(heading), 1);
  };
}

function levelOf({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  return level === undefined ? undefined : Math.max(2, Number(level));
}

function uniqueId(text: string, taken: Set<string>): string {
  const slug = slugify(text);
  const stem = slug === '' ? 'section' : /[^a-z0-9-]/.test(slug) ? slug : `section-${slug}`;
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  taken.add(id);
  return id;
}
