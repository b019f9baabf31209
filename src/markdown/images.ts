import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Data, Definition, Literal, Root as MdastRoot } from 'mdast';
import type { VFile } from 'vfile';
import { isWithinSite } from '../lib/base-path.ts';
import { isRemoteImage, mediaAddress } from '../lib/media-addresses.ts';
import { urlsInSrcset } from '../lib/srcset.ts';
import { encodeWritten, isAbsoluteUrl } from '../lib/written-urls.ts';
import { collectDefinitions } from './definitions.ts';
import { type Component, type Content, element, isBlank, isComponent, isElement, text } from './hast-nodes.ts';
import { contextOf, type RenderContext, reportFile } from './render-context.ts';
import type { Picture } from './types.ts';
import { eachElement, eachNode } from './walk-tree.ts';

declare module 'mdast' {
  interface PhrasingContentMap {
    bodyImage: BodyImage;
  }
  interface RootContentMap {
    bodyImage: BodyImage;
  }
}

/**
 * An mdast image under a type that Astro's own plugins ignore. These would import the image file as a module, and throw
 * if its name contains a stray `%`.
 */
interface BodyImage extends Omit<Literal, 'value'> {
  type: 'bodyImage';
  data: Data;
}

/** Hides images from Astro's plugins; remark-rehype turns them into `img` elements, which `rehypePictures` handles. */
export function remarkImages() {
  return (tree: MdastRoot): void => {
    let definitions: Map<string, Definition> | undefined;
    eachNode(tree, (node, index, parent) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      definitions ??= collectDefinitions(tree);
      const target = node.type === 'image' ? node : definitions.get(node.identifier);
      if (!target) return;
      const hProperties = { src: target.url, alt: node.alt ?? '', ...(target.title && { title: target.title }) };
      parent.children[index] = {
        type: 'bodyImage',
        data: { hName: 'img', hProperties },
        ...(node.position && { position: node.position }),
      };
    });
  };
}

/**
 * Replaces images by the pictures that `resolveImage` returns, and leaves remote ones that it passes; all get
 * `loading="lazy"`.
 * An image alone in its paragraph, with or without a link around it, becomes a `figure`. A paragraph of several images
 * becomes one `figure` each.
 */
export function rehypePictures() {
  return async (tree: HastRoot, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const images: Element[] = [];
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'img') images.push(node);
      else if (node.tagName === 'picture') parent.children[index] = localImageOf(node) ?? node;
      for (const address of shownBeside(node)) context.images.add(address);
    });
    if (images.length === 0) return;
    const pictures = await resolveAll(images, context);
    tree.children = tree.children.flatMap((node) => withPictures(node, tree, { pictures, sizes: context.imageSizes }));
  };
}

/** By `img` element. Images without an entry are passed, or could not be resolved: these have lost their `src`. */
type Pictures = Map<Element, Picture>;

interface PictureOptions {
  pictures: Pictures;
  /** The `sizes` attribute. */
  sizes: string;
}

/** Returns the `img` of a `picture` in raw HTML, which the caller puts in its place; undefined if it is not local. */
function localImageOf(picture: Element): Element | undefined {
  const image = picture.children.find((child) => isElement(child, 'img'));
  return image && isLocal(image) ? image : undefined;
}

function isLocal({ properties: { src } }: Element): boolean {
  return typeof src === 'string' && src !== '' && !isAbsoluteUrl(src);
}

/** Returns the remote images that an element shows otherwise than as an `img`: their servers must be allowed too. */
function shownBeside({ tagName, properties: { poster, srcSet } }: Element): string[] {
  const candidates = tagName === 'source' || tagName === 'img' ? urlsInSrcset(String(srcSet ?? '')) : [];
  const urls = [...(tagName === 'video' ? [String(poster ?? '')] : []), ...candidates];
  return urls.flatMap((url) => (isRemoteImage(url) ? (mediaAddress(url) ?? []) : []));
}

/** Whether the library knows an image: a file, or an image of another site than this, whose pages may be staged. */
function isResolved(image: Element, { siteUrl, stagingOf }: RenderContext): boolean {
  if (isLocal(image)) return true;
  const { src } = image.properties;
  const address = typeof src === 'string' && isRemoteImage(src) ? URL.parse(src, 'https://remote.invalid') : null;
  return address !== null && ![siteUrl, stagingOf].some((own) => own !== undefined && isWithinSite(address, own));
}

async function resolveAll(images: readonly Element[], context: RenderContext): Promise<Pictures> {
  const { source, resolveImage } = context;
  const pictures: Pictures = new Map();
  const known = images.filter((image) => isResolved(image, context));
  const resolved = await Promise.all(known.map(({ properties: { src } }) => resolveImage(String(src), source.file)));
  for (const [index, image] of known.entries()) {
    const picture = resolved[index];
    if (!picture) continue;
    if ('problem' in picture) {
      if (picture.address !== undefined) context.images.add(picture.address);
      if (picture.isPassed && !isLocal(image)) continue;
      reportFile(context, image, String(image.properties.src), picture);
      image.properties.src = undefined;
    } else {
      pictures.set(image, picture);
      context.images.add(picture.source ?? String(image.properties.src));
    }
  }
  return pictures;
}

/** Replaces the images in a node; an image alone in its paragraph becomes a `figure`. */
function withPictures(node: Content, parent: HastRoot | Content, options: PictureOptions): Content[] {
  if (isElement(node, 'p') && holdsOnlyImages(node)) return node.children.flatMap((child) => toFigure(child, options));
  if (imageOf(node) && (parent.type === 'root' || (isComponent(parent) && holdsOnlyImages(parent))))
    return toFigure(node, options);
  if (isElement(node, 'img')) {
    const made = toPicture(node, options);
    return isElement(parent, 'picture') ? made.map(imageWithin) : made;
  }
  if ('children' in node)
    node.children = node.children.flatMap((child) => withPictures(child, node, options)) as ElementContent[];
  return [node];
}

function holdsOnlyImages({ children }: Element | Component): boolean {
  const others = children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  return others.length > 0 && others.every(imageOf);
}

/** Returns the image that a node is, or that is the only content of a link. */
function imageOf(node: Content): Element | undefined {
  if (isElement(node, 'img')) return node;
  if (!isElement(node, 'a')) return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  return isElement(only, 'img') && others.length === 0 ? only : undefined;
}

/** Returns the `img` of a picture, for a `picture` in raw HTML that has sources of its own. */
function imageWithin(made: Element): Element {
  return (made.children.find((child) => isElement(child, 'img')) as Element | undefined) ?? made;
}

/** Makes a figure of an image, with the title as its caption; returns [] for other nodes and images without `src`. */
function toFigure(node: Content, options: PictureOptions): Element[] {
  const image = imageOf(node);
  if (!image) return [];
  const { title, ...properties } = image.properties;
  image.properties = properties;
  const picture = toPicture(image, options);
  if (picture.length === 0) return [];
  const content = isElement(node, 'a') ? [element('a', node.properties, picture, node.position)] : picture;
  return [element('figure', {}, [...content, ...toCaption(String(title ?? ''))], node.position)];
}

/** Makes a caption and a credit of a title: `وصف | رويترز`. Without `|`, the whole title is the caption. */
export function toCaption(title: string): Element[] {
  const bar = title.lastIndexOf('|');
  const caption = (bar === -1 ? title : title.slice(0, bar)).trim();
  const credit = bar === -1 ? '' : title.slice(bar + 1).trim();
  const parts: Content[] = [];
  if (caption !== '') parts.push(text(caption));
  if (caption !== '' && credit !== '') parts.push(text(' '));
  if (credit !== '') parts.push(element('span', { className: ['credit'] }, [text(credit)]));
  return parts.length === 0 ? [] : [element('figcaption', {}, parts)];
}

/** Makes a `picture` of an image, or an `img` if it is passed or has no `sources`; [] for an image without `src`. */
function toPicture(image: Element, { pictures, sizes }: PictureOptions): Element[] {
  const { src, alt = '', title, width, height } = image.properties;
  if (typeof src !== 'string' || src === '') return [];
  const lazy = { loading: 'lazy', decoding: 'async' };
  const picture = pictures.get(image);
  if (!picture) {
    return [element('img', { src: encodeWritten(src), alt, title, width, height, ...lazy }, [], image.position)];
  }
  const measures = { width: picture.width, height: picture.height, dataColor: picture.color };
  const img = element('img', { src: picture.src, alt, title, ...measures, ...lazy }, [], image.position);
  // A gallery takes what is in `picture`.
  if (picture.sources.length === 0 && picture.type === undefined) return [img];
  const sources = picture.sources.map(({ type, srcset }) => element('source', { type, srcSet: srcset, sizes }, []));
  return [element('picture', {}, [...sources, img], image.position)];
}
