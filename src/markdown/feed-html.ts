import { DomUtils, parseDocument } from 'htmlparser2';
import { type Element, linkRecordings } from './feed-recordings.ts';

/** Elements that feed readers remove or must not run. */
const dropped = new Set(['script', 'style', 'template', 'button', 'form', 'iframe', 'svg', 'link', 'track']);
const urlAttributes = ['href', 'src', 'poster'];
const keptAttributes = new Set([
  ...urlAttributes,
  'alt',
  'title',
  'width',
  'height',
  'lang',
  'dir',
  'datetime',
  'colspan',
  'rowspan',
  'start',
  'cite',
  'id',
  'controls',
]);

/**
 * Adapts a body's HTML for feeds, which show it without the site's styles and scripts: URLs become absolute, a
 * `picture` keeps only its `img`, and scripts, decorations, unknown attributes and elements with `data-feed="omit"` are
 * removed. Recordings keep their sources, and links to them follow. Lists with Arabic digits get them from an inline style.
 * @param base the absolute URL that relative ones are resolved against
 */
export function toFeedHtml(html: string, base: string): string {
  const document = parseDocument(html);
  linkRecordings(document);
  const elements = DomUtils.getElementsByTagName(() => true, document, true);
  for (const element of elements) {
    const isDecoration = element.attribs['aria-hidden'] === 'true' || element.attribs.class === 'visually-hidden';
    const isForPages = element.attribs['data-feed'] === 'omit';
    if (dropped.has(element.name) || isSourceOfPicture(element) || isDecoration || isForPages) {
      DomUtils.removeElement(element);
      continue;
    }
    const hasArabicDigits = element.name === 'ol' && element.attribs['data-digits'] === 'arab';
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!keptAttributes.has(name) && !(element.name === 'source' && name === 'type')) delete element.attribs[name];
      else if (urlAttributes.includes(name)) element.attribs[name] = absolute(value, base);
    }
    if (hasArabicDigits) element.attribs.style = 'list-style-type: arabic-indic';
  }
  return DomUtils.getInnerHTML(document, { encodeEntities: 'utf8' }).trim();
}

function isSourceOfPicture({ name, parent }: Element): boolean {
  return name === 'source' && parent !== null && 'name' in parent && parent.name === 'picture';
}

function absolute(url: string, base: string): string {
  return URL.parse(url, base)?.href ?? url;
}
