import { expect, test } from 'vitest';
import { composeNewArticle } from '../../../src/commands/new-article.ts';
import { parseArticle } from '../../../src/schema/article.ts';

const draft = {
  title: 'عاجل: «القاهرة» تستعد، وتنتظر "الجسر"',
  author: 'salma',
  category: 'world',
  id: 'k7q3m',
  reporter: 'هدى: المراسلة',
  draft: true,
  format: 'md' as const,
  now: Date.parse('2026-07-31T22:30:45Z'),
  timeZone: 'Africa/Cairo',
};

test('the file of a new article is named after its title, in the folder of the month in the site’s time zone', () => {
  expect(composeNewArticle(draft).file).toBe('articles/2026/08/عاجل-القاهرة-تستعد-وتنتظر-الجسر.md');
});

test('a title without letters is replaced by the id in the file name', () => {
  expect(composeNewArticle({ ...draft, title: '؟!' }).file).toBe('articles/2026/08/k7q3m.md');
});

test('a new article is valid even if its title has quotes and colons', () => {
  const { file, text } = composeNewArticle(draft);
  const { matter, problems } = parseArticle(file, text, draft.timeZone);
  expect(problems).toEqual([]);
  expect(matter).toMatchObject({
    title: draft.title,
    authors: ['salma'],
    category: 'world',
    id: 'k7q3m',
    date: '2026-07-31T22:30:00.000Z',
    reporters: [{ name: 'هدى: المراسلة' }],
    draft: true,
  });
});
