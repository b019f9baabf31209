import { expect, test } from 'vitest';
import { composeLiveEntry, judgeLiveEntry } from '../../../src/commands/new-live-entry.ts';
import type { Article, Library } from '../../../src/library/types.ts';
import { parseLiveEntry } from '../../../src/schema/live.ts';
import { article, library } from '../../support/library.ts';

const now = Date.parse('2026-07-31T22:05:09Z');
const entry = { article: 'k7q3m', isKey: false, isPinned: false, now, timeZone: 'Africa/Cairo' };

test('a new entry is named after its moment in the site’s time zone, so that names sort', () => {
  expect(composeLiveEntry(entry)).toEqual({
    file: 'live/k7q3m/2026-08-01-010509.md',
    text: '---\ntime: 2026-08-01T01:05:09+03:00\n---\n\n',
  });
});

test('a new entry is valid even if its title has quotes and colons', () => {
  const written = { ...entry, title: 'عاجل: "الجسر" يُفتح', author: 'هدى: المراسلة', isKey: true, isPinned: true };
  const { file, text } = composeLiveEntry(written);
  const { matter, problems } = parseLiveEntry(file, text, entry.timeZone);
  expect(problems).toEqual([]);
  expect(matter).toEqual({
    time: '2026-07-31T22:05:09.000Z',
    title: written.title,
    authors: [written.author],
    isKey: true,
    isPinned: true,
  });
});

const authors = [
  { id: 'huda', name: 'هدى العلي' },
  { id: 'omar', name: 'عمر' },
] as unknown as Library['authors'];
const formerNames: Library['formerNames'] = [{ kind: 'author', id: 'huda', aliases: ['huda-ali'] }];
const covered = (fields: Partial<Article>) =>
  library([article(1, { id: 'k7q3m', ...fields })], { authors, formerNames });
const open = covered({ live: 'open' });
const gone = [{ ...article(2, { id: 'k7q4m' }), withdrawn: {} }] as unknown as Library['withdrawn'];

test.each<[name: string, newsroom: Library, entry: { article: string; author?: string }, refusal: string]>([
  ['a path', open, { article: '../articles' }, 'لا مقال معرّفه «../articles».'],
  ['the folder itself', open, { article: '.' }, 'لا مقال معرّفه «.».'],
  ['a mistyped id', open, { article: 'k7q3n' }, 'لا مقال معرّفه «k7q3n». لعلك تقصد «k7q3m».'],
  ['an article without coverage', covered({}), { article: 'k7q3m' }, 'ليس تغطية مباشرة'],
  ['closed coverage', covered({ live: 'closed' }), { article: 'k7q3m' }, 'اكتب في بياناته «live: open» لتستأنفها'],
  ['an expired article', covered({ live: 'open', hasExpired: true }), { article: 'k7q3m' }, 'مضى الموعد'],
  ['a withdrawn article', { ...open, withdrawn: gone }, { article: 'k7q4m' }, 'مسحوب'],
  ['an unknown author', open, { article: 'k7q3m', author: 'hoda' }, 'لا كاتب في authors باسم «hoda». الموجود: huda.'],
])('no entry is written for %s', (_name, newsroom, written, refusal) => {
  expect(judgeLiveEntry(written, newsroom).refusal).toContain(refusal);
});

test.each<[name: string, newsroom: Library, author: string | undefined, notes: string[]]>([
  ['open coverage', open, undefined, []],
  ['an author by name', open, 'هدي العلي', []],
  ['an author by a former id', open, 'huda-ali', []],
  ['a name that is nobody’s', open, 'سالم', [expect.stringContaining('اسمه «سالم»')]],
  [
    'an article in which others made a mistake',
    { ...library([]), incomplete: [{ file: 'articles/a.md', id: 'k7q3m' }] },
    undefined,
    [expect.stringContaining('في المقال articles/a.md خطأ')],
  ],
  ['a draft', covered({ live: 'open', draft: true, unpublished: true }), 'omar', [expect.stringContaining('مسودة')]],
  ['a future article', covered({ live: 'open', unpublished: true }), 'omar', [expect.stringContaining('مؤجَّل')]],
])('an entry is written, with a note if need be, for %s', (_name, newsroom, writer, notes) => {
  expect(judgeLiveEntry({ article: 'k7q3m', author: writer }, newsroom)).toEqual({ notes });
});
