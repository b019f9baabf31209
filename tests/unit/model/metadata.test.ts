import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { composeArticlePage } from '../../../src/model/article-page.ts';
import { describeArticle, describePage } from '../../../src/model/metadata.ts';
import { findNeighbours } from '../../../src/model/related.ts';
import { toStory } from '../../../src/model/story.ts';
import { article, library, site } from '../../support/library.ts';

const picture = { src: '/_images/x.svg', width: 1600, height: 1000, sources: [], social: '/_images/x-social.jpg' };
const subject = article(1, {
  id: 'k7q3m',
  date: '2026-07-01T09:00:00.000Z',
  lastUpdated: '2026-07-02T09:00:00.000Z',
  tags: ['نيل'],
  image: { src: 'x.svg', alt: 'قارب في النيل', caption: 'قارب' },
  picture,
});
const whole = library([subject]);
const page = composeArticlePage(subject, whole, findNeighbours(whole.articles));

test('the head of an article has its canonical URL, its dates with the offset, and its picture', () => {
  expect(page.metadata).toMatchObject({
    canonical: 'https://news.example/k7q3m/',
    description: subject.excerpt,
    image: { url: 'https://news.example/_images/x-social.jpg', alt: 'قارب في النيل', width: 1200, height: 630 },
    feeds: [
      { title: 'صحيفة التجربة', format: 'rss', url: 'https://news.example/rss.xml' },
      { title: 'أخبار العالم – صحيفة التجربة', format: 'rss', url: 'https://news.example/c/world/rss.xml' },
    ],
    article: {
      published: '2026-07-01T12:00:00+03:00',
      modified: '2026-07-02T12:00:00+03:00',
      section: 'أخبار العالم',
      shortLink: 'https://news.example/k7q3m/',
    },
  });
});

test('an article read aloud has its recording in the head and in structured data, and no voice of the browser', () => {
  const audio = { file: 'talk.mp3', duration: 3725, reader: 'ريم' };
  const read = article(1, { audio, recording: { url: '/_files/talk-0f.mp3', bytes: 9 } });
  const own = library([read], { site: { ...site, url: 'https://news.example/paper' } });
  const { recording, listen, metadata } = composeArticlePage(read, own, findNeighbours(own.articles));
  expect(recording?.href).toBe('/paper/_files/talk-0f.mp3');
  expect(listen).toBe(false);
  const url = 'https://news.example/paper/_files/talk-0f.mp3';
  expect(metadata.article?.recording).toMatchObject({ url, mediaType: 'audio/mpeg' });
  expect(metadata.structuredData?.['@graph'][0]?.audio).toEqual({
    '@type': 'AudioObject',
    name: read.title,
    contentUrl: url,
    encodingFormat: 'audio/mpeg',
    duration: 'PT1H2M5S',
    creditText: 'ريم',
    inLanguage: 'ar',
  });
  expect(composeArticlePage(subject, whole, findNeighbours(whole.articles)).listen).toBe(true);
});

test('no page of a site that search engines must not index has structured data', () => {
  const hidden = { ...library([article(1)]), site: { ...site, indexed: false } };
  const story = toStory(article(1), hidden);
  for (const metadata of [
    describeArticle(hidden, story, article(1)),
    describePage(hidden, { title: 'x', path: '/' }),
  ]) {
    expect(metadata.indexed).toBe(false);
    expect(metadata).not.toHaveProperty('structuredData');
  }
});

test('an excerpt is the description of an article, but never its standfirst', () => {
  expect(page.standfirst).toBeUndefined();
  expect(page.story.summary).toBe(subject.excerpt);
});

test('structured data has the word count of an article, if it has words', () => {
  const wordCount = (fields: Partial<Article>) => {
    const one = article(1, fields);
    const own = library([one]);
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    return metadata.structuredData?.['@graph'][0]?.wordCount;
  };
  expect([wordCount({ wordCount: 412 }), wordCount({ wordCount: 0 })]).toEqual([412, undefined]);
});

test('comments follow the settings of the site, and an article can close its own', () => {
  const comments = (articleComments: 'closed' | undefined, provider: 'none' | 'form') => {
    const settings = { ...site.comments, provider, endpoint: 'https://comments.example/' };
    const one = article(1, articleComments && { comments: articleComments });
    const own = library([one], { site: { ...site, comments: settings } });
    return composeArticlePage(one, own, findNeighbours(own.articles)).comments.state;
  };
  expect([comments(undefined, 'none'), comments(undefined, 'form'), comments('closed', 'form')]).toEqual([
    'none',
    'open',
    'closed',
  ]);
});

describe('structured data', () => {
  const graphOf = (description: Parameters<typeof describePage>[1]) =>
    describePage(whole, description).structuredData?.['@graph'] ?? [];
  const [story] = whole.articles.map((one) => toStory(one, whole));
  const stories = story ? [story] : [];

  it('has breadcrumbs from a numbered page to the first page of its list', () => {
    const listStart = { title: 'ثقافة', path: '/c/culture/' };
    const [list, trail] = graphOf({ title: 'ثقافة', path: '/c/culture/2/', listStart, stories });
    expect(list).toMatchObject({ '@type': 'CollectionPage', url: 'https://news.example/c/culture/2/' });
    expect(trail?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'صحيفة التجربة', item: 'https://news.example/' },
      { '@type': 'ListItem', position: 2, name: 'ثقافة', item: 'https://news.example/c/culture/' },
    ]);
  });

  it('has the uncropped photo with its credit, then the crop', () => {
    const photo = { ...picture, src: '/_images/x-1200.jpg' };
    const image = { src: 'x.jpg', alt: 'قارب', caption: 'قارب عند الغروب', credit: 'مها' };
    const one = article(1, { image, picture: photo });
    const own = library([one]);
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    expect(metadata.structuredData?.['@graph'][0]?.image).toEqual([
      {
        '@type': 'ImageObject',
        url: 'https://news.example/_images/x-1200.jpg',
        creditText: 'مها',
      },
      'https://news.example/_images/x-social.jpg',
    ]);
  });

  it('has a photo whose service cuts none once, in the size in which it is shared', () => {
    const whole = '/_vercel/image?url=/daily/_images/0f-original.jpg&w=1200&q=75';
    const photo = {
      ...{ src: whole, width: 1200, height: 800, sources: [], type: 'image/jpeg' },
      ...{ social: whole, socialSize: { width: 1200, height: 800 } },
    };
    const one = article(1, { image: { src: 'x.jpg', alt: 'قارب' }, picture: photo });
    const own = library([one], { site: { ...site, url: 'https://news.example/daily' } });
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    const url = `https://news.example${whole}`;
    expect(metadata.image).toEqual({ url, alt: 'قارب', width: 1200, height: 800 });
    expect(metadata.structuredData?.['@graph'][0]?.image).toEqual([expect.objectContaining({ url })]);
  });

  it('has an image of another site once, and chats are given its own size', () => {
    const src = 'https://media.example/x.jpg';
    const one = article(1, {
      picture: {
        src,
        width: 900,
        height: 600,
        sources: [],
        social: src,
        socialSize: { width: 900, height: 600 },
        source: src,
      },
    });
    const own = library([one]);
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    expect(metadata.structuredData?.['@graph'][0]?.image).toEqual([{ '@type': 'ImageObject', url: src }]);
    expect(metadata.image).toEqual({ url: src, width: 900, height: 600, alt: '' });
  });

  it('has the reporters as authors, who published it as editors, the dateline and the source', () => {
    const one = article(1, {
      reporters: [{ name: 'سامي', gender: 'male' }],
      dateline: 'بيروت',
      source: { name: 'وكالة', url: 'https://agency.example/1' },
    });
    const own = library([one]);
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    expect(metadata.structuredData?.['@graph'][0]).toMatchObject({
      author: [{ '@type': 'Person', name: 'سامي', url: undefined }],
      editor: [{ '@type': 'Person', name: 'سلمى', url: 'https://news.example/a/salma/' }],
      dateline: 'بيروت',
      isBasedOn: 'https://agency.example/1',
    });
  });

  it('has the policies, the logo and the profiles of the publisher, as far as the settings name them', () => {
    const publisher = {
      logo: '/logo.png',
      profiles: ['https://social.example/@paper'],
      policies: { corrections: '/about/#التصحيح', ownership: 'https://owner.example/' },
    };
    const own = library([], { site: { ...site, publisher } });
    const paper = describePage(own, { title: site.title, path: '/' }).structuredData?.['@graph'][1];
    expect(paper).toMatchObject({
      '@type': 'NewsMediaOrganization',
      logo: { '@type': 'ImageObject', url: 'https://news.example/logo.png' },
      sameAs: ['https://social.example/@paper'],
      correctionsPolicy: `https://news.example/about/#${encodeURI('التصحيح')}`,
      ownershipFundingInfo: 'https://owner.example/',
    });
    expect(paper).not.toHaveProperty('publishingPrinciples');
  });

  it('is missing on pages that search engines must not index', () => {
    expect(describePage(whole, { title: 'البحث', path: '/search/', indexed: false })).not.toHaveProperty(
      'structuredData',
    );
  });
});
