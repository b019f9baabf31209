import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Data, Definition, Literal, Root as MdastRoot } from 'mdast';
import type { VFile } from 'vfile';
import { type Component, type Content, element, isBlank, isComponent, isElement, text } from './hast-nodes.ts';
import { contextOf, type RenderContext, reportProblem } from './render-context.ts';
import type { Picture } from './types.ts';
import { encodeStrayPercents, isAbsoluteUrl } from './urls.ts';
import { eachElement, eachNode } from './walk-tree.ts';

declare module 'mdast' {
  interface PhrasingContentMap {
    bodyImage: BodyImage;
  }
  interface RootContentMap {
    bodyImage: BodyImage;
  }
}

/** An image that Astro's own plugins do not recognise: they would import it, and throw at a stray `%` in its name. */
interface BodyImage extends Omit<Literal, 'value'> {
  type: 'bodyImage';
  data: Data;
}

/** Takes images out of the reach of Astro's plugins; `rehypePictures` finds them again as `img`. */
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

function collectDefinitions(tree: MdastRoot): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  eachNode(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/**
 * Local images become the pictures that the resolver gives, remote ones stay as they are; all of them load late. An image
 * alone in its paragraph, with or without a link around it, becomes a `figure`; several become one each.
 */
export function rehypePictures() {
  return async (tree: HastRoot, file: VFile): Promise<void> => {
    const context = contextOf(file);
    const images: Element[] = [];
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'img') images.push(node);
      else if (node.tagName === 'picture') parent.children[index] = localImageOf(node) ?? node;
    });
    if (images.length === 0) return;
    const pictures = await resolveAll(images, context);
    tree.children = tree.children.flatMap((node) => place(node, tree, { pictures, sizes: context.imageSizes }));
  };
}

/** By image; one that is not here is remote, or has no file and lost its `src`. */
type Pictures = Map<Element, Picture>;

interface Placing {
  pictures: Pictures;
  sizes: string;
}

/** Of a `picture` in raw HTML, the image that we make our own picture of; nothing where it is remote. */
function localImageOf(picture: Element): Element | undefined {
  const image = picture.children.find((child) => isElement(child, 'img'));
  return image && isLocal(image) ? image : undefined;
}

function isLocal({ properties: { src } }: Element): boolean {
  return typeof src === 'string' && src !== '' && !isAbsoluteUrl(src);
}

async function resolveAll(images: readonly Element[], context: RenderContext): Promise<Pictures> {
  const { source, resolveImage } = context;
  const pictures: Pictures = new Map();
  const local = images.filter(isLocal);
  const resolved = await Promise.all(local.map(({ properties: { src } }) => resolveImage(String(src), source.file)));
  for (const [index, image] of local.entries()) {
    const picture = resolved[index];
    if (!picture) continue;
    if ('problem' in picture) {
      reportProblem(context, image, { message: picture.problem });
      image.properties.src = undefined;
    } else {
      pictures.set(image, picture);
      context.images.add(picture.source ?? String(image.properties.src));
    }
  }
  return pictures;
}

function place(node: Content, parent: HastRoot | Content, placing: Placing): Content[] {
  if (isElement(node, 'p') && holdsOnlyImages(node))
    return node.children.flatMap((child) => placeAlone(child, placing));
  if (imageOf(node) && (parent.type === 'root' || (isComponent(parent) && holdsOnlyImages(parent))))
    return placeAlone(node, placing);
  if (isElement(node, 'img')) return toPicture(node, placing);
  if ('children' in node)
    node.children = node.children.flatMap((child) => place(child, node, placing)) as ElementContent[];
  return [node];
}

function holdsOnlyImages({ children }: Element | Component): boolean {
  const others = children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  return others.length > 0 && others.every(imageOf);
}

/** An image, also inside a link around nothing else. */
function imageOf(node: Content): Element | undefined {
  if (isElement(node, 'img')) return node;
  if (!isElement(node, 'a')) return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  return isElement(only, 'img') && others.length === 0 ? only : undefined;
}

function placeAlone(node: Content, placing: Placing): Element[] {
  const image = imageOf(node);
  if (!image) return [];
  const { title, ...properties } = image.properties;
  image.properties = properties;
  const picture = toPicture(image, placing);
  if (picture.length === 0) return [];
  const shown = isElement(node, 'a') ? [element('a', node.properties, picture, node.position)] : picture;
  return [element('figure', {}, [...shown, ...toCaption(String(title ?? ''))], node.position)];
}

/** `وصف | رويترز` → a caption and a credit; without `|` all of it is the caption. */
function toCaption(title: string): Element[] {
  const bar = title.lastIndexOf('|');
  const caption = (bar === -1 ? title : title.slice(0, bar)).trim();
  const credit = bar === -1 ? '' : title.slice(bar + 1).trim();
  const parts: Content[] = [];
  if (caption !== '') parts.push(text(caption));
  if (caption !== '' && credit !== '') parts.push(text(' '));
  if (credit !== '') parts.push(element('span', { className: ['credit'] }, [text(credit)]));
  return parts.length === 0 ? [] : [element('figcaption', {}, parts)];
}

function toPicture(image: Element, { pictures, sizes }: Placing): Element[] {
  const { src, alt = '', title, width, height } = image.properties;
  if (typeof src !== 'string' || src === '') return [];
  const late = { loading: 'lazy', decoding: 'async' };
  const picture = pictures.get(image);
  if (!picture) {
    const address = encodeStrayPercents(encodeURI(src.toWellFormed()).replaceAll('%25', '%'));
    return [element('img', { src: address, alt, title, width, height, ...late }, [], image.position)];
  }
  const own = { src: picture.src, alt, title, width: picture.width, height: picture.height, ...late };
  const img = element('img', own, [], image.position);
  if (picture.sources.length === 0) return [img];
  const sources = picture.sources.map(({ type, srcset }) => element('source', { type, srcSet: srcset, sizes }, []));
  return [element('picture', {}, [...sources, img], image.position)];
}
