import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { basePathOf, isRootedPath } from '../lib/base-path.ts';
import { mapSrcset } from '../lib/srcset.ts';
import { articleComponents } from './article-components.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { staticValue } from './static-mdx.ts';

const urlProperties = ['href', 'src', 'poster', 'cite'] as const;

/**
 * Puts the path that the site lives below before every path in a body, which authors write from the root of the site.
 * Must run last: all other plugins know only paths of the site.
 */
export function rehypeBasePath() {
  return (tree: Root, file: VFile): void => {
    const { siteUrl } = contextOf(file);
    const base = siteUrl === undefined ? '' : basePathOf(siteUrl);
    if (base !== '') place(tree.children, (url) => (isRootedPath(url) ? base + url : url));
  };
}

function place(nodes: readonly Content[], placed: (url: string) => string): void {
  for (const node of nodes) {
    if (isComponent(node)) placeComponent(node, placed);
    if (node.type === 'element') {
      const { properties } = node;
      for (const name of urlProperties) {
        const url = properties[name];
        if (typeof url === 'string') properties[name] = placed(url);
      }
      if (typeof properties.srcSet === 'string') properties.srcSet = mapSrcset(properties.srcSet, placed);
    }
    if ('children' in node) place(node.children, placed);
  }
}

const urlsOfOwn = new Set(['url', 'href', 'src', 'poster', 'image']);

/** Places the URL of a video, the only URL that the engine's components have, and those that a newsroom's own may have. */
function placeComponent({ name, attributes }: Component, placed: (url: string) => string): void {
  const isOwn = name !== null && !articleComponents.includes(name);
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    if (attribute.name !== 'url' && !(isOwn && urlsOfOwn.has(attribute.name))) continue;
    const url = staticValue(attribute.value);
    if (typeof url === 'string') attribute.value = placed(url);
  }
}
