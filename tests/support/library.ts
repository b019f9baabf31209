import { compareText } from '../../src/lib/compare.ts';
import type { Article, Library } from '../../src/library/types.ts';
import type { Site } from '../../src/schema/site.ts';

export const site: Site = {
  title: 'صحيفة التجربة',
  description: 'موقع للاختبار',
  url: 'https://news.example',
  indexed: true,
  timeZone: 'Africa/Cairo',
  months: 'gulf-egypt',
  digits: 'latn',
  hijri: false,
  listen: true,
  permalink: 'short',
  typesetting: true,
  disabledRules: [],
  readingSpeed: 180,
  comments: { provider: 'none', siteId: 'remark', moderated: true, terms: ['لا إساءة'] },
  share: ['whatsapp', 'telegram', 'x', 'facebook', 'mail'],
  embeds: ['youtube', 'vimeo'],
  navigation: [],
  footer: { links: [] },
  frontPage: { lead: [] },
  host: { name: 'none' },
  offline: true,
  images: { formats: ['webp'], widths: [320, 800, 1400] },
  shareCards: 'all',
  follow: { channels: [] },
  labels: {},
  feeds: { language: 'ar', atomAndJson: 'site' },
  publisher: { profiles: [], policies: {} },
  announce: {},
};

/** Creates an article as it is in the library; its id, file and default date are derived from `number`. */
export function article(number: number, fields: Partial<Article> = {}): Article {
  const id = `a${String(number).padStart(4, '0')}`;
  return {
    id,
    slug: `خبر-${number}`,
    file: `articles/2026/01/${id}.md`,
    format: 'md',
    digest: `digest-${number}`,
    title: `الخبر رقم ${number}`,
    authors: ['salma'],
    date: new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString(),
    category: 'world',
    reporters: [],
    tags: [],
    draft: false,
    aliases: [],
    excerpt: `أول النص من الخبر رقم ${number}`,
    listDigest: `card-${number}`,
    wordCount: 100,
    bodyLength: 600,
    bodyImages: [],
    references: [],
    bodyFiles: [],
    bodyEmbeds: [],
    unpublished: false,
    ...fields,
  };
}

/** Creates a library with the articles in its guaranteed order: newest first, articles of the same date by id. */
export function library(articles: readonly Article[], fields: Partial<Library> = {}): Library {
  return {
    site,
    articles: articles.toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id)),
    withdrawn: [],
    authors: [
      { id: 'salma', name: 'سلمى', links: [] },
      { id: 'nader', name: 'نادر', links: [] },
    ],
    categories: [
      { id: 'world', name: 'أخبار العالم' },
      { id: 'culture', name: 'ثقافة' },
    ],
    pages: [],
    frontPage: {
      layout: 'ordinary',
      seconds: [],
      pinned: [],
      hide: [],
      sectionLeads: {},
      opinionSections: [],
    },
    live: new Map(),
    series: [],
    houseStyle: [],
    searchAliases: [],
    slots: [],
    components: { names: [], files: [], digest: '' },
    tags: [],
    formerNames: [],
    problems: [],
    notices: [],
    agenda: [],
    expired: [],
    remoteImages: { images: [], isPartial: false },
    derivedIds: [],
    incomplete: [],
    ...fields,
  };
}
