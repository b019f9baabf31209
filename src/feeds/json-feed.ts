import type { FeedDocument, FeedDocumentItem } from './feed-document.ts';

/** Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: FeedDocument): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.link,
    feed_url: feed.self,
    language: feed.language,
    icon: feed.site.logo,
    authors: [{ name: feed.site.title, url: feed.site.url }],
    hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
    items: feed.items.map(toJsonItem),
  };
  return `${JSON.stringify(document)}\n`;
}

function toJsonItem(item: FeedDocumentItem) {
  const { lead } = item;
  const attachments = attachmentsOf(item);
  return {
    id: item.id,
    url: item.link,
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    image: lead?.url,
    date_published: item.published,
    date_modified: item.updated,
    authors: item.authors,
    tags: item.categories,
    attachments: attachments.length > 0 ? attachments : undefined,
  };
}

function attachmentsOf({ lead, recording }: FeedDocumentItem): object[] {
  return [
    ...(recording
      ? [
          {
            url: recording.url,
            mime_type: recording.mediaType,
            size_in_bytes: recording.bytes,
            duration_in_seconds: recording.duration,
          },
        ]
      : []),
    ...(lead ? [{ url: lead.url, mime_type: lead.type, size_in_bytes: lead.length }] : []),
  ];
}
