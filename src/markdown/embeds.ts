import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { type Embed, findEmbed } from '../lib/embeds/providers.ts';
import { type Component, type Content, element, isBlank, isComponent, isElement, text } from './hast-nodes.ts';
import { plainText } from './plain-text.ts';
import { contextOf, type RenderContext } from './render-context.ts';
import { readAttribute, setAttributes } from './static-mdx.ts';

/**
 * Turns links that stand alone in their paragraph and lead to a page of a provider into cards that load the page when
 * they are pressed. Where only such links follow each other line by line, each becomes one. Links in lists, tables and
 * sentences stay links.
 */
export function rehypeEmbeds() {
  return (tree: Root, file: VFile): void => embedIn(tree, contextOf(file));
}

function embedIn(parent: Root | Component, context: RenderContext): void {
  const blocks = (parent.children as Content[]).flatMap((node): Content[] => {
    if (isComponent(node)) {
      if (node.name === 'Video') setFrame(node, context);
      embedIn(node, context);
    }
    return isElement(node, 'p') ? (toCards(node, context) ?? [node]) : [node];
  });
  parent.children = blocks as typeof parent.children;
}

/** Returns the cards of a paragraph; undefined if it has anything but links to pages that may be embedded. */
function toCards({ children }: Element, context: RenderContext): Element[] | undefined {
  const shown = children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  const links = shown.flatMap((child) => {
    const embed = isElement(child, 'a') ? findAllowed(child.properties.href, context) : undefined;
    return embed ? [{ link: child as Element, embed }] : [];
  });
  if (links.length === 0 || links.length < shown.length) return undefined;
  context.hasEmbeds = true;
  for (const { embed } of links) context.embeds.add(embed.provider);
  return links.map(({ link, embed }) => toCard(link, embed, context));
}

function findAllowed(url: unknown, { allowedEmbeds }: RenderContext): Embed | undefined {
  const embed = typeof url === 'string' ? findEmbed(url) : undefined;
  return embed && allowedEmbeds.includes(embed.provider) ? embed : undefined;
}

/** Makes the card of a link. A bare URL is replaced by words, which are not the author's, so that search ignores them. */
function toCard(link: Element, { provider, kind, frame, shape }: Embed, { labels }: RenderContext): Element {
  const { titles, names, actions, notice } = labels.embeds;
  const written = plainText(link);
  const isBare = written === '' || /^(?:https?:\/\/|www\.)\S+$/i.test(written);
  const title = isBare ? titles[provider] : written;
  const ignored = { dataPagefindIgnore: '' };
  const shownTitle = element('span', { className: ['embed-title'], ...(isBare && ignored) }, [
    ...(isBare ? [text(title)] : link.children),
  ]);
  const action = element('span', { className: ['embed-action'], dataFeed: 'omit', ...ignored }, [text(actions[kind])]);
  const properties = { ...link.properties, className: ['embed-link'], dataFrame: frame, dataTitle: title };
  return element(
    'figure',
    { className: ['embed'], dataShape: shape },
    [
      element('a', properties, [shownTitle, text(' '), action], link.position),
      element('figcaption', { dataFeed: 'omit', ...ignored }, [text(notice(names[provider]))]),
    ],
    link.position,
  );
}

/** Tells a `Video` component the frame of its page; without one it is a link. Authors cannot set the frame themselves. */
function setFrame(video: Component, context: RenderContext): void {
  context.hasEmbeds = true;
  const embed = findAllowed(readAttribute(video, 'url'), context);
  if (embed) context.embeds.add(embed.provider);
  setAttributes(video, {
    frame: embed?.frame,
    shape: embed?.shape,
    site: embed && context.labels.embeds.names[embed.provider],
  });
}
