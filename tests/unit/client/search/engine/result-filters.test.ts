import { expect, test, vi } from 'vitest';
import { countFilters, findAllowed } from '../../../../../src/client/search/engine/result-filters.ts';
import type { SearchIndex } from '../../../../../src/client/search/engine/search-index.ts';

const tags = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`وسم ${index}`, 1 + (index % 7)]));

function createIndex() {
  const findFiltered = vi.fn(async (_filter: string) => new Set(['1']));
  const part = { countFilters: async () => ({ tag: tags }), findFiltered };
  return { findFiltered, index: { parts: [part] } as unknown as SearchIndex };
}

test('of thousands of tags the most frequent are counted', async () => {
  const { index, findFiltered } = createIndex();
  const found = [{ part: 0, id: '1', hits: [], tier: 0, score: 1, dateRank: 0 }];
  const { tag } = await countFilters(index, {}, async () => found);
  expect(tag).toHaveLength(200);
  expect(tag.every(({ value }) => tags[value] === 7)).toBe(true);
  expect(findFiltered).toHaveBeenCalledTimes(200);
});

test('a value is counted in all parts, also in one where others are more frequent', async () => {
  const partOf = (counts: Record<string, number>) => ({
    countFilters: async () => ({ tag: counts }),
    findFiltered: async (filter: string) => new Set(filter.includes('نهر') ? ['1'] : []),
  });
  const parts = [partOf({ نهر: 50 }), partOf({ ...tags, نهر: 1 })];
  const found = [0, 1].map((part) => ({ part, id: '1', hits: [], tier: 0, score: 1, dateRank: 0 }));
  const { tag } = await countFilters({ parts } as unknown as SearchIndex, {}, async () => found);
  expect(tag).toEqual([{ value: 'نهر', count: 2 }]);
});

test('a chosen value costs one call, however rare it is', async () => {
  const { index, findFiltered } = createIndex();
  expect(await findAllowed(index, { tag: ['وسم 0'] })).toEqual([new Set(['1'])]);
  expect(findFiltered.mock.calls).toEqual([['{"tag":"وسم 0"}']]);
});
