import { parseOpml } from 'feedsmith';
import { expect, it } from 'vitest';
import { writeOpml } from '../../../src/feeds/opml.ts';
import { listFeeds } from '../../../src/model/feed-list.ts';
import { article, library } from '../../support/library.ts';

const five = Array.from({ length: 5 }, (_, index) => article(index, { tags: ['نيل'] }));
const own = library(five, { categories: [{ id: 'world', name: 'R&D <NATO> \u0008«أخبار»' }] });

it('the list of all feeds is read by an OPML parser with its folders, names and URLs', () => {
  const rss = (text: string, page: string) => ({
    text,
    type: 'rss',
    title: text,
    xmlUrl: `https://news.example${encodeURI(page)}rss.xml`,
    htmlUrl: `https://news.example${encodeURI(page)}`,
  });
  expect(parseOpml(writeOpml('صحيفة التجربة', listFeeds(own, 'التصويبات')))).toEqual({
    head: { title: 'صحيفة التجربة' },
    body: {
      outlines: [
        rss('صحيفة التجربة', '/'),
        { text: 'الأقسام', outlines: [rss('R&D <NATO> «أخبار»', '/c/world/')] },
        { text: 'الكتّاب', outlines: [rss('سلمى', '/a/salma/'), rss('نادر', '/a/nader/')] },
        { text: 'الوسوم', outlines: [rss('نيل', '/t/نيل/')] },
      ],
    },
  });
});

it('the list stays the same when an article is published', () => {
  const text = (articles: typeof five) => writeOpml('صحيفة', listFeeds({ ...own, articles }, 'التصويبات'));
  expect(text([article(9, { tags: ['نيل'] }), ...five])).toBe(text(five));
});

it('the list of all feeds never has the end of a CDATA section outside of one', () => {
  const opml = writeOpml('a[b[0]]>1', [{ kind: 'site', feeds: [{ name: 'x[y[1]]>2', page: '/', addresses: [] }] }]);
  expect(opml).not.toContain(']]>');
  expect(parseOpml(opml)).toMatchObject({ head: { title: 'a[b[0]]>1' }, body: { outlines: [{ text: 'x[y[1]]>2' }] } });
});
