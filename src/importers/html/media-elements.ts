import type { Element, Properties } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { isElement } from '../../markdown/hast-nodes.ts';
import { fileName } from '../newsroom/addresses.ts';
import type { Conversion, ElementHandler } from './conversion.ts';
import { attributeOf, captionOf, classesOf, find, lonelyAddress, textOf, without } from './elements.ts';
import { fileTarget, imageFile, linked, linkParagraph, paragraph, targetOf, text } from './text-elements.ts';

/** Converts an `img`. See `placeImage`. */
export function imageOf(node: Element, caption: string, conversion: Conversion): PhrasingContent[] {
  const idInClass = /(?:^|\s)wp-image-(\d+)/.exec(classesOf(node).join(' '))?.[1];
  const id = idInClass ?? (attributeOf(node, 'dataId') || undefined);
  return placeImage({ address: imageAddress(node), id, alt: attributeOf(node, 'alt'), caption }, conversion);
}

/** Attributes in which scripts keep the address of an image until readers come to it. */
const lazyNames = [
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataLazy',
  'dataOrigFile',
  'dataLargeFile',
  'dataFullUrl',
];

/** Returns the address of an image. Where `src` is an image that only keeps the place, another attribute has it. */
export function imageAddress(node: Element): string {
  const src = attributeOf(node, 'src');
  const lazy = lazyNames.map((name) => attributeOf(node, name)).find((value) => isFetched(value));
  const sets = ['srcSet', 'dataSrcSet', 'dataSrcset', 'dataLazySrcset'].flatMap((name) =>
    largestOf(node.properties[name]),
  );
  const isPlaceholder =
    !isFetched(src) || /(?:blank|spacer|placeholder|pixel|lazy[\w-]*|loading)\.(?:gif|png|svg)(?:\?|$)/i.test(src);
  return isPlaceholder ? (lazy ?? sets.find((value) => isFetched(value)) ?? src) : src;
}

function isFetched(address: string): boolean {
  return address !== '' && !/^(?:data|about|blob):/i.test(address);
}

/** Returns the address of the largest image of a `srcset`; none if there is no such attribute. */
function largestOf(srcset: Properties[string]): string[] {
  const written = Array.isArray(srcset) ? srcset.join(', ') : String(srcset ?? '');
  const candidates = written.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/));
  const sized = candidates.map(([address = '', size = '']) => ({ address, size: Number.parseFloat(size) || 0 }));
  const [largest] = sized.toSorted((a, b) => b.size - a.size);
  return largest && largest.address !== '' ? [largest.address] : [];
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
  const isEmbedded = !isFetched(address);
  losses.push({ kind: 'image', address: isEmbedded ? address.replace(/(?<=^.{40}).+$/s, '…') : address });
  const url = isEmbedded ? undefined : targetOf(address, conversion);
  // A name without an ending, as image services give it, says nothing.
  const label = alt || caption || (isEmbedded || !imageFile.test(address) ? '' : fileName(address));
  if (label === '') return [];
  return [url === undefined ? text(label) : { type: 'link', url, children: [text(label)] as never[] }];
}

/** Links an image to where a link around it leads. A link to an image is none: the site enlarges images by itself. */
export function imageLink(link: Element, images: PhrasingContent[], conversion: Conversion): PhrasingContent[] {
  const address = attributeOf(link, 'href');
  if (imageFile.test(address) || /^(?:#|javascript:|$)/i.test(address)) return images;
  // The description of an image that is not available may lead to the image: the link around it comes first.
  const shown = images.flatMap((image) => (image.type === 'link' ? image.children : [image]));
  return shown.length === 0 ? images : linked(address, shown, conversion);
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
  if (address !== undefined) return embed(address, caption, conversion);
  const captions = node.children.filter((child) => isElement(child, 'figcaption')) as Element[];
  const isOfImages =
    textOf(without(node, 'figcaption')) === '' &&
    find(node, 'table', 'blockquote').length === 0 &&
    captions.every((part) => find(part, 'img').length === 0);
  if (isOfImages && images.length > 1) return gallery(node, conversion);
  if (isOfImages && images[0]) return captionedImage(node, images[0], caption, conversion, state);
  return state.toFlow(state.all(node)) as BlockContent[];
};

function captionedImage(
  node: Element,
  img: Element,
  caption: string,
  conversion: Conversion,
  state: State,
): BlockContent[] {
  const image = imageOf(img, caption, conversion);
  const link = find(node, 'a').find((anchor) => find(anchor, 'img').includes(img));
  const isCaptionKept = image[0]?.type === 'image' || attributeOf(img, 'alt') === '';
  if (isCaptionKept) {
    for (const inCaption of find(node, 'figcaption').flatMap((part) => find(part, 'a')))
      conversion.losses.push({ kind: 'caption-link', address: attributeOf(inCaption, 'href') });
  }
  const shown = link ? imageLink(link, image, conversion) : image;
  const [figcaption] = find(node, 'figcaption');
  const below = isCaptionKept || caption === '' || !figcaption ? [] : (state.all(figcaption) as PhrasingContent[]);
  return [paragraph(...shown), ...(below.length > 0 ? [paragraph(...below)] : [])];
}

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
  const page = findEmbed(address)?.page;
  if (page !== undefined) return embed(page, '', conversion);
  const label = textOf(node);
  if ((targetOf(address, conversion) ?? fileTarget(address, conversion)) !== undefined)
    return linkParagraph(address, label || conversion.context.title, conversion, 'recordings');
  conversion.losses.push({ kind: 'recording', address });
  return paragraph(label === '' ? { type: 'inlineCode', value: address } : text(label));
};

/**
 * Converts a frame to a `Video`, or to a link to the page that the frame shows, which the site may embed again. Reports a
 * loss if it is that of no provider.
 */
export const embeddedFrame: ElementHandler = (conversion, _state, node) => {
  const address = ['src', ...lazyNames].map((name) => attributeOf(node, name)).find(isFetched);
  if (address === undefined) {
    conversion.losses.push({ kind: 'program', tag: 'iframe' });
    return undefined;
  }
  const title = attributeOf(node, 'title');
  const video = youtubeVideo(address, title, conversion);
  if (video) return video;
  const page = findEmbed(address)?.page;
  if (page !== undefined) return linkParagraph(page, title, conversion, 'embeds');
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
