import { expect, test } from 'vitest';
import type { Article } from '../../../src/library/library.ts';
import { composeArticlePage } from '../../../src/model/article-page.ts';
import { findNeighbours } from '../../../src/model/related.ts';
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
const shelf = library([subject]);
const page = composeArticlePage(subject, shelf, findNeighbours(shelf.articles));

test('the head of an article names its permanent address, its dates with the offset, and its picture', () => {
  expect(page.metadata).toMatchObject({
    canonical: 'https://news.example/k7q3m/',
    description: subject.excerpt,
    image: { url: 'https://news.example/_images/x-social.jpg', alt: 'قارب في النيل', width: 1200, height: 630 },
    feeds: [
      { title: 'صحيفة التجربة', format: 'rss', url: 'https://news.example/rss.xml' },
      { title: 'صحيفة التجربة', format: 'atom', url: 'https://news.example/atom.xml' },
      { title: 'صحيفة التجربة', format: 'json', url: 'https://news.example/feed.json' },
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

test('an excerpt describes the article to machines but is no standfirst', () => {
  expect(page.standfirst).toBeUndefined();
  expect(page.story.summary).toBe(subject.excerpt);
});

test('structured data count the words of the article, where it has any', () => {
  const wordCount = (fields: Partial<Article>) => {
    const one = article(1, fields);
    const own = library([one]);
    const { metadata } = composeArticlePage(one, own, findNeighbours(own.articles));
    return metadata.article?.structuredData.wordCount;
  };
  expect([wordCount({ wordCount: 412 }), wordCount({ wordCount: 0 })]).toEqual([412, undefined]);
});

test('comments follow the site, and an article can close its own', () => {
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
