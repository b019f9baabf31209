import { describe, expect, it } from 'vitest';
import { composeFrontPage } from '../../../src/model/front-page.ts';
import { composeMostRead } from '../../../src/model/most-read.ts';
import { article, library, site } from '../../support/library.ts';

const articles = Array.from({ length: 9 }, (_, index) => article(index + 1));
const popular = (ids: string[]) => ({ from: '2026-11-23', to: '2026-11-30', isOfThisYear: true, ids });

describe('the list of what was read most', () => {
  it('has the first five stories and the days in the words of the site', () => {
    const arabic = { ...site, digits: 'arab' as const, months: 'levant' as const };
    const ids = ['a0003', 'a0001', 'a0009', 'a0002', 'a0004', 'a0005'];
    const { stories, ...days } = composeMostRead(library(articles, { popular: popular(ids), site: arabic })) ?? {};
    expect(stories?.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(days).toEqual({ from: '٢٣', to: '٣٠ تشرين الثاني' });
  });

  it.each<[why: string, ids: string[] | undefined]>([
    ['there is no file', undefined],
    ['nothing in it is published', ['zzzz9']],
  ])('is left out if %s', (_, ids) => {
    const all = library(articles, ids && { popular: popular(ids) });
    expect(composeMostRead(all)).toBeUndefined();
    expect(composeFrontPage(all)).not.toHaveProperty('mostRead');
  });
});
