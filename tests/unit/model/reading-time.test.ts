import { expect, test } from 'vitest';
import { composeArticlePage } from '../../../src/model/article-page.ts';
import { readingMinutes } from '../../../src/model/reading-time.ts';
import { findNeighbours } from '../../../src/model/related.ts';
import { strings } from '../../../src/strings/interface.ts';
import { article, library, site } from '../../support/library.ts';

test.each([
  [0, 180, undefined],
  [1, 180, 0],
  [179, 180, 0],
  [180, 180, 1],
  [269, 180, 1],
  [270, 180, 2],
  [540, 180, 3],
  [540, 270, 2],
  [1, 1, 1],
])('%d words at %d a minute take %s minutes', (words, speed, minutes) => {
  expect(readingMinutes(words, speed)).toBe(minutes);
});

test.each([
  [0, 'أقل من دقيقة للقراءة'],
  [1, 'دقيقة واحدة للقراءة'],
  [2, 'دقيقتان للقراءة'],
  [3, '3 دقائق للقراءة'],
  [10, '10 دقائق للقراءة'],
  [11, '11 دقيقةً للقراءة'],
  [99, '99 دقيقةً للقراءة'],
  [100, '100 دقيقة للقراءة'],
  [101, '101 دقيقة للقراءة'],
  [102, '102 دقيقة للقراءة'],
  [103, '103 دقائق للقراءة'],
  [111, '111 دقيقةً للقراءة'],
])('an article of %d minutes says «%s»', (minutes, sentence) => {
  const own = article(1, { wordCount: minutes === 0 ? 20 : minutes * 200 });
  const whole = library([own], { site: { ...site, readingSpeed: 200 } });
  const page = composeArticlePage(own, whole, findNeighbours(whole.articles));
  expect(page.readingMinutes).toBe(minutes);
  expect(strings.article.readingTime(page.readingMinutes ?? Number.NaN, 'latn')).toBe(sentence);
});

test('an article without words has no reading time', () => {
  const own = article(1, { wordCount: 0 });
  const whole = library([own]);
  expect(composeArticlePage(own, whole, findNeighbours(whole.articles))).not.toHaveProperty('readingMinutes');
});

test('an article with live coverage has no reading time', () => {
  const own = article(1);
  const whole = library([own], { live: new Map([[own.id, { state: 'closed', entries: [] }]]) });
  expect(composeArticlePage(own, whole, findNeighbours(whole.articles))).not.toHaveProperty('readingMinutes');
});
