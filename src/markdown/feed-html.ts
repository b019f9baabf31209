import { DomUtils, parseDocument } from 'htmlparser2';
import { type FeedElement, keepAnchorsInItem } from './feed-anchors.ts';
import { type Element, linkRecordings } from './feed-recordings.ts';
import { defaultLabels, type Labels } from './labels.ts';

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
  'value',
  'reversed',
  'cite',
  'id',
  'controls',
]);

/**
 * Adapts a body's HTML for feeds, which show it without the site's styles and scripts: URLs become absolute, a
 * `picture` keeps only its `img`, and scripts, decorations, unknown attributes and elements with `data-feed="omit"` are
 * removed. Recordings keep their sources, and links to them follow. Lists with Arabic digits get them from an inline
 * style, and lists whose marks are in their text get no others. Task boxes become text, and a credit is parted from its
 * caption. Links to anchors of the body itself lead to them inside the item.
 * @param base the absolute URL of the article, that relative ones are resolved against
 * @param articleId ends all ids, because a reader may show several items as one document
 */
export function toFeedHtml(html: string, base: string, articleId: string, labels: Labels = defaultLabels): string {
  const document = parseDocument(html);
  linkRecordings(document, labels);
  const elements = DomUtils.getElementsByTagName(() => true, document, true);
  for (const element of elements) {
    const isDecoration = element.attribs['aria-hidden'] === 'true' || element.attribs.class === 'visually-hidden';
    const isForPages = element.attribs['data-feed'] === 'omit';
    if (dropped.has(element.name) || isSourceOfPicture(element) || isDecoration || isForPages) {
      DomUtils.removeElement(element);
      continue;
    }
    if (element.name === 'input') {
      DomUtils.replaceElement(element, textNode('checked' in element.attribs ? '☑' : '☐'));
      continue;
    }
    if (element.attribs.class === 'credit') partFromCaption(element);
    const style = listStyle(element);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!keptAttributes.has(name) && !(element.name === 'source' && name === 'type')) delete element.attribs[name];
      else if (urlAttributes.includes(name)) element.attribs[name] = absolute(value, base);
    }
    if (style !== undefined) element.attribs.style = `list-style-type: ${style}`;
  }
  keepAnchorsInItem(document, base, articleId);
  return DomUtils.getInnerHTML(document, { encodeEntities: 'utf8' }).trim();
}

function listStyle({ name, attribs }: { name: string; attribs: Record<string, string> }): string | undefined {
  if (name === 'ol' && attribs['data-digits'] === 'arab') return 'arabic-indic';
  return name === 'ul' && attribs['data-marks'] === 'typed' ? 'none' : undefined;
}

function isSourceOfPicture({ name, parent }: Element): boolean {
  return name === 'source' && parent !== null && 'name' in parent && parent.name === 'picture';
}

function absolute(url: string, base: string): string {
  return URL.parse(url, base)?.href ?? url;
}

/** Puts a dash between a credit and the caption before it, which only the site's style sheet sets apart. */
function partFromCaption(credit: FeedElement): void {
  const { prev } = credit;
  if (prev === null) return;
  if ('data' in prev) prev.data = prev.data.trimEnd();
  DomUtils.prepend(credit, textNode(' – '));
}

function textNode(text: string) {
  return parseDocument(text).children[0] as NonNullable<FeedElement['prev']>;
}
