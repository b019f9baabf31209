import { defaultHandlers } from 'hast-util-to-mdast';
import type { ElementHandlers } from '../html/conversion.ts';
import { htmlHandlers } from '../html/element-handlers.ts';
import { attributeOf, classesOf, find } from '../html/elements.ts';
import { component, gallery } from '../html/media-elements.ts';
import { splitQuotation, verse } from '../html/text-elements.ts';

/**
 * Conversions of the elements that WordPress's blocks use in their own way.
 * @param footnoteNumbers by the ids of the footnotes
 */
export function createBlockHandlers(footnoteNumbers: ReadonlyMap<string, string>): ElementHandlers {
  return {
    div: (conversion, state, node) =>
      classesOf(node).includes('wp-block-gallery') ? gallery(node, conversion) : state.toFlow(state.all(node)),
    ul: (conversion, state, node) => {
      const isGallery = classesOf(node).some((name) => /^(?:wp-block-gallery|blocks-gallery-grid)$/.test(name));
      return isGallery ? gallery(node, conversion) : defaultHandlers.ul(state, node);
    },
    figure: (conversion, state, node) => {
      const classes = classesOf(node);
      if (classes.includes('wp-block-gallery')) return gallery(node, conversion);
      if (!classes.includes('wp-block-pullquote')) return htmlHandlers.figure(conversion, state, node);
      const { source, content } = splitQuotation(state, find(node, 'blockquote')[0] ?? node);
      return component('PullQuote', source === '' ? {} : { by: source }, content, conversion);
    },
    a: (conversion, state, node) =>
      classesOf(node).includes('wp-block-file__button') ? undefined : htmlHandlers.a(conversion, state, node),
    pre: (_conversion, state, node) =>
      classesOf(node).includes('wp-block-verse') ? verse(state, node) : defaultHandlers.pre(state, node),
    sup: (conversion, state, node) => {
      const number = footnoteNumbers.get(attributeOf(node, 'dataFn'));
      if (number === undefined) return htmlHandlers.sup(conversion, state, node);
      return { type: 'footnoteReference', identifier: number, label: number };
    },
  };
}
