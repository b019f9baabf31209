import { describe, expect, it } from 'vitest';
import { choosePopular } from '../../../../src/library/content/popular.ts';
import { parsePopular } from '../../../../src/schema/popular.ts';

const known = new Set(['k7q3m', 'b6t4x', 'r5h8n']);
const published = new Set(['k7q3m', 'b6t4x']);

const choose = (now: string, ids: string, from = '2026-11-23', to = '2026-11-29') =>
  choosePopular(parsePopular(`from: ${from}\nto: ${to}\narticles: [${ids}]`), {
    known,
    published,
    timeZone: 'Asia/Amman',
    now: Date.parse(now),
  });

describe('what was read most', () => {
  it('has what is published, in the order of the file', () => {
    const ids = ['b6t4x', 'k7q3m'];
    expect(choose('2026-11-30T12:00:00Z', 'b6t4x, r5h8n, k7q3m')).toEqual({
      popular: { from: '2026-11-23', to: '2026-11-29', isOfThisYear: true, ids },
      problems: [],
      notices: [],
    });
  });

  it('is nothing if none of it is published', () => {
    expect(choose('2026-11-30T12:00:00Z', 'r5h8n')).toEqual({ problems: [], notices: [] });
  });

  it.each<[why: string, now: string, isShown: boolean, notices: number]>([
    ['before its last day in the time zone of the newsroom', '2026-11-28T20:59:00Z', false, 1],
    ['on its last day', '2026-11-28T21:00:00Z', true, 0],
    ['a fortnight later', '2026-12-13T12:00:00Z', true, 0],
    ['when it is stale', '2026-12-14T12:00:00Z', true, 1],
  ])('is judged %s', (_, now, isShown, notices) => {
    const chosen = choose(now, 'k7q3m');
    expect([chosen.popular !== undefined, chosen.notices.length]).toEqual([isShown, notices]);
  });

  it.each<[now: string, from: string, to: string, isOfThisYear: boolean]>([
    ['2026-12-31T12:00:00Z', '2026-12-24', '2026-12-30', true],
    ['2027-01-02T12:00:00Z', '2026-12-24', '2026-12-30', false],
    ['2027-01-03T12:00:00Z', '2026-12-28', '2027-01-02', false],
  ])('names the year only if readers need it: built at %s for %s to %s', (now, from, to, isOfThisYear) => {
    expect(choose(now, 'k7q3m', from, to).popular).toMatchObject({ isOfThisYear });
  });
});
