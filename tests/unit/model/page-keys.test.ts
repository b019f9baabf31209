import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/lib/compare.ts';
import { digestValue } from '../../../src/lib/digest.ts';
import { defaultPalettes } from '../../../src/lib/palette.ts';
import { countWords, excerpt } from '../../../src/lib/plain-text.ts';
import { inReadingOrder } from '../../../src/library/content/series.ts';
import type { Article, FormerNames, Library, Series, StandalonePage } from '../../../src/library/types.ts';
import type { Picture } from '../../../src/markdown/types.ts';
import { correctionsFeedPaths, correctionsPaths } from '../../../src/model/corrections-page.ts';
import { authorIndexPaths, tagIndexPaths } from '../../../src/model/indexes.ts';
import { createPageKeys } from '../../../src/model/page-keys.ts';
import { seriesListPaths, seriesPaths } from '../../../src/model/series-paths.ts';
import {
  articlePaths,
  authorPaths,
  categoryPaths,
  feedPaths,
  keyPaths,
  monthPaths,
  movedFeedPaths,
  type StaticPath,
  sitemapPaths,
  standalonePaths,
  stubPaths,
  tagPaths,
} from '../../../src/model/static-paths.ts';
import { withdrawnPaths, withdrawnStubPaths } from '../../../src/model/withdrawn-pages.ts';
import type { ArticleMatter } from '../../../src/schema/article.ts';
import type { Author } from '../../../src/schema/author.ts';
import type { Category } from '../../../src/schema/category.ts';
import type { PageMatter } from '../../../src/schema/page.ts';
import type { SeriesMatter } from '../../../src/schema/series.ts';
import type { MenuItem, Site } from '../../../src/schema/site.ts';
import type { TagEntry } from '../../../src/schema/tags.ts';
import { article, site as defaultSite, library as libraryOf } from '../../support/library.ts';

/**
 * The content that journalists write. The library is derived from it, so that an edit changes everything that it would
 * change in the real library.
 */
interface Newsroom {
  site: Site;
  authors: Author[];
  categories: Category[];
  pages: (Omit<PageMatter, 'aliases'> & { file: string; body: string })[];
  series: (Omit<SeriesMatter, 'closed'> & { isClosed: boolean; pictureBytes: string })[];
  articles: WrittenArticle[];
  /** The text of the terms of commenting, if they are in a file. */
  terms?: string;
  /** The drawings of its theme. */
  theme?: Pick<Library, 'logo' | 'nameplate' | 'icon'>;
  formerNames?: FormerNames[];
  tags?: TagEntry[];
  /** The id of today for a section as articles name it, and the name of a tag as they write it. */
  today?: { category?: Record<string, string>; tag?: Record<string, string> };
}

interface WrittenArticle extends ArticleMatter {
  id: string;
  file: string;
  body: string;
  /** Stands for the bytes of the article's pictures, whose hash is in their names. */
  pictureBytes: string;
  bodyImages: string[];
  /** The archived comments, oldest first. */
  thread: string[];
  commentsClosed: boolean;
  /** Whether the newest correction stands above the text. */
  isFresh: boolean;
}

const formatOf = (file: string) => (file.endsWith('.mdx') ? 'mdx' : 'md');
const nameOf = (file: string) => file.replace(/^.*\/|\.\w+$/g, '');

/**
 * Derives the digests as the library does: `listDigest` from front matter and excerpt, `digest` from the whole file.
 */
function toArticle(
  { body, pictureBytes, bodyImages, file, thread, commentsClosed, isFresh, withdrawn: _, ...matter }: WrittenArticle,
  site: Site,
): Article {
  const beginning = excerpt(body, 200);
  const picture = matter.image && toPicture(matter.image.src, pictureBytes);
  return {
    ...article(1),
    ...matter,
    file,
    slug: nameOf(file),
    format: formatOf(file),
    listDigest: digestValue([matter, beginning]),
    digest: digestValue([
      matter,
      body,
      bodyImages,
      pictureBytes,
      site.url,
      site.typesetting,
      site.disabledRules,
      site.embeds,
    ]),
    excerpt: beginning,
    wordCount: countWords(body),
    bodyImages,
    ...(picture && { picture }),
    ...(matter.audio && { recording: { url: matter.audio.file } }),
    ...(thread.length > 0 && { thread: { count: thread.length, digest: digestValue(thread) } }),
    ...(commentsClosed && { commentsClosed }),
    ...(isFresh && matter.corrections && { freshCorrections: 1 }),
  };
}

function toPicture(source: string, bytes: string): Picture {
  return {
    src: `/_images/${bytes}-480.jpg`,
    width: 480,
    height: 320,
    sources: [{ type: 'image/webp', srcset: `/_images/${bytes}-480.webp 480w` }],
    social: `/_images/${bytes}-social.jpg`,
    source,
  };
}

/** Composes the series with an article, as the library does. */
function composeSeries(written: Newsroom['series'], articles: readonly Article[]): Series[] {
  return written.flatMap(({ listed, pictureBytes, ...matter }) => {
    const own = inReadingOrder(
      articles.filter(({ series }) => series === matter.id),
      listed,
    );
    const picture = matter.image && toPicture(matter.image.src, pictureBytes);
    return own.length === 0
      ? []
      : [{ ...matter, file: `series/${matter.id}.yaml`, ...(picture && { picture }), articles: own }];
  });
}

const madeArticles = new WeakMap<WrittenArticle, { site: Site; made: Article }>();

/** Calls `toArticle` only once for an article that no edit changes. */
function toSameArticle(written: WrittenArticle, site: Site): Article {
  const known = madeArticles.get(written);
  if (known?.site === site) return known.made;
  const made = toArticle(written, site);
  madeArticles.set(written, { site, made });
  return made;
}

function toPage({ body, file, ...matter }: Newsroom['pages'][number], site: Site): StandalonePage {
  return {
    ...matter,
    slug: nameOf(file),
    file,
    format: formatOf(file),
    digest: digestValue([matter, body, site.url, site.typesetting, site.disabledRules, site.embeds]),
    excerpt: excerpt(body, 200),
    bodyImages: [],
    references: [],
    bodyFiles: [],
    bodyEmbeds: [],
  };
}

const byOrder = (a: { order?: number; title?: string; name?: string }, b: typeof a) =>
  (a.order ?? 99) - (b.order ?? 99) || compareText(a.name ?? a.title ?? '', b.name ?? b.title ?? '');

/** Gives an article the names of today, which its digests do not cover. */
function nameToday(article: Article, { category = {}, tag = {} }: NonNullable<Newsroom['today']>): Article {
  return {
    ...article,
    category: category[article.category] ?? article.category,
    tags: [...new Set(article.tags.map((written) => tag[written] ?? written))],
  };
}

function openNewsroom({
  site,
  authors,
  categories,
  pages,
  series,
  articles,
  terms,
  theme,
  ...rest
}: Newsroom): Library {
  const { formerNames = [], tags = [], today } = rest;
  const published = articles.filter(({ draft }) => !draft);
  const shown = published.filter(({ withdrawn }) => !withdrawn).map((written) => toSameArticle(written, site));
  const named = today ? shown.map((article) => nameToday(article, today)) : shown;
  return libraryOf(named, {
    site,
    series: composeSeries(series, named),
    ...theme,
    withdrawn: published.flatMap((written) => {
      const { id, file, date, aliases, withdrawn } = written;
      const former = toSameArticle(written, site);
      return withdrawn ? [{ id, slug: nameOf(file), file, date, aliases, withdrawn, former }] : [];
    }),
    formerNames,
    tags,
    authors,
    categories: categories.toSorted(byOrder),
    pages: pages
      .filter(({ draft }) => !draft)
      .map((page) => toPage(page, site))
      .sort(byOrder),
    ...(terms !== undefined && {
      commentTerms: {
        file: 'terms.md',
        format: 'md',
        digest: digestValue(terms),
        bodyImages: [],
        bodyFiles: [],
        bodyEmbeds: [],
        references: [],
      },
    }),
  });
}

const words = { title: 'التصويبات', explanation: 'ما صوّبناه' };

type ListPaths = (library: Library) => StaticPath<unknown>[];
const kinds: Record<string, ListPaths> = {
  articlePaths,
  stubPaths,
  standalonePaths,
  categoryPaths,
  authorPaths: (library) => authorPaths(library, 'الكتّاب'),
  authorIndexPaths: (library) => authorIndexPaths(library, 'الكتّاب'),
  tagPaths: (library) => tagPaths(library, 'الوسوم'),
  tagIndexPaths: (library) => tagIndexPaths(library, 'الوسوم'),
  monthPaths: (library) => monthPaths(library, 'الأرشيف'),
  seriesPaths: (library) => seriesPaths(library, 'الملفات'),
  seriesListPaths: (library) => seriesListPaths(library, 'الملفات'),
  'feedPaths in RSS': (library) => feedPaths(library, 'rss'),
  'feedPaths in Atom': (library) => feedPaths(library, 'atom'),
  'feedPaths in JSON Feed': (library) => feedPaths(library, 'json'),
  movedFeedPaths,
  correctionsPaths: (library) => correctionsPaths(library, words),
  correctionsFeedPaths: (library) => correctionsFeedPaths(library, words),
  withdrawnPaths: (library) => withdrawnPaths(library, 'سُحب'),
  withdrawnStubPaths: (library) => withdrawnStubPaths(library, 'سُحب'),
  keyPaths,
  sitemapPaths: (library) =>
    sitemapPaths(library, Date.UTC(2026, 3, 1)).map(({ props, ...path }) => ({
      ...path,
      props: { compose: () => props.compose() },
    })),
};

interface KeyedPage {
  key: string;
  /**
   * Returns what the page shows, as JSON. The page is composed on the first call only, because the tests need just the
   * key of most pages.
   */
  show(): string;
}

/** Lists every page that has a key, by its kind and its parameters. */
function listPages(library: Library): Map<string, KeyedPage> {
  return new Map(
    Object.entries(kinds).flatMap(([kind, list]) =>
      list(library).map(({ params, cacheKey, props }) => {
        let shown: string | undefined;
        const show = () => {
          shown ??= JSON.stringify(props.compose());
          return shown;
        };
        return [`${kind} ${JSON.stringify(params)}`, { key: cacheKey, show }];
      }),
    ),
  );
}

const word = fc.constantFrom('النقل', 'الماء', 'المدارس', 'الجسر', 'السوق', 'المَدارس', 'نهر', 'قطار');
const someWords = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const instant = (firstDay: number) =>
  fc.nat(60 * 24 * 2).map((halfHours) => new Date(Date.UTC(2026, 0, firstDay) + halfHours * 1_800_000).toISOString());

/** Removes keys with the value undefined, which the schema never produces. */
function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}

const authorIds = ['salma', 'nader', 'lina'];
const categoryIds = ['world', 'culture', 'sport'];

const written = (index: number): fc.Arbitrary<WrittenArticle> =>
  fc
    .record({
      title: someWords(4),
      authors: fc.uniqueArray(fc.constantFrom(...authorIds), { minLength: 1, maxLength: 2 }),
      date: instant(1),
      category: fc.constantFrom('world', 'world', ...categoryIds),
      lastUpdated: optional(instant(70)),
      dateHasNoTime: optional(fc.constant(true as const)),
      updateHasNoTime: optional(fc.constant(true as const)),
      expires: optional(fc.constant('2036-01-01T00:00:00.000Z')),
      kicker: optional(word),
      summary: optional(someWords(8)),
      reporters: fc.array(fc.record({ name: word, gender: fc.constantFrom('male' as const, 'female' as const) }), {
        maxLength: 1,
      }),
      dateline: optional(word),
      image: optional(
        fc.record({ src: fc.constant('a.jpg'), alt: word, caption: word, credit: word }) as fc.Arbitrary<
          NonNullable<ArticleMatter['image']>
        >,
      ),
      tags: fc.uniqueArray(word, { maxLength: 3 }),
      source: optional(fc.record({ name: word, url: fc.constant('https://source.example/1') })),
      comments: optional(fc.constantFrom('open' as const, 'closed' as const)),
      series: optional(fc.constantFrom('crafts', 'crafts', 'rivers')),
      draft: fc.constant(false),
      aliases: fc.constantFrom<string[]>([], [`/old/${index}/`]),
      body: someWords(90),
      pictureBytes: word,
      bodyImages: fc.constantFrom<string[]>([], ['articles/map.svg']),
      thread: fc.array(word, { maxLength: 2 }),
      commentsClosed: fc.constant(false),
      isFresh: fc.constant(false),
      corrections: optional(
        fc.array(fc.record({ date: instant(3), kind: fc.constantFrom('correction', 'update'), text: someWords(4) }), {
          minLength: 1,
          maxLength: 2,
        }) as fc.Arbitrary<NonNullable<ArticleMatter['corrections']>>,
      ),
    })
    .map((fields) =>
      compact({ ...fields, id: `a${String(index).padStart(4, '0')}`, file: `articles/report-${index}.md` }),
    );

const articlesOf = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => written(index))));

const newsrooms: fc.Arbitrary<Newsroom> = fc
  .record({
    articles: fc.oneof({ arbitrary: articlesOf(1, 9), weight: 3 }, { arbitrary: articlesOf(70, 90), weight: 1 }),
    permalink: fc.constantFrom('short' as const, 'readable' as const),
    provider: fc.constantFrom('none' as const, 'form' as const),
    navigation: fc.constantFrom<MenuItem[]>([], [{ title: 'الأولى', url: '/' }]),
    bio: optional(someWords(5)),
    description: optional(someWords(5)),
    shareCards: fc.constantFrom<Site['shareCards']>('all', 3),
  })
  .map(({ articles, permalink, provider, navigation, bio, description, shareCards }) => ({
    site: {
      ...defaultSite,
      permalink,
      navigation,
      shareCards,
      comments: { ...defaultSite.comments, provider, endpoint: 'https://comments.example/' },
    },
    authors: authorIds.map((id) => compact({ id, name: `كاتب ${id}`, bio, links: [] })),
    categories: categoryIds.map((id) => compact({ id, name: `قسم ${id}`, description })),
    pages: [
      { title: 'عنا', draft: false, file: 'pages/about.md', body: 'صحيفة محلية.' },
      { title: 'اتصل بنا', draft: false, file: 'pages/contact.md', body: 'صحيفة محلية.' },
    ],
    series: ['crafts', 'rivers', 'trains'].map((id) =>
      compact({
        id,
        title: `ملف ${id}`,
        summary: description,
        image: { src: 'b.jpg', alt: 'نول', caption: 'تعليق', credit: 'مها' },
        listed: [],
        isClosed: false,
        pictureBytes: id,
      }),
    ),
    articles: [...articles],
  }));

const first = <Item extends object>(items: readonly Item[], fields: Partial<Item>): Item[] =>
  items.map((item, index) => (index === 0 ? compact({ ...item, ...fields }) : item));
const inArticle = (fields: Partial<WrittenArticle>) => (newsroom: Newsroom) => ({
  ...newsroom,
  articles: first(newsroom.articles, fields),
});
const inAuthor = (fields: Partial<Author>) => (newsroom: Newsroom) => ({
  ...newsroom,
  authors: first(newsroom.authors, fields),
});
const inCategory = (fields: Partial<Category>) => (newsroom: Newsroom) => ({
  ...newsroom,
  categories: first(newsroom.categories, fields),
});
const inSeries = (fields: Partial<Newsroom['series'][number]>) => (newsroom: Newsroom) => ({
  ...newsroom,
  series: first(newsroom.series, fields),
});
const inPage = (fields: Partial<Newsroom['pages'][number]>) => (newsroom: Newsroom) => ({
  ...newsroom,
  pages: first(newsroom.pages, fields),
});
const inSite = (fields: Partial<Site>) => (newsroom: Newsroom) => ({
  ...newsroom,
  site: compact({ ...newsroom.site, ...fields }),
});

type Edit = (newsroom: Newsroom) => Newsroom;

/** One edit for each field. The type requires an edit for every field that is added to a schema. */
const articleEdits: Record<keyof Required<WrittenArticle>, Edit> = {
  title: inArticle({ title: 'عنوان صُحّح' }),
  authors: inArticle({ authors: ['lina', 'salma', 'nader'] }),
  date: inArticle({ date: '2026-01-31T22:30:00.000Z' }),
  category: ({ articles: [article, ...others], ...newsroom }) => ({
    ...newsroom,
    articles: article
      ? [{ ...article, category: article.category === 'world' ? 'sport' : 'world' }, ...others]
      : others,
  }),
  lastUpdated: inArticle({ lastUpdated: '2026-12-31T00:00:00.000Z' }),
  dateHasNoTime: inArticle({ dateHasNoTime: true }),
  updateHasNoTime: inArticle({ lastUpdated: '2026-12-31T00:00:00.000Z', updateHasNoTime: true }),
  expires: inArticle({ expires: '2036-12-31T00:00:00.000Z' }),
  id: inArticle({ id: 'zzzzz' }),
  kicker: inArticle({ kicker: 'عاجل جدًا' }),
  summary: inArticle({ summary: 'ملخص صُحّح' }),
  reporters: inArticle({
    reporters: [
      { name: 'سامي', gender: 'male' },
      { name: 'مها', gender: 'female' },
    ],
  }),
  dateline: inArticle({ dateline: 'حلب' }),
  image: inArticle({ image: { src: 'b.jpg', alt: 'صورة أخرى', caption: 'تعليق', credit: 'مها' } }),
  audio: inArticle({ audio: { file: 'https://cdn.example/talk.mp3', duration: 760, reader: 'ريم' } }),
  tags: inArticle({ tags: ['المَدارس', 'وسم جديد'] }),
  source: inArticle({ source: { name: 'وكالة' } }),
  contents: ({ articles: [article, ...others], ...newsroom }) => ({
    ...newsroom,
    articles: article ? [{ ...article, contents: article.contents !== true }, ...others] : others,
  }),
  comments: ({ articles: [article, ...others], ...newsroom }) => ({
    ...newsroom,
    articles: article
      ? [{ ...article, comments: article.comments === 'closed' ? 'open' : 'closed' }, ...others]
      : others,
  }),
  live: ({ articles: [article, ...others], ...newsroom }) => ({
    ...newsroom,
    articles: article ? [{ ...article, live: article.live === 'open' ? 'closed' : 'open' }, ...others] : others,
  }),
  series: ({ articles: [article, ...others], ...newsroom }) => ({
    ...newsroom,
    articles: article ? [{ ...article, series: article.series === 'crafts' ? 'rivers' : 'crafts' }, ...others] : others,
  }),
  draft: inArticle({ draft: true }),
  aliases: inArticle({ aliases: ['/old/0/', '/older/0/'] }),
  file: inArticle({ file: 'articles/renamed.mdx' }),
  body: inArticle({ body: 'متن جديد كل الجدة.' }),
  pictureBytes: inArticle({ pictureBytes: 'other' }),
  bodyImages: inArticle({ bodyImages: ['articles/other.svg'] }),
  thread: inArticle({ thread: ['تعليق', 'تعليق ثانٍ', 'تعليق ثالث'] }),
  commentsClosed: inArticle({ commentsClosed: true }),
  isFresh: inArticle({ isFresh: true }),
  corrections: inArticle({ corrections: [{ date: '2026-03-01T10:00:00.000Z', kind: 'clarification', text: 'توضيح' }] }),
  withdrawn: inArticle({ withdrawn: { date: '2026-03-01T10:00:00.000Z', reason: 'لم يصح' } }),
};

const authorEdits: Record<Exclude<keyof Required<Author>, 'id'>, Edit> = {
  name: inAuthor({ name: 'اسم آخر' }),
  kind: inAuthor({ kind: 'desk' }),
  gender: inAuthor({ gender: 'female' }),
  role: inAuthor({ role: 'محررة' }),
  bio: inAuthor({ bio: 'سيرة أخرى' }),
  image: inAuthor({ image: 'portrait.jpg' }),
  email: inAuthor({ email: 'salma@news.example' }),
  links: inAuthor({ links: [{ title: 'موقعها', url: 'https://salma.example/' }] }),
};

const categoryEdits: Record<Exclude<keyof Required<Category>, 'id'>, Edit> = {
  name: inCategory({ name: 'قسم باسم آخر' }),
  definiteName: inCategory({ definiteName: 'المحليات' }),
  description: inCategory({ description: 'وصف آخر' }),
  order: ({ categories, ...newsroom }) => ({
    ...newsroom,
    categories: categories.map((category, index) => ({ ...category, order: categories.length - index })),
  }),
};

const seriesEdits: Record<Exclude<keyof Required<Newsroom['series'][number]>, 'id'>, Edit> = {
  title: inSeries({ title: 'ملف باسم آخر' }),
  summary: inSeries({ summary: 'ملخص آخر' }),
  image: inSeries({ image: { src: 'b.jpg', alt: 'صورة أخرى', caption: 'تعليق آخر' } }),
  pictureBytes: inSeries({ pictureBytes: 'other' }),
  isClosed: inSeries({ isClosed: true }),
  listed: (newsroom) => {
    const newest = newsroom.articles.filter(({ series }) => series === 'crafts').map(({ id }) => id);
    return inSeries({ listed: newest.toReversed() })(newsroom);
  },
};

const pageEdits: Record<keyof Required<Newsroom['pages'][number]>, Edit> = {
  title: inPage({ title: 'من نحن' }),
  summary: inPage({ summary: 'صفحة تعرّف بنا' }),
  lastUpdated: inPage({ lastUpdated: '2026-02-02T00:00:00.000Z' }),
  updateHasNoTime: inPage({ lastUpdated: '2026-02-02T00:00:00.000Z', updateHasNoTime: true }),
  draft: inPage({ draft: true }),
  order: inPage({ order: 100 }),
  file: inPage({ file: 'pages/about.mdx' }),
  body: inPage({ body: 'صحيفة محلية أخرى.' }),
};

const siteEdits: Record<
  Exclude<keyof Required<Site>, 'frontPage' | 'host' | 'images' | 'stagingOf' | 'labels' | 'offline'>,
  Edit
> = {
  title: inSite({ title: 'صحيفة باسم آخر' }),
  tagline: inSite({ tagline: 'كل صباح' }),
  description: inSite({ description: 'وصف آخر' }),
  url: inSite({ url: 'https://moved.example' }),
  indexed: inSite({ indexed: false }),
  timeZone: inSite({ timeZone: 'Pacific/Auckland' }),
  months: inSite({ months: 'levant' }),
  digits: inSite({ digits: 'arab' }),
  hijri: inSite({ hijri: true }),
  listen: inSite({ listen: false }),
  permalink: (newsroom) => inSite({ permalink: newsroom.site.permalink === 'short' ? 'readable' : 'short' })(newsroom),
  typesetting: inSite({ typesetting: false }),
  disabledRules: inSite({ disabledRules: ['ellipsis'] as unknown as Site['disabledRules'] }),
  readingSpeed: inSite({ readingSpeed: 10 }),
  comments: inSite({
    comments: { ...defaultSite.comments, provider: 'form', endpoint: 'https://moved.example/', terms: ['لا تعليق'] },
  }),
  feeds: inSite({ feeds: { language: 'ar-EG', hub: 'https://hub.example/', atomAndJson: 'all' } }),
  publisher: inSite({ publisher: { logo: '/logo.png', profiles: ['https://social.example/'], policies: {} } }),
  announce: inSite({ announce: { indexNow: { key: 'k'.repeat(16), endpoint: 'https://index.example/' } } }),
  shareCards: inSite({ shareCards: 'sections' }),
  ageWarning: inSite({ ageWarning: 3 }),
  share: inSite({ share: ['mail'] }),
  follow: inSite({ follow: { channels: [{ network: 'telegram', url: 'https://t.example/sada' }] } }),
  embeds: inSite({ embeds: ['x'] }),
  navigation: inSite({ navigation: [{ title: 'كل الأخبار', url: '/archive/' }] }),
  appearance: inSite({
    appearance: { fonts: {}, palettes: { ...defaultPalettes, light: { ...defaultPalettes.light, paper: '#ffffff' } } },
  }),
  footer: inSite({ footer: { text: 'حقوق', links: [{ title: 'راسلنا', url: 'mailto:a@b.example' }] } }),
};

const inTag = (fields: Partial<TagEntry>) => (newsroom: Newsroom) => ({
  ...newsroom,
  tags: [{ name: 'النقل', also: [], aliases: [], ...fields }],
});

const others: Record<string, Edit> = {
  'the section that articles name is renamed': (newsroom) => ({ ...newsroom, today: { category: { world: 'sport' } } }),
  'a tag that articles have is another spelling': (newsroom) => ({ ...newsroom, today: { tag: { النقل: 'الماء' } } }),
  'a tag gets a description': inTag({ description: 'كل ما يسير.' }),
  'a section, an author, a page, a series and a tag have old names': (newsroom) => ({
    ...newsroom,
    formerNames: [
      { kind: 'category', id: 'world', aliases: ['abroad', '/category/world/', '/category/world/feed/'] },
      { kind: 'author', id: 'salma', aliases: ['s'] },
      { kind: 'page', id: 'about', aliases: ['us'] },
      { kind: 'series', id: 'crafts', aliases: ['handwork', '/files/crafts/'] },
      { kind: 'tag', id: 'النقل', aliases: ['نقل'] },
    ],
  }),
  'enough articles are published for another page of their lists': (newsroom) => ({
    ...newsroom,
    articles: [
      ...newsroom.articles,
      ...Array.from({ length: 20 }, (_, index) => ({
        ...(newsroom.articles[0] as WrittenArticle),
        id: `n${String(index).padStart(4, '0')}`,
        file: `articles/newer-${index}.md`,
        category: 'world',
        aliases: [],
        date: new Date(Date.UTC(2026, 3, 1, index)).toISOString(),
      })),
    ],
  }),
  'all articles are in one series, which has several pages': ({ articles, ...newsroom }) => ({
    ...newsroom,
    articles: articles.map((each) => ({ ...each, series: 'crafts' })),
  }),
  'a third series gets an article': ({ articles, ...newsroom }) => ({
    ...newsroom,
    articles: first(articles, { series: 'trains' }),
  }),
  'a logo is drawn': (newsroom) => ({
    ...newsroom,
    theme: { logo: { src: '/_images/a.svg', width: 300, height: 80, isOfOneColor: true } },
  }),
  'the name is drawn': (newsroom) => ({ ...newsroom, theme: { nameplate: { width: 900, path: 'M0 0' } } }),
  'an icon is drawn': (newsroom) => ({ ...newsroom, theme: { icon: { digest: 'a' } } }),
  'the terms of commenting move to a file': (newsroom) => ({ ...newsroom, terms: 'لا إساءة، ولا إعلان.' }),
  'a comment is replaced by another': ({ articles, ...newsroom }) => ({
    ...newsroom,
    articles: articles.map((each) => ({ ...each, thread: each.thread.map((comment) => `${comment}، وقد عُدّل`) })),
  }),
  'an article is published': (newsroom) => ({
    ...newsroom,
    articles: [
      ...newsroom.articles,
      {
        ...(newsroom.articles[0] as WrittenArticle),
        id: 'newer',
        file: 'articles/newer.md',
        aliases: [],
        date: '2026-03-30T10:00:00.000Z',
      },
    ],
  }),
  'an article is dated among others': (newsroom) => ({
    ...newsroom,
    articles: [
      ...newsroom.articles,
      { ...(newsroom.articles[0] as WrittenArticle), id: 'among', file: 'articles/among.md', aliases: [] },
    ],
  }),
  'two articles change their places': (newsroom) => {
    const [one, two, ...rest] = newsroom.articles;
    if (!one || !two) return newsroom;
    return { ...newsroom, articles: [{ ...one, date: two.date }, { ...two, date: one.date }, ...rest] };
  },
  'the pages change their names': (newsroom) => ({
    ...newsroom,
    pages: newsroom.pages.map((page, index, all) => ({ ...page, file: all.at(-1 - index)?.file ?? page.file })),
  }),
};

const edits: [edit: string, apply: Edit][] = Object.entries({
  article: articleEdits,
  author: authorEdits,
  category: categoryEdits,
  series: seriesEdits,
  page: pageEdits,
  site: siteEdits,
  newsroom: others,
}).flatMap(([subject, table]) =>
  Object.entries(table).map(([name, apply]): [string, Edit] => [`${subject}: ${name}`, apply]),
);

/** The file of the sitemap that lists all pages except articles and tags. */
const listOfPages = 'sitemapPaths {"part":"pages"}';
const indexOfAuthors = 'authorIndexPaths {}';

/** The same newsrooms for every edit, so that their pages are composed once. */
const unedited = fc
  .sample(newsrooms, { numRuns: 12, seed: 20_260_125 })
  .map((newsroom) => ({ newsroom, pages: listPages(openNewsroom(newsroom)) }));

describe('the key of a page', () => {
  it.each(edits)('changes whenever the page shows something else: %s', (_, apply) => {
    let isSeen = false;
    for (const { newsroom, pages } of unedited) {
      for (const [page, after] of listPages(openNewsroom(apply(newsroom)))) {
        const before = pages.get(page);
        const hasNewKey = before?.key !== after.key;
        if (hasNewKey && isSeen) continue;
        if (before?.show() === after.show()) continue;
        isSeen = true;
        if (!hasNewKey) {
          throw new Error(`${page} would stay as it was.\nBefore: ${before?.show()}\nAfter:  ${after.show()}`);
        }
      }
    }
    expect(isSeen, 'an edit that no page shows tests nothing').toBe(true);
  });

  it('is the same for the same content, even if its keys are in another order and an author is added', () => {
    fc.assert(
      fc.property(newsrooms, (newsroom) => {
        const turned: Newsroom = {
          ...newsroom,
          site: Object.fromEntries(Object.entries(newsroom.site).reverse()) as unknown as Site,
          authors: [...newsroom.authors, { id: 'guest', name: 'ضيف', links: [] }],
          articles: newsroom.articles.map(
            (each) => Object.fromEntries(Object.entries(each).reverse()) as unknown as WrittenArticle,
          ),
        };
        const after = listPages(openNewsroom(turned));
        for (const [page, { key }] of listPages(openNewsroom(newsroom))) {
          if (page !== listOfPages && page !== indexOfAuthors) expect(after.get(page)?.key, page).toBe(key);
        }
      }),
      { numRuns: 10, seed: 20_260_125 },
    );
  });

  it('changes for a bounded number of pages when an article is published, however large the archive is', () => {
    fc.assert(
      fc.property(articlesOf(60, 80), newsrooms, (written, newsroom) => {
        // The pages of a series may all tell how many articles it has: see series.test.ts.
        const articles = written.map(({ series: _, ...each }) => each);
        const before = listPages(openNewsroom({ ...newsroom, articles: [...articles] }));
        const published = others['an article is published']?.({ ...newsroom, articles: [...articles] }) as Newsroom;
        const touched = [...listPages(openNewsroom(published))].filter(
          ([page, { key }]) => before.get(page)?.key !== key,
        );
        const ofArticles = touched.filter(([page]) => page.startsWith('articlePaths'));
        // The article itself, two beside it in its section, and one that is no longer among the newest, with its stubs.
        expect(ofArticles.length).toBeLessThanOrEqual(4);
        expect(touched.length).toBeLessThanOrEqual(27);
      }),
      { numRuns: 10, seed: 20_260_125 },
    );
  });

  it('is equal for two libraries with the same content', () => {
    const one = libraryOf([article(1), article(2)]);
    const two = libraryOf([article(1), article(2)]);
    expect(createPageKeys(one).ofList(one.articles)).toBe(createPageKeys(two).ofList(two.articles));
    expect(createPageKeys(one)).toBe(createPageKeys(one));
  });
});

describe('the key of every page', () => {
  const keysOf = (fields: Partial<Article>, site = defaultSite) => {
    const one = article(1, fields);
    const keys = createPageKeys(libraryOf([one], { site }));
    return [keys.ofArticle(one), keys.ofList([one]), keys.ofList([]), keys.ofTexts([one])];
  };

  it('is another one when a future article is published between two previews', () => {
    const [future, published] = [keysOf({ unpublished: true }), keysOf({ unpublished: false })];
    expect(future.map((key, index) => key === published[index])).toEqual([false, false, true, false]);
  });

  it('is another one when the owner replaces a word, which is compiled into pages', () => {
    const replaced = keysOf({}, { ...defaultSite, labels: { 'archive.title': 'كل ما نشرناه' } });
    expect(keysOf({}).map((key, index) => key === replaced[index])).toEqual([false, false, false, false]);
  });
});
