import type { Element } from 'hast';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { isElement } from '../../markdown/hast-nodes.ts';
import { fileName } from '../newsroom/addresses.ts';
import type { Conversion, ElementHandler } from './conversion.ts';
import { attributeOf, captionOf, classesOf, find, lonelyAddress, textOf, without } from './elements.ts';
import { linkParagraph, paragraph, targetOf, text } from './text-elements.ts';

/** Converts an `img`. See `placeImage`. */
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

/** Makes an image. If it is not available, reports a loss and returns its description, linked if possible. */
function placeImage({ address, id, alt, caption }: ImageSource, conversion: Conversion): PhrasingContent[] {
  const { context, losses, parts } = conversion;
  const placed = context.image(address, id);
  if (placed) parts.push({ kind: 'images', name: '' });
  if (placed) return [{ type: 'image', url: placed.src, alt: alt || placed.alt, title: caption || null }];
  losses.push({ kind: 'image', address });
  const url = targetOf(address, conversion);
  const description = text(alt || caption || fileName(address));
  return [url === undefined ? description : { type: 'link', url, children: [description] as never[] }];
}

/**
 * Makes a `Video` component; undefined if the URL is not that of a YouTube video. If `title` is empty, the article's
 * title is used.
 */
export function youtubeVideo(address: string, title: string, conversion: Conversion): BlockContent | undefined {
  const video = findEmbed(address);
  if (video?.provider !== 'youtube') return undefined;
  conversion.parts.push({ kind: 'embeds', name: 'youtube' });
  return component('Video', { url: video.page, title: title || conversion.context.title }, [], conversion);
}

/** Makes a gallery of the images in an element, each with the caption of the figure or list item around it. */
export function gallery(node: Element, conversion: Conversion): BlockContent[] {
  const ownCaption = node.children.find((child) => isElement(child, 'figcaption'));
  const images = find(node, 'img').map((img) => {
    const item = find(node, 'figure', 'li').findLast((outer) => outer !== node && find(outer, 'img').includes(img));
    return imageOf(img, item ? captionOf(item) : '', conversion);
  });
  return galleryOf(images, ownCaption ? textOf(ownCaption) : '', conversion);
}

/** Makes a `Gallery` component, or plain paragraphs if there is only one image or one of several is not available. */
function galleryOf(images: readonly PhrasingContent[][], caption: string, conversion: Conversion): BlockContent[] {
  const lines = images.map((image) => paragraph(...image));
  const isComplete = images.length > 1 && images.flat().every(({ type }) => type === 'image');
  return isComplete ? [component('Gallery', caption === '' ? {} : { caption }, lines, conversion)] : lines;
}

/** Converts a figure, which may hold several images, an embed, an image, or anything else with a caption. */
export const figure: ElementHandler = (conversion, state, node) => {
  const caption = captionOf(node);
  const images = find(node, 'img');
  const address = lonelyAddress(without(node, 'figcaption'));
  if (images.length > 1) return gallery(node, conversion);
  if (address !== undefined) return embed(address, caption, conversion);
  if (images[0] && find(node, 'table', 'blockquote').length === 0) {
    const image = imageOf(images[0], caption, conversion);
    const isCaptionKept = image[0]?.type === 'image' || attributeOf(images[0], 'alt') === '';
    return [paragraph(...image), ...(isCaptionKept ? [] : captionParagraphs(caption))];
  }
  return [...(state.toFlow(state.all(without(node, 'figcaption'))) as BlockContent[]), ...captionParagraphs(caption)];
};

/** Converts an embedded page to a `Video`, or to a link with the caption below it. */
function embed(address: string, caption: string, conversion: Conversion): BlockContent[] {
  const video = youtubeVideo(address, caption, conversion);
  return video ? [video] : [linkParagraph(address, address, conversion), ...captionParagraphs(caption)];
}

function captionParagraphs(caption: string): BlockContent[] {
  return caption === '' ? [] : [paragraph(text(caption))];
}

/** Converts a recording to a link to the audio or video file. */
export const recording: ElementHandler = (conversion, _state, node) => {
  const address = attributeOf(node, 'src') || attributeOf(find(node, 'source')[0], 'src');
  if (address === '') return undefined;
  const label = textOf(node) || fileName(address);
  if (targetOf(address, conversion) !== undefined) return linkParagraph(address, label, conversion, 'recordings');
  conversion.losses.push({ kind: 'recording', address });
  return paragraph(text(label));
};

/** Converts a frame to a `Video`. If it shows any other page, converts it to a link and reports a loss. */
export const embeddedFrame: ElementHandler = (conversion, _state, node) => {
  const address = attributeOf(node, 'src');
  const title = attributeOf(node, 'title');
  const video = youtubeVideo(address, title, conversion);
  if (video || address === '') return video;
  conversion.losses.push({ kind: 'frame', address });
  return linkParagraph(address, title, conversion, false);
};

/** Makes an MDX component, and notes that the body has one. */
export function component(
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
