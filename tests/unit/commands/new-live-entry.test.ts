import { expect, test } from 'vitest';
import { composeLiveEntry } from '../../../src/commands/new-live-entry.ts';
import { parseLiveEntry } from '../../../src/schema/live.ts';

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
