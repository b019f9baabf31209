import { DomUtils, parseDocument } from 'htmlparser2';

/** Where the body of an entry of live coverage is placed. */
export interface EntryPlace {
  /** The anchor of the entry. */
  anchor: string;
  /** The URL of the page of the coverage, from the root of the host. */
  url: string;
  /** The level of the heading that the body is below. */
  level: number;
}

/** The attributes whose values are ids of the same page. */
const referring = ['aria-describedby', 'aria-labelledby', 'for'];

/** What may have to change: ids, headings, and links without a path from the root. */
const mayChange = / id="|<h[2-6][ >]|<a [^>]{0,2000}?href="(?![a-z][a-z\d+.-]*:|\/)/i;

/**
 * Makes the body of an entry fit every page that shows it. Its ids end with the entry's anchor, because headings and
 * footnotes have the same ids in many entries of one page. Its other links lead where they do on the page of the coverage,
 * because entries move to numbered pages. Its headings follow the one above the body.
 */
export function placeEntry(html: string, { anchor, url, level }: EntryPlace): string {
  if (!mayChange.test(html)) return html;
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName(() => true, document, true);
  const ids = new Set(elements.flatMap(({ attribs: { id } }) => id ?? []));
  const renamed = (id: string) => (ids.has(id) ? `${id}-${anchor}` : id);
  for (const element of elements) {
    const { attribs } = element;
    if (attribs.id !== undefined) attribs.id = renamed(attribs.id);
    for (const name of referring) {
      const value = attribs[name];
      if (value !== undefined) attribs[name] = value.split(' ').map(renamed).join(' ');
    }
    if (element.name === 'a' && attribs.href !== undefined) attribs.href = placeLink(attribs.href, ids, anchor, url);
    const [, written] = /^h([2-6])$/.exec(element.name) ?? [];
    if (written !== undefined) element.name = `h${Math.min(6, Number(written) - 1 + level)}`;
  }
  return DomUtils.getInnerHTML(document, { encodeEntities: 'utf8' });
}

/** Makes a group of each region in the body of an entry: regions are landmarks, and tables have one name in many entries. */
export function withoutRegions(html: string): string {
  return html.replaceAll('<div class="table-scroll" role="region"', '<div class="table-scroll" role="group"');
}

function placeLink(href: string, ids: ReadonlySet<string>, anchor: string, url: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(href)) return href;
  if (!href.startsWith('#')) return placeRelative(href, url);
  try {
    const id = decodeURIComponent(href.slice(1));
    if (ids.has(id)) return `#${encodeURI(`${id}-${anchor}`)}`;
  } catch {
    // A fragment that cannot be decoded names no id of the body.
  }
  return url + href;
}

function placeRelative(href: string, url: string): string {
  const target = URL.parse(href, `https://host.invalid${url}`);
  return target === null ? href : target.pathname + target.search + target.hash;
}
