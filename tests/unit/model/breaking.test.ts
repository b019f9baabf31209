import { describe, expect, it } from 'vitest';
import { findAddresses } from '../../../src/model/addresses.ts';
import { composeAlerts, type ShownAlert } from '../../../src/model/breaking.ts';
import { alertPaths } from '../../../src/model/static-paths.ts';
import type { Alert } from '../../../src/schema/breaking.ts';
import { article, library, site } from '../../support/library.ts';

const until = '2026-01-31T16:00:00.000Z';
const story = article(1);
const open = (holding: Alert[], url = site.url) =>
  library([story], { site: { ...site, url }, breaking: { alerts: holding, holding } });

describe('an alert', () => {
  it.each<[alert: Alert, shown: ShownAlert]>([
    [
      { text: 'نبأ', until },
      { text: 'نبأ', until },
    ],
    [
      { text: 'نبأ', article: story.id, until },
      { text: 'نبأ', href: `/news/${story.id}/`, until },
    ],
    [
      { text: 'نبأ', url: '/c/world/', until },
      { text: 'نبأ', href: '/news/c/world/', until },
    ],
    [
      { text: 'نبأ', url: 'https://a.example/', until },
      { text: 'نبأ', href: 'https://a.example/', until },
    ],
  ])('leads to its place below the base path: %j', (alert, shown) => {
    expect(composeAlerts(open([alert], 'https://news.example/news'))).toEqual([shown]);
  });
});

describe('breaking.json', () => {
  it('is made only if the newsroom has breaking.yaml, even without an alert', () => {
    expect(alertPaths(library([story]))).toEqual([]);
    expect(findAddresses(library([story])).has('/breaking.json')).toBe(false);
    expect(alertPaths(open([]))).toMatchObject([{ params: { alerts: 'breaking' }, cacheKey: '[]' }]);
    expect(findAddresses(open([])).has('/breaking.json')).toBe(true);
  });
});
