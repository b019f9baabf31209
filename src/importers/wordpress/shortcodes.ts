import { escapeMarkup } from '../../lib/plain-text.ts';
import { decodeRawHtml, embeddedAddress, isInlineName, isPluginName, renderTag } from './builder-shortcodes.ts';

/** A shortcode of https://codex.wordpress.org/Shortcode_API: `[name key="value" value]inner[/name]`. */
interface Shortcode {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Attributes without a name: `[youtube https://…]`. */
  values: string[];
  /** Undefined if the shortcode has no closing tag. */
  inner?: string;
}

/** An image of a gallery: the address and the id of its attachment, and its caption as plain text. */
export interface GalleryImage {
  address: string;
  id: string;
  caption: string;
}

/** Finds the images of a gallery by the ids of their attachments; without ids, all images of the post. */
export type FindGallery = (ids: readonly string[]) => GalleryImage[];

export interface Expanded {
  html: string;
  /** The opening tags of plugins' shortcodes. They were removed from `html`, and the text inside them was kept. */
  unknown: string[];
  /** The names of WordPress's own shortcodes in the text, each as often as it is there. */
  known: string[];
}

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s\]]+))|(\S+)/g;
/** Quoted values can have brackets: `[box title="خبر [محدث]"]`. */
const tag = /\[(\[?)(\/?)([a-z][\w-]*)((?:[\s=](?:=\s*"[^"]*"|=\s*'[^']*'|[^[\]])*)?)\](\]?)/gi;
const rawHtml = /\[(vc_raw_html)\b[^\]]*\]([\s\S]*?)\[\/\1\]/g;
/**
 * WordPress's own shortcodes. Other tags in brackets count as shortcodes of plugins if they have a closing tag or
 * `looksLikeShortcode` accepts them.
 */
const ownShortcodes = ['caption', 'wp_caption', 'gallery', 'embed', 'youtube', 'audio', 'video', 'playlist'];

/** Replaces WordPress's own shortcodes with HTML, and removes the tags of plugins' shortcodes. */
export function expandShortcodes(html: string, findGallery: FindGallery): Expanded {
  const unknown: string[] = [];
  const closed = new Set([...html.matchAll(tag)].filter(([, , slash]) => slash === '/').map(([, , , name]) => name));
  const known: string[] = [];
  const decoded = html.replace(rawHtml, (whole, _name, inner: string) => decodeRawHtml(inner) ?? whole);
  const text = expandKnown(decoded, findGallery, known).replace(
    tag,
    (whole: string, doubled: string, slash: string, name: string, written: string, doubledEnd: string) => {
      if (doubled !== '' && doubledEnd !== '') return whole.slice(1, -1);
      const shortcode = { name: name.toLowerCase(), ...readAttributes(written) };
      const isEmbed = slash === '' && embeddedAddress(shortcode) !== undefined;
      if (!closed.has(name) && !looksLikeShortcode(written) && !isPluginName(name) && !isEmbed) return whole;
      const shown = slash === '' ? renderTag(shortcode, closed.has(name)) : undefined;
      if (shown !== undefined) known.push(shortcode.name);
      else if (slash === '') unknown.push(whole);
      const isBlock = isEmbed || (isPluginName(name) && !isInlineName(name));
      return doubled + (isBlock ? `\n\n${shown ?? ''}\n\n` : (shown ?? '')) + doubledEnd;
    },
  );
  return { html: text, unknown, known };
}

/** @param found gets the names of the shortcodes */
function expandKnown(html: string, findGallery: FindGallery, found: string[]): string {
  let result = '';
  let at = 0;
  for (const { 0: whole, 1: doubled, 2: slash, 3: name = '', 4: written = '', index } of html.matchAll(tag)) {
    if (index < at || doubled !== '' || slash !== '' || !ownShortcodes.includes(name.toLowerCase())) continue;
    result += html.slice(at, index);
    at = index + whole.length;
    const end = /\/\s*$/.test(written) ? -1 : html.indexOf(`[/${name}]`, at);
    const inner = end < 0 ? undefined : html.slice(at, end);
    if (end >= 0) at = end + name.length + 3;
    const shortcode = { name: name.toLowerCase(), ...readAttributes(written), ...(inner !== undefined && { inner }) };
    found.push(shortcode.name);
    result += render(shortcode, findGallery);
  }
  return result + html.slice(at);
}

/** Whether a tag in brackets has a quoted attribute or closes itself; text such as «[sic]» does neither. */
function looksLikeShortcode(written: string): boolean {
  return /\s[\w-]+\s*=\s*["']/.test(written) || /\/\s*$/.test(written);
}

function readAttributes(written: string): Pick<Shortcode, 'attributes' | 'values'> {
  const attributes = new Map<string, string>();
  const values: string[] = [];
  // `[youtube=https://…]`
  const [, first, rest = ''] = /^=\s*["']?([^\s"']*)["']?([\s\S]*)$/.exec(written) ?? ['', undefined, written];
  if (first !== undefined) values.push(first);
  for (const [, name, double, single, bare, value] of rest.replace(/\/\s*$/, '').matchAll(attribute)) {
    if (name === undefined) values.push((value ?? '').replace(/^["']|["']$/g, ''));
    else attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return { attributes, values };
}

function render({ name, attributes, values, inner }: Shortcode, findGallery: FindGallery): string {
  const asBlock = (html: string): string => `\n\n${html}\n\n`;
  if (name === 'caption' || name === 'wp_caption') {
    const image = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner ?? '')?.[0] ?? '';
    const caption = attributes.get('caption') ?? (inner ?? '').slice(image.length);
    return asBlock(`<figure>${image}<figcaption>${caption}</figcaption></figure>`);
  }
  if (name === 'gallery' || name === 'playlist') {
    const ids = (attributes.get('ids') ?? attributes.get('include') ?? '').split(',').map((id) => id.trim());
    return asBlock(renderGallery(findGallery(ids.filter((id) => id !== ''))));
  }
  if (name === 'embed' || name === 'youtube') {
    const written = (inner ?? values[0] ?? attributes.get('src') ?? '').trim();
    return asBlock(written.startsWith('http') ? written : (embeddedAddress({ name, attributes, values }) ?? written));
  }
  if (name === 'audio' || name === 'video') {
    const sources = ['src', 'mp3', 'mp4', 'm4a', 'm4v', 'webm', 'ogg', 'ogv', 'wav'].map((key) => attributes.get(key));
    const source = sources.find((url) => url !== undefined) ?? values[0] ?? inner?.trim() ?? '';
    return asBlock(`<${name} src="${source}"></${name}>`);
  }
  return inner ?? '';
}

/** Renders a gallery as the block editor does. */
function renderGallery(images: readonly GalleryImage[]): string {
  const figures = images.map(({ address, id, caption }) => {
    const image = `<img src="${escapeMarkup(address)}" data-id="${escapeMarkup(id)}">`;
    return `<figure>${image}<figcaption>${escapeMarkup(caption)}</figcaption></figure>`;
  });
  return `<figure class="wp-block-gallery">${figures.join('')}</figure>`;
}
