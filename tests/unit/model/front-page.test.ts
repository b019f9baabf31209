import { describe, expect, test } from 'vitest';
import { composeFrontPage } from '../../../src/model/front-page.ts';
import { article, library, site } from '../../support/library.ts';

const picture = { src: '/_images/x.svg', width: 1600, height: 1000, sources: [] };
const many = Array.from({ length: 20 }, (_, index) =>
  article(index + 1, { category: index % 2 ? 'culture' : 'world', ...(index === 15 && { picture }) }),
);

describe('the front page', () => {
  test('leads with the newest story that has a picture', () => {
    expect(composeFrontPage(library(many)).lead?.id).toBe('a0016');
  });

  test('leads with the stories that the editor names, in their order', () => {
    const chosen = library(many, { site: { ...site, frontPage: { lead: ['a0003', 'a0002'] } } });
    const { lead, seconds } = composeFrontPage(chosen);
    expect([lead?.id, ...seconds.map(({ id }) => id)]).toEqual(['a0003', 'a0002', 'a0020']);
  });

  test('never repeats the lead or a second story in another list', () => {
    const page = composeFrontPage(library(many));
    const above = [page.lead, ...page.seconds].map((story) => story?.id);
    const below = [...page.wire, ...page.sections.flatMap(({ lead, others }) => [lead, ...others])].map(({ id }) => id);
    expect(below.filter((id) => above.includes(id))).toEqual([]);
  });

  test('can be composed without any article', () => {
    expect(composeFrontPage(library([]))).toEqual({ live: [], seconds: [], wire: [], sections: [] });
  });
});
