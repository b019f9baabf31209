import { describe, expect, it, test } from 'vitest';
import { addressOf, readState, resultAddress, type SearchState } from '../../../../src/client/search/search-address.ts';

const page = 'https://news.example/search/';
const plain: SearchState = { text: 'القاهرة', filters: {}, sort: 'relevance' };

describe('the URL of the search page', () => {
  test.each<SearchState>([
    plain,
    { ...plain, text: '' },
    { ...plain, text: 'جديد & آخر؟ #1' },
    { ...plain, sort: 'date', filters: { section: 'ثقافة', author: 'ليلى & نادر', year: '2025', tag: 'طباعة' } },
  ])('contains the whole search: %j', (state) => {
    const address = addressOf(page, state);
    expect(new URL(address).pathname).toBe('/search/');
    expect(readState(address)).toEqual(state);
  });

  it('has no parameters for an empty search, and keeps other parameters', () => {
    expect(addressOf(`${page}?q=a&year=2020&sort=date&from=feed#query`, { ...plain, text: '' })).toBe(
      `${page}?from=feed#query`,
    );
  });

  it('is read without spaces, unknown values and repeated parameters', () => {
    expect(readState(`${page}?q=%20a%20&sort=size&section=&tag=x&tag=y`)).toEqual({
      text: 'a',
      filters: { tag: 'x' },
      sort: 'relevance',
    });
  });

  it('contains the first 400 units of a long query, and no lone surrogates', () => {
    const { text } = readState(addressOf(page, { ...plain, text: `a\uD83D${'b'.repeat(10_000)}` }));
    expect(text).toBe(`a\uFFFD${'b'.repeat(398)}`);
  });
});

test('the URL of a result has the query to highlight', () => {
  expect(resultAddress('/k7q3m/', 'a & b')).toBe('/k7q3m/?q=a+%26+b');
});
