import { describe, expect, it } from 'vitest';
import { changesAt, correctionMoments } from '../../../../src/library/content/published-changes.ts';
import type { Correction } from '../../../../src/schema/published-corrections.ts';
import { article } from '../../../support/library.ts';

const at = (date: string): Correction => ({ date: `${date}:00.000Z`, kind: 'correction', text: 'حمص' });
const date = '2022-01-13T08:30:00.000Z';
const first = at('2022-01-14T10:00');
const second = at('2022-01-20T12:05');
const corrections = [first, second];
const changedAt = (now: string, fields = {}) => changesAt({ date, corrections, ...fields }, Date.parse(now));

describe('the corrections of an article', () => {
  it('are sorted from the newest, which is its last update', () => {
    expect(changedAt('2022-03-01T00:00:00Z')).toEqual({ corrections: [second, first], lastUpdated: second.date });
  });

  it('leave a later update as it is', () => {
    const lastUpdated = '2022-02-01T00:00:00.000Z';
    expect(changedAt('2022-03-01T00:00:00Z', { lastUpdated })).not.toHaveProperty('lastUpdated');
  });

  it.each([
    ['2022-01-15T00:00:00Z', 2],
    ['2022-01-17T10:00:00Z', 1],
    ['2022-01-23T12:04:59Z', 1],
    ['2022-01-23T12:05:00Z', undefined],
  ])('are fresh for three days: at %s', (now, fresh) => {
    expect(changedAt(now).freshCorrections).toBe(fresh);
  });

  it('are nothing if there are none', () => {
    expect(changesAt({ date }, Date.parse(date))).toEqual({});
  });
});

it('the moments are told at which fresh corrections go below the text', () => {
  const fields = { corrections: [second, first], freshCorrections: 1 };
  expect(correctionMoments([article(1, fields), article(2)])).toEqual([
    {
      at: '2022-01-23T12:05:00.000Z',
      kind: 'correction-settles',
      file: 'articles/2026/01/a0001.md',
      title: 'الخبر رقم 1',
    },
  ]);
});
