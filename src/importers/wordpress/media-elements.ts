import type { Element } from 'hast';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { youtubeId } from '../../lib/youtube.ts';
import { isElement } from '../../markdown/hast-nodes.ts';
import { attributeOf, captionOf, classesOf, find, lonelyAddress, textOf, without } from '../html-elements.ts';
import { fileName } from './addresses.ts';
import { linkParagraph, paragraph, splitQuotation, text } from './text-elements.ts';
import type { Conversion, ElementHandler } from './types.ts';

/** An image of an `img`. See `placeImage`. */
export function imageOf(node: Element, caption: string, conversion: Conversion): PhrasingContent[] {
  const address = attributeOf(node, 'src');
  const idInClass = /(?:^|\s)wp-image-(\d+)/.exec(classesOf(node).join(' '))?.[1];
  const id = idInClass ?? (attributeOf(node, 'dataId') || undefined);
  return placeImage({ address, id, alt: attributeOf(node, 'alt'), caption }, conversion);
}

interface ImageSource {
  address: string;
  /** The id of its attachment. */
  id: string | undefined;
  alt: string;
  caption: string;
}

/** An image; its description, linked if the address leads anywhere, and a loss, if the image is not available. */
function placeImage({ address, id, alt, caption }: ImageSource, { context, losses }: Conversion): PhrasingContent[] {
  const placed = context.image(address, id);
  if (placed) return [{ type: 'image', url: placed.src, alt: alt || placed.alt, title: caption || null }];
  losses.push({ kind: 'image', address });
  const url = context.link(address);
  const description = text(alt || caption || fileName(address));
  return [url === undefined ? description : { type: 'link', url, children: [description] as never[] }];
}

/**
 * A `Video` component; undefined if the address is not a video of YouTube. The article's title stands for a missing
 * title.
 */
export function youtubeVideo(address: string, title: string, conversion: Conversion): BlockContent | undefined {
  const id = youtubeId(address.replace(/^(?:http:)?\/\//, 'https://').replace('youtube-nocookie.com', 'youtube.com'));
  if (id === undefined) return undefined;
  const url = `https://www.youtube.com/watch?v=${id}`;
  return component('Video', { url, title: title || conversion.context.title }, [], conversion);
}

/** A gallery of the images in an element, each with the caption of the figure or list item around it. */
export function gallery(node: Element, conversion: Conversion): BlockContent[] {
  const ownCaption = node.children.find((child) => isElement(child, 'figcaption'));
  const images = find(node, 'img').map((img) => {
    const item = find(node, 'figure', 'li').findLast((outer) => outer !== node && find(outer, 'img').includes(img));
    return imageOf(img, item ? captionOf(item) : '', conversion);
  });
  return galleryOf(images, ownCaption ? textOf(ownCaption) : '', conversion);
}

export const shortcodeGallery: ElementHandler = (conversion, _state, node) => {
  const ids = attributeOf(node, 'ids')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const images = conversion.context
    .gallery(ids)
    .map(({ address, id, caption }) => placeImage({ address, id, alt: '', caption }, conversion));
  return galleryOf(images, '', conversion);
};

/** A `Gallery` component; plain paragraphs for a single image, or if one of them is not available. */
function galleryOf(images: readonly PhrasingContent[][], caption: string, conversion: Conversion): BlockContent[] {
  const lines = images.map((image) => paragraph(...image));
  const isComplete = images.length > 1 && images.flat().every(({ type }) => type === 'image');
  return isComplete ? [component('Gallery', caption === '' ? {} : { caption }, lines, conversion)] : lines;
}

/** A figure can hold a pull quote, a gallery, an embed, an image, or anything else with a caption. */
export const figure: ElementHandler = (conversion, state, node) => {
  const classes = classesOf(node);
  const caption = captionOf(node);
  const images = find(node, 'img');
  const address = lonelyAddress(without(node, 'figcaption'));
  if (classes.includes('wp-block-pullquote')) {
    const { source, content } = splitQuotation(state, find(node, 'blockquote')[0] ?? node);
    return component('PullQuote', source === '' ? {} : { by: source }, content, conversion);
  }
  if (classes.includes('wp-block-gallery') || images.length > 1) return gallery(node, conversion);
  if (address !== undefined) return embed(address, caption, conversion);
  if (images[0] && find(node, 'table', 'blockquote').length === 0) {
    return paragraph(...imageOf(images[0], caption, conversion));
  }
  return [...(state.toFlow(state.all(without(node, 'figcaption'))) as BlockContent[]), ...captionParagraphs(caption)];
};

/** A video, or a link with its caption below it. */
function embed(address: string, caption: string, conversion: Conversion): BlockContent[] {
  const video = youtubeVideo(address, caption, conversion);
  return video ? [video] : [linkParagraph(address, address, conversion), ...captionParagraphs(caption)];
}

function captionParagraphs(caption: string): BlockContent[] {
  return caption === '' ? [] : [paragraph(text(caption))];
}

/** A link to an audio or video file. */
export const recording: ElementHandler = (conversion, _state, node) => {
  const address = attributeOf(node, 'src') || attributeOf(find(node, 'source')[0], 'src');
  return address === '' ? undefined : linkParagraph(address, textOf(node) || fileName(address), conversion);
};

/** A video, or a link to any other page in a frame, and a loss. */
export const embeddedFrame: ElementHandler = (conversion, _state, node) => {
  const address = attributeOf(node, 'src');
  const title = attributeOf(node, 'title');
  const video = youtubeVideo(address, title, conversion);
  if (video || address === '') return video;
  conversion.losses.push({ kind: 'frame', address });
  return linkParagraph(address, title, conversion);
};

function component(
  name: string,
  attributes: Record<string, string>,
  children: MdxJsxFlowElement['children'],
  { components }: Conversion,
): MdxJsxFlowElement {
  const element: MdxJsxFlowElement = {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  };
  components.push(element);
  return element;
}
