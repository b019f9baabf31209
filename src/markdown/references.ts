import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { isWithinSite } from '../lib/base-path.ts';
import { decodePart } from '../lib/decode-path.ts';
import { isServicePath } from '../lib/image-services.ts';
import { findUrlFault, schemeOf } from '../lib/link-schemes.ts';
import { fileUrl, imageUrl } from '../lib/paths.ts';
import { urlsInSrcset } from '../lib/srcset.ts';
import { findAnchor } from './anchors.ts';
import { type Component, type Content, isComponent } from './hast-nodes.ts';
import { contextOf } from './render-context.ts';
import { staticValue } from './static-mdx.ts';
import type { BodyReference } from './types.ts';
import { eachElement } from './walk-tree.ts';

/**
 * Lists the anchors of a body and what it refers to within the site, and completes links to its own headings. Must run
 * last: only what the page has counts, unlike comments, unused definitions, and footnotes that nothing refers to.
 * A URL that is refused for its beginning is told already.
 */
export function rehypeReferences() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const anchors = new Set<string>();
    eachElement(tree, ({ properties: { id } }) => {
      if (typeof id === 'string' && id !== '') anchors.add(id);
    });
    context.anchors = [...anchors];
    const locate = createLocator(file, context.source.firstLine);
    visit(tree.children, (node) => {
      if (node.type === 'element' && completeOwnLink(node, anchors)) return;
      if (context.refused.has(node)) return;
      for (const { kind, url } of referencesOf(node)) {
        if (kind === 'link' && findUrlFault(decodePart(url)) !== undefined) continue;
        if (!isOwnCopy(url) && mayBeInternal(url, context.siteUrl))
          context.references.push({ kind, url, ...locate(node, url) });
      }
    });
  };
}

function visit(nodes: readonly Content[], see: (node: Element | Component) => void): void {
  for (const node of nodes) {
    if (node.type === 'element' || isComponent(node)) see(node);
    if ('children' in node) visit(node.children, see);
  }
}

/** Returns whether a node is a link to an anchor of the same body, and writes the anchor's id into the link. */
function completeOwnLink({ tagName, properties }: Element, anchors: ReadonlySet<string>): boolean {
  const { href } = properties;
  if (tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return false;
  const written = decodePart(href.slice(1));
  const anchor = findAnchor(written, anchors);
  if (anchor !== undefined && anchor !== written) properties.href = `#${encodeURI(anchor.toWellFormed())}`;
  return anchor !== undefined;
}

type Reference = Pick<BodyReference, 'kind' | 'url'>;

const fileAttributes = ['src', 'poster'] as const;

function referencesOf(node: Element | Component): Reference[] {
  if (node.type !== 'element') return referencesOfComponent(node);
  const { tagName, properties } = node;
  const { href, srcSet } = properties;
  if (tagName === 'a') return typeof href === 'string' ? [{ kind: 'link', url: href }] : [];
  const urls = fileAttributes.flatMap((name) => properties[name] ?? []);
  const candidates = typeof srcSet === 'string' ? urlsInSrcset(srcSet) : [];
  return [...urls, ...candidates].filter((url) => typeof url === 'string').map((url) => ({ kind: 'file', url }));
}

/** Returns the URL of a video. */
function referencesOfComponent({ attributes }: Component): Reference[] {
  return attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'url') return [];
    const url = staticValue(attribute.value);
    return typeof url === 'string' ? [{ kind: 'file' as const, url }] : [];
  });
}

/** Whether a URL is that of an image or a file as the site publishes it, or of a size that a service makes of one. */
function isOwnCopy(url: string): boolean {
  return url.startsWith(imageUrl('')) || url.startsWith(fileUrl('')) || isServicePath(url);
}

/** Whether a URL may lead into the site: a path, an anchor, or a URL below the site's address. */
function mayBeInternal(url: string, siteUrl: string | undefined): boolean {
  if (url === '' || url === '#') return false;
  const scheme = schemeOf(url);
  if (scheme === '' && !/^[\\/]{2}/.test(url)) return true;
  if (scheme !== '' && scheme !== 'https' && scheme !== 'http') return false;
  const target = siteUrl === undefined ? null : URL.parse(url, siteUrl);
  return target !== null && siteUrl !== undefined && isWithinSite(target, siteUrl);
}

/** The most lines of a link that are searched for its URL. */
const mostLines = 20;

type Locate = (node: Element | Component, url: string) => Pick<BodyReference, 'line' | 'column'>;

/** Makes a function that returns the place of the line that has a node's URL, or else that of the node. */
function createLocator(file: VFile, firstLine: number): Locate {
  let lines: string[] | undefined;
  return ({ position }, url) => {
    const { line = 1, column } = position?.start ?? {};
    const at = { line: line + firstLine - 1, ...(column !== undefined && { column }) };
    const end = position?.end.line ?? line;
    if (end === line) return at;
    lines ??= String(file).split(/\r\n|\n|\r/);
    const spellings = [decodePart(url), url];
    const below = lines
      .slice(line - 1, Math.min(end, line + mostLines))
      .findIndex((text) => spellings.some((spelling) => text.includes(spelling)));
    return below <= 0 ? at : { line: at.line + below };
  };
}
