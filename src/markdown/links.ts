import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { element, text } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { encodeStrayPercents, isAbsoluteUrl } from './urls.ts';
import { eachElement } from './walk-tree.ts';

/** Marks external links with `data-external` and a visually hidden phrase, and encodes stray `%` in all URLs. */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const { siteHost, labels } = contextOf(file);
    eachElement(tree, (node) => {
      const { tagName, properties, children } = node;
      const href = properties.href;
      if (tagName !== 'a' || typeof href !== 'string') return;
      properties.href = encodeStrayPercents(href);
      if (!isExternal(href, siteHost)) return;
      properties.rel = ['noopener'];
      properties.dataExternal = '';
      const hidden = { className: ['visually-hidden'], dataPagefindIgnore: '' };
      children.push(element('span', hidden, [text(labels.externalLink)]));
    });
  };
}

function isExternal(href: string, siteHost: string | undefined): boolean {
  return isAbsoluteUrl(href) && URL.parse(href, 'https://relative.invalid')?.host !== siteHost;
}
