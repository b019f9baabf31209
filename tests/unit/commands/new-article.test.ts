import { expect, test } from 'vitest';
import { composeDraft } from '../../../src/commands/new-article.ts';
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

test('a new article goes to the month of the site, under a name from its title', () => {
  expect(composeDraft(draft).file).toBe('articles/2026/08/عاجل-القاهرة-تستعد-وتنتظر-الجسر.md');
});

test('a title without letters leaves the id as the name', () => {
  expect(composeDraft({ ...draft, title: '؟!' }).file).toBe('articles/2026/08/k7q3m.md');
});

test('a new article passes the schema as it is, whatever the title has in it', () => {
  const { file, text } = composeDraft(draft);
  const { matter, problems } = parseArticle(file, text, draft.timeZone);
  expect(problems).toEqual([]);
  expect(matter).toMatchObject({
    title: draft.title,
    authors: ['salma'],
    category: 'world',
    id: 'k7q3m',
    date: '2026-07-31T22:30:00.000Z',
    reporters: [{ name: 'هدى: المراسلة', gender: 'male' }],
    draft: true,
  });
});
