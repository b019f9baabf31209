import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { isWithinSite } from '../lib/base-path.ts';
import { encodeStrayPercents, isAbsoluteUrl } from '../lib/written-urls.ts';
import { element, text } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { eachElement } from './walk-tree.ts';

/** Marks external links with `data-external` and a visually hidden phrase, and encodes stray `%` in all URLs. */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const { siteUrl, labels } = contextOf(file);
    eachElement(tree, (node) => {
      const { tagName, properties, children } = node;
      const href = properties.href;
      if (tagName !== 'a' || typeof href !== 'string') return;
      properties.href = encodeStrayPercents(href);
      if (!isExternal(href, siteUrl)) return;
      properties.rel = ['noopener'];
      properties.dataExternal = '';
      const hidden = { className: ['visually-hidden'], dataPagefindIgnore: '' };
      children.push(element('span', hidden, [text(labels.externalLink)]));
    });
  };
}

function isExternal(href: string, siteUrl: string | undefined): boolean {
  if (!isAbsoluteUrl(href)) return false;
  const target = URL.parse(href, 'https://relative.invalid');
  return target === null || siteUrl === undefined || !isWithinSite(target, siteUrl);
}
