import { DomUtils, type parseDocument } from 'htmlparser2';

type FeedBody = ReturnType<typeof parseDocument>;
export type FeedElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/**
 * Ends every id of an item with the article's id, so that it is unique in the feed, and makes links to these ids
 * fragments, so that readers follow them inside the item. The article's id comes last, because readers recognise
 * footnotes by links that begin with `#fn`.
 * @param base the absolute URL of the article, with which its own links begin
 */
export function keepAnchorsInItem(document: FeedBody, base: string, articleId: string): void {
  const elements = DomUtils.getElementsByTagName(() => true, document, true);
  const anchors = new Set<string>();
  for (const { attribs } of elements) {
    if (attribs.id === undefined) continue;
    if (attribs.id === '' || anchors.has(attribs.id)) delete attribs.id;
    else {
      anchors.add(attribs.id);
      attribs.id = `${attribs.id}-${articleId}`;
    }
  }
  for (const element of elements) {
    const anchor = anchorOf(element, base);
    if (anchor !== undefined && anchors.has(anchor)) element.attribs.href = `#${encodeURI(`${anchor}-${articleId}`)}`;
  }
}

/** Returns the decoded fragment of a link to the article itself. */
function anchorOf({ attribs: { href } }: FeedElement, base: string): string | undefined {
  if (!href?.startsWith(`${base}#`)) return undefined;
  try {
    return decodeURIComponent(href.slice(base.length + 1));
  } catch {
    return undefined;
  }
}
