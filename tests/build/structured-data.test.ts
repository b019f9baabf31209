import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { composeArticlePage } from '../../src/model/article-page.ts';
import { findNeighbours } from '../../src/model/related.ts';
import type { StructuredData, Thing } from '../../src/model/structured-data.ts';
import { article, library } from '../support/library.ts';
import { findSamplePages } from '../support/sample-pages.ts';
import { checkVocabulary } from '../support/schema-org.ts';
import { sampleSite } from '../support/shared-sites.ts';

type Node = Parameters<typeof DomUtils.textContent>[0];

const site = sampleSite();
const { front, articles, category, author, tag, series, month, corrections, withdrawn, search } = findSamplePages(site);

function open(address: string) {
  const document = parseDocument(site.read(`${address.slice(1)}index.html`));
  const all = (test: (element: { name: string; attribs: Record<string, string> }) => boolean, of: Node = document) =>
    DomUtils.findAll(test, Array.isArray(of) ? of : ([of] as never));
  const ofClass = (name: string, of?: Node) =>
    all(({ attribs }) => attribs.class?.split(' ').includes(name) ?? false, of);
  const scripts = all(({ name, attribs }) => name === 'script' && attribs.type === 'application/ld+json');
  const data = scripts.map((script) => JSON.parse(DomUtils.textContent(script)) as StructuredData);
  return { all, ofClass, data };
}

function dataOf(address: string): StructuredData {
  const [found, another] = open(address).data;
  if (!found || another) throw new Error(`${address} has not one JSON-LD document.`);
  return found;
}

function thing(data: StructuredData, type: string): Thing {
  const found = data['@graph'].find((one) => one['@type'] === type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found;
}

/** The sample site has no recording. */
function describeReadAloud(): StructuredData {
  const audio = { file: 'https://cdn.example/talk.mp3', duration: 760, reader: 'ريم' };
  const read = article(1, { audio, recording: { url: audio.file } });
  const { metadata } = composeArticlePage(read, library([read]), findNeighbours([read]));
  if (!metadata.structuredData) throw new Error('An article has no structured data.');
  return metadata.structuredData;
}

const wordsOf = (node: Node | undefined) => (node ? DomUtils.textContent(node).replace(/\s+/g, ' ').trim() : undefined);
const absolute = (address: string | undefined) => new URL(address ?? '', 'https://alwarraq.example').href;

describe('structured data', () => {
  it.each([
    ['the front page', front, ['WebSite', 'NewsMediaOrganization', 'ItemList']],
    ['an article', articles[0], ['NewsArticle', 'BreadcrumbList', 'NewsMediaOrganization']],
    ['live coverage', '/f3k7m/', ['LiveBlogPosting', 'BreadcrumbList', 'NewsMediaOrganization']],
    ['a section', category, ['CollectionPage', 'BreadcrumbList']],
    ['an author', author, ['ProfilePage', 'ItemList', 'BreadcrumbList', 'NewsMediaOrganization']],
    ['a tag', tag, ['CollectionPage', 'BreadcrumbList']],
    ['a series', series, ['CollectionPage', 'CreativeWorkSeries', 'BreadcrumbList', 'NewsMediaOrganization']],
    ['a month', month, ['CollectionPage', 'BreadcrumbList']],
    ['a standalone page', '/about/', ['WebPage', 'BreadcrumbList']],
    ['the archive', '/archive/', ['WebPage', 'BreadcrumbList']],
    ['the corrections', corrections, ['WebPage', 'BreadcrumbList']],
    ['the page for followers', '/feeds/', ['WebPage', 'BreadcrumbList']],
    ['the index of authors', '/a/', ['CollectionPage', 'BreadcrumbList']],
    ['the index of tags', '/t/', ['CollectionPage', 'BreadcrumbList']],
  ])('has the types of %s', (_, address = '', types) => {
    expect(dataOf(address)['@graph'].map((one) => one['@type'])).toEqual(types);
  });

  it('is missing on pages that search engines must not index', () => {
    expect(open(search).data).toEqual([]);
    expect(open(withdrawn).data).toEqual([]);
  });

  it('follows the vocabulary of schema.org on every page', () => {
    const pages = site.files().filter((file) => file.endsWith('/index.html') || file === 'index.html');
    const shapes = new Map<string, [page: string, data: StructuredData]>();
    for (const file of pages) {
      for (const data of open(`/${file.replace(/index\.html$/, '')}`).data) {
        shapes.set(JSON.stringify(shapeOf(data)), [file, data]);
      }
    }
    expect(pages.length).toBeGreaterThan(60);
    expect(shapes.size).toBeGreaterThan(6);
    const documents = new Map(shapes.values());
    documents.set('an article read aloud', describeReadAloud());
    expect(checkVocabulary(documents)).toEqual([]);
  });

  it('would be reported if it departed from the vocabulary', () => {
    const graph = (article: Thing): StructuredData => ({ '@context': 'https://schema.org', '@graph': [article] });
    const departures = new Map([
      ['type', graph({ '@type': 'NewsArtikel' })],
      ['property', graph({ '@type': 'NewsArticle', headlin: 'نص' })],
      ['value', graph({ '@type': 'NewsArticle', author: { '@type': 'BreadcrumbList' } })],
      ['sound', graph({ '@type': 'NewsArticle', headline: 'نص' })],
    ]);
    expect(checkVocabulary(departures).map((told) => told.split(':')[0])).toEqual(['type', 'property', 'value']);
  });

  it.each(articles)('agrees with what the article at %s shows', (address) => {
    const { all, ofClass, data } = open(address);
    const graph = data[0] as StructuredData;
    const isLive = graph['@graph'].some((one) => one['@type'] === 'LiveBlogPosting');
    const article = thing(graph, isLive ? 'LiveBlogPosting' : 'NewsArticle');
    const meta = ofClass('meta')[0];
    const times = (name: string) =>
      ofClass(name, meta)
        .flatMap((element) => all((one) => one.name === 'time', element))
        .map(({ attribs }) => attribs.datetime);
    const [published] = times('published');
    expect(article).toMatchObject({
      headline: wordsOf(all(({ name }) => name === 'h1')[0]),
      url: absolute(address),
      mainEntityOfPage: absolute(address),
      datePublished: published,
      dateModified: times('updated')[0] ?? published,
      articleSection: wordsOf(all(({ name }) => name === 'a', ofClass('trail')[0]).at(-1)),
      inLanguage: 'ar-EG',
      isAccessibleForFree: true,
      publisher: { '@id': 'https://alwarraq.example/#organization' },
    });
    expect(published).toMatch(/T\d\d:\d\d:\d\d\+0[23]:00$/);
    // Reporters stand at the beginning of the text, writers without a report above it.
    const namedIn = (role: string) =>
      [...(role === 'writers' ? ofClass('opening') : []), ...ofClass(role, meta)].flatMap((sentence) =>
        all(({ name }) => name === 'a' || name === 'b', sentence),
      );
    const peopleOf = (property: string) => (article[property] ?? []) as { name: string; url?: string }[];
    for (const [property, role] of [
      ['author', 'writers'],
      ['editor', 'editors'],
    ] as const) {
      expect(peopleOf(property).map(({ name, url }) => [name, url])).toEqual(
        namedIn(role).map((element) => [
          wordsOf(element),
          element.attribs.href === undefined ? undefined : absolute(element.attribs.href),
        ]),
      );
    }
    const contentOf = (property: string) =>
      all(({ attribs }) => attribs.property === property).map(({ attribs }) => attribs.content);
    expect(contentOf('article:published_time')).toEqual([article.datePublished]);
    expect(contentOf('article:modified_time')).toEqual([article.dateModified]);
    expect(contentOf('article:section')).toEqual([article.articleSection]);
    expect(contentOf('article:author')).toEqual(peopleOf('author').flatMap(({ url }) => url ?? []));
    expect(contentOf('article:tag')).toEqual(article.keywords ?? []);
  });

  it.each([category, author, tag, month])('names the stories of the list at %s in their order', (address) => {
    const { all, ofClass, data } = open(address);
    const graph = data[0] as StructuredData;
    const own = graph['@graph'][0] as Thing;
    const list = own['@type'] === 'ProfilePage' ? thing(graph, 'ItemList') : (own.mainEntity as Thing);
    const shown = ofClass('headline').flatMap((headline) => all(({ name }) => name === 'a', headline));
    expect(shown.length).toBeGreaterThan(0);
    expect(list.numberOfItems).toBe(shown.length);
    expect((list.itemListElement as { url: string }[]).map(({ url }) => url)).toEqual(
      shown.map(({ attribs }) => absolute(attribs.href)),
    );
  });

  it('describes an author as the author’s page does', () => {
    const { all, data } = open(author);
    const person = thing(data[0] as StructuredData, 'ProfilePage').mainEntity as Thing;
    expect(person).toMatchObject({
      '@type': 'Person',
      name: wordsOf(all(({ name }) => name === 'h1')[0]),
      url: absolute(author),
    });
    expect(site.read(`${author.slice(1)}index.html`)).toContain(String(person.jobTitle));
  });

  it('names the policies of the newspaper, which are pages of the site', () => {
    const paper = thing(dataOf(front), 'NewsMediaOrganization');
    expect(paper).toMatchObject({
      name: 'الورّاق',
      publishingPrinciples: 'https://alwarraq.example/editorial-policy/',
      correctionsPolicy: 'https://alwarraq.example/editorial-policy/',
    });
  });

  it('has no URL of the site that does not exist', () => {
    const missing = site
      .files()
      .filter((file) => file.endsWith('index.html'))
      .flatMap((file) => {
        const [data] = open(`/${file.replace(/index\.html$/, '')}`).data;
        return data ? addressesIn(data) : [];
      })
      .filter((address) => {
        const { pathname } = new URL(address);
        const file = decodeURI(pathname).slice(1);
        return !site.exists(pathname.endsWith('/') ? `${file}index.html` : file);
      });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has no character that would end its `<script>` element', () => {
    const texts = articles.map(
      (address) => /ld\+json">(.*?)<\/script>/s.exec(site.read(`${address.slice(1)}index.html`))?.[1],
    );
    expect(texts.filter((text) => !text || text.includes('<'))).toEqual([]);
  });
});

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('https://alwarraq.example/') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

/** Reduces JSON to what a type checker sees: types and the names of properties, without the values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].sort();
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([key, member]) => [key, key === '@type' ? member : shapeOf(member)]);
}
