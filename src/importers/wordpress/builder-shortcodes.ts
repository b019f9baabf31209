import { decodePart } from '../../lib/decode-path.ts';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { escapeMarkup } from '../../lib/plain-text.ts';

/** What a shortcode says in its opening tag. */
export interface ShortcodeTag {
  /** In lower case. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Attributes without a name. */
  values: readonly string[];
}

/** Shortcodes that are written without attributes, and are no words that anybody puts into brackets. */
const bareNames = ['toc', 'tableofcontents', 'adsense', 'addtoany', 'spacer', 'divider', 'wpforms'];

/**
 * Whether a name can be only that of a shortcode: page builders and other plugins divide it by `_` (`vc_row`,
 * `et_pb_section`), and words in brackets have none.
 */
export function isPluginName(name: string): boolean {
  return name.includes('_') || bareNames.includes(name.toLowerCase());
}

/** Whether a shortcode stands in a line of text. All others of page builders are blocks. */
export function isInlineName(name: string): boolean {
  return /(?:highlight|tooltip|dropcap|icon|button|btn|label|link|inline|popover|anchor)$/.test(name);
}

/**
 * Returns HTML for what a page builder or an embed keeps in the attributes of an opening tag: headings, images, and the
 * addresses of films, posts and files; undefined if there is nothing to see in it.
 * @param isClosed whether there is something between it and its end tag, which stays
 */
export function renderTag(tag: ShortcodeTag, isClosed: boolean): string | undefined {
  const address = embeddedAddress(tag);
  if (address !== undefined) return escapeMarkup(address);
  return imageOf(tag) ?? buttonOf(tag) ?? headingOf(tag) ?? (isClosed ? undefined : addressOf(tag));
}

/** Shortcodes that name a page by its id: the address of the page. */
const pagesById: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  tweet: (id) => `https://x.com/i/status/${id}`,
  tiktok: (id) => `https://www.tiktok.com/embed/v2/${id}`,
};

/** Returns the address of the page that a shortcode embeds; undefined if it embeds none. */
export function embeddedAddress({ name, attributes, values }: ShortcodeTag): string | undefined {
  const named = ['url', 'src', 'link', 'href', 'id'].flatMap((key) => attributes.get(key) ?? []);
  const candidates = [...values, ...named].map((value) => value.trim());
  const address = candidates.find((value) => findEmbed(value.replaceAll('&amp;', '&')) !== undefined);
  if (address !== undefined) return address.replaceAll('&amp;', '&');
  const toAddress = pagesById[name.replace(/^(?:fusion|su|av)_/, '')];
  const id = candidates.find((value) => /^[\w-]{5,25}$/.test(value));
  return toAddress && id !== undefined ? toAddress(id) : undefined;
}

/** Returns the address of a page or a file that a plugin would show: `[pdf-embedder url="…/report.pdf"]`. */
function addressOf({ attributes }: ShortcodeTag): string | undefined {
  const written = ['url', 'src', 'href', 'link', 'file'].map((key) => attributes.get(key)?.trim());
  const address = written.find((value) => value !== undefined && /^(?:https?:)?\/\/[^\s"<>]+$/.test(value));
  return address === undefined ? undefined : `<a href="${address}">${address}</a>`;
}

function imageOf({ name, attributes }: ShortcodeTag): string | undefined {
  const id = attributes.get('image') ?? attributes.get('image_id') ?? '';
  const src = attributes.get('src') ?? '';
  const isImage = /image(?:frame)?$/.test(name);
  if (!isImage || (!/^\d+$/.test(id) && !/^(?:https?:)?\//.test(src))) return undefined;
  const alt = attributes.get('alt') ?? attributes.get('title_text') ?? '';
  const dataId = /^\d+$/.test(id) ? ` data-id="${id}"` : '';
  return `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt)}"${dataId}>`;
}

function buttonOf({ name, attributes }: ShortcodeTag): string | undefined {
  if (!/(?:button|btn)\d*$/.test(name)) return undefined;
  const label = attributes.get('button_text') ?? attributes.get('title') ?? '';
  const written = attributes.get('button_url') ?? attributes.get('url') ?? attributes.get('link') ?? '';
  const address = decodePart(/^url:([^|]*)/.exec(written)?.[1] ?? written);
  return label === '' || address === '' ? undefined : `<a href="${escapeMarkup(address)}">${escapeMarkup(label)}</a>`;
}

/** Shortcodes whose title readers see above what is inside. */
const titled = /(?:heading|title|section|tab|toggle|spoiler|accordion_item|accordion_tab|blurb|cta|slide)\d*$/;

function headingOf({ name, attributes }: ShortcodeTag): string | undefined {
  if (!name.includes('_') || !titled.test(name)) return undefined;
  const keys = ['text', 'title', 'heading', 'h2', 'h4'];
  const lines = keys.flatMap((key) => attributes.get(key) ?? []).filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : lines.map((line) => `<h3>${line}</h3>`).join('\n\n');
}

/** Returns HTML that WPBakery has encoded so that WordPress does not touch it; undefined if it cannot be decoded. */
export function decodeRawHtml(written: string): string | undefined {
  const text = written.replace(/<[^>]*>|\s/g, '');
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(text) || text.length % 4 === 1) return undefined;
  return decodePart(new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))));
}
