import type { Element, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { slugify } from '../lib/arabic/slug.ts';
import { plainText } from './plain-text.ts';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/**
 * Sets the levels and ids of headings and lists them in the context.
 *
 * The page's title is its `h1`, so `#` and `##` both become `h2`. Deeper headings follow without gaps: `##`, `####`
 * become `h2`, `h3`. Empty headings are removed.
 *
 * The id is the slug of the text, with `-2`, `-3` … when it repeats. The page's own ids are ASCII, so an ASCII slug is
 * prefixed with `section-` to avoid clashes. An id from raw HTML stays; `rehypeAnchors` has prefixed it with
 * `user-content-`.
 */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    const { headings } = contextOf(file);
    const uniqueId = createHeadingIds();
    /** Stack of levels as the author wrote them: the current heading's and those of the headings it is nested under. */
    const levels: number[] = [];
    /** Removed after the walk: removing a child during the walk would make it skip the next one. */
    const empty = new Set<unknown>();
    const parentsOfEmpty = new Set<Parents>();
    eachElement(tree, (node, _index, parent) => {
      const level = levelOf(node);
      if (level === undefined || node.properties.id === 'footnote-label') return;
      const text = plainText(node);
      if (!/[^\s\p{Cf}]/u.test(text)) {
        empty.add(node);
        parentsOfEmpty.add(parent);
        return;
      }
      while ((levels.at(-1) ?? 0) >= level) levels.pop();
      levels.push(level);
      const depth = levels.length + 1;
      node.tagName = `h${depth}`;
      node.properties.id ??= uniqueId(text);
      headings.push({ depth, id: String(node.properties.id), text });
    });
    for (const parent of parentsOfEmpty)
      parent.children = parent.children.filter((child) => !empty.has(child)) as typeof parent.children;
  };
}

/** Returns the level of a heading, 2–6 (`h1` counts as 2); undefined for other elements. */
function levelOf({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  return level === undefined ? undefined : Math.max(2, Number(level));
}

/** Makes a function that returns a new id for each heading of one body, by its text. */
export function createHeadingIds(): (text: string) => string {
  const taken = new Set<string>();
  /** By stem: the number to try next, so that equal headings do not count from 2 each time. */
  const nextCounts = new Map<string, number>();
  return (text) => {
    const slug = slugify(text);
    const stem = slug === '' ? 'section' : /[^a-z0-9-]/.test(slug) ? slug : `section-${slug}`;
    let id = stem;
    let count = nextCounts.get(stem) ?? 2;
    for (; taken.has(id); count += 1) id = `${stem}-${count}`;
    nextCounts.set(stem, count);
    taken.add(id);
    return id;
  };
}
