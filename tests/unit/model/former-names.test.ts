import { describe, expect, it } from 'vitest';
import type { FormerNames } from '../../../src/library/types.ts';
import { findMovedFeeds, findMovedPages } from '../../../src/model/former-names.ts';
import { article, library } from '../../support/library.ts';

const paper = (formerNames: FormerNames[]) =>
  library([article(1, { tags: ['كتب'] }), article(2, { tags: ['فن'] }), article(3, { tags: ['فن'] })], { formerNames });

describe('the old path of a feed that is written out', () => {
  const aliases = ['/tag/x/', '/tag/x/feed/'];

  it('is a feed, if its list has one today', () => {
    const moved = paper([{ kind: 'category', id: 'world', aliases }]);
    expect(findMovedPages(moved).map(({ from, to }) => [from, to])).toEqual([['/tag/x/', '/c/world/']]);
    expect(findMovedFeeds(moved).map(({ from, to }) => [from, to])).toEqual([['/tag/x/feed/', '/c/world/rss.xml']]);
  });

  it('of a label of Blogger is a feed', () => {
    const moved = paper([{ kind: 'category', id: 'world', aliases: ['/feeds/posts/default/-/world'] }]);
    expect(findMovedFeeds(moved).map(({ from, to }) => [from, to])).toEqual([
      ['/feeds/posts/default/-/world', '/c/world/rss.xml'],
    ]);
  });

  it('of the site itself is its feed, in the format that it tells', () => {
    const site = { feeds: { ...library([]).site.feeds, aliases: ['/feed/', '/feed/atom/', '/rss.php'] } };
    const moved = library([article(1)], { site: { ...library([]).site, ...site } });
    expect(findMovedFeeds(moved).map(({ from, to }) => [from, to])).toEqual([
      ['/feed/', '/rss.xml'],
      ['/feed/atom/', '/atom.xml'],
      ['/rss.php', '/rss.xml'],
    ]);
  });

  it('leads to the page of a tag that has no feed', () => {
    const moved = paper([{ kind: 'tag', id: 'كتب', aliases }]);
    expect(findMovedPages(moved).map(({ from, to }) => [from, to])).toEqual([
      ['/tag/x/', '/t/كتب/'],
      ['/tag/x/feed/', '/t/كتب/'],
    ]);
    expect(findMovedFeeds(moved)).toEqual([]);
  });
});
