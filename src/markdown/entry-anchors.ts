import { DomUtils, parseDocument } from 'htmlparser2';

/** The attributes whose values are ids of the same page. */
const referring = ['aria-describedby', 'aria-labelledby', 'for'];

/**
 * Ends every id in the body of an entry with the entry's anchor, and follows it in the links and labels of the body:
 * headings and footnotes have the same ids in many entries of one page.
 */
export function keepAnchorsInEntry(html: string, anchor: string): string {
  if (!html.includes(' id="')) return html;
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName(() => true, document, true);
  const ids = new Set(elements.flatMap(({ attribs: { id } }) => id ?? []));
  const renamed = (id: string) => (ids.has(id) ? `${id}-${anchor}` : id);
  for (const { attribs } of elements) {
    if (attribs.id !== undefined) attribs.id = renamed(attribs.id);
    for (const name of referring) {
      const value = attribs[name];
      if (value !== undefined) attribs[name] = value.split(' ').map(renamed).join(' ');
    }
    const { href } = attribs;
    if (href?.startsWith('#')) attribs.href = renamedLink(href, renamed);
  }
  return DomUtils.getInnerHTML(document, { encodeEntities: 'utf8' });
}

/** Makes a group of each region in the body of an entry: regions are landmarks, and tables have one name in many entries. */
export function withoutRegions(html: string): string {
  return html.replaceAll('<div class="table-scroll" role="region"', '<div class="table-scroll" role="group"');
}

function renamedLink(href: string, renamed: (id: string) => string): string {
  try {
    return `#${encodeURI(renamed(decodeURIComponent(href.slice(1))))}`;
  } catch {
    return href;
  }
}
