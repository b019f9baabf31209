import { describe, expect, it } from 'vitest';
import { composeArchive } from '../../../src/model/archive.ts';
import { article, library } from '../../support/library.ts';

describe('the archive', () => {
  it('has the years and months of articles, newest first, and the number of articles of all months but the newest', () => {
    const all = [
      article(1, { date: '2025-12-31T12:00:00.000Z' }),
      article(2, { date: '2026-01-05T12:00:00.000Z' }),
      article(3, { date: '2026-01-06T12:00:00.000Z' }),
      article(4, { date: '2026-03-01T12:00:00.000Z' }),
    ];
    const january = { month: 1, url: '/2026/01/', count: 2 };
    const older = { year: 2025, months: [{ month: 12, url: '/2025/12/', count: 1 }] };
    expect(composeArchive(library(all))).toEqual([
      { year: 2026, months: [{ month: 3, url: '/2026/03/' }, january] },
      older,
    ]);
    const published = [...all, article(5, { date: '2026-03-02T12:00:00.000Z' })];
    expect(composeArchive(library(published))).toEqual(composeArchive(library(all)));
  });

  it('is empty before the first article', () => {
    expect(composeArchive(library([]))).toEqual([]);
  });
});
