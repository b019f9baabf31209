import { escapeMarkup, xmlSafeValue } from '../lib/plain-text.ts';
import type { CorrectionsFeed } from '../model/corrections-page.ts';
import type { FeedFormat } from '../model/urls.ts';
import { strings } from '../strings/interface.ts';
import { respondWithDocument } from './feed.ts';
import type { FeedDocument, FeedDocumentItem } from './feed-document.ts';
import { isolatedMarkup } from './isolated-markup.ts';

/** Responds with the feed of corrections: each item has the whole correction and leads to it in its article. */
export function respondWithCorrections({ items, ...feed }: CorrectionsFeed, format: FeedFormat): Promise<Response> {
  const updated = items[0]?.published;
  const document: FeedDocument = { ...feed, ...(updated !== undefined && { updated }), items: items.map(toItem) };
  return respondWithDocument(xmlSafeValue(document), format);
}

function toItem({ id, link, published, kind, text, headline, section }: CorrectionsFeed['items'][number]) {
  const name = strings.corrections.kinds[kind];
  const item: FeedDocumentItem = {
    id,
    title: strings.corrections.titled(name, headline),
    link,
    published,
    authors: [],
    editors: [],
    categories: [name, section],
    summary: text,
    html: `<div lang="ar" dir="rtl"><p>${isolatedMarkup(text)}</p><p><a href="${escapeMarkup(link)}">${isolatedMarkup(headline)}</a></p></div>`,
  };
  return item;
}
