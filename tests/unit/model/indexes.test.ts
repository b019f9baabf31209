import { expect, test } from 'vitest';
import { authorIndexPaths, tagIndexPaths } from '../../../src/model/indexes.ts';
import { authorPaths, tagPaths } from '../../../src/model/static-paths.ts';
import { article, library } from '../../support/library.ts';

const tagged = library([article(1, { tags: ['البحر', 'مدن'] }), article(2, { tags: ['مدن', 'BBC'] })]);

test('the index of tags has each tag under its letter, with the number of its articles', () => {
  const [path] = tagIndexPaths(tagged, 'الوسوم');
  expect(path?.props.compose().letters).toEqual([
    { letter: 'ب', entries: [{ name: 'البحر', url: '/t/البحر/', count: 1 }] },
    { letter: 'م', entries: [{ name: 'مدن', url: '/t/مدن/', count: 2 }] },
    { letter: 'B', entries: [{ name: 'BBC', url: '/t/bbc/', count: 1 }] },
  ]);
});

test('the index of authors does not change when an article is published', () => {
  const keyOf = (whole: typeof tagged) => authorIndexPaths(whole, 'الكتّاب')[0]?.cacheKey;
  expect(keyOf(library([...tagged.articles, article(3, { tags: ['مدن'] })]))).toBe(keyOf(tagged));
});

test('a site with one author and one tag has no index, and its pages name none above them', () => {
  const small = library([article(1, { tags: ['مدن'] })], { authors: [{ id: 'salma', name: 'سلمى', links: [] }] });
  expect([...authorIndexPaths(small, 'الكتّاب'), ...tagIndexPaths(small, 'الوسوم')]).toEqual([]);
  const trails = [authorPaths(small, 'الكتّاب'), tagPaths(small, 'الوسوم')].map(
    ([first]) => first?.props.compose().metadata.trail,
  );
  expect(trails).toEqual([[{ title: 'سلمى', path: '/a/salma/' }], [{ title: 'مدن', path: '/t/مدن/' }]]);
});

test('the breadcrumb of an author and of a tag leads over their indexes', () => {
  expect(authorPaths(tagged, 'الكتّاب')[0]?.props.compose().metadata.trail[0]).toEqual({ title: 'الكتّاب', path: '/a/' });
  expect(tagPaths(tagged, 'الوسوم')[0]?.props.compose().metadata.trail[0]).toEqual({ title: 'الوسوم', path: '/t/' });
});
