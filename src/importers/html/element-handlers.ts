import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { anchorSpan, linkOrAnchor } from './anchors.ts';
import type { Conversion, ElementHandlers } from './conversion.ts';
import { details } from './details.ts';
import { lonelyAddress } from './elements.ts';
import { embeddedFrame, figure, imageOf, recording, youtubeVideo } from './media-elements.ts';
import { table } from './tables.ts';
import { blockquote, heading, kept, raised, strong, styled } from './text-elements.ts';

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
  a: linkOrAnchor,
  blockquote,
  sup: raised,
  sub: raised,
  ins: kept,
  kbd: kept,
  abbr: kept,
  b: strong,
  strong,
  span: anchorSpan,
  font: styled,
  table,
  details,
  area: linkOrAnchor,
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
