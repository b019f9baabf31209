import { expect, it } from 'vitest';
import { describeSchedule } from '../../../src/site-build/schedule-report.ts';
import { site } from '../../support/library.ts';

const articles = (count: number) =>
  Array.from({ length: count }, (_none, index) => ({
    file: `articles/${index}.md`,
    date: new Date(Date.UTC(2026, 11, 5 + index, 4)).toISOString(),
  }));

it('names the scheduled articles with the date and the time in the zone of the site', () => {
  expect(describeSchedule(articles(2), { ...site, months: 'levant', digits: 'arab' })).toEqual([
    'المقال articles/0.md مؤجل إلى 5 كانون الأول 2026، الساعة 06:00 بتوقيت الموقع.',
    'المقال articles/1.md مؤجل إلى 6 كانون الأول 2026، الساعة 06:00 بتوقيت الموقع.',
  ]);
});

it.each([
  [10, 'المقال articles/9.md مؤجل إلى 14 ديسمبر 2026، الساعة 06:00 بتوقيت الموقع.'],
  [11, 'وبعدها مقال واحد مؤجل.'],
  [12, 'وبعدها مقالان مؤجلان.'],
  [13, 'وبعدها 3 مقالات مؤجلة.'],
  [21, 'وبعدها 11 مقالًا مؤجلًا.'],
  [110, 'وبعدها 100 مقال مؤجل.'],
])('of %d articles, the last sentence is «%s»', (count, sentence) => {
  const sentences = describeSchedule(articles(count), site);
  expect([sentences.length, sentences.at(-1)]).toEqual([Math.min(count, 11), sentence]);
});
