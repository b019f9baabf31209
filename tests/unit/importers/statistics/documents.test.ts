import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../src/importers/statistics/documents.ts';

const read = { address: '/k7q3m/', count: 12 };

describe('an answer of an API is recognised', () => {
  it.each<[what: string, value: unknown, expected: object]>([
    [
      'of GoatCounter',
      {
        hits: [
          { path: '/k7q3m/', count: 12, event: false, stats: [{ day: '2026-11-24' }, { day: '2026-11-23' }] },
          { path: 'click', count: 5, event: true },
        ],
      },
      {
        format: 'goatcounter',
        measure: 'visits',
        entries: [read, { skipped: 'events' }],
        period: { from: '2026-11-23', to: '2026-11-24' },
      },
    ],
    [
      'of Plausible',
      {
        results: [{ dimensions: ['/k7q3m/'], metrics: [20, 12] }],
        query: {
          metrics: ['pageviews', 'visitors'],
          date_range: ['2026-11-23T00:00:00+02:00', '2026-11-29T23:59:59+02:00'],
        },
      },
      { format: 'plausible', measure: 'visitors', entries: [read], period: { from: '2026-11-23', to: '2026-11-29' } },
    ],
    [
      'of the older Plausible',
      { results: [{ page: '/k7q3m/', visitors: 12 }] },
      { measure: 'visitors', entries: [read] },
    ],
    [
      'of Umami',
      [
        { x: '/k7q3m/', y: 12 },
        { x: null, y: 3 },
      ],
      { format: 'umami', entries: [read, { skipped: 'unreadable' }] },
    ],
    ['of the newer Umami', { data: [{ name: '/k7q3m/', visitors: 12 }] }, { format: 'umami', entries: [read] }],
    [
      'of Cloudflare',
      {
        data: {
          viewer: {
            accounts: [
              {
                total: [{ sum: { visits: 99 } }],
                top: [
                  {
                    count: 20,
                    sum: { visits: 12 },
                    dimensions: { requestPath: '/k7q3m/', requestHost: 'news.example' },
                  },
                ],
              },
            ],
          },
        },
      },
      { format: 'cloudflare', measure: 'visits', entries: [{ ...read, host: 'news.example' }] },
    ],
  ])('%s', (_, value, expected) => {
    expect(readDocument(value)).toMatchObject(expected);
  });

  it.each([undefined, null, 5, 'x', [], {}, [1, 2], { data: {} }, { data: { viewer: { accounts: [null, 1] } } }])(
    '%j is none',
    (value) => {
      expect(readDocument(value)).toBeUndefined();
    },
  );
});
