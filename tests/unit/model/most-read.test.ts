import { describe, expect, it } from 'vitest';
import { composeFrontPage } from '../../../src/model/front-page.ts';
import { selectForFrontPage } from '../../../src/model/front-page-selection.ts';
import { composeMostRead } from '../../../src/model/most-read.ts';
import { article, library, site } from '../../support/library.ts';

const articles = Array.from({ length: 9 }, (_, index) => article(index + 1));
const popular = (ids: string[]) => ({ from: '2026-11-23', to: '2026-11-30', isOfThisYear: true, ids });

describe('the list of what was read most', () => {
  it('has the first five stories and the days in the words of the site', () => {
    const arabic = { ...site, digits: 'arab' as const, months: 'levant' as const };
    const ids = ['a0003', 'a0001', 'a0009', 'a0002', 'a0004', 'a0005'];
    const all = library(articles, { popular: popular(ids), site: arabic });
    const { stories, ...days } = composeMostRead(all, selectForFrontPage(all, [])) ?? {};
    expect(stories?.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(days).toEqual({ from: '٢٣', to: '٣٠ تشرين الثاني' });
  });

  it.each<[why: string, ids: string[] | undefined]>([
    ['there is no file', undefined],
    ['nothing in it is published', ['zzzz9']],
  ])('is left out if %s', (_, ids) => {
    const all = library(articles, ids && { popular: popular(ids) });
    expect(composeMostRead(all, selectForFrontPage(all, []))).toBeUndefined();
    expect(composeFrontPage(all).blocks.map(({ kind }) => kind)).not.toContain('most-read');
  });

  it('is complete and in the order of the ranking, whatever stands elsewhere, except for what editors hide', () => {
    const ids = ['a0009', 'a0002', 'a0009', 'a0008', 'a0001'];
    const { frontPage } = library([]);
    const all = library(articles, {
      popular: popular(ids),
      frontPage: { ...frontPage, lead: 'a0009', hide: ['a0002'] },
    });
    const block = composeFrontPage(all).blocks.find(({ kind }) => kind === 'most-read');
    expect(block?.kind === 'most-read' && block.mostRead.stories.map(({ id }) => id)).toEqual([
      'a0009',
      'a0008',
      'a0001',
    ]);
  });
});
