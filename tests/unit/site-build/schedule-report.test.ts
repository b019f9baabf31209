import { expect, it } from 'vitest';
import type { AgendaItem } from '../../../src/library/agenda.ts';
import type { Article } from '../../../src/library/types.ts';
import { describeSchedule } from '../../../src/site-build/schedule-report.ts';
import { article, site } from '../../support/library.ts';

const now = Date.UTC(2026, 11, 1);

const appearing = (count: number): AgendaItem[] =>
  Array.from({ length: count }, (_none, index) => ({
    at: new Date(Date.UTC(2026, 11, 5 + index, 4)).toISOString(),
    kind: 'appears',
    file: `articles/${index}.md`,
    title: 'عنوان',
  }));

const expired = (date: string, expires: string): Article[] => [
  article(1, { file: 'articles/offer.md', date, expires, hasExpired: true }),
];

it('names the scheduled articles with the date and the time in the zone of the site', () => {
  const agenda = [...appearing(2), ...appearing(1).map((item) => ({ ...item, kind: 'expires' as const }))];
  expect(describeSchedule({ agenda, expired: [], site: { ...site, months: 'levant', digits: 'arab' } }, now)).toEqual([
    'المقال articles/0.md مؤجل إلى 5 كانون الأول 2026، الساعة 06:00 بتوقيت الموقع.',
    'المقال articles/1.md مؤجل إلى 6 كانون الأول 2026، الساعة 06:00 بتوقيت الموقع.',
  ]);
});

const told = [
  'المقال articles/offer.md ليس في الموقع: انتهت مدته (expires) في 26 نوفمبر 2026، الساعة 02:00 بتوقيت الموقع.',
];
const before = [
  'المقال articles/offer.md ليس في الموقع: انتهت مدته (expires) في 1 مارس 2025، الساعة 02:00 بتوقيت الموقع.',
];

it.each([
  ['expired these days', '2020-01-01T00:00:00.000Z', '2026-11-26T00:00:00.000Z', undefined, told],
  ['expired long ago', '2020-01-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z', undefined, []],
  ['is chosen', '2020-01-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z', () => true, before],
  ['is not chosen', '2020-01-01T00:00:00.000Z', '2026-11-26T00:00:00.000Z', () => false, []],
])('an article that %s', (_name, date, expires, isChosen, sentences) => {
  expect(describeSchedule({ agenda: [], expired: expired(date, expires), site }, now, isChosen)).toEqual(sentences);
});

it.each([
  [10, 'المقال articles/9.md مؤجل إلى 14 ديسمبر 2026، الساعة 06:00 بتوقيت الموقع.'],
  [11, 'وبعدها مقال واحد مؤجل.'],
  [12, 'وبعدها مقالان مؤجلان.'],
  [13, 'وبعدها 3 مقالات مؤجلة.'],
  [21, 'وبعدها 11 مقالًا مؤجلًا.'],
  [110, 'وبعدها 100 مقال مؤجل.'],
])('of %d articles, the last sentence is «%s»', (count, sentence) => {
  const sentences = describeSchedule({ agenda: appearing(count), expired: [], site }, now);
  expect([sentences.length, sentences.at(-1)]).toEqual([Math.min(count, 11), sentence]);
});
