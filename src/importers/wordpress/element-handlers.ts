import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { PhrasingContent } from 'mdast';
import { attributeOf, classesOf, find, lonelyAddress, textOf } from '../html-elements.ts';
import {
  embeddedFrame,
  figure,
  gallery,
  imageOf,
  recording,
  shortcodeGallery,
  youtubeVideo,
} from './media-elements.ts';
import { galleryElement } from './shortcodes.ts';
import { blockquote, footnoteReference, heading, inSmallDigits, linked, verse } from './text-elements.ts';
import type { Conversion, ElementHandler } from './types.ts';

/** Handlers of the elements that WordPress uses in its own way; all others are converted like those of any HTML. */
const handlers: Readonly<Record<string, ElementHandler>> = {
  img: (conversion, _state, node) => imageOf(node, '', conversion),
  figure,
  audio: recording,
  video: recording,
  iframe: embeddedFrame,
  [galleryElement]: shortcodeGallery,
  div: (conversion, state, node) =>
    classesOf(node).includes('wp-block-gallery') ? gallery(node, conversion) : state.toFlow(state.all(node)),
  ul: (conversion, state, node) => {
    const isGallery = classesOf(node).some((name) => /^(?:wp-block-gallery|blocks-gallery-grid)$/.test(name));
    return isGallery ? gallery(node, conversion) : defaultHandlers.ul(state, node);
  },
  p: (conversion, state, node) => {
    const address = lonelyAddress(node);
    const video = address === undefined ? undefined : youtubeVideo(address, '', conversion);
    return video ?? defaultHandlers.p(state, node);
  },
  a: (conversion, state, node) => {
    if (classesOf(node).includes('wp-block-file__button')) return undefined;
    const isImageLink = find(node, 'img').length > 0 && textOf(node) === '';
    const address = attributeOf(node, 'href');
    const children = () => state.all(node) as PhrasingContent[];
    if (isImageLink || address === '' || /^javascript:/i.test(address)) return children();
    return linked(address, children(), conversion);
  },
  blockquote,
  pre: (_conversion, state, node) =>
    classesOf(node).includes('wp-block-verse') ? verse(state, node) : defaultHandlers.pre(state, node),
  sup: footnoteReference,
  sub: (_conversion, state, node) => inSmallDigits(textOf(node), 'sub') ?? state.all(node),
  h1: heading,
  mark: (_conversion, state, node) => state.all(node),
};

/** Creates the handlers for `toMdast` that convert one body. */
export function createHandlers(conversion: Conversion): Record<string, Handle> {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, Handle] => [
      name,
      (state, node) => handler(conversion, state, node),
    ]),
  );
}
