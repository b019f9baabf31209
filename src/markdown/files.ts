import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { formatFileSize } from '../lib/arabic/file-size.ts';
import { extensionOf, fileTypeOf, isPhotograph, isRelativePath, splitUrl } from '../lib/file-types.ts';
import { fileUrl } from '../lib/paths.ts';
import { isAbsoluteUrl } from '../lib/written-urls.ts';
import { type Content, element, text } from './hast-nodes.ts';
import { contextOf, type RenderContext, reportFile } from './render-context.ts';
import type { PublishedFile } from './types.ts';
import { eachElement } from './walk-tree.ts';

/**
 * Turns links to files beside the article into links to their published copies, with type and size after the text. A
 * link to a photograph leads to its published picture.
 */
export function rehypeFileLinks() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const links: { link: Element; href: string }[] = [];
    eachElement(tree, (node) => {
      const { href } = node.properties;
      if (node.tagName === 'a' && typeof href === 'string' && mayNameFile(href)) links.push({ link: node, href });
    });
    const found = await Promise.all(links.map(({ link, href }) => findTarget(link, href, context)));
    for (const [index, { link }] of links.entries()) {
      const target = found[index];
      if (target === undefined) continue;
      link.properties.href = target.url;
      if (target.file) link.children.push(text(' '), fileDetails(target.file, context));
    }
  };
}

/** Whether a link is a path with an extension, of the site or beside the article, that does not lead to a copy yet. */
function mayNameFile(href: string): boolean {
  const isRooted = href.startsWith('/') && !isAbsoluteUrl(href) && !href.startsWith(fileUrl(''));
  const isPath = isRelativePath(href) || isRooted;
  return isPath && extensionOf(splitUrl(href).path) !== '';
}

async function findTarget(
  link: Element,
  href: string,
  context: RenderContext,
): Promise<{ url: string; file?: PublishedFile } | undefined> {
  const { path } = splitUrl(href);
  if (isRelativePath(href) && isPhotograph(path)) {
    const url = await resolvePicture(link, path, context);
    return url === undefined ? undefined : { url };
  }
  const file = await resolveFile(link, href, context);
  return file && { url: file.url, file };
}

/** Resolves a file that an element names, and reports what is wrong with it; undefined if the URL stays as it is. */
export async function resolveFile(
  node: Element,
  src: string,
  context: RenderContext,
): Promise<PublishedFile | undefined> {
  const { source, resolveFile: resolve, files } = context;
  const file = await resolve(src, source.file);
  if (file === undefined) return undefined;
  if ('problem' in file) {
    reportFile(context, node, src, file);
    context.refused.add(node);
    return undefined;
  }
  const line = (node.position?.start.line ?? 1) + source.firstLine - 1;
  const known = files.get(file.source);
  if (known === undefined || line < known.line) files.set(file.source, { ...file, url: splitUrl(file.url).path, line });
  return file;
}

/** Resolves the picture that an element names, and returns its URL; reports what is wrong with it. */
export async function resolvePicture(node: Element, src: string, context: RenderContext): Promise<string | undefined> {
  const picture = await context.resolveImage(src, context.source.file);
  if ('problem' in picture) {
    reportFile(context, node, src, picture);
    context.refused.add(node);
    return undefined;
  }
  context.images.add(picture.source ?? src);
  return picture.src;
}

/** Makes the type and the size of a file, as they follow the text of a link: «(PDF، 2.3 ميغابايت)». */
export function fileDetails({ source, bytes }: PublishedFile, { labels, digits }: RenderContext): Element {
  const type = fileTypeOf(source)?.name ?? '';
  const [before = '', after = ''] = labels.fileDetails(type, formatFileSize(bytes, digits)).split(type);
  const content: Content[] = [text(before), element('bdi', {}, [text(type)]), text(after)];
  return element('small', { dataPagefindIgnore: '' }, content);
}
