import type { Element, ElementContent, Parents } from 'hast';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { fileName } from '../newsroom/addresses.ts';
import { attributeOf, classesOf, find, textOf } from './elements.ts';
import { imageAddress } from './media-elements.ts';

/**
 * Puts the address of the page in the place of elements that only a script or an extension of the browser shows: posts
 * and videos of Facebook, Instagram, TikTok and the like, those of AMP, and films in `object` and `embed`. What a
 * quotation of a post says stays before its address.
 */
export function placeEmbeds(parent: Parents): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const plain = plainNames[child.tagName];
    if (plain !== undefined) child.tagName = plain;
    const address = embeddedAddress(child);
    if (address === undefined) {
      placeEmbeds(child);
      return isRepeatedImage(child, parent) ? [] : [child];
    }
    const paragraph = addressParagraph(address);
    if (child.tagName !== 'blockquote' || isNotice(child)) return [paragraph];
    return linksTo(child, address) ? [child] : [child, paragraph];
  }) as typeof parent.children;
}

/** The elements of AMP that are those of HTML under another name. */
const plainNames: Readonly<Record<string, string>> = {
  'amp-img': 'img',
  'amp-anim': 'img',
  'amp-video': 'video',
  'amp-audio': 'audio',
  'amp-iframe': 'iframe',
};

/** By element: the attribute that has the id of a page, and the address of the page. */
const pagesById: Readonly<Record<string, readonly [attribute: string, toAddress: (id: string) => string]>> = {
  'amp-youtube': ['dataVideoId', (id) => `https://www.youtube.com/watch?v=${id}`],
  'lite-youtube': ['videoId', (id) => `https://www.youtube.com/watch?v=${id}`],
  'amp-vimeo': ['dataVideoId', (id) => `https://vimeo.com/${id}`],
  'amp-dailymotion': ['dataVideoId', (id) => `https://www.dailymotion.com/video/${id}`],
  'amp-twitter': ['dataTweetId', (id) => `https://x.com/i/status/${id}`],
  'amp-instagram': ['dataShortcode', (id) => `https://www.instagram.com/p/${id}/`],
  'amp-soundcloud': [
    'dataTrackId',
    (id) => `https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/${id}`,
  ],
  'amp-facebook': ['dataHref', (address) => address],
  'amp-tiktok': ['dataSrc', (id) => (/^\d+$/.test(id) ? `https://www.tiktok.com/embed/v2/${id}` : id)],
};

/** Returns the address of the page that an element embeds; undefined if it embeds none. */
function embeddedAddress(node: Element): string | undefined {
  const classes = classesOf(node).join(' ');
  const [attribute = '', toAddress] = pagesById[node.tagName] ?? [];
  const id = looselyNamed(node, attribute);
  if (toAddress && id !== '') return toAddress(id);
  if (/\bfb-(?:post|video|reel|comment-embed)\b/.test(classes)) return webAddress(attributeOf(node, 'dataHref'));
  if (/\binstagram-media\b/.test(classes))
    return webAddress(attributeOf(node, 'dataInstgrmPermalink').replace(/\?.*$/, ''));
  if (/\b(?:tiktok-embed|twitter-tweet|twitter-video|bluesky-embed)\b/.test(classes))
    return webAddress(attributeOf(node, 'cite')) ?? tweetOf(node);
  if (node.tagName === 'object' || node.tagName === 'embed') return pageOfObject(node);
  const telegram = attributeOf(node, 'dataTelegramPost');
  return node.tagName === 'script' && telegram !== '' ? `https://t.me/${telegram}` : undefined;
}

/** Returns the value of an attribute, however its name is divided: `data-videoid`, `data-video-id`. */
function looselyNamed(node: Element, name: string): string {
  const found = Object.keys(node.properties).find((key) => key.toLowerCase() === name.toLowerCase());
  return name === '' || found === undefined ? '' : String(node.properties[found] ?? '').trim();
}

function webAddress(written: string): string | undefined {
  return /^https?:\/\/\S+$/.test(written) ? written : undefined;
}

function tweetOf(node: Element): string | undefined {
  const links = find(node, 'a').map((link) => attributeOf(link, 'href'));
  return links.findLast((address) => /\/status(?:es)?\/\d+/.test(address));
}

/** Returns the page of the film or the file that an `object` shows. */
function pageOfObject(node: Element): string | undefined {
  const movie = find(node, 'param').find((param) => /^(?:movie|src)$/i.test(attributeOf(param, 'name')));
  const written = [
    attributeOf(movie, 'value'),
    ...[node, ...find(node, 'embed')].map((part) => attributeOf(part, 'src')),
  ];
  const addresses = [attributeOf(node, 'data'), ...written].filter((address) => address !== '');
  const film = addresses
    .map((address) => findEmbed(address.replace(/&(?!.*\?).*$/, ''))?.page)
    .find((page) => page !== undefined);
  return (
    film ??
    addresses.find((address) => webAddress(address) !== undefined && !/\.(?:swf|class|jar)(?:\?|$)/i.test(address))
  );
}

/** Whether a quotation says nothing but where the post is, as those of Instagram do. */
function isNotice(quotation: Element): boolean {
  return textOf(quotation) === '' || /\binstagram-media\b/.test(classesOf(quotation).join(' '));
}

function linksTo(quotation: Element, address: string): boolean {
  const pageOf = (url: string): string => url.replace(/[?#].*$/, '').replace(/\/$/, '');
  return find(quotation, 'a').some((link) => pageOf(attributeOf(link, 'href')) === pageOf(address));
}

function addressParagraph(address: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: address }] };
}

/** Whether a `noscript` only repeats an image beside it, for browsers without the script that would fetch that. */
function isRepeatedImage(node: Element, parent: Parents): boolean {
  const images = find(node, 'img');
  if (node.tagName !== 'noscript' || textOf(node) !== '' || images.length === 0) return false;
  const others = (parent.children as ElementContent[]).flatMap((other) => {
    if (other === node || other.type !== 'element') return [];
    return other.tagName === 'img' ? [other] : find(other, 'img');
  });
  const shown = new Set(others.map((image) => fileName(imageAddress(image))));
  if (images.every((image) => shown.has(fileName(imageAddress(image))))) return true;
  node.tagName = 'span';
  return false;
}
