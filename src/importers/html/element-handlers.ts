import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import type { PhrasingContent } from 'mdast';
import type { Conversion, ElementHandlers } from './conversion.ts';
import { attributeOf, find, lonelyAddress, textOf } from './elements.ts';
import { embeddedFrame, figure, imageOf, recording, youtubeVideo } from './media-elements.ts';
import { blockquote, heading, inSmallDigits, linked } from './text-elements.ts';

/** Conversions of elements that differ from those of hast-util-to-mdast. */
export const htmlHandlers = {
  img: (conversion, _state, node) => imageOf(node, '', conversion),
  figure,
  audio: recording,
  video: recording,
  iframe: embeddedFrame,
  p: (conversion, state, node) => {
    const address = lonelyAddress(node);
    const video = address === undefined ? undefined : youtubeVideo(address, '', conversion);
    return video ?? defaultHandlers.p(state, node);
  },
  a: (conversion, state, node) => {
    const isImageLink = find(node, 'img').length > 0 && textOf(node) === '';
    const address = attributeOf(node, 'href');
    const children = () => state.all(node) as PhrasingContent[];
    if (isImageLink || address === '' || /^javascript:/i.test(address)) return children();
    return linked(address, children(), conversion);
  },
  blockquote,
  sup: (_conversion, state, node) => inSmallDigits(textOf(node), 'sup') ?? state.all(node),
  sub: (_conversion, state, node) => inSmallDigits(textOf(node), 'sub') ?? state.all(node),
  h1: heading,
  mark: (_conversion, state, node) => state.all(node),
  // Underlined text would look like a link.
  u: (_conversion, state, node) => state.all(node),
} satisfies ElementHandlers;

/**
 * Creates the handlers for `toMdast` that convert one body.
 * @param own those of the source, which come before the general ones
 */
export function createHandlers(conversion: Conversion, own: ElementHandlers = {}): Record<string, Handle> {
  return Object.fromEntries(
    Object.entries<ElementHandlers[string]>({ ...htmlHandlers, ...own }).map(([name, handler]): [string, Handle] => [
      name,
      (state, node) => handler(conversion, state, node),
    ]),
  );
}
