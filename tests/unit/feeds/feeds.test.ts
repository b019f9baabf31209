import { describe, expect, it } from 'vitest';
import { writeAtom } from '../../../src/feeds/atom-feed.ts';
import type { FeedDocument, FeedDocumentItem } from '../../../src/feeds/feed-document.ts';
import { writeJsonFeed } from '../../../src/feeds/json-feed.ts';
import { writeRss } from '../../../src/feeds/rss-feed.ts';
import { xmlSafeValue } from '../../../src/lib/plain-text.ts';
import { readFeed, readWithRssParser } from '../../support/feed-parsers.ts';

const writers = { rss: writeRss, atom: writeAtom, json: writeJsonFeed };
const formats = ['rss', 'atom', 'json'] as const;

const plain: FeedDocumentItem = {
  id: 'tag:news.example,2022:k7q3m',
  title: 'جسر جديد',
  link: 'https://news.example/k7q3m/',
  published: '2022-01-13T08:30:00.000Z',
  authors: [{ name: 'هدى', url: 'https://news.example/a/huda/' }],
  categories: ['أخبار العالم'],
  summary: 'جسر فوق النهر.',
  html: '<div lang="ar" dir="rtl"><p>نص</p></div>',
};

const feed: FeedDocument = {
  title: 'صدى',
  description: 'أخبار البلدة',
  language: 'ar-LB',
  link: 'https://news.example/',
  self: 'https://news.example/rss.xml',
  hub: 'https://hub.example/?a=1&b=2',
  site: { title: 'صدى', url: 'https://news.example/', logo: 'https://news.example/logo.png' },
  updated: '2022-01-20T07:00:00.000Z',
  items: [plain],
};

const leadImage = {
  url: 'https://news.example/_images/a.jpg?a=1&b=2',
  file: 'a.jpg',
  type: 'image/jpeg',
  width: 1200,
  height: 800,
  length: 81234,
  alt: 'جسر & نهر',
  credit: 'مها',
};

/** Content that other feed writers break, and how a parser must read it back; `\ud800` is half of a surrogate pair. */
const hostileItems: [name: string, written: Partial<FeedDocumentItem>, read: object][] = [
  ['an id of digits', { id: '0012' }, { id: '0012' }],
  ['an id like a number', { id: '1e5' }, { id: '1e5' }],
  [
    'control characters',
    { title: 'قبل\u0008بعد\u0000', html: '<p>\u001f\ufffe«نص»</p>' },
    { title: 'قبلبعد', html: '<p>«نص»</p>' },
  ],
  [
    'half surrogate pairs',
    { title: 'قبل \ud800 بعد', summary: '\udc00' },
    { title: 'قبل \ufffd بعد', summary: '\ufffd' },
  ],
  ['whole surrogate pairs', { title: 'شمس ☀ 🌍' }, { title: 'شمس ☀ 🌍' }],
  [
    'the end of a CDATA section, twice',
    { html: '<p>]]> و ]]></p>', summary: ']]>' },
    { html: '<p>]]> و ]]></p>', summary: ']]>' },
  ],
  ['markup in a headline', { title: 'R&D <NATO> "نعم" &amp; لا' }, { title: 'R&D <NATO> "نعم" &amp; لا' }],
  [
    'names like numbers',
    { authors: [{ name: '007', url: 'https://news.example/a/b/' }], categories: ['1e5'] },
    { authors: ['007'], categories: ['1e5'] },
  ],
  ['a name with an at sign', { authors: [{ name: 'a@b', url: 'https://news.example/a/a/' }] }, { authors: ['a@b'] }],
  [
    'several authors and categories',
    {
      authors: [
        { name: 'هدى & سامي', url: 'https://news.example/a/h/' },
        { name: '«عمر»', url: 'https://news.example/a/o/' },
      ],
      categories: ['أخبار', '2022', '007', 'R&D'],
    },
    { authors: ['هدى & سامي', '«عمر»'], categories: ['أخبار', '2022', '007', 'R&D'] },
  ],
  [
    'a later edit',
    { updated: '2022-01-20T07:00:00.000Z' },
    { updated: '2022-01-20T07:00:00.000Z', published: plain.published },
  ],
  [
    'a lead image',
    { lead: leadImage },
    { image: { url: 'https://news.example/_images/a.jpg?a=1&b=2', length: 81234, type: 'image/jpeg' } },
  ],
];

const recording = {
  href: '/_files/talk.mp3',
  url: 'https://news.example/_files/talk.mp3',
  mediaType: 'audio/mpeg',
  bytes: 90210,
  duration: 760,
  reader: 'ريم & مها',
};

describe.each(formats)('a feed in %s', (format) => {
  const write = (fields: Partial<FeedDocument>) => writers[format](xmlSafeValue({ ...feed, ...fields }));

  it('is read back by a parser as it was written', async () => {
    const { items, ...about } = readFeed(await write({}), format);
    expect(about).toEqual({ title: 'صدى', language: 'ar-LB', self: feed.self, hub: feed.hub });
    expect(items).toEqual([
      {
        id: plain.id,
        title: plain.title,
        link: plain.link,
        published: plain.published,
        updated: undefined,
        authors: ['هدى'],
        categories: ['أخبار العالم'],
        summary: plain.summary,
        html: plain.html,
        image: undefined,
      },
    ]);
  });

  it.each(hostileItems)('survives %s', async (_name, written, read) => {
    const text = await write({ items: [{ ...plain, ...written }] });
    expect(readFeed(text, format).items).toEqual([expect.objectContaining(read)]);
  });

  it.skipIf(format === 'json')('never has the end of a CDATA section outside of one', async () => {
    const title = 'إن كان a[b[0]]>1 فاحفظ';
    const item = { ...plain, title, summary: title, html: '<p><code>x[y[1]]>2</code></p>', categories: [title] };
    const authors = [{ name: title, url: 'https://news.example/a/b/' }];
    const lead = { ...leadImage, alt: title, credit: title };
    const text = await write({ title, description: title, items: [{ ...item, authors, lead }] });
    expect(text).not.toContain(']]>');
    expect(readFeed(text, format)).toMatchObject({ title, items: [{ title, summary: title, html: item.html }] });
  });

  it('has the recording of an article before its lead image', async () => {
    const items = [{ ...plain, lead: leadImage, recording }];
    const text = await write({ items });
    const enclosure = { url: recording.url, length: 90210, type: 'audio/mpeg' };
    if (format === 'json') {
      expect(JSON.parse(text).items[0].attachments).toEqual([
        { url: recording.url, mime_type: 'audio/mpeg', size_in_bytes: 90210, duration_in_seconds: 760 },
        { url: leadImage.url, mime_type: 'image/jpeg', size_in_bytes: 81234 },
      ]);
      return;
    }
    expect(readFeed(text, format).items).toMatchObject([{ image: enclosure }]);
    expect(text.match(/<media:content [^>]*medium="audio"[^>]*>/g)).toEqual([
      expect.stringMatching(/url="https:\/\/news\.example\/_files\/talk\.mp3".*fileSize="90210" duration="760"/),
    ]);
    expect(text).toMatch(/<media:credit role="narrator">ريم &(?:amp|#x26); مها<\/media:credit>/);
  });

  it('has a recording whose size nobody knows', async () => {
    const { bytes: _, ...remote } = recording;
    const text = await write({ items: [{ ...plain, recording: { ...remote, url: 'https://cdn.example/t.mp3' } }] });
    if (format === 'rss') expect(text).toMatch(/<enclosure url="https:\/\/cdn\.example\/t\.mp3" length="0"/);
    else expect(text).not.toMatch(/length=|size_in_bytes/);
  });

  it('shows markup in a summary as it was typed', async () => {
    const summary = 'الوسم <b> و&amp; وR&D';
    const text = await write({ items: [{ ...plain, summary }] });
    expect(readFeed(text, format).items).toEqual([expect.objectContaining({ summary })]);
    if (format === 'rss') expect(text).toContain('&amp;lt;b> و&amp;amp;amp; وR&amp;amp;D'.replace('>', '&gt;'));
  });

  it('has the same bytes each time', async () => {
    expect(await write({})).toBe(await write({}));
  });

  it('has no items if nothing is published yet', async () => {
    const { updated: _updated, hub: _hub, ...empty } = feed;
    const text = await writers[format]({ ...empty, items: [] });
    expect(readFeed(text, format)).toMatchObject({ title: 'صدى', hub: undefined, items: [] });
  });

  it.skipIf(format === 'json')('is understood by rss-parser too', async () => {
    const all = hostileItems.map(([, written], index) => ({
      ...plain,
      id: `tag:news.example,2022:${index}`,
      ...written,
    }));
    const items = await readWithRssParser(await write({ items: all }));
    const expected = xmlSafeValue(all).map(({ id, title, link, published, html }) => ({
      id,
      title,
      link,
      published,
      html,
    }));
    expect(items).toEqual(expected);
  });
});

it('an entry in Atom has its content before the elements of Media RSS, some of which readers take for the content', () => {
  const entry = writeAtom({ ...feed, items: [{ ...plain, lead: leadImage }] }).split('<entry>')[1] ?? '';
  expect(entry.indexOf('<content ')).toBeLessThan(entry.indexOf('<media:'));
});
