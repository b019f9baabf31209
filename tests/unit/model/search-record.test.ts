import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/library/types.ts';
import { composeSearchRecord } from '../../../src/model/search-record.ts';
import { article, library } from '../../support/library.ts';

function namesOf(fields: Partial<Article>): string[] {
  const indexed = article(1, fields);
  const floods = { id: 'floods', title: 'بعد السيل', file: 'series/floods.yaml', isClosed: false, articles: [indexed] };
  return composeSearchRecord(indexed, library([indexed], { series: [floods] }), { text: 'نص', headings: [] }).names;
}

test('the caption of the lead image is the end of the text', () => {
  const image = { src: 'images/river.jpg', alt: 'نهر', caption: 'النهر عند الفجر', credit: 'تصوير: هدى' };
  const indexed = article(1, { image });
  const { text } = composeSearchRecord(indexed, library([indexed]), { text: 'نص', headings: [] });
  expect(text).toBe('نص\nالنهر عند الفجر\nتصوير: هدى');
});

describe('the names by which an article is found', () => {
  test.each<[string, Partial<Article>, string[]]>([
    ['its author', {}, ['سلمى']],
    ['its reporters, and then who published it', { reporters: [{ name: 'هدى صالح' }] }, ['هدى صالح', 'سلمى']],
    ['its tags', { tags: ['النيل', 'مصر'] }, ['سلمى', 'النيل', 'مصر']],
    ['the title of its series, not the id', { series: 'floods' }, ['سلمى', 'بعد السيل']],
    ['the city of its dateline', { dateline: 'الخرطوم' }, ['سلمى', 'الخرطوم']],
    ['a name once', { tags: ['الخرطوم'], dateline: 'الخرطوم' }, ['سلمى', 'الخرطوم']],
  ])('are %s', (_, fields, expected) => {
    expect(namesOf(fields)).toEqual(expected);
  });

  test('are without its section', () => {
    expect(namesOf({ category: 'culture' })).not.toContain('ثقافة');
  });
});
