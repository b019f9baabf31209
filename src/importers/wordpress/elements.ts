import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { youtubeId } from '../../lib/youtube.ts';
import { isElement } from '../../markdown/hast-nodes.ts';
import { attributeOf, captionOf, classesOf, find, lonelyAddress, textOf, without } from '../html-elements.ts';
import { fileName } from './addresses.ts';
import { galleryElement } from './shortcodes.ts';
import type { Conversion } from './types.ts';

/** How HTML as WordPress writes it becomes Markdown, where that is not as for all HTML. */
export function createHandlers({ context, losses, components, numbers }: Conversion): Record<string, Handle> {
  const component = (
    name: string,
    attributes: Record<string, string>,
    children: MdxJsxFlowElement['children'],
  ): MdxJsxFlowElement => {
    const made: MdxJsxFlowElement = {
      type: 'mdxJsxFlowElement',
      name,
      attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
      children,
    };
    components.push(made);
    return made;
  };

  const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
  const link = (address: string, children: PhrasingContent[]): PhrasingContent[] => {
    const url = context.link(address);
    if (url !== undefined) return [{ type: 'link', url, children: children as never[] }];
    losses.push({ kind: 'link', address });
    return children;
  };
  const linkTo = (address: string, text: string): PhrasingContent[] =>
    link(address, [{ type: 'text', value: text || address }]);

  const image = (node: Element, caption = ''): PhrasingContent[] => {
    const address = attributeOf(node, 'src');
    const id =
      /(?:^|\s)wp-image-(\d+)/.exec(classesOf(node).join(' '))?.[1] ?? (attributeOf(node, 'dataId') || undefined);
    return place(address, id, attributeOf(node, 'alt'), caption);
  };
  const place = (address: string, id: string | undefined, alt: string, caption: string): PhrasingContent[] => {
    const placed = context.image(address, id);
    if (placed) return [{ type: 'image', url: placed.src, alt: alt || placed.alt, title: caption || null }];
    losses.push({ kind: 'image', address });
    const url = context.link(address);
    const told: PhrasingContent = { type: 'text', value: alt || caption || fileName(address) };
    return [url === undefined ? told : { type: 'link', url, children: [told] }];
  };

  const video = (address: string, title: string): BlockContent | undefined => {
    const id = youtubeId(address.replace(/^(?:http:)?\/\//, 'https://').replace('youtube-nocookie.com', 'youtube.com'));
    const url = `https://www.youtube.com/watch?v=${id}`;
    return id === undefined ? undefined : component('Video', { url, title: title || context.title }, []);
  };
  const embed = (address: string, caption: string): BlockContent[] => {
    const shown = video(address, caption);
    if (shown) return [shown];
    return [
      paragraph(...linkTo(address, address)),
      ...(caption === '' ? [] : [paragraph({ type: 'text', value: caption })]),
    ];
  };

  const gallery = (images: readonly PhrasingContent[][], caption: string): BlockContent[] => {
    const lines = images.map((one) => paragraph(...one));
    const isWhole = images.length > 1 && images.flat().every(({ type }) => type === 'image');
    return isWhole ? [component('Gallery', caption === '' ? {} : { caption }, lines)] : lines;
  };
  const galleryOf = (node: Element): BlockContent[] => {
    const outer = node.children.find((child) => isElement(child, 'figcaption'));
    const images = find(node, 'img').map((img) => {
      const item = find(node, 'figure', 'li').findLast((one) => one !== node && find(one, 'img').includes(img));
      return image(img, item ? captionOf(item) : '');
    });
    return gallery(images, outer ? textOf(outer) : '');
  };

  const figure: Handle = (state, node) => {
    const classes = classesOf(node);
    const caption = captionOf(node);
    const images = find(node, 'img');
    const address = lonelyAddress(without(node, 'figcaption'));
    if (classes.includes('wp-block-pullquote')) {
      const quotation = find(node, 'blockquote')[0] ?? node;
      const by = find(quotation, 'cite').map(textOf).join('، ');
      return component(
        'PullQuote',
        by === '' ? {} : { by },
        state.toFlow(state.all(without(quotation, 'cite'))) as BlockContent[],
      );
    }
    if (classes.includes('wp-block-gallery') || images.length > 1) return galleryOf(node);
    if (address !== undefined) return embed(address, caption);
    if (images[0] && find(node, 'table', 'blockquote').length === 0) return paragraph(...image(images[0], caption));
    const flow = state.toFlow(state.all(without(node, 'figcaption'))) as BlockContent[];
    return caption === '' ? flow : [...flow, paragraph({ type: 'text', value: caption })];
  };

  const media: Handle = (_state, node) => {
    const address = attributeOf(node, 'src') || attributeOf(find(node, 'source')[0], 'src');
    return address === '' ? undefined : paragraph(...linkTo(address, textOf(node) || fileName(address)));
  };

  return {
    img: (_state, node) => image(node),
    figure,
    audio: media,
    video: media,
    [galleryElement]: (_state, node) => {
      const ids = attributeOf(node, 'ids')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
      return gallery(
        context.gallery(ids).map(({ address, id, caption }) => place(address, id, '', caption)),
        '',
      );
    },
    iframe: (_state, node) => {
      const address = attributeOf(node, 'src');
      const shown = video(address, attributeOf(node, 'title'));
      if (shown || address === '') return shown;
      losses.push({ kind: 'frame', address });
      return paragraph(...linkTo(address, attributeOf(node, 'title')));
    },
    div: (state, node) =>
      classesOf(node).includes('wp-block-gallery') ? galleryOf(node) : state.toFlow(state.all(node)),
    ul: (state, node) => {
      const isGallery = classesOf(node).some((name) => /^(?:wp-block-gallery|blocks-gallery-grid)$/.test(name));
      return isGallery ? galleryOf(node) : defaultHandlers.ul(state, node);
    },
    p: (state, node) => {
      const address = lonelyAddress(node);
      const shown = address === undefined ? undefined : video(address, '');
      return shown ?? defaultHandlers.p(state, node);
    },
    a: (state, node) => {
      if (classesOf(node).includes('wp-block-file__button')) return undefined;
      if (find(node, 'img').length > 0 && textOf(node) === '') return state.all(node);
      const href = attributeOf(node, 'href');
      if (href === '' || /^javascript:/i.test(href)) return state.all(node);
      return link(href, state.all(node) as PhrasingContent[]);
    },
    blockquote: (state, node) => {
      const by = find(node, 'cite').map(textOf).join('، ');
      const children = state.toFlow(state.all(without(node, 'cite'))) as BlockContent[];
      const credit = by === '' ? [] : [paragraph({ type: 'text', value: `– ${by}` })];
      return { type: 'blockquote', children: [...children, ...credit] };
    },
    pre: (state, node) =>
      classesOf(node).includes('wp-block-verse') ? verse(state, node) : defaultHandlers.pre(state, node),
    sup: (state, node) => {
      const number = numbers.get(attributeOf(node, 'dataFn'));
      return number === undefined ? state.all(node) : { type: 'footnoteReference', identifier: number, label: number };
    },
    h1: heading,
    mark: (state, node) => state.all(node),
  };
}

/** The headline is the page's own `h1`. */
const heading: Handle = (state, node) => {
  const made = defaultHandlers.h1(state, node);
  return { ...made, depth: 2 };
};

/** A line of a poem is a line of the paragraph. */
function verse(state: State, node: Element): BlockContent {
  const lines = (state.all(node) as PhrasingContent[]).flatMap((child): PhrasingContent[] =>
    child.type === 'text'
      ? child.value
          .split('\n')
          .flatMap((line, index): PhrasingContent[] => [
            ...(index > 0 ? [{ type: 'break' as const }] : []),
            { type: 'text', value: line },
          ])
      : [child],
  );
  return { type: 'paragraph', children: lines };
}
